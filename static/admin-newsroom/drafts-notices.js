// What a form says of a text that is not kept, or was not sent: sentences that the page has ready.

import { obstacle } from "./session.js";

const ready = document.querySelector("#drafts")?.content;

export function sentence(name) {
  return ready.querySelector(`[data-of="${name}"]`).cloneNode(true);
}

// A form that has a place for notices in it shows them there; else they stand above it, but for
// what became of the button that was pressed: that stands beside the buttons.
function show(form, kind, notice) {
  const place = form.querySelector("[data-notices]");
  const buttons = kind === "unsent" && !place ? form.querySelector(".submit-row") : null;
  const around = place ?? buttons?.parentElement ?? form.parentElement;
  const before = around?.querySelector(`:scope > .${kind}`);
  // What stands there already is not said once more to who listens.
  if (notice && before?.isEqualNode(notice)) return;
  before?.remove();
  if (!notice) return;
  if (place) place.append(notice);
  else (buttons ?? form).before(notice);
}

// That the text is kept in this tab only, or nowhere.
export function tellKept(form, state) {
  show(form, "unkept", state === "browser" ? null : sentence(`kept-${state}`));
}

export function tellFiles(form, files) {
  if (!files.length) return;
  const notice = sentence("files");
  notice.querySelector("[data-names]").textContent = files.join(", ");
  show(form, "unkept-files", notice);
}

let waiting = null;

// Why the form was not sent. It stays where it is, and with it all that was typed.
export function tellUnsent(form, found) {
  waiting = found && form;
  const notice = found && sentence(found.why);
  const name = notice?.querySelector("[data-name]");
  if (name) name.textContent = found.name;
  show(form, "unsent", notice);
}

async function lookAgain() {
  const form = waiting;
  if (!form || document.hidden) return;
  const found = await obstacle();
  if (waiting !== form) return;
  if (found) tellUnsent(form, found);
  else show(form, "unsent", sentence("again"));
}

// Who comes back from signing in is told that the form can be sent now.
window.addEventListener("focus", lookAgain);
document.addEventListener("visibilitychange", lookAgain);
window.addEventListener("online", lookAgain);
