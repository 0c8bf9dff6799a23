// Dragging an entry of the calendar to another day sends the form that moves it, with its hour.
// Without this script, and by the keyboard, “Move to…” leads to that form.

const page = document.querySelector(".desk-calendar");
const form = page.querySelector(".drag-form");
let dragged = null;

function fill(values) {
  for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
}

page.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-entry]") ?? null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.entry);
  dragged.classList.add("dragged");
});

page.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  dragged = null;
  for (const one of page.querySelectorAll(".over")) one.classList.remove("over");
});

page.addEventListener("dragover", (event) => {
  const day = event.target.closest("[data-day]");
  if (!dragged || !day) return;
  event.preventDefault();
  if (day.classList.contains("over")) return;
  for (const one of page.querySelectorAll(".over")) one.classList.remove("over");
  day.classList.add("over");
});

page.addEventListener("drop", (event) => {
  const day = event.target.closest("[data-day]");
  if (!dragged || !day) return;
  event.preventDefault();
  if (day.contains(dragged)) return;
  const { entry, hour } = dragged.dataset;
  const date = day.dataset.day;
  fill({ entry, day: date, hour, at_0: date, at_1: hour, at_2: "" });
  form.submit();
});
