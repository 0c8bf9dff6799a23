// A line of the checks, or of what is wrong, leads to the field it names; a fix rewrites its field in place, and the
// checks are made anew. Without this script a line is a link, and a fix sends the form.

import { fix, show } from "./typography.js";
import { reveal } from "./writing.js";

const form = document.querySelector("#article_form");
const url = document.querySelector("[data-checks-url]")?.dataset.checksUrl;
const AFTER = 1500;

function fieldOf(link) {
  const [page, id] = link.href.split("#");
  if (page !== window.location.href.split("#")[0]) return null;
  const name = id.replace(/_error$/, "");
  // A moment has two fields, the day's first.
  return document.getElementById(name) ?? document.getElementById(`${name}_0`);
}

export function focusOn(field) {
  reveal(field);
  const editor = field.closest(".prose-editor")?.querySelector(".ProseMirror[contenteditable]");
  const target = editor ?? field;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

async function checkAgain() {
  const shown = document.querySelector(".checks-languages");
  if (!url || !shown) return;
  const answer = await fetch(url, { method: "POST", body: new FormData(form) });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const open = [...shown.querySelectorAll("details[open]")].map((one) => one.dataset.of);
  const fresh = document.adoptNode(page.querySelector(".checks-languages"));
  for (const one of fresh.querySelectorAll("details")) one.open = open.includes(one.dataset.of);
  shown.replaceWith(fresh);
}

function fieldsOf(wish) {
  // "body_fr:before" is one rule in one field; "fr" all the fields of a language.
  const [name, rule = ""] = wish.split(":");
  const one = form.elements[name];
  const fields = one ? [one] : [...form.querySelectorAll(`[data-typography="${name}"]`)];
  return { fields, rule };
}

async function fixAll(wish) {
  const { fields, rule } = fieldsOf(wish);
  const fixes = [];
  for (const field of fields) fixes.push(await fix(field, rule));
  show(fixes);
  await checkAgain();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[name='_fix']");
  if (button) {
    event.preventDefault();
    button.disabled = true;
    fixAll(button.value).catch(() => {
      button.disabled = false;
    });
    return;
  }
  const link = event.target.closest?.(".checks a[href*='#'], .wrong-fields a");
  const field = link && fieldOf(link);
  if (!field) return;
  event.preventDefault();
  focusOn(field);
});

// What is typed is looked at when the typing rests.
let timer = null;
form?.addEventListener("input", () => {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => checkAgain().catch(() => {}), AFTER);
});
