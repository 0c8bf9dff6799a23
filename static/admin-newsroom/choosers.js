// Fields that choose a record: each is one to type in, by which pictures are seen before one is
// chosen, and what is not found is created in a window that has its name already. Without this
// script there are the names alone, and the sign beside a field opens the window.

import { Chooser } from "./chooser.js";
import { openFor } from "./related-windows.js";

const FIELDS = "select.admin-autocomplete";
const choosers = new WeakMap();

// Some labels are there for the ear alone: the name is said of the field itself.
function nameLike(input, select) {
  const label = select.labels?.[0]?.textContent.replace(/\s*:\s*$/, "").trim();
  if (label && !input.hasAttribute("aria-label")) input.setAttribute("aria-label", label);
}

export function chooserOf(select) {
  if (!choosers.has(select)) {
    const chooser = new Chooser(select, openFor);
    nameLike(chooser.input, select);
    choosers.set(select, chooser);
  }
  return choosers.get(select);
}

function equip(root) {
  for (const select of root.querySelectorAll(FIELDS)) {
    // That of the row from which others are made stays as it is.
    if (!select.name.includes("__prefix__")) chooserOf(select);
  }
}

equip(document);
// A form that is emptied by its button has again what its fields had.
document.addEventListener("reset", ({ target }) => {
  window.setTimeout(() => {
    for (const select of target.querySelectorAll(FIELDS)) choosers.get(select)?.close();
  });
});
document.addEventListener("formset:added", ({ target }) => equip(target));
