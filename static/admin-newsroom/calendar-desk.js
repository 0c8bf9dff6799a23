// Dragging an entry of the calendar to another day sends the form that moves it, with its hour; to
// an hour of the week, with that one.
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

// An hour of the week, else the day; what has no hour is given none.
function placeUnder(event) {
  const slot = dragged.dataset.hour ? event.target.closest("[data-hour-slot]") : null;
  return slot ?? event.target.closest("[data-day]");
}

page.addEventListener("dragover", (event) => {
  if (!dragged || !event.target.closest("[data-day]")) return;
  event.preventDefault();
  const place = placeUnder(event);
  if (place.classList.contains("over")) return;
  for (const one of page.querySelectorAll(".over")) one.classList.remove("over");
  place.classList.add("over");
});

page.addEventListener("drop", (event) => {
  const day = event.target.closest("[data-day]");
  if (!dragged || !day) return;
  event.preventDefault();
  const place = placeUnder(event);
  if (place.contains(dragged)) return;
  const { entry } = dragged.dataset;
  const hour = place.dataset.hourSlot ?? dragged.dataset.hour;
  const date = day.dataset.day;
  fill({ entry, day: date, hour, at_0: date, at_1: hour, at_2: "" });
  form.submit();
});

// A month is opened at today, not at its first day.
if (!new URLSearchParams(location.search).has("day")) {
  document.querySelector(".by-month .is-today")?.scrollIntoView({ block: "nearest" });
}
