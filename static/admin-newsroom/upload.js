// Dropping pictures: each is sent for itself, so that one shows what became of it while the
// others are on their way. Without this script the form sends them all at once.

import { tellUnsent } from "./drafts-notices.js";
import { isSure, obstacle } from "./session.js";

const form = document.querySelector(".upload-many");
const zone = form.querySelector(".drop-zone");
const field = form.querySelector("[type=file]");
const results = document.querySelector(".upload-results");
const waiting = document.querySelector(".waiting");
const queue = [];
let isSending = false;

async function send(file) {
  const found = isSure() ? null : await obstacle();
  tellUnsent(form, found);
  if (found) throw new Error(found.why);
  const data = new FormData(form);
  data.delete("files");
  data.append("files", file);
  const answer = await fetch(form.action, { method: "POST", body: data });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const told = page.querySelectorAll(".upload-results > li");
  // Another page than this one: who is signed out is asked to sign in.
  if (!told.length) {
    tellUnsent(form, await obstacle());
    throw new Error(answer.status);
  }
  results.prepend(...told);
}

function tellFailure(file) {
  const item = document.createElement("li");
  const name = document.createElement("bdi");
  item.className = "refused";
  name.className = "filename";
  name.textContent = file.name;
  item.append(name, ` ${results.dataset.failed}`);
  results.prepend(item);
}

async function sendAll() {
  if (isSending) return;
  isSending = true;
  while (queue.length) {
    waiting.textContent = `${waiting.dataset.text} ${queue.length}`;
    const file = queue.shift();
    await send(file).catch(() => tellFailure(file));
  }
  waiting.textContent = "";
  isSending = false;
}

function add(files) {
  queue.push(...files);
  sendAll();
}

form.querySelector(".drop-here").hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  add(field.files);
  field.value = "";
});
zone.addEventListener("dragover", (event) => {
  event.preventDefault();
  zone.classList.add("is-over");
});
zone.addEventListener("dragleave", () => zone.classList.remove("is-over"));
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  zone.classList.remove("is-over");
  add(event.dataTransfer.files);
});
