// Words that are selected in the text as it came are put into the field that was typed in last.

import { tellOf } from "./written.js";

const FIELDS = "input[type=text], textarea";

function selectedIn(text) {
  const selection = window.getSelection();
  if (selection.isCollapsed || !text.contains(selection.anchorNode)) return "";
  return selection.toString().trim();
}

function labelOf(field) {
  const finding = field.closest(".import-finding")?.querySelector("legend");
  const row = field.name.includes("-") ? (finding?.firstChild?.textContent.trim() ?? "") : "";
  return [row, field.labels[0].textContent.trim()].filter(Boolean).join(" : ");
}

// Into a long text where one was writing; elsewhere it is the whole of the field.
function put(words, field) {
  if (field.name === "body")
    field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
  else field.value = words.replace(/\s+/g, " ");
  tellOf(field);
  field.focus();
}

export function offerSelection(form, text) {
  const offer = document.querySelector(".import-put");
  const button = offer.querySelector("button");
  // Somebody may be in a field before this script is there.
  const here = document.activeElement;
  const isIn = form.contains(here) && here.matches(FIELDS);
  let field = isIn ? here : form.querySelector("[name=headline]");
  let words = "";
  form.addEventListener("focusin", ({ target }) => {
    if (target.matches(FIELDS)) field = target;
  });
  function offerWords() {
    if (document.activeElement === button) return;
    words = selectedIn(text);
    offer.hidden = !words;
    if (words) button.textContent = button.dataset.words.replace("{field}", labelOf(field));
  }
  document.addEventListener("selectionchange", offerWords);
  offerWords();
  button.addEventListener("click", () => {
    put(words, field);
    offer.hidden = true;
  });
}
