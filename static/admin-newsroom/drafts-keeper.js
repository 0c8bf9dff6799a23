// Keeps what is typed in one form until the server says that it has it. Only what differs from
// what the server gave is kept, so that a draft put back later undoes nobody's work.

import {
  fieldsOf,
  filesOf,
  givenValueOf,
  isSame,
  labelOf,
  shownValueOf,
  valueIn,
} from "./drafts-fields.js";
import { drop, keep, NOWHERE } from "./drafts-store.js";
import { markOf } from "./drafts-words.js";

const AFTER = 800;
const NOW_AND_THEN = 5000;

export function newToken() {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("");
}

// Where a text belongs: to an article, whether it is written in its form or in its working copy;
// else to the address that its form is sent to.
export function placeOf(form) {
  const path = new URL(form.getAttribute("action") ?? "", window.location.href).pathname;
  const origin = form.elements._origin?.value;
  if (origin) return path.replace(/\d+/, origin);
  return form.querySelector("[data-place]")?.dataset.place ?? path;
}

function titleOfPage() {
  const subtitle = document.querySelector("#content h2");
  const isOfPage = subtitle?.closest(".titles, #content > h2");
  return (isOfPage ? subtitle : document.querySelector("#content h1"))?.textContent.trim() ?? "";
}

export class Keeper {
  // What has been told of the last attempt to keep; "onKept" hears of every one.
  state = "";
  #token = newToken();
  #sent = null;
  #given = new Map();
  #carried = {};
  #last = null;
  #timer = null;
  #isStored = false;
  #said = null;
  #isLeaving = false;

  constructor(form, owner, onKept) {
    Object.assign(this, { owner, onKept });
    this.#take(form);
    window.setInterval(() => this.keep(), NOW_AND_THEN);
  }

  #take(form) {
    if (form !== this.form) {
      for (const kind of ["input", "change"]) form.addEventListener(kind, () => this.soon());
    }
    this.form = form;
    this.place = placeOf(form);
    this.#given = new Map();
    for (const [key, elements] of fieldsOf(form)) this.#given.set(key, givenValueOf(elements));
  }

  // The drafts that this page itself writes.
  get tokens() {
    return [this.#token, this.#sent?.token].filter(Boolean);
  }

  // What no store has, and what was not sent either.
  get wouldBeLost() {
    return this.state === NOWHERE && this.#last !== null && this.#last !== this.#said;
  }

  // What the server had in a field before its writer changed it.
  before(key) {
    if (this.#carried[key]) return this.#carried[key].was;
    return this.#given.has(key) ? [markOf(this.#given.get(key))] : [];
  }

  changes() {
    const found = {};
    for (const [key, elements] of fieldsOf(this.form)) {
      const value = valueIn(elements);
      const given = this.#given.get(key);
      const carried = this.#carried[key];
      if (isSame(value, given) && !carried) continue;
      const label = labelOf(elements);
      const { lang, dir } = elements[0];
      const shown = shownValueOf(elements);
      const isChoice = !isSame(shown, value);
      const was = carried?.was ?? (given ? [markOf(given)] : []);
      found[key] = { value, was, label, ...(lang && { lang, dir }), ...(isChoice && { shown }) };
    }
    // What has no field here any more stays kept until it is thrown away.
    return { ...this.#carriedAlone(found), ...found };
  }

  #carriedAlone(found) {
    const alone = Object.entries(this.#carried).filter(([key]) => !(key in found));
    return Object.fromEntries(alone);
  }

  soon() {
    // Once it is due it is not put off: who types without a pause is kept too.
    this.#timer ??= window.setTimeout(() => this.keep(), AFTER);
  }

  keep() {
    window.clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.form.isConnected) return;
    const changes = this.changes();
    const files = filesOf(this.form);
    if (!Object.keys(changes).length) {
      // Taken back by who typed it.
      if (this.#isStored) drop(this.#draft(changes, files));
      this.#isStored = false;
      this.#last = null;
      return;
    }
    const said = JSON.stringify([changes, files]);
    if (said === this.#last && this.state !== NOWHERE) return;
    this.#last = said;
    this.state = keep(this.#draft(changes, files));
    this.#isStored = this.state !== NOWHERE;
    // What was sent before is in it.
    if (this.#sent && this.#isStored) {
      drop(this.#sent);
      this.#sent = null;
    }
    this.onKept?.(this.state);
  }

  #draft(changes, files) {
    return {
      at: Date.now(),
      owner: this.owner,
      place: this.place,
      url: window.location.pathname + window.location.search,
      title: titleOfPage(),
      token: this.#token,
      changes,
      files,
    };
  }

  // The form is sent: the server will say of this draft that it is saved. What is typed from now
  // on is another one.
  sending() {
    this.keep();
    if (this.#isStored || !this.#sent) {
      this.#sent = this.#draft({}, []);
      this.#token = newToken();
      this.#isStored = false;
    }
    this.#said = this.#last;
    this.#isLeaving = true;
    const field =
      this.form.elements._draft ?? this.form.appendChild(document.createElement("input"));
    Object.assign(field, { type: "hidden", name: "_draft", value: this.#sent.token });
  }

  // The browser takes what it sends: other scripts have numbered rows, or put words right, since
  // the button was pressed. It is what was sent, not what is typed from now on.
  taken() {
    if (!this.#isLeaving) return;
    this.#isLeaving = false;
    const changes = this.changes();
    const files = filesOf(this.form);
    this.#said = this.#last = JSON.stringify([changes, files]);
    if (Object.keys(changes).length) {
      keep({ ...this.#draft(changes, files), token: this.#sent.token });
    }
  }

  // A form that is sent by a script has been answered, with a form in its place.
  answered(form, isSaved) {
    this.#carried = isSaved ? {} : this.changes();
    this.#take(form);
    if (isSaved) {
      if (this.#sent) drop(this.#sent);
      this.#sent = null;
      this.#last = null;
    }
    this.keep();
  }

  // Go on with a draft whose text stands in the form already.
  adopt(draft) {
    this.#carried = draft.changes;
    this.#sent = draft;
    this.keep();
  }

  // All that stands in the form was typed, as far as anybody knows.
  adoptAll() {
    this.#given = new Map();
    this.keep();
  }

  // The page is shown again as it was left: what is typed now is not what was sent then.
  renew() {
    this.#token = newToken();
    this.#isStored = false;
    this.#last = null;
    this.keep();
  }
}
