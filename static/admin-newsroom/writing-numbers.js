// How long a text is, while it is being typed. Without this script: how long it was when saved.
// Of one in which nothing is written, the step to its readers is not the one that stands out.

const AFTER = 400;

function wordsIn(html) {
  const page = new DOMParser().parseFromString(html.replaceAll("<", " <"), "text/html");
  return (page.body.textContent.match(/\S+/gu) ?? []).length;
}

function count(column) {
  const numbers = column.querySelector(".writing-numbers");
  const language = column.dataset.text;
  const body = column.querySelector(`[name="body_${CSS.escape(language)}"]`);
  const headline = column.querySelector(".headline-input");
  const words = body ? wordsIn(body.value) : 0;
  if (body) {
    numbers.querySelector("[data-words]").textContent = words;
    // As readers are told.
    const minutes = words && Math.max(1, Math.round(words / numbers.dataset.pace));
    numbers.querySelector("[data-minutes]").textContent = minutes;
  }
  if (!headline) return;
  const steps = document.querySelector(`[data-steps="${CSS.escape(language)}"]`);
  steps?.classList.toggle("is-empty", !words && !headline.value.trim());
  const { length } = [...headline.value.trim()];
  numbers.querySelector("[data-headline]").textContent = length;
  for (const one of numbers.querySelectorAll("[data-long]"))
    one.hidden = length <= one.dataset.long;
}

const timers = new Map();

function soon(column) {
  window.clearTimeout(timers.get(column));
  timers.set(
    column,
    window.setTimeout(() => count(column), AFTER),
  );
}

for (const column of document.querySelectorAll(".writing-column")) {
  count(column);
  for (const kind of ["input", "change", "typography:written", "draft:put"]) {
    column.addEventListener(kind, () => soon(column));
  }
}
