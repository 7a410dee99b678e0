/* Quoted sentences on hover and keyboard focus.  Without this script the marks open on click, tap and Enter. */
(() => {
  "use strict";
  const LINGER = 250; // milliseconds in which the pointer can travel from the mark to the quotation
  let shown = null; // { mark, note, pinned }
  let timer = 0;

  const noteOf = (mark) => document.getElementById(mark.getAttribute("popovertarget") || "");
  const markAt = (target) => (target instanceof Element ? target.closest(".bb-cite") : null);
  const inside = (target) => shown !== null && target instanceof Node && (shown.note.contains(target) || shown.mark.contains(target));

  const hide = () => {
    if (shown && shown.note.matches(":popover-open")) shown.note.hidePopover();
    shown = null;
  };

  const show = (mark) => {
    clearTimeout(timer);
    const note = noteOf(mark);
    if (!note || typeof note.showPopover !== "function" || (shown && shown.note === note)) return;
    hide();
    if (note.matches(":popover-open")) return;
    try {
      note.showPopover({ source: mark });
    } catch {
      return; // the page is being left
    }
    shown = { mark, note, pinned: false };
  };

  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (shown && !shown.pinned) hide(); }, LINGER);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const mark = markAt(event.target);
    if (mark) show(mark);
    else if (inside(event.target)) clearTimeout(timer);
    else if (shown) leave();
  });

  document.addEventListener("focusin", (event) => {
    const mark = markAt(event.target);
    if (mark && mark.matches(":focus-visible")) show(mark);
    else if (!inside(event.target)) leave();
  });

  // A click on a mark whose quotation is open already keeps it open, rather than closing what the reader asked for.
  document.addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (!mark || !shown || shown.mark !== mark || shown.pinned) return;
    event.preventDefault();
    shown.pinned = true;
  }, true);

  document.addEventListener("toggle", (event) => {
    if (shown && event.target === shown.note && event.newState === "closed") shown = null;
  }, true);
})();
