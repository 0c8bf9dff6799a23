// Rows of an inline that are in an order: two buttons move a row up or down, and the numbers,
// which is what gets saved, follow. Without this script one types the numbers.

const ROW = "tr.form-row:not(.empty-form)";

function label(text, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "move-row";
  button.textContent = text;
  button.setAttribute("aria-label", name);
  return button;
}

function number(body) {
  [...body.querySelectorAll(ROW)].forEach((row, index) => {
    const field = row.querySelector("input.order");
    // A row nobody filled in must stay as it was, or it would count as changed.
    if (field && (row.classList.contains("has_original") || isFilledIn(row)))
      field.value = index + 1;
  });
}

function isFilledIn(row) {
  return [...row.querySelectorAll("select, input:not(.order, [type=hidden])")].some(
    (field) => field.value && field.value !== field.dataset.start,
  );
}

function move(row, down) {
  const rows = [...row.parentElement.querySelectorAll(ROW)];
  const other = rows[rows.indexOf(row) + (down ? 1 : -1)];
  if (!other) return;
  if (down) other.after(row);
  else other.before(row);
  number(row.parentElement);
}

function equip(row) {
  const field = row.querySelector("input.order");
  if (!field || field.dataset.equipped) return;
  field.dataset.equipped = "yes";
  for (const [text, name, down] of [
    ["↑", gettext("Move up"), false],
    ["↓", gettext("Move down"), true],
  ]) {
    const button = label(text, name);
    button.addEventListener("click", () => {
      move(row, down);
      button.focus();
    });
    field.after(button);
  }
}

function equipAll(root) {
  root.querySelectorAll(ROW).forEach((row) => {
    row.querySelectorAll("select, input:not(.order)").forEach((field) => {
      field.dataset.start ??= field.value;
    });
    equip(row);
  });
}

equipAll(document);
document.addEventListener("formset:added", (event) => equipAll(event.target.parentElement));
document.addEventListener(
  "submit",
  () => {
    document.querySelectorAll(".inline-group tbody").forEach(number);
  },
  true,
);
