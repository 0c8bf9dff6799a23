// Suggestions by a machine, on the translation desk. What is put into a field from one does not
// belong to the form, and so is sent with no save, until somebody has changed or confirmed it.

import { cellOf, focusOn, textareaOf, write } from "./translate-cells.js";

const UNREAD = "machine-unread";
// What stands in fields unread, by the source it was made of.
const unread = new Map();

const KEY = "KeyK";
const told = document.querySelector("#machine").dataset;

function formNow() {
  return document.querySelector("#translation");
}

function sourceOf(pair) {
  const rows = JSON.parse(formNow().elements._base.value);
  const [field, source] = rows[Number(pair.id.replace("row-", ""))];
  return `${field}\n${source}`;
}

function placeIn(pair) {
  return pair.querySelector(".pair-machine");
}

async function ask(pair) {
  const form = formNow();
  const place = placeIn(pair);
  if (!place || place.ariaBusy === "true") return;
  const asked = new FormData();
  asked.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  asked.append("row", pair.id.replace("row-", ""));
  place.ariaBusy = "true";
  place.textContent = told.asking;
  try {
    const answer = await fetch(told.url, { method: "POST", body: asked });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...document.adoptNode(page.body).childNodes);
    const made = place.querySelector("[data-source]");
    // The rows are others by now.
    if (made && made.dataset.source !== sourceOf(pair)) place.textContent = told.moved;
  } catch {
    place.textContent = told.silent;
  }
  place.ariaBusy = "false";
}

function insert(pair) {
  const made = placeIn(pair).querySelector("[data-source]");
  const textarea = pair.querySelector(".pair-target textarea");
  const text = made.querySelector(".pair-text");
  const html = "rich" in textarea.dataset ? text.innerHTML.trim() : text.textContent.trim();
  unread.set(sourceOf(pair), { html, before: textarea.value, made });
  put(pair, textarea, html, made);
  focusOn(cellOf(textarea));
}

function put(pair, textarea, html, made) {
  write(textarea, html);
  // A field of another form, which there is not: no save takes it along.
  textarea.setAttribute("form", UNREAD);
  pair.classList.add(UNREAD);
  made.querySelector(".machine-mark").hidden = false;
  made.querySelector("[data-insert-machine]").hidden = true;
  placeIn(pair).replaceChildren(made);
}

// Somebody has changed it.
function read(pair) {
  if (!pair?.classList.contains(UNREAD)) return;
  unread.delete(sourceOf(pair));
  release(pair);
}

// Somebody says that it is right. A save that is on its way has not taken it along: until the
// server has it, it is put back.
function approve(pair) {
  if (!pair?.classList.contains(UNREAD)) return;
  unread.get(sourceOf(pair)).isRead = true;
  release(pair);
}

function release(pair) {
  pair.querySelector(".pair-target textarea").removeAttribute("form");
  pair.classList.remove(UNREAD);
  placeIn(pair).replaceChildren();
}

function askOrInsert(pair) {
  const made = placeIn(pair)?.querySelector("[data-source]");
  if (!made) ask(pair);
  else if (!pair.classList.contains(UNREAD)) insert(pair);
}

document.addEventListener(
  "click",
  (event) => {
    const pair = event.target.closest(".pair");
    if (event.target.closest("[data-ask-machine]")) ask(pair);
    else if (event.target.closest("[data-insert-machine]")) insert(pair);
    else if (event.target.closest("[name=_confirm]")) approve(pair);
  },
  true,
);

// Before the desk's own keys are looked at: a confirmed paragraph is sent with its words.
document.addEventListener(
  "keydown",
  (event) => {
    const pair = event.target.closest(".pair");
    if (!pair || event.isComposing) return;
    const isConfirmed =
      (event.ctrlKey || event.metaKey) && event.key === "Enter" && !event.shiftKey;
    if (isConfirmed && textareaOf(event.target)) approve(pair);
    if (event.altKey && event.code === KEY && placeIn(pair)) {
      event.preventDefault();
      askOrInsert(pair);
    }
  },
  true,
);

document.addEventListener("input", (event) => {
  if (event.isTrusted) read(event.target.closest(".pair"));
});

// The server has made the form anew, without what it was not sent.
document.addEventListener("translation:taken", () => {
  show();
  for (const pair of formNow().querySelectorAll(".pair")) {
    const kept = unread.get(sourceOf(pair));
    const textarea = pair.querySelector(".pair-target textarea");
    if (!kept || !textarea) continue;
    if (textarea.value !== kept.before) unread.delete(sourceOf(pair));
    else if (kept.isRead) write(textarea, kept.html);
    else put(pair, textarea, kept.html, kept.made);
  }
});

function offerIn(pair) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet-button";
  button.dataset.askMachine = "";
  button.textContent = told.ask;
  const key = document.createElement("kbd");
  key.textContent = "Alt K";
  button.append(" ", key);
  const place = document.createElement("div");
  place.className = "pair-machine";
  place.ariaLive = "polite";
  pair.querySelector(".pair-buttons").append(button);
  pair.querySelector(".pair-target").append(place);
}

function show() {
  for (const pair of formNow().querySelectorAll(
    ".pair:has(.pair-source > .pair-text):has(.pair-buttons)",
  )) {
    if (!placeIn(pair)) offerIn(pair);
  }
}

show();
