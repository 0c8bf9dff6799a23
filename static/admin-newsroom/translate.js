// The translation desk by keyboard. A save goes to the server while one writes on: what is typed
// in the meantime stays, and is sent with the next one. The page works without this script.

import { keeperOf } from "./drafts-keepers.js";
import { tellUnsent } from "./drafts-notices.js";
import { isSure, obstacle, SILENT } from "./session.js";
import { cellOf, enhance, focusOn, textareaOf, write } from "./translate-cells.js";
import { insertTerm, useMemory } from "./translate-suggestions.js";

const ALT_KEYS = { ArrowDown: 1, ArrowUp: -1 };

let form = document.querySelector("#translation");
let sending = Promise.resolve();

function textareas() {
  return [...form.querySelectorAll(".pair textarea")];
}

function targets() {
  return [...form.querySelectorAll(".pair-target textarea")];
}

function values() {
  return new Map(textareas().map((one) => [one.name, one.value]));
}

function say(words) {
  form.querySelector("[role=status]").textContent = words;
}

function sourcesOf(page) {
  return JSON.parse(page.elements._base.value).map(([field, source]) => `${field}\n${source}`);
}

// Take over what the server made of the form, but for what was typed since it was sent.
function take(fresh, sent) {
  const typed = textareas().filter((one) => one.value !== sent.get(one.name));
  const isSame = sourcesOf(fresh).join("\n\n") === sourcesOf(form).join("\n\n");
  // Rows came or went while something was typed: it goes on in the form it was begun in.
  if (typed.length && !isSame) return false;
  const active = document.activeElement;
  const held = textareaOf(active) && { name: textareaOf(active).name, at: caret(active) };
  const later = new Map(typed.map((one) => [one.name, one.value]));
  form.replaceWith(document.adoptNode(fresh));
  form = fresh;
  enhance(form);
  for (const [name, value] of later) write(form.elements[name], value);
  if (held && form.elements[held.name]) {
    const cell = cellOf(form.elements[held.name]);
    focusOn(cell);
    putCaret(cell, held.at);
  }
  document.dispatchEvent(new Event("translation:taken"));
  return true;
}

function caret(cell) {
  if (!cell.isContentEditable) return cell.selectionEnd;
  const range = window.getSelection().getRangeAt(0).cloneRange();
  range.setStart(cell, 0);
  return range.toString().length;
}

function putCaret(cell, at) {
  if (!cell.isContentEditable) return cell.setSelectionRange?.(at, at);
  let left = at;
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (left <= node.length) return window.getSelection().collapse(node, left);
    left -= node.length;
  }
  return undefined;
}

// What the server says stands beside the buttons, also where the form stays as it is.
function told(fresh) {
  const said = document.adoptNode(fresh.querySelector("#said"));
  form.querySelector("#said").replaceWith(said);
}

// The server's answer as a page; nothing where there is none, or one without this form.
async function pageFor(data) {
  try {
    const answer = await fetch(form.action, { method: "POST", body: data });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("#translation") ? { page, answer } : null;
  } catch {
    return null;
  }
}

async function asked(button) {
  const data = () => {
    const said = new FormData(form);
    said.append(button.name, button.value);
    return said;
  };
  let found = isSure() ? null : await obstacle();
  let given = found ? null : await pageFor(data());
  if (!given && !found) {
    // Signed out, or signed in anew in another tab: then the form is sent once more.
    found = await obstacle();
    given = found ? null : await pageFor(data());
  }
  if (given) return given;
  throw Object.assign(new Error("Nothing was saved."), { found: found ?? { why: SILENT } });
}

async function send(button) {
  const sent = values();
  if (button.row && sourcesOf(form)[button.value] !== button.row) {
    // The rows are others by now: it is found again by what it says, or left alone.
    const place = sourcesOf(form).indexOf(button.row);
    if (place < 0) return;
    button.value = String(place);
  }
  say(form.dataset.saving);
  const keeper = keeperOf(form);
  keeper.sending();
  const { page, answer } = await asked(button);
  const fresh = page.querySelector("#translation");
  tellUnsent(form, null);
  if (fresh.action !== form.action) {
    window.history.replaceState(null, "", fresh.action.replace(/#.*/, ""));
  }
  if (!take(fresh, sent)) told(fresh);
  keeper.answered(form, answer.ok);
  say("");
}

function submit(button) {
  sending = sending
    .then(() => send(button))
    .catch(({ found }) => {
      say("");
      // What was typed stays here, and kept.
      tellUnsent(form, found ?? { why: SILENT });
    });
  return sending;
}

function button(name, value) {
  return { name, value };
}

function neighbour(cell, step, isWanted = () => true) {
  const cells = targets();
  const start = cells.indexOf(textareaOf(cell));
  for (let place = start + step; place >= 0 && place < cells.length; place += step) {
    if (isWanted(cells[place])) return cellOf(cells[place]);
  }
  return null;
}

function isOpen(textarea) {
  return !textarea.closest(".pair").classList.contains("settled");
}

function numberOf(cell) {
  return textareaOf(cell).name.replace("target-", "");
}

// Confirm, and be in the next one before the server has answered.
function confirm(cell, name) {
  const number = numberOf(cell);
  const pressed = { ...button(name, number), row: sourcesOf(form)[number] };
  const following = neighbour(cell, 1, isOpen) ?? neighbour(cell, 1);
  submit(pressed);
  if (following) focusOn(following);
}

function copySource(cell) {
  const textarea = textareaOf(cell);
  const source = cell.closest(".pair").querySelector(".pair-source > .pair-text");
  if (!source || textarea.value.trim()) return;
  const words = source.cloneNode(true);
  for (const term of words.querySelectorAll("mark")) term.replaceWith(...term.childNodes);
  write(textarea, "rich" in textarea.dataset ? words.innerHTML : words.textContent);
  focusOn(cellOf(textarea));
}

function inCell(event, cell) {
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key === "Tab" && !ctrl && !event.altKey) {
    const next = neighbour(cell, event.shiftKey ? -1 : 1);
    if (!next) return false;
    focusOn(next);
  } else if (ctrl && event.key === "Enter") {
    confirm(cell, event.shiftKey ? "_settle" : "_confirm");
  } else if (event.altKey && event.key in ALT_KEYS) {
    const next = neighbour(cell, ALT_KEYS[event.key], isOpen);
    if (next) focusOn(next);
  } else if (event.altKey && event.code === "KeyC") {
    copySource(cell);
  } else if (event.altKey && event.code === "KeyT") {
    insertTerm(cell);
  } else if (event.altKey && event.code === "KeyM") {
    useMemory(cell);
  } else if (event.key === "Escape") {
    cell.closest(".pair").querySelector(".pair-buttons button, summary")?.focus();
  } else {
    return false;
  }
  return true;
}

function anywhere(event, isTyping) {
  const keys = document.querySelector("#keys");
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyS") {
    if (form.elements._save) submit(button("_save", "1"));
  } else if ((event.altKey && event.code === "KeyH") || (event.key === "?" && !isTyping)) {
    keys.open = !keys.open;
  } else {
    return false;
  }
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const cell = event.target.closest(".pair-target :is(textarea, [contenteditable])");
  const isTyping = cell || event.target.matches("input, select, textarea");
  if ((cell && inCell(event, cell)) || anywhere(event, isTyping)) event.preventDefault();
});

document.addEventListener("submit", (event) => {
  if (event.target !== form || !event.submitter) return;
  event.preventDefault();
  const { name, value } = event.submitter;
  submit(button(name, value)).then(() => {
    const said = form.querySelector("#said");
    if (said.querySelector(".warning, .error")) return said.focus();
    const at = Number(form.dataset.at);
    const next = at >= 0 && form.elements[`target-${at}`];
    if (next && !document.activeElement.closest(".pair")) focusOn(cellOf(next));
    return undefined;
  });
});

enhance(form);
const first = form.querySelector("textarea[autofocus]");
if (first) focusOn(cellOf(first));
