// Light or dark, as a reader has chosen on this device; until then, as the device is set.
// Read before anything is drawn, so that no page flashes in the other colours.

const KEY = "appearance";
const root = document.documentElement;
const deviceIsDark = matchMedia("(prefers-color-scheme: dark)");

// A browser may refuse to keep anything: the choice then holds on this page.
function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(chosen) {
  try {
    if (chosen) localStorage.setItem(KEY, chosen);
    else localStorage.removeItem(KEY);
  } catch {
    // It holds on this page.
  }
}

function isDark() {
  const chosen = root.dataset.appearance;
  return chosen ? chosen === "dark" : deviceIsDark.matches;
}

function show(chosen) {
  if (chosen === "dark" || chosen === "light") root.dataset.appearance = chosen;
  else delete root.dataset.appearance;
  for (const button of document.querySelectorAll("[data-appearance-switch]"))
    button.setAttribute("aria-pressed", isDark());
}

show(kept());
addEventListener("DOMContentLoaded", () => show(kept()));
deviceIsDark.addEventListener("change", () => show(root.dataset.appearance));
// Another window, and a page that the browser brings back as it was.
addEventListener("storage", () => show(kept()));
addEventListener("pageshow", (event) => event.persisted && show(kept()));

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-appearance-switch]")) return;
  const wished = isDark() ? "light" : "dark";
  // What the device asks for anyway needs no memory: the page follows the device again.
  const chosen = (wished === "dark") === deviceIsDark.matches ? null : wished;
  keep(chosen);
  show(chosen);
});
