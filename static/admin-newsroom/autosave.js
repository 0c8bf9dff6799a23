// What is typed is kept in this browser until the server says it has it: it survives a closed
// tab, an expired session, a power cut. On return the form offers it back, word by word.

import { PREFIX, drafts, savedTokens } from "./drafts.js";
import { asElements, wordsChanged } from "./words.js";

const AFTER = 800;
const MONTH = 30 * 24 * 3600 * 1000;

const form = document.querySelector("#article_form");
const offer = document.querySelector(".unsaved");

function forgetSaved() {
  const tokens = savedTokens();
  for (const draft of drafts()) {
    const old = Date.now() - draft.at > MONTH;
    if (old || tokens.has(draft.token)) localStorage.removeItem(draft.key);
  }
}

function isText(field) {
  const kept = !["hidden", "file", "password", "submit", "button"].includes(field.type);
  return field.name && kept && !field.name.startsWith("_keep") && !field.name.includes("__prefix__");
}

function read() {
  const values = {};
  for (const field of form.elements) {
    const isCount = field.name && field.name.endsWith("-TOTAL_FORMS");
    if (!isText(field) && !isCount) continue;
    if (field.type === "radio") {
      if (field.checked) values[field.name] = field.value;
    } else if (field.type === "checkbox") {
      values[field.name] = field.checked;
    } else {
      values[field.name] = field.value;
    }
  }
  return values;
}

function names() {
  // What the chosen records are called: a select that asks the server knows only its own.
  const chosen = {};
  for (const field of form.querySelectorAll("select.admin-autocomplete")) {
    if (field.value) chosen[field.name] = field.selectedOptions[0].textContent;
  }
  return chosen;
}

function plain(value) {
  if (typeof value !== "string") return String(value ?? "");
  const text = value.replace(/<\/(p|h\d|li|blockquote|tr)>|<br\s*\/?>/g, "$&\n");
  return new DOMParser().parseFromString(text, "text/html").body.textContent.trim();
}

function differing(before, after) {
  return Object.keys(after).filter(
    (name) => String(after[name] ?? "").trim() !== String(before[name] ?? "").trim()
  );
}

function labelOf(field) {
  return field.labels?.[0]?.textContent.replace(/\s*:\s*$/, "").trim() || field.name;
}

function describe(draft, now) {
  const list = offer.querySelector("dl");
  list.replaceChildren();
  for (const name of differing(now, draft.fields)) {
    const field = form.elements[name];
    if (name.endsWith("-TOTAL_FORMS") || (field && !field.name)) continue;
    const title = document.createElement("dt");
    title.textContent = field ? labelOf(field) : name;
    const text = document.createElement("dd");
    if (field?.lang) Object.assign(text, { lang: field.lang, dir: field.dir });
    const chosen = draft.names[name];
    const after = chosen ?? plain(draft.fields[name]);
    const before = field?.selectedOptions?.[0]?.textContent ?? plain(now[name]);
    const line = document.createElement("p");
    line.append(...asElements(wordsChanged(before, after)));
    text.append(line);
    list.append(title, text);
  }
  return list.children.length > 0;
}

function richText(field) {
  // The editor of rich text is an element beside its textarea, and known by it.
  return field.closest?.(".prose-editor")?.querySelector(".ProseMirror.tiptap")?.editor;
}

function addRows(values) {
  for (const [name, wanted] of Object.entries(values)) {
    if (!name.endsWith("-TOTAL_FORMS")) continue;
    const group = document.getElementById(`${name.replace("-TOTAL_FORMS", "")}-group`);
    const link = group?.querySelector(".add-row a, a.addlink");
    for (let tries = 0; tries < 50; tries += 1) {
      if (!link || Number(form.elements[name].value) >= Number(wanted)) break;
      link.click();
    }
  }
}

function write(draft) {
  addRows(draft.fields);
  for (const [name, value] of Object.entries(draft.fields)) {
    const field = form.elements[name];
    if (!field || name.endsWith("-TOTAL_FORMS")) continue;
    if (typeof value === "boolean") {
      field.checked = value;
    } else {
      if (field.tagName === "SELECT" && ![...field.options].some((one) => one.value === value)) {
        field.add(new Option(draft.names[name] ?? value, value));
      }
      field.value = value;
      richText(field)?.commands.setContent(value, { emitUpdate: false });
    }
    field.dispatchEvent?.(new Event("change", { bubbles: true }));
  }
}

function time(at) {
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: Date.now() - at > 12 * 3600 * 1000 ? "medium" : undefined,
    timeStyle: "short",
    numberingSystem: "latn",
  }).format(at);
}

function start() {
  const place = `${PREFIX}:${offer.dataset.owner}:${window.location.pathname}`;
  const token = crypto.getRandomValues(new Uint32Array(4)).join("");
  const key = `${place}:${token}`;
  form.elements._draft.value = token;
  let untouched = read();
  let timer = null;

  const keep = () => {
    const fields = read();
    if (!differing(untouched, fields).length) return;
    const draft = { at: Date.now(), token, fields, names: names() };
    try {
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // The store is full or closed: the form itself is all there is.
    }
  };
  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, AFTER);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", keep);
  window.addEventListener("pagehide", keep);

  const waiting = drafts()
    .filter((one) => one.key.startsWith(`${place}:`) && one.key !== key)
    .sort((one, other) => other.at - one.at);
  // A form that comes back with errors holds what was typed already: this page keeps it on.
  if (document.querySelector(".errornote")) {
    untouched = {};
    keep();
    waiting.filter((one) => !differing(read(), one.fields).length).forEach(forget);
    return;
  }
  for (const draft of waiting) {
    if (!differing(read(), draft.fields).length || !describe(draft, read())) {
      forget(draft);
      continue;
    }
    const title = offer.querySelector("[data-sentence]");
    title.textContent = title.dataset.sentence.replace("{time}", time(draft.at));
    offer.hidden = false;
    offer.addEventListener("click", (event) => {
      const wish = event.target.dataset.do;
      if (!wish) return;
      if (wish === "restore") {
        write(draft);
        keep();
      }
      forget(draft);
      offer.hidden = true;
    });
    break;
  }
}

function forget(draft) {
  localStorage.removeItem(draft.key);
}

forgetSaved();
// After the other scripts: they fill in slugs and make the editors of rich text.
if (form && offer) window.addEventListener("load", start);
