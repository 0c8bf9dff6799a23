// Typography: a field is fixed when its editor says so, by a button or with F9, and can be undone.
// The server knows the rules. Any field takes part that says
//   data-typography="fr"            its language
//   data-typography-text="rich"     or "plain"
// in a page with an element that has data-typography-url (templates/admin/articles/article/typography_keys.html);
// it may be an input, a textarea, the textarea of a rich text editor, or a contenteditable element.
// Other modules may import: ask (what there is to say of a text), fix (a field), show (what was done).

import { remember, remembered } from "./drafts-store.js";
import { editorOf } from "./editors.js";
import { beforeInserting } from "./pasted-text.js";

const keys = document.querySelector("[data-typography-url]");
const done = document.querySelector(".typography-done");
const PASTE = "newsroom-typography-paste";
const KEY = "F9";

export function fieldAt(element) {
  const field = element.closest?.("[data-typography]");
  return (
    field ?? element.closest?.(".prose-editor")?.querySelector("textarea[data-typography]") ?? null
  );
}

export async function ask(language, kind, text, rule = "") {
  const body = new FormData();
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  Object.entries({ csrfmiddlewaretoken: token, language, kind, text, rule }).forEach((one) =>
    body.set(...one),
  );
  const answer = await fetch(keys.dataset.typographyUrl, { method: "POST", body });
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return answer.json();
}

export function read(field) {
  return field.isContentEditable ? field.innerHTML : field.value;
}

export function write(field, text) {
  const editor = editorOf(field);
  if (editor) {
    const { from } = editor.state.selection;
    editor.commands.setContent(text, { emitUpdate: true });
    editor.commands.setTextSelection(Math.min(from, editor.state.doc.content.size));
    field.value = text;
  } else {
    // As if it were typed: the browser's own undo knows it.
    field.focus({ preventScroll: true });
    if (field.isContentEditable) document.getSelection().selectAllChildren(field);
    else field.select();
    const command = field.isContentEditable ? "insertHTML" : "insertText";
    if (!document.execCommand(command, false, text)) field.value = text;
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new CustomEvent("typography:written", { bubbles: true }));
}

export async function fix(field, rule = "") {
  // Fixes one field; returns what it was, how much was changed, and the changes to show.
  const before = read(field);
  const { typography, typographyText } = field.dataset;
  const answer = await ask(typography, typographyText, before, rule);
  // Somebody who types on while the server thinks is not written over.
  if (read(field) !== before || !answer.changes) return { field, before, changes: 0, html: "" };
  write(field, answer.fixed);
  return { field, before, changes: answer.changes, html: answer.html };
}

let undoing = [];

export function show(fixes) {
  if (!done) return;
  const status = done.querySelector("[role=status]");
  const count = fixes.reduce((sum, one) => sum + one.changes, 0);
  undoing = fixes.filter((one) => one.changes);
  done.hidden = false;
  status.textContent = count
    ? status.dataset.done.replace("{count}", count)
    : status.dataset.nothing;
  // Made by the server from a template, which escapes the words in it.
  done.querySelector("[data-changes]").innerHTML = fixes.map((one) => one.html).join("");
  done.querySelector("[data-do=undo]").hidden = !count;
}

async function pasted(event, field) {
  const text = event.clipboardData.getData("text/plain");
  if (!text) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const fixed = await inTypography(text, field, "plain");
  const view = editorOf(field)?.view;
  if (view) view.pasteText(fixed);
  else document.execCommand("insertText", false, fixed);
}

function inTypography(text, field, kind) {
  return ask(field.dataset.typography, kind, text)
    .then((answer) => answer.fixed)
    .catch(() => text);
}

function isWished() {
  return remembered(PASTE) === "1";
}

if (keys) {
  keys.hidden = false;
  const wish = keys.querySelector("[data-typography-paste]");
  if (wish) {
    wish.checked = remembered(PASTE) === "1";
    wish.addEventListener("change", () => remember(PASTE, wish.checked ? "1" : "0"));
  }
  document.addEventListener("keydown", (event) => {
    const field = event.key === KEY && fieldAt(event.target);
    if (!field) return;
    event.preventDefault();
    fix(field).then((one) => show([one]));
  });
  document.addEventListener(
    "paste",
    (event) => {
      const field = isWished() && fieldAt(event.target);
      // Rich text is pasted by its own module.
      if (field && !(editorOf(field) && event.clipboardData.types.includes("text/html")))
        pasted(event, field);
    },
    { capture: true },
  );
  beforeInserting((html, element) => {
    const field = isWished() && fieldAt(element);
    return field ? inTypography(html, field, "rich") : html;
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && done && !done.hidden) done.hidden = true;
});

done?.addEventListener("click", (event) => {
  const wish = event.target.dataset.do;
  if (!wish) return;
  if (wish === "undo") undoing.forEach((one) => write(one.field, one.before));
  undoing = [];
  done.hidden = true;
});
