// A note is sent without leaving the page, so that what is typed in the article stays. Without
// this script the form is sent as forms are.

import { keeperOf } from "./drafts-keepers.js";
import { tellUnsent } from "./drafts-notices.js";
import { obstacle, SILENT } from "./session.js";

async function answerTo(form, pressed) {
  try {
    return await fetch(form.action, {
      method: "POST",
      body: new FormData(form, pressed),
      credentials: "same-origin",
    });
  } catch {
    return null;
  }
}

async function send(form, pressed, isSecond = false) {
  const answer = await answerTo(form, pressed);
  const page = new DOMParser().parseFromString(answer ? await answer.text() : "", "text/html");
  const notes = page.querySelector("#notes");
  if (!notes) {
    // Signed out meanwhile, or signed in anew: then it is sent once more.
    const found = await obstacle();
    if (!found && !isSecond) return send(form, pressed, true);
    tellUnsent(form, found ?? { why: SILENT });
    pressed.disabled = false;
    return undefined;
  }
  document.querySelector("#notes").replaceWith(document.adoptNode(notes));
  const fresh = notes.querySelector(".new-note");
  if (form.matches(".new-note")) keeperOf(form).answered(fresh, answer.ok);
  fresh.querySelector("textarea").focus();
  return undefined;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("#notes")) return;
  event.preventDefault();
  event.submitter.disabled = true;
  send(form, event.submitter);
});
