/* Filters and sorting for the tables of the book.  The state is in the address (#rows:status=held&sort=When), so that a
   view can be shared; without this script the tables are complete and in their own order. */
(() => {
  "use strict";
  const PREFIX = "#rows:";
  const MOST_CHOICES = 60; // a longer list of choices is no help; the text filter is

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const cellText = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".bb-cite, .bb-detail").forEach((part) => part.remove());
    return copy.textContent.trim();
  };
  const sortKey = (cell) => {
    const time = cell.querySelector("time[datetime]");
    return time ? time.getAttribute("datetime") : plain(cellText(cell)).replace(/^\d+/, (digits) => digits.padStart(9, "0"));
  };
  const yearOf = (cell) => {
    const time = cell.querySelector("time[datetime]");
    return time ? time.getAttribute("datetime").slice(0, 4) : "";
  };

  const read = () => new URLSearchParams(location.hash.startsWith(PREFIX) ? location.hash.slice(PREFIX.length) : "");
  const write = (state) => {
    const words = state.toString();
    try {
      history.replaceState(history.state, "", words ? PREFIX + words : location.href.split("#")[0]);
    } catch {
      if (words) location.replace(PREFIX + words); // a browser that refuses the first on file:
    }
  };

  function enhance(box) {
    const table = box.querySelector("table");
    if (!table || !table.tHead || table.tBodies.length === 0) return;
    const heads = [...table.tHead.rows[0].cells];
    const names = heads.map((head) => head.textContent.trim());
    const rows = [...table.tBodies[0].rows].map((row, number) => ({ row, number, words: plain(row.textContent) }));
    const state = read();
    const controls = element("div", { class: "bb-filter", role: "search", "aria-label": "Filter this table" });
    const told = element("span", { class: "bb-filter-count", role: "status" });
    const tests = [];

    const set = (key, value) => {
      if (value) state.set(key, value);
      else state.delete(key);
      write(state);
      apply();
    };

    function apply() {
      const active = tests.map((make) => make()).filter(Boolean);
      let visible = 0;
      for (const item of rows) {
        const keep = active.every((test) => test(item));
        item.row.hidden = !keep;
        visible += keep ? 1 : 0;
      }
      const noun = rows.length === 1 ? "entry" : "entries";
      told.textContent = visible === rows.length ? `${rows.length} ${noun}` : `${visible} of ${rows.length} ${noun}`;
      sort();
    }

    function sort() {
      const wanted = state.get("sort") || "";
      const column = names.indexOf(wanted.replace(/^-/, ""));
      const factor = wanted.startsWith("-") ? -1 : 1;
      const ordered = column < 0 ? rows : rows
        .map((item) => ({ item, key: sortKey(item.row.cells[column]) }))
        .sort((a, b) => factor * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || a.item.number - b.item.number)
        .map(({ item }) => item);
      table.tBodies[0].append(...ordered.map((item) => item.row));
      heads.forEach((head, number) => {
        if (number === column) head.setAttribute("aria-sort", factor > 0 ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      });
    }

    function addText() {
      const input = element("input", { type: "search", autocomplete: "off", spellcheck: "false" });
      input.value = state.get("text") || "";
      input.addEventListener("input", () => set("text", input.value.trim()));
      controls.append(element("label", {}, element("span", {}, "Filter"), input));
      tests.push(() => {
        const words = plain(state.get("text") || "").split(/\s+/).filter(Boolean);
        return words.length > 0 && ((item) => words.every((word) => item.words.includes(word)));
      });
    }

    function addChoice(label, value) {
      const choices = [...new Set(rows.map(({ row }) => value(row)).filter(Boolean))].sort();
      if (choices.length < 2 || choices.length > MOST_CHOICES) return;
      const select = element("select", {}, element("option", { value: "" }, "all"));
      select.append(...choices.map((choice) => element("option", { value: choice }, choice)));
      const key = label.toLowerCase();
      select.value = choices.includes(state.get(key)) ? state.get(key) : "";
      select.addEventListener("change", () => set(key, select.value));
      controls.append(element("label", {}, element("span", {}, label), select));
      tests.push(() => select.value && (({ row }) => value(row) === select.value));
    }

    function addSorting() {
      heads.forEach((head, number) => {
        const button = element("button", { type: "button", class: "bb-sort" }, ...head.childNodes);
        button.addEventListener("click", () => {
          const now = state.get("sort");
          set("sort", now === names[number] ? `-${names[number]}` : now === `-${names[number]}` ? "" : names[number]);
        });
        head.append(button);
      });
    }

    addText();
    for (const label of (box.dataset.bbFilter || "").split(",").filter(Boolean)) {
      const column = names.indexOf(label);
      if (column >= 0) addChoice(label, (row) => cellText(row.cells[column]));
    }
    const timed = names.indexOf(box.dataset.bbYear || "");
    if (timed >= 0) addChoice("Year", (row) => yearOf(row.cells[timed]));
    addSorting();
    controls.append(told);
    box.prepend(controls);
    box.classList.add("bb-sortable");
    apply();
  }

  document.querySelectorAll(".bb-table[data-bb-filter]").forEach(enhance);
})();
