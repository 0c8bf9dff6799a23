// Words that were typed into a field that chooses a record, and from which nothing was chosen: a form
// that has any is not sent. Answers that are on their way are waited for, where they settle it.

import { say, unsay } from "./status.js";

const PATIENCE = 8000;
const choosers = new Set();
let isAsking = false;

export function keepWords(chooser) {
  choosers.add(chooser);
}

export function forgetWords(chooser) {
  choosers.delete(chooser);
}

// The words beneath a field that say so.
export class Remark {
  constructor({ box, input, select, list }) {
    Object.assign(this, { box, input, select });
    this.element = document.createElement("p");
    this.element.className = "chooser-unchosen";
    this.element.id = `${list.id}-remark`;
    this.describedBy = input.getAttribute("aria-describedby") ?? "";
  }

  show(typed) {
    const words = gettext(
      "“%s” is not chosen: choose from the list, create it, or empty the field.",
    );
    this.element.textContent = interpolate(words, [typed]);
    this.box.append(this.element);
    this.input.setAttribute("aria-invalid", "true");
    this.input.setAttribute("aria-describedby", `${this.element.id} ${this.describedBy}`.trim());
    say(this.element.textContent);
  }

  hide() {
    if (!this.element.isConnected) return;
    unsay(this.element.textContent);
    this.element.remove();
    if (this.describedBy) this.input.setAttribute("aria-describedby", this.describedBy);
    else this.input.removeAttribute("aria-describedby");
    if (!this.select.hasAttribute("aria-invalid")) this.input.removeAttribute("aria-invalid");
  }
}

function unchosenIn(form) {
  return [...choosers].filter(({ select, input }) => select.form === form && input.value.trim());
}

async function settle(form, submitter) {
  isAsking = true;
  const patience = new Promise((done) => window.setTimeout(done, PATIENCE));
  for (const one of unchosenIn(form)) await Promise.race([one.settle(), patience]);
  isAsking = false;
  const [first, ...others] = unchosenIn(form);
  if (!first) {
    form.requestSubmit(submitter);
    return;
  }
  for (const one of others) one.mark();
  first.refuse();
}

window.addEventListener(
  "submit",
  (event) => {
    if (!unchosenIn(event.target).length) return;
    // No other script hears of it: nothing has been sent.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isAsking) settle(event.target, event.submitter);
  },
  { capture: true },
);
