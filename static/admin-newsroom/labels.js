// A button says whether it publishes or schedules: asked of the server when a date is typed, which
// reads it by the newsroom's clock. Without this script it says what the saved dates say.

const row = document.querySelector("[data-labels-url]");
const form = document.querySelector("#article_form");
const DATES = /^(published_at|embargoed_until)/;
const AFTER = 250;

function typed() {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const field of form.elements) {
    if (DATES.test(field.name) && !field.disabled) body.set(field.name, field.value);
  }
  return body;
}

function words(body) {
  return JSON.stringify([...body]);
}

function isAsSaved() {
  const dates = [...form.elements].filter(({ name }) => DATES.test(name));
  return dates.every(
    ({ value, defaultValue }) => defaultValue === undefined || value === defaultValue,
  );
}

async function relabel(body) {
  const answer = await fetch(row.dataset.labelsUrl, { method: "POST", body });
  if (!answer.ok || answer.redirected) return;
  const labels = await answer.json();
  for (const button of row.querySelectorAll("input[type='submit']")) {
    if (labels[button.name]) button.value = labels[button.name];
  }
}

if (row && form) {
  // A page that comes with dates that are not saved, or that a browser puts back, is asked of at once.
  let known = isAsSaved() ? words(typed()) : "";
  let timer = null;
  const look = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const body = typed();
      if (words(body) === known) return;
      known = words(body);
      // Without an answer the button says what it said; the message says what became of the text.
      relabel(body).catch(() => {});
    }, AFTER);
  };
  // The calendar and the clock beside a field write into it without an event of its own.
  ["input", "change", "click"].forEach((kind) => document.addEventListener(kind, look));
  window.addEventListener("pageshow", look);
}
