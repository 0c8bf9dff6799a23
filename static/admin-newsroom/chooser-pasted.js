// Several names that are pasted at once where several may be chosen: each that is somebody's is
// chosen, and what is nobody's stays to be looked at.

import { say } from "./status.js";

const BETWEEN = /[,;،؛\n\r\t]+/;

function called({ results }) {
  const found = results.filter((one) => !one.under && !one.create);
  const exact = found.filter((one) => one.is_exact);
  if (exact.length === 1) return exact[0];
  return found.length === 1 ? found[0] : null;
}

// The names in what is pasted; none, where it is one.
export function namesIn(pasted) {
  const names = pasted
    .split(BETWEEN)
    .map((one) => one.trim())
    .filter(Boolean);
  return names.length > 1 ? [...new Set(names)] : [];
}

// Choose whom these names name, and return those that name nobody, or several.
export async function chooseAll(names, answers, put) {
  const left = [];
  const chosen = [];
  for (const name of names) {
    const found = called(await answers.page(name, 1));
    if (!found) left.push(name);
    else {
      put(`${found.id}`, found.text);
      chosen.push(found.text);
    }
  }
  const words = [];
  if (chosen.length) words.push(interpolate(gettext("Chosen: %s."), [chosen.join(" · ")]));
  if (left.length) words.push(interpolate(gettext("Not found: %s."), [left.join(" · ")]));
  say(words.join(" "));
  return left;
}
