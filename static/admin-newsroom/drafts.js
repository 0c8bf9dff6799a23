// Nothing typed is lost. What is typed in any form of the desk is kept in this browser until the
// server has it: through a closed tab, an expired session, a dead server, a power cut. The form
// offers it back. Before a form is sent after a long time, it is asked whether it will be taken.
//
// Every form that is posted and has something to type takes part. An element with data-unkept is
// left out, with all that is in it; one with data-place names what the form's text belongs to.
// A form that a script sends by itself says so with data-sent-by-script, and uses Keepers.

// Before this script: a form that is not sent yet is none of its business.
import "./unchosen.js";
import "./drafts-waiting.js";
import { filesOf, isTypedIn } from "./drafts-fields.js";
import { keeperOf, keepers } from "./drafts-keepers.js";
import { listTexts } from "./drafts-list.js";
import { sentence, tellFiles, tellUnsent } from "./drafts-notices.js";
import { offer, standing, upToDate } from "./drafts-offer.js";
import { draftsOf, drop, dropUnwanted } from "./drafts-store.js";
import { answerWith, openElsewhere } from "./drafts-tabs.js";
import { isSure, obstacle } from "./session.js";

const page = document.querySelector("#drafts");
const { owner, returned } = page.dataset;

function postedForms() {
  return [...document.querySelectorAll("form")].filter((form) => form.method === "post");
}

function isSent(form) {
  return form.method === "post" && (isTypedIn(form) || form.querySelector("[type=file]"));
}

// What is kept is offered back, one text after the other.

function belongsTo(draft, { place, form }) {
  if (draft.place) return draft.place === place;
  // The first version kept articles only, and where their form was.
  return form.id === "article_form" && draft.path === window.location.pathname;
}

async function offerAll(keeper, open) {
  const kept = draftsOf(owner)
    .filter((draft) => belongsTo(draft, keeper) && !keeper.tokens.includes(draft.token))
    .map((draft) => upToDate(draft, keeper.form));
  if (kept.some((draft) => open.has(draft.token))) keeper.form.before(sentence("elsewhere"));
  // No store had it when it was sent: the form itself is all there is.
  if (returned && !kept.length && keeper === keepers()[0]) keeper.adoptAll();
  // What was sent just now is adopted first: the others are compared with what it began from.
  kept.sort((one, other) => (other.token === returned) - (one.token === returned));
  for (const draft of kept.filter((one) => !open.has(one.token))) {
    const isReturned = returned && draft.token === returned;
    const stands = standing(draft, keeper.form);
    if (isReturned) {
      keeper.adopt(draft);
      tellFiles(keeper.form, draft.files ?? []);
    } else if (stands === "typed") {
      keeper.adopt(draft);
    } else if (stands === "saved") {
      drop(draft);
    } else {
      await offer(draft, keeper);
    }
  }
}

async function start() {
  for (const form of postedForms().filter(isTypedIn)) keeperOf(form);
  answerWith(() => keepers().flatMap((keeper) => keeper.tokens));
  const open = await openElsewhere();
  listTexts(owner, open);
  keepers().forEach((keeper) => offerAll(keeper, open));
}

// A form is sent when it is known that it will be taken.

let asking = false;
const passed = new WeakSet();

async function ask(form, submitter) {
  asking = true;
  const found = await obstacle();
  asking = false;
  keeperOf(form)?.keep();
  tellUnsent(form, found);
  if (found) return;
  passed.add(form);
  form.requestSubmit(submitter);
}

function onSubmit(event) {
  const form = event.target;
  if (!isSent(form) || "sentByScript" in form.dataset) return;
  // A file that was chosen is lost with the page: what is sent with it is always asked about.
  const isSafe = isSure() && !filesOf(form).length;
  if (!passed.delete(form) && (asking || !isSafe)) {
    // No other script hears of it: nothing has been sent.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!asking) ask(form, event.submitter);
    return;
  }
  if (isTypedIn(form)) keeperOf(form).sending();
}

function onTaken({ target }) {
  for (const keeper of keepers()) if (keeper.form === target) keeper.taken();
}

// A form that a script has put into the page is known when somebody comes to it.
function onFocus({ target }) {
  const form = target.closest?.("form");
  if (form?.method !== "post" || "sentByScript" in form.dataset) return;
  if (isTypedIn(form)) keeperOf(form);
}

function keepAll() {
  keepers().forEach((keeper) => keeper.keep());
}

function onShow({ persisted }) {
  if (persisted) keepers().forEach((keeper) => keeper.renew());
}

// Leaving is asked about only where it would lose something.
function onLeaving(event) {
  if (keepers().some((keeper) => keeper.wouldBeLost)) event.preventDefault();
}

// Before anybody has signed in, nothing is kept and nothing is asked.
if (owner) {
  window.addEventListener("submit", onSubmit, { capture: true });
  window.addEventListener("formdata", onTaken);
  window.addEventListener("pagehide", keepAll);
  window.addEventListener("pageshow", onShow);
  window.addEventListener("beforeunload", onLeaving);
  window.addEventListener("focus", dropUnwanted);
  document.addEventListener("focusin", onFocus);
  // After the other scripts: they fill in slugs and make the editors of rich text.
  window.addEventListener("load", start);
}
