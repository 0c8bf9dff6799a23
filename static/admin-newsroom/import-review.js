// The page of a text that is reviewed: what is typed is kept by the server a moment later, and by
// this browser until then. Where a thing stands in the text is shown while its field is typed in.
// Without this script the buttons keep what is typed, and the links lead to the text.

import { keeperOf } from "./drafts-keepers.js";
import { tellUnsent } from "./drafts-notices.js";
import { listenForKeys } from "./import-keys.js";
import { offerSelection } from "./import-selection.js";
import { obstacle, SILENT } from "./session.js";

const form = document.querySelector(".import-article");
const text = document.querySelector(".import-text");
const told = form?.querySelector(".import-kept");
const others = document.querySelector(".import-others");
const PAUSE = 1200;
const EVERY = 30_000;
const A_CLICK = 300;
let waits = 0;
let isSent = false;
let sending = Promise.resolve();

function filled() {
  const data = new FormData(form);
  data.set("do", "keep");
  return data;
}

// What the server has now counts as given: only what is typed from now on is kept here.
function values() {
  return [...form.elements].map((one) => ({ one, value: one.value, checked: one.checked }));
}

function settle(sent, unkept) {
  for (const { one, value, checked } of sent.filter(({ one }) => !unkept.includes(one.name))) {
    if (["checkbox", "radio"].includes(one.type)) one.defaultChecked = checked;
    else if (one.tagName === "SELECT") {
      for (const option of one.options) option.defaultSelected = option.value === value;
    } else if (one.type !== "hidden" && "defaultValue" in one) one.defaultValue = value;
  }
}

function tellOthers(sentences) {
  const said = [...others.children].map((one) => one.textContent);
  if (said.join("\n") === sentences.join("\n")) return;
  others.replaceChildren(
    ...sentences.map((sentence) => {
      const line = document.createElement("li");
      line.className = "info";
      line.textContent = sentence;
      return line;
    }),
  );
  others.hidden = !sentences.length;
}

async function posted() {
  try {
    const answer = await fetch(form.action, { method: "POST", body: filled() });
    const isOurs = answer.headers.get("content-type")?.startsWith("application/json");
    return answer.ok && isOurs ? await answer.json() : null;
  } catch {
    return null;
  }
}

async function send() {
  const sent = values();
  let answer = await posted();
  let found = null;
  if (!answer) {
    // Signed out, or signed in anew in another tab: then it is sent once more.
    found = await obstacle();
    answer = found ? null : await posted();
  }
  if (!answer) {
    // Why, stands in the notice.
    told.textContent = "";
    tellUnsent(form, found ?? { why: SILENT });
    return;
  }
  tellUnsent(form, null);
  form.elements._opened.value = answer.base;
  settle(sent, answer.unkept);
  if (!answer.unkept.length) keeperOf(form).answered(form, true);
  tellOthers(answer.sentences);
  told.textContent = answer.conflicts.join(" ") || form.dataset.kept;
}

function keep() {
  window.clearTimeout(waits);
  waits = 0;
  // One after the other: each is told what the one before it has left.
  sending = sending.then(() => (isSent ? undefined : send()));
  return sending;
}

function keepSoon() {
  window.clearTimeout(waits);
  waits = window.setTimeout(keep, PAUSE);
}

function leave() {
  if (isSent) return;
  if (waits)
    fetch(form.action, { method: "POST", body: filled(), keepalive: true }).catch(() => {});
  window.clearTimeout(waits);
  waits = 0;
  const data = new FormData();
  data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.set("do", "left");
  navigator.sendBeacon(form.action, data);
}

// Who else is here is asked as long as the page is looked at.
async function ask() {
  if (document.hidden || waits || isSent) return;
  const answer = await posted();
  if (answer) tellOthers(answer.sentences);
}

function marks(keys) {
  return [...text.querySelectorAll("mark")].filter((mark) =>
    mark.dataset.findings.split(" ").some((key) => keys.includes(key)),
  );
}

function show(finding) {
  for (const mark of text.querySelectorAll(".is-chosen")) mark.classList.remove("is-chosen");
  const found = marks(finding.dataset.finding.split(" "));
  for (const mark of found) mark.classList.add("is-chosen");
  if (!found.length) return;
  const where = found[0].getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTop += where - text.clientHeight / 3;
}

function lead(mark) {
  // The last is the smallest: a name within a quotation.
  const key = mark.dataset.findings.split(" ").at(-1);
  const finding = form.querySelector(`[data-finding~="${key}"]`);
  finding?.scrollIntoView({ block: "center" });
  finding?.querySelector("input, textarea, select")?.focus({ preventScroll: true });
}

function dim(finding) {
  const use = finding.querySelector("select[name$=use]");
  finding.classList.toggle("is-left-out", use?.value === "none");
}

if (form) {
  form.addEventListener("input", keepSoon);
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    isSent = true;
    window.clearTimeout(waits);
  });
  form.addEventListener("focusin", (event) => {
    const finding = event.target.closest("[data-finding]");
    if (finding) show(finding);
  });
  form.addEventListener("change", (event) => {
    const finding = event.target.closest("[data-finding]");
    if (finding) dim(finding);
  });
  for (const finding of form.querySelectorAll("[data-finding]")) dim(finding);
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    // A second click selects a word, and leads nowhere.
    window.setTimeout(() => {
      if (mark && window.getSelection().isCollapsed) lead(mark);
    }, A_CLICK);
  });
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", () => {
    isSent = false;
  });
  window.setInterval(ask, EVERY);
  listenForKeys(form, keep);
  offerSelection(form, text);
  // What was looked at, and typed, while this script was on its way.
  const finding = document.activeElement.closest("[data-finding]");
  if (finding) show(finding);
  if (Object.keys(keeperOf(form).changes()).length) keepSoon();
}
