/* The theme's search waits for a key to be let go; words that are pasted, spoken or put together by an input method
   (as in Arabic or Chinese) come without one.  This tells it of every change. */
(() => {
  "use strict";
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.matches(".md-search__input")) field.dispatchEvent(new KeyboardEvent("keyup"));
  });
})();
