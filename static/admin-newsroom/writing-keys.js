// The keys of the desk for writing, and its menus: one is open at a time, and Escape closes it.
// Without this script the menus open and close by themselves, and the buttons do all that keys do.

const form = document.querySelector("#article_form");
const keys = document.querySelector(".writing-keys");
const MENUS = ".bar-menu";

function isTypedIn(element) {
  return (
    element.isContentEditable ||
    element.matches("input:not([type=submit], [type=checkbox], [type=radio]), textarea, select")
  );
}

// The calendar of a field in a menu stands elsewhere in the page.
function closeOthers(target) {
  if (target.closest?.(".calendarbox, .clockbox")) return;
  const kept = target.closest?.(MENUS);
  for (const one of document.querySelectorAll(`${MENUS}[open]`)) if (one !== kept) one.open = false;
}

// The way forward of the language that one is in; else of the first that is shown.
function mainStep() {
  const here = document.activeElement?.closest("[data-text]")?.dataset.text;
  const steps = [...document.querySelectorAll("[data-steps]")];
  const own = steps.find((one) => one.dataset.steps === here);
  const button = (one) => one?.querySelector(":scope > input[type='submit']");
  const publishes = form.querySelector("[name=_publish_changes]");
  return button(own) ?? publishes ?? steps.map(button).find((one) => one?.offsetParent) ?? null;
}

function act(event) {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (isCommand && (event.code === "KeyS" || event.key === "s")) {
    const save = form.querySelector(".writing-bar :is([name=_continue], input.default)");
    if (!save) return false;
    form.requestSubmit(save);
    return true;
  }
  if (isCommand && event.key === "Enter") {
    const step = mainStep();
    // What goes to readers is pressed by hand.
    step?.focus();
    return Boolean(step);
  }
  if (["?", "؟"].includes(event.key) && !isTypedIn(event.target)) {
    keys.open = !keys.open;
    if (keys.open) keys.querySelector("summary").focus();
    return true;
  }
  return false;
}

if (form && keys) {
  // Before the editor of rich text, for which some of these keys mean something else.
  document.addEventListener(
    "keydown",
    (event) => {
      const menu = document.querySelector(`${MENUS}[open]`);
      // The calendar of a field in a menu is closed first, by the browser.
      const isOverMenu = document.querySelector("dialog[open]");
      if (event.key === "Escape" && menu && !isOverMenu) {
        menu.open = false;
        menu.querySelector("summary").focus();
        return;
      }
      if (event.isComposing || !act(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  document.addEventListener("click", ({ target }) => closeOthers(target));
  // Where dates are asked for, one types them at once.
  document.querySelector(".writing-dates")?.addEventListener("toggle", ({ target }) => {
    const isElsewhere = !target.contains(document.activeElement?.closest("input, textarea"));
    if (target.open && isElsewhere) target.querySelector("input:enabled")?.focus();
  });
  document.addEventListener("focusin", ({ target }) => closeOthers(target));
}
