// Rows of an inline that are in an order: two buttons move a row up or down, a handle drags it, and
// the numbers, which is what gets saved, follow. Without this script one types the numbers.

const ROW = "tr.form-row:not(.empty-form), .ordered-stack > .inline-related:not(.empty-form)";
let dragged = null;

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
  return [...row.querySelectorAll("select, input[name]:not(.order, [type=hidden])")].some(
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

// A handle that drags its row: the row goes where it is over another.
function handle(row) {
  const grip = document.createElement("span");
  grip.className = "drag-row";
  grip.textContent = "⠿";
  grip.draggable = true;
  grip.setAttribute("aria-hidden", "true");
  grip.addEventListener("dragstart", ({ dataTransfer }) => {
    dragged = row;
    dataTransfer.effectAllowed = "move";
    dataTransfer.setData("text/plain", "");
    dataTransfer.setDragImage(row, 0, 0);
  });
  grip.addEventListener("dragend", () => {
    dragged = null;
    number(row.parentElement);
  });
  row.addEventListener("dragover", (event) => {
    if (!dragged || dragged.parentElement !== row.parentElement) return;
    event.preventDefault();
    if (dragged === row) return;
    const box = row.getBoundingClientRect();
    if (event.clientY > box.top + box.height / 2) row.after(dragged);
    else row.before(dragged);
  });
  return grip;
}

function equip(row) {
  const field = row.querySelector("input.order");
  if (!field || field.dataset.equipped) return;
  field.dataset.equipped = "yes";
  // A row of several lines may be folded: it is moved by its heading.
  const beside = row.querySelector(":scope > h3 .inline_label") ?? field;
  beside.before(handle(row));
  const buttons = [
    ["↑", gettext("Move up"), false],
    ["↓", gettext("Move down"), true],
  ].map(([text, name, down]) => {
    const button = label(text, name);
    button.addEventListener("click", () => {
      move(row, down);
      button.focus();
    });
    return button;
  });
  beside.after(...buttons);
}

function know(row) {
  for (const field of row.querySelectorAll("select, input[name]:not(.order)")) {
    field.dataset.start ??= field.value;
  }
  equip(row);
}

for (const row of document.querySelectorAll(ROW)) know(row);
document.addEventListener("formset:added", ({ target }) => {
  if (target.matches(ROW)) know(target);
});
// What stands in its order already is left as it is: a number that changes is a change to be kept.
function isInOrder(body) {
  const rows = [...body.querySelectorAll(ROW)].filter((row) => row.querySelector("input.order"));
  const numbers = rows.map((row) => Number(row.querySelector("input.order").value));
  const isNew = rows.some((row) => !row.classList.contains("has_original") && isFilledIn(row));
  return !isNew && numbers.every((one, place) => place === 0 || numbers[place - 1] <= one);
}

document.addEventListener(
  "submit",
  ({ target }) => {
    for (const body of target.querySelectorAll(".inline-group tbody, .ordered-stack")) {
      if (!isInOrder(body)) number(body);
    }
  },
  true,
);
