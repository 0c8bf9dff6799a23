// Rows that fold: of each that was saved only its name is shown until it is opened, and of those
// that wait to be filled in the first is open, and the next as soon as somebody writes in that. What
// is wrong stays open. Without this script all are.

const SAVED = ".folding-rows .inline-related.has_original";
const EMPTY = ".folding-rows .inline-related:not(.has_original, .empty-form)";

function isBlank(row) {
  const fields = [...row.querySelectorAll("input:not([type=hidden]), textarea")];
  return fields.every((field) => !field.value);
}

const waiting = [...document.querySelectorAll(EMPTY)];
const folding = [
  ...document.querySelectorAll(SAVED),
  ...waiting.slice(waiting.findIndex(isBlank) + 1).filter(isBlank),
];

for (const row of folding) {
  const name = row.querySelector(".inline_label");
  const fields = row.querySelectorAll(":scope > fieldset");
  if (!name || !fields.length || row.querySelector(".errorlist")) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "fold-row";
  const called = name.firstChild.textContent.trim();
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const fold = (isFolded) => {
    for (const one of fields) one.hidden = isFolded;
    const words = isFolded ? gettext("Show the row") : gettext("Hide the row");
    button.textContent = words;
    button.setAttribute("aria-expanded", `${!isFolded}`);
    button.setAttribute("aria-label", `${words}: ${called}`);
  };
  // A row may open as the field before it is left, which a press on the button does: what was seen
  // when it was pressed is what was meant.
  let wasOpen = null;
  button.addEventListener("pointerdown", () => {
    wasOpen = isOpen();
  });
  button.addEventListener("click", () => {
    fold(wasOpen ?? isOpen());
    wasOpen = null;
  });
  name.after(" ", button);
  // Rows that stand by their hours say them: they are in no other order.
  const hour = row.querySelector("[name$='-starts_at']")?.defaultValue.slice(0, 5);
  if (hour) {
    const said = document.createElement("bdi");
    said.textContent = hour;
    name.prepend(said, " ");
  }
  // What a draft puts back, or a link leads to, is shown.
  row.addEventListener("change", () => fold(false));
  waiting[waiting.indexOf(row) - 1]?.addEventListener("input", () => fold(false), { once: true });
  row.addEventListener("focusin", ({ target }) => {
    if ([...fields].some((one) => one.contains(target))) fold(false);
  });
  fold(true);
}
