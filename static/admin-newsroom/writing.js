// The desk for writing: one language or all, as this browser remembers; what is folded opens when
// it is called for; saving leads back to where one was. Without this script all is shown.

import { remember, remembered } from "./drafts-store.js";
import { editorOf } from "./editors.js";

const SHOWN = "newsroom-writing-shows";
const PLACE = "newsroom-writing-place";
const WIDE_ENOUGH = 34;
const form = document.querySelector("#article_form");
const columns = [...document.querySelectorAll(".writing-column")];
const group = document.querySelector(".writing-languages");
const main = document.querySelector(".writing-main");

// Which languages are shown.

let wish = remembered(SHOWN) ?? "";
let isNarrow = false;

// Whether two languages have no room beside each other.
function measure() {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return main.clientWidth < WIDE_ENOUGH * rem;
}

function show() {
  const known = columns.find((column) => column.dataset.text === wish);
  const only = known ?? (isNarrow ? columns[0] : null);
  for (const column of columns) column.hidden = Boolean(only) && column !== only;
  for (const steps of document.querySelectorAll("[data-steps]")) {
    const isOther = Boolean(only) && steps.dataset.steps !== only.dataset.text;
    steps.classList.toggle("of-hidden", isNarrow && isOther);
  }
  for (const button of group?.querySelectorAll("button") ?? []) {
    button.hidden = isNarrow && !button.dataset.shows;
    button.setAttribute("aria-pressed", `${button.dataset.shows === (only?.dataset.text ?? "")}`);
  }
}

// Brings into the page what is folded, or of a language that is not shown.
export function reveal(element) {
  for (let one = element.closest("details"); one; one = one.parentElement.closest("details")) {
    one.open = true;
  }
  const column = element.closest(".writing-column[hidden]");
  if (!column) return;
  wish = isNarrow ? column.dataset.text : "";
  show();
}

function revealTarget() {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!target) return;
  reveal(target);
  target.scrollIntoView({ block: "center" });
}

if (group && columns.length > 1) {
  group.hidden = false;
  group.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    wish = button.dataset.shows;
    remember(SHOWN, wish);
    show();
  });
  isNarrow = measure();
  show();
  new ResizeObserver(() => {
    if (measure() === isNarrow) return;
    isNarrow = !isNarrow;
    show();
  }).observe(main);
  const wrong = columns.filter((column) => column.querySelector(".errorlist"));
  if (wrong.length && wrong.every((column) => column.hidden)) reveal(wrong[0].firstElementChild);
}

window.addEventListener("hashchange", revealTarget);
document.addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  reveal(field);
  // Who is led to where something is owed, or wrong, types there.
  const asked = field.matches(".told") ? field.querySelector("textarea") : null;
  if (asked) window.setTimeout(() => asked.focus());
});

// From the headline to the standfirst to the body: Enter leaves the headline, which is one line, and
// Tab goes past the buttons of the editor, to which Shift and Tab lead back from the text.

function nextTo(field) {
  const fields = [...field.closest(".writing-column").querySelectorAll("textarea")];
  return fields[fields.indexOf(field) + 1];
}

function goesOn({ key, target, isComposing, ctrlKey, metaKey, altKey, shiftKey }) {
  if (isComposing || ctrlKey || metaKey || altKey || shiftKey) return false;
  if (key === "Enter") return target.matches(".headline-input");
  if (key !== "Tab" || !target.matches(".writing-column textarea")) return false;
  const next = nextTo(target);
  return Boolean(next && editorOf(next));
}

form?.addEventListener("keydown", (event) => {
  if (!goesOn(event)) return;
  event.preventDefault();
  const next = nextTo(event.target);
  (editorOf(next)?.view.dom ?? next)?.focus();
});

// Saving.

const saved = document.querySelector("[data-saved]");
const unsaved = document.querySelector("[data-unsaved]");

function isText(element) {
  return element.name || element.isContentEditable;
}

function tellUnsaved({ target }) {
  if (!unsaved || !isText(target) || target.closest(".writing-keys")) return;
  unsaved.hidden = false;
  if (saved) saved.hidden = true;
}

form?.addEventListener("input", tellUnsaved);

function fieldOf(element) {
  return element?.closest(".prose-editor")?.querySelector("textarea") ?? element;
}

// Where one is, for the page that comes after the save.
function placeNow() {
  const field = fieldOf(document.activeElement);
  const editor = field && editorOf(field);
  const at = editor ? editor.state.selection.from : field?.selectionStart;
  return { path: window.location.pathname, top: window.scrollY, field: field?.id ?? "", at };
}

let place = null;

document.addEventListener("focusin", ({ target }) => {
  if (form?.contains(target) && !target.closest(".writing-bar")) place = placeNow();
});

function onSubmit({ submitter }) {
  if (submitter?.name !== "_continue") return;
  const here = document.activeElement;
  const isWriting = form.contains(here) && !here.closest(".writing-bar");
  const kept = isWriting || !place ? placeNow() : { ...place, top: window.scrollY };
  window.sessionStorage.setItem(PLACE, JSON.stringify(kept));
}

form?.addEventListener("submit", onSubmit);

function focusIn(field, at) {
  const editor = editorOf(field);
  if (editor) {
    editor.commands.setTextSelection(Math.min(at ?? 0, editor.state.doc.content.size));
    editor.view.dom.focus({ preventScroll: true });
    return;
  }
  field.focus({ preventScroll: true });
  if (field.matches("textarea") && at !== undefined) field.setSelectionRange(at, at);
}

function goBack() {
  let kept = null;
  try {
    kept = JSON.parse(window.sessionStorage.getItem(PLACE));
    window.sessionStorage.removeItem(PLACE);
  } catch {
    // A browser that keeps nothing begins at the top.
  }
  // What the page has to say comes first.
  const says = document.querySelector(".errornote, .conflict, .messagelist :is(.warning, .error)");
  if (!kept || kept.path !== window.location.pathname || says) return;
  const field = kept.field && document.getElementById(kept.field);
  if (field && form.contains(field)) {
    const folds = field.closest("details:not([open])");
    if (!folds && !field.closest("[hidden]")) focusIn(field, kept.at);
  }
  window.scrollTo({ top: kept.top, behavior: "instant" });
}

// The editors of rich text come one after another, with their modules; with them the page grows.
function isYetAnEditor(field) {
  const names = Object.keys(field.dataset);
  return names.some((name) => name.startsWith("djangoProseEditor")) && !editorOf(field);
}

function whenEditorsAreThere(act, until = performance.now() + 3000) {
  const waits = [...form.querySelectorAll("textarea")].some(
    (field) => !field.closest(".empty-form") && isYetAnEditor(field),
  );
  if (waits && performance.now() < until) {
    window.setTimeout(() => whenEditorsAreThere(act, until), 30);
  } else window.requestAnimationFrame(act);
}

// The library puts the cursor into what stands first on a new form, whenever its script comes: where
// that is the switch of languages, it goes on to the headline.
function beginWithHeadline() {
  const isNew = document.querySelector("#django-admin-form-add-constants")?.dataset.modelName;
  const here = document.activeElement;
  if (!isNew || (here !== document.body && !group?.contains(here))) return;
  columns
    .find((column) => !column.hidden)
    ?.querySelector(".headline-input")
    ?.focus();
}

// A form that comes back has the cursor in what was refused, but where a reason is asked for.
function beginWithFault() {
  const wrong = form?.querySelector("[aria-invalid='true']:not([type='hidden'])");
  if (!wrong || document.activeElement?.getAttribute("aria-invalid")) return false;
  reveal(wrong);
  const editor = editorOf(wrong);
  (editor?.view.dom ?? wrong).focus();
  return true;
}

// After the editors of rich text have come into the page.
window.addEventListener("load", () => {
  if (form && document.querySelector(".errornote")) {
    whenEditorsAreThere(() => beginWithFault() || beginWithHeadline());
    return;
  }
  beginWithHeadline();
  if (window.location.hash) revealTarget();
  else if (form) whenEditorsAreThere(goBack);
});

function onChoice({ target }) {
  if (!target.matches("#article_form select.admin-autocomplete")) return;
  const given = [...target.options].filter((one) => one.defaultSelected).map((one) => one.value);
  const isChanged = target.value !== (given[0] ?? "");
  // The days are those of the event that was chosen when the page came.
  const days = document.querySelector(`[data-chosen-by="${CSS.escape(target.name)}"]`);
  if (days) days.hidden = isChanged;
  if (isChanged) tellUnsaved({ target });
}

document.addEventListener("change", onChoice);

// How many rows a folded group has, as they are written and taken away: an empty one is none.

const WRITTEN =
  "input[name]:not([type=hidden], [type=checkbox], [type=radio]), textarea, select.admin-autocomplete";

function isWritten(row) {
  if (row.matches(".empty-form, .tabular")) return false;
  const fields = [...row.querySelectorAll(WRITTEN)];
  // What a new row comes with, as its place among the others, nobody wrote.
  const wrote = (field) => field.value.trim() && field.value !== field.defaultValue;
  return row.matches(".has_original") || fields.some(wrote);
}

function recount() {
  for (const count of document.querySelectorAll("[data-rows]")) {
    const rows = count.closest("details").querySelectorAll(".inline-related, tr.form-row");
    count.textContent = [...rows].filter(isWritten).length;
  }
}

for (const kind of ["formset:added", "formset:removed", "input", "change"]) {
  document.addEventListener(kind, recount);
}

// Whoever opens rows where there are none wants one; what is wanted first has the focus.
for (const fold of document.querySelectorAll(".writing-main > .writing-rows")) {
  const isThere = () => fold.querySelector(".inline-related:not(.empty-form, .tabular)") !== null;
  fold.querySelector(":scope > summary").addEventListener("click", () => {
    const add = fold.querySelector(".add-row a");
    if (fold.open || isThere() || !add) return;
    // Once it is open: a row that is added looks where it has room.
    fold.addEventListener(
      "toggle",
      () => {
        // Pressed twice before the page came to it, it is one row, or folded again.
        if (!fold.open || isThere()) return;
        add.click();
        const row = [...fold.querySelectorAll(".inline-related:not(.empty-form)")].at(-1);
        const first = row?.querySelector("input:not([type=hidden]), textarea");
        first?.focus();
      },
      { once: true },
    );
  });
}
