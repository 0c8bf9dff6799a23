// A text that was typed and not saved, offered back above its form.

import {
  addRows,
  fieldsOf,
  givenValueOf,
  isSame,
  labelOf,
  put,
  shownValueOf,
  valueIn,
} from "./drafts-fields.js";
import { sentence } from "./drafts-notices.js";
import { drop } from "./drafts-store.js";
import { changes, plain, time } from "./drafts-words.js";

// A draft of the first version knew fields by their names, and all of them.
export function upToDate(draft, form) {
  if (!draft.fields) return draft;
  const kept = {};
  for (const [name, value] of Object.entries(draft.fields)) {
    if (name.endsWith("-TOTAL_FORMS")) continue;
    const [, prefix, number, field] = name.match(/^(.+)-(\d+)-(.+)$/) ?? [];
    const initial = form.elements[`${prefix}-INITIAL_FORMS`]?.value;
    const id = form.elements[`${prefix}-${number}-id`]?.value;
    const key = initial ? `${prefix}/${id || `+${number - initial}`}/${field}` : name;
    const list = typeof value === "boolean" ? (value ? ["on"] : []) : [value];
    const shown = draft.names?.[name];
    kept[key] = { value: list, was: [], label: name, ...(shown && { shown: [shown] }) };
  }
  return { ...draft, changes: kept };
}

// What a draft says that the form does not; what has no field any more, where it says anything.
function differing(draft, form) {
  const fields = fieldsOf(form);
  return Object.entries(draft.changes)
    .map(([key, change]) => ({ key, ...change, elements: fields.get(key) }))
    .filter(({ elements, value }) => !isSame(value, elements && valueIn(elements)));
}

// Whether a draft says what the form says already; and if so, whether the server has it.
export function standing(draft, form) {
  if (differing(draft, form).length) return "missing";
  const fields = fieldsOf(form);
  const isSaved = Object.entries(draft.changes).every(
    ([key, { value }]) => !fields.has(key) || isSame(value, givenValueOf(fields.get(key))),
  );
  return isSaved ? "saved" : "typed";
}

function line(change, hasRow, keeper) {
  const { key, elements, value, shown, was, label, lang, dir } = change;
  const title = document.createElement("dt");
  title.textContent = elements ? labelOf(elements) : label;
  // In a form that was refused stands what its own writer typed: that is nobody else's change.
  const before = keeper.before(key);
  const isChanged =
    elements && before.length > 0 && was.length > 0 && !was.some((one) => before.includes(one));
  if (isChanged) title.append(" ", sentence("changed"));
  if (!elements && !hasRow) title.append(" ", sentence("gone"));
  const text = document.createElement("dd");
  if (lang) Object.assign(text, { lang, dir });
  // What is chosen is said in the words of the page.
  else if (!shown) text.dir = "auto";
  const words = document.createElement("p");
  const stands = elements ? shownValueOf(elements).join(", ") : "";
  words.append(...changes(stands, (shown ?? value).join(", ")));
  text.append(words);
  return { isChanged, nodes: [title, text] };
}

const willHaveRow = (key) => /\/\+\d+\//.test(key);

function describe(section, found, keeper) {
  const lines = found.map((change) => line(change, willHaveRow(change.key), keeper));
  section.querySelector("dl").replaceChildren(...lines.flatMap(({ nodes }) => nodes));
  section.querySelector("[data-changed]").hidden = !lines.some(({ isChanged }) => isChanged);
  section.querySelector("[data-do=restore]").hidden = !found.some(
    ({ elements, key }) => elements || willHaveRow(key),
  );
}

function restore(draft, form) {
  addRows(form, Object.keys(draft.changes));
  const fields = fieldsOf(form);
  for (const [key, { value, shown }] of Object.entries(draft.changes)) {
    const elements = fields.get(key);
    if (elements && !isSame(value, valueIn(elements))) put(elements, value, shown ?? []);
  }
  return differing(draft, form);
}

// Show a draft above its form, and hear whether it is put back or thrown away.
export function offer(draft, keeper) {
  const { form } = keeper;
  const section = sentence("offer");
  const title = section.querySelector("h2");
  title.textContent = title.dataset.sentence.replace("{time}", time(draft.at));
  const files = section.querySelector("[data-files]");
  files.hidden = !draft.files?.length;
  files.querySelector("[data-names]").textContent = (draft.files ?? []).join(", ");
  describe(section, differing(draft, form), keeper);
  form.before(section);
  return new Promise((decided) => {
    section.addEventListener("click", (event) => {
      const wish = event.target.dataset.do;
      if (!wish) return;
      const left = wish === "restore" ? restore(draft, keeper.form) : [];
      if (left.length) {
        // What has no place stays in sight until somebody has copied it.
        describe(section, left, keeper);
        keeper.keep();
        return;
      }
      drop(draft);
      keeper.keep();
      section.remove();
      decided();
    });
  });
}

export function textsOf(draft) {
  return Object.values(draft.changes ?? {}).map(({ label, value, shown, lang, dir }) => ({
    label,
    lang,
    dir: dir ?? "auto",
    text: (shown ?? value).map(plain).join(", "),
  }));
}
