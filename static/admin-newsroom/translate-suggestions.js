// Known terms and remembered translations, taken into the field by a key or a click. What the
// memory has of a paragraph is fetched when its field is entered.

import { cellOf, focusOn, textareaOf, write } from "./translate-cells.js";

// What was typed before a remembered translation took its place, and which one did.
const taken = new WeakMap();

function rowOf(cell) {
  return cell.closest(".pair");
}

function wordsOf(cell) {
  return cell.isContentEditable ? cell.textContent : cell.value;
}

function beforeCaret(cell) {
  if (!cell.isContentEditable) return cell.value.slice(0, cell.selectionStart);
  const range = window.getSelection().getRangeAt(0).cloneRange();
  range.collapse(true);
  range.setStart(cell, 0);
  return range.toString();
}

function insert(cell, words) {
  if (document.activeElement !== cell) focusOn(cell);
  const space = /[^\s«("'’]$/.test(beforeCaret(cell)) ? " " : "";
  document.execCommand("insertText", false, space + words);
}

// The next term of the source of which the field has no form.
export function insertTerm(cell) {
  const terms = [...rowOf(cell).querySelectorAll("[data-insert]")];
  const words = wordsOf(cell);
  const next = terms.find(
    (one) => !one.dataset.forms.split("|").some((form) => words.includes(form)),
  );
  if (next) insert(cell, next.dataset.insert);
}

export async function load(cell) {
  const place = rowOf(cell).querySelector("[data-suggestions]");
  if (!place || place.dataset.state) return place?.loading;
  place.dataset.state = "loading";
  place.loading = fetch(place.dataset.suggestions).then(async (answer) => {
    // Without an answer the link stays, which opens them on a page of their own.
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...document.adoptNode(page.body).childNodes);
    for (const one of place.querySelectorAll("[data-use]")) one.hidden = false;
    place.dataset.state = "loaded";
  });
  return place.loading;
}

function use(cell, offered) {
  const textarea = textareaOf(cell);
  write(
    textarea,
    "rich" in textarea.dataset ? offered.innerHTML.trim() : offered.textContent.trim(),
  );
  focusOn(cellOf(textarea));
}

// The closest one first; pressed again, the next, and at last what had been typed.
export async function useMemory(cell) {
  await load(cell);
  const offered = [...rowOf(cell).querySelectorAll("[data-offered]")];
  if (!offered.length) return;
  const textarea = textareaOf(cell);
  const known = taken.get(textarea);
  const before = known && known.now === textarea.value ? known : { typed: textarea.value, at: -1 };
  const at = before.at + 1;
  if (at < offered.length) {
    use(cell, offered[at]);
    taken.set(textarea, { typed: before.typed, at, now: textarea.value });
  } else {
    write(textarea, before.typed);
    focusOn(cellOf(textarea));
    taken.delete(textarea);
  }
}

document.addEventListener("focusin", (event) => {
  const cell = event.target.closest(".pair-target :is(textarea, [contenteditable])");
  if (cell) load(cell);
});

// A button of a term leaves the caret where it is.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest("[data-insert]")) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-insert], [data-use]");
  const textarea = pressed?.closest(".pair")?.querySelector(".pair-target textarea");
  if (!textarea) return;
  const cell = cellOf(textarea);
  if ("insert" in pressed.dataset) insert(cell, pressed.dataset.insert);
  else use(cell, pressed.closest("li").querySelector("[data-offered]"));
});
