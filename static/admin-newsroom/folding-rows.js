// Rows that fold: of each that was saved only its name is shown until it is opened. What is wrong
// stays open. Without this script all are open.

const ROWS = ".folding-rows .inline-related.has_original";

for (const row of document.querySelectorAll(ROWS)) {
  const name = row.querySelector(".inline_label");
  const fields = row.querySelectorAll(":scope > fieldset");
  if (!name || !fields.length || row.querySelector(".errorlist")) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "fold-row";
  button.textContent = gettext("Show the row");
  button.setAttribute("aria-expanded", "false");
  button.setAttribute(
    "aria-label",
    `${gettext("Show the row")}: ${name.firstChild.textContent.trim()}`,
  );
  const fold = (isFolded) => {
    for (const one of fields) one.hidden = isFolded;
    button.setAttribute("aria-expanded", `${!isFolded}`);
  };
  button.addEventListener("click", () => fold(button.getAttribute("aria-expanded") === "true"));
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
  row.addEventListener("focusin", ({ target }) => {
    if ([...fields].some((one) => one.contains(target))) fold(false);
  });
  fold(true);
}
