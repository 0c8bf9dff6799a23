// The fields of a form as a draft knows them: each by a key that still means the same when the
// form is opened again, with rows that colleagues have added or paragraphs that have moved.

import { shortened } from "./drafts-words.js";
import { editorOf } from "./editors.js";

const NEVER = ["hidden", "file", "password", "submit", "button", "reset", "image"];
const SECRET = /passw|one-time-code/i;
const TYPED =
  "textarea, input:is([type=text], [type=url], [type=email], [type=number], [type=search], :not([type]))";

// Each field of a form is one or several elements of one name: boxes to tick, for instance.

function isKept(element) {
  return (
    element.name &&
    !NEVER.includes(element.type) &&
    // A password that the browser shows is one all the same.
    !SECRET.test(`${element.name} ${element.autocomplete}`) &&
    !element.name.startsWith("_keep") &&
    !/^(keep|asked)-/.test(element.name) &&
    !element.name.includes("__prefix__") &&
    // The side of a double list that holds what was not chosen.
    !element.matches(".selector-available *, [data-unkept], [data-unkept] *")
  );
}

export function isTypedIn(form) {
  return [...form.elements].some((element) => isKept(element) && element.matches(TYPED));
}

export function filesOf(form) {
  return [...form.elements]
    .filter((element) => element.type === "file" && !element.name.includes("__prefix__"))
    .flatMap((element) => [...element.files].map((file) => file.name));
}

// A row of an inline is known by what is stored of it; one that is not stored yet is the first,
// second… of such.
function keysOfRows(form) {
  return (name) => {
    const [, prefix, number, field] = name.match(/^(.+)-(\d+)-(.+)$/) ?? [];
    const initial = prefix && form.elements[`${prefix}-INITIAL_FORMS`];
    if (!initial) return name;
    const stored = form.elements[`${prefix}-${number}-id`]?.value;
    return `${prefix}/${stored || `+${number - initial.value}`}/${field}`;
  };
}

// A paragraph of a translation is known by its source.
function keysOfParagraphs(form) {
  const times = new Map();
  const keys = JSON.parse(form.elements._base.value).map(([field, source]) => {
    const known = `${field}/${shortened(source)}`;
    times.set(known, (times.get(known) ?? -1) + 1);
    return `${known}/${times.get(known)}`;
  });
  return (name) => {
    const [, side, number] = name.match(/^(target|source)-(\d+)$/) ?? [];
    return side ? `${side}/${keys[number]}` : name;
  };
}

// Every field that is kept, by its key.
export function fieldsOf(form) {
  const keyOf = form.elements._base ? keysOfParagraphs(form) : keysOfRows(form);
  const fields = new Map();
  for (const element of form.elements) {
    if (!isKept(element)) continue;
    const key = keyOf(element.name);
    fields.set(key, [...(fields.get(key) ?? []), element]);
  }
  return fields;
}

// Values: always a list, of what was chosen or typed.

const isTicked = (element) => ["checkbox", "radio"].includes(element.type);
const isDoubleList = (element) =>
  element.matches(".selector-chosen select, .selector select[id$=_to]");

function chosenIn(select) {
  return window.SelectBox?.cache[select.id]?.map((one) => one.value).sort() ?? [];
}

export function valueIn(elements) {
  const [first] = elements;
  if (isTicked(first)) return elements.filter((one) => one.checked).map((one) => one.value);
  if (first.tagName !== "SELECT") return elements.map((one) => one.value);
  if (isDoubleList(first)) return chosenIn(first);
  return [...first.selectedOptions].map((one) => one.value);
}

// What the server said, whatever the browser has filled in since: Firefox does after a reload.
export function givenValueOf(elements) {
  const [first] = elements;
  if (isTicked(first)) return elements.filter((one) => one.defaultChecked).map((one) => one.value);
  if (first.tagName === "TEXTAREA") return elements.map((one) => one.defaultValue);
  if (first.tagName !== "SELECT") {
    return elements.map((one) => one.defaultValue.replace(/[\r\n]/g, ""));
  }
  if (isDoubleList(first)) return chosenIn(first);
  const given = [...first.options].filter((one) => one.defaultSelected);
  if (!given.length && !first.multiple) given.push(...[...first.options].slice(0, 1));
  return given.map((one) => one.value);
}

export function isSame(one = [], other = []) {
  const says = (value) => value.map((words) => words.trim()).filter(Boolean);
  const [these, those] = [says(one), says(other)];
  return these.length === those.length && these.every((words, index) => words === those[index]);
}

// How a value reads: a choice by its words.
export function shownValueOf(elements, value = valueIn(elements)) {
  const [first] = elements;
  if (first.tagName === "SELECT") {
    const options = [...first.options];
    return value.map((one) => options.find((option) => option.value === one)?.text ?? one);
  }
  if (!isTicked(first)) return value;
  if (elements.length === 1) return value.map(() => "✓");
  const words = (one) => inOneLine(one.labels?.[0]) || one.value;
  return elements.filter((one) => value.includes(one.value)).map(words);
}

// What a label says; names in it that are written in another direction stay apart from the rest.
function inOneLine(label) {
  const copy = label?.cloneNode(true);
  for (const name of copy?.querySelectorAll("bdi") ?? []) {
    name.textContent = `\u2068${name.textContent}\u2069`;
  }
  return copy?.textContent.replace(/\s+/g, " ").trim();
}

export function labelOf(elements) {
  const [first] = elements;
  const cell = first.closest("td");
  const head = cell?.closest("table")?.querySelectorAll("thead th")[cell.cellIndex];
  const group =
    isTicked(first) && elements.length > 1 ? first.closest("fieldset, .form-row") : null;
  const label = group?.querySelector("legend, label") ??
    (cell && head) ??
    first.labels?.[0] ?? { textContent: first.name };
  const row = first.closest(".inline-related")?.querySelector(".inline_label");
  const words = [row, label].filter(Boolean).map((one) => one.textContent);
  return words
    .map((one) =>
      one
        .replace(/\s+/g, " ")
        .replace(/\s*:\s*$/, "")
        .trim(),
    )
    .join(" – ");
}

// Putting back.

function choose(select, value, shown) {
  if (isDoubleList(select)) {
    const from = select.id.replace(/_to$/, "_from");
    window.SelectBox.move_all(select.id, from);
    for (const one of document.getElementById(from).options)
      one.selected = value.includes(one.value);
    window.SelectBox.move(from, select.id);
    window.SelectFilter?.refresh_icons?.(select.id.replace(/_to$/, ""));
    return;
  }
  value.forEach((one, index) => {
    // A select that asks the server knows only its own.
    const isKnown = [...select.options].some((option) => option.value === one);
    if (!isKnown) select.add(new Option(shown[index] ?? one, one));
  });
  for (const option of select.options) option.selected = value.includes(option.value);
}

export function put(elements, value, shown) {
  const [first] = elements;
  if (first.tagName === "SELECT") {
    choose(first, value, shown);
  } else if (isTicked(first)) {
    for (const one of elements) one.checked = value.includes(one.value);
  } else {
    elements.forEach((one, index) => {
      one.value = value[index] ?? "";
      editorOf(one)?.commands.setContent(one.value, { emitUpdate: false });
      // The paragraph of a translation is written as it looks, beside its textarea.
      one.dispatchEvent(new CustomEvent("draft:put", { bubbles: true }));
    });
  }
  for (const one of elements) one.dispatchEvent(new Event("change", { bubbles: true }));
}

// Add the rows that a draft has and the form has not.
export function addRows(form, keys) {
  for (const key of keys) {
    const [, prefix, number] = key.match(/^(.+)\/\+(\d+)\//) ?? [];
    const total = prefix && form.elements[`${prefix}-TOTAL_FORMS`];
    if (!total) continue;
    const wanted = Number(form.elements[`${prefix}-INITIAL_FORMS`].value) + Number(number) + 1;
    const link = document.getElementById(`${prefix}-group`)?.querySelector(".add-row a, a.addlink");
    for (let tries = 0; link && Number(total.value) < wanted && tries < 1000; tries += 1)
      link.click();
  }
}
