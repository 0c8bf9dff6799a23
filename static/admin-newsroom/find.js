// The search over everything, in a dialog: Ctrl + K, or ⌘ + K. Arrows go through what is found.
// Without this script the field in the header leads to a page of its own.

const WAIT = 150;
const form = document.querySelector(".find-box");
const dialog = document.querySelector(".find-dialog");
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
let timer = 0;
let asking = null;

const words = () => dialog.querySelector("input[type=search]");
const results = () => dialog.querySelector(".find-results");
const links = () => [...dialog.querySelectorAll(".find-results a")];

async function ask() {
  clearTimeout(timer);
  timer = 0;
  asking?.abort();
  asking = new AbortController();
  const address = new URL(form.action);
  address.searchParams.set("q", words().value);
  address.searchParams.set("few", "1");
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const wasThere = results().contains(document.activeElement);
    results().replaceChildren(document.adoptNode(page.querySelector(".found")));
    if (wasThere) step(1);
  } catch (error) {
    // Who is signed out, or has no network: Enter leads to the page, which says so.
    if (error.name !== "AbortError") results().replaceChildren();
  }
}

function open() {
  if (dialog.open) return;
  dialog.showModal();
  words().select();
  ask();
}

function step(by) {
  const all = links();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement) + by;
  if (at < 0) words().focus();
  else all[Math.min(at, all.length - 1)].focus();
}

function start() {
  form.querySelector("input").hidden = true;
  const opener = form.querySelector(".find-open");
  opener.hidden = false;
  opener.querySelector("kbd").textContent = isMac ? "⌘ K" : "Ctrl K";
  opener.addEventListener("click", open);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  words().addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  // Enter opens what alone was found; of several, or none, the page tells more.
  words().form.addEventListener("submit", async (event) => {
    if (!words().value.trim()) return;
    event.preventDefault();
    if (timer) await ask();
    const all = links();
    if (all.length === 1) all[0].click();
    else words().form.submit();
  });
  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.isComposing) return;
    event.preventDefault();
    step(by);
  });
  document.addEventListener("keydown", (event) => {
    const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isAsked || event.key.toLowerCase() !== "k") return;
    // In an editor these keys make a link.
    if (event.defaultPrevented || document.activeElement?.isContentEditable) return;
    event.preventDefault();
    open();
  });
}

if (form && dialog) start();
