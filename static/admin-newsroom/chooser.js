// A field that chooses a record by its name: one types into it and chooses from what is found. What
// is sent is the select beneath, which says each choice as any field does; whoever writes into that
// is followed. (A combobox with a list, as WAI-ARIA describes it.)

import { Answers, SignedOut } from "./chooser-answers.js";
import { button, chip, removeLast } from "./chooser-chips.js";
import { List } from "./chooser-list.js";
import { chooseAll, namesIn } from "./chooser-pasted.js";
import { say, unsay } from "./status.js";
import { forgetWords, keepWords, Remark } from "./unchosen.js";
import { choiceOf, tellOf } from "./written.js";

export class Chooser {
  #page = 1;
  #more = false;
  #asking = 0;
  #isTyped = false;
  #said = "";

  // Args: opens, what opens the window in which a record is created.
  constructor(select, opens) {
    this.select = select;
    this.opens = opens;
    this.isMultiple = select.multiple;
    // Whether several are chosen, one after another: here, or as rows that somebody else makes.
    this.takesMany = this.isMultiple;
    this.isTaken = (key) => this.isMultiple && this.given.some((one) => one.value === key);
    this.answers = new Answers(select);
    this.#build();
    this.list = new List(this.box);
    this.remark = new Remark(this);
    this.#listen();
    this.render();
  }

  #build() {
    const { select } = this;
    this.box = document.createElement("div");
    this.box.className = "chooser";
    if (this.isMultiple) this.chosen = this.box.appendChild(document.createElement("ul"));
    this.chips = this.chosen;
    this.input = this.box.appendChild(document.createElement("input"));
    Object.assign(this.input, { type: "text", autocomplete: "off", spellcheck: false });
    this.input.disabled = select.disabled;
    const says = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" };
    for (const [name, value] of Object.entries(says)) this.input.setAttribute(name, value);
    for (const name of ["aria-label", "aria-describedby", "aria-invalid", "aria-required"]) {
      if (select.hasAttribute(name)) this.input.setAttribute(name, select.getAttribute(name));
    }
    if (select.required) this.input.setAttribute("aria-required", "true");
    if (!this.isMultiple && "mayBeEmpty" in select.dataset) {
      this.clearing = this.box.appendChild(button("chooser-clear", gettext("Choose none")));
      // Whoever has no mouse empties the field.
      this.clearing.tabIndex = -1;
    }
    const hadFocus = document.activeElement === select;
    select.classList.add("chooser-value");
    select.tabIndex = -1;
    select.setAttribute("aria-hidden", "true");
    select.after(this.box);
    if (hadFocus) this.input.focus();
  }

  #listen() {
    const { input, select, box } = this;
    select.addEventListener("focus", () => input.focus({ preventScroll: true }));
    select.addEventListener("change", () => {
      if (!this.isMultiple) this.#forget();
      this.render();
    });
    input.addEventListener("focus", () => input.select());
    input.addEventListener("paste", (event) => this.#pasted(event));
    input.addEventListener("input", (event) => {
      // What is typed here is no text of the form.
      event.stopPropagation();
      if (!event.isComposing) this.#typed();
    });
    input.addEventListener("change", (event) => event.stopPropagation());
    input.addEventListener("compositionend", () => this.#typed());
    input.addEventListener("keydown", (event) => this.#pressed(event));
    input.addEventListener("blur", () => this.#left());
    box.addEventListener("click", ({ target }) => {
      if (target === this.clearing) this.empty();
      if (!target.closest("li")) input.focus();
      if (target === input || target === box) this.open();
    });
    const { element, options } = this.list;
    // The field keeps the focus.
    element.addEventListener("mousedown", (event) => event.preventDefault());
    options.addEventListener("mousemove", ({ target }) => {
      const at = this.list.placeOf(target);
      if (at >= 0 && at !== this.list.active) this.#go(at);
    });
    options.addEventListener("click", ({ target }) => {
      this.list.go(this.list.placeOf(target));
      if (this.list.chosen) this.take(this.list.chosen);
    });
    element.addEventListener("scroll", () => {
      if (element.scrollTop + element.clientHeight > element.scrollHeight - 80) this.#askMore();
    });
  }

  get given() {
    return [...this.select.selectedOptions].filter((one) => one.value);
  }

  // What is chosen, as it is.
  render() {
    const { given } = this;
    if (!this.isMultiple) {
      const words = given[0]?.text.trim() ?? "";
      if (!this.#isTyped) this.input.value = words;
      this.input.title = words;
      if (this.clearing) this.clearing.hidden = !(words || this.words) || this.select.disabled;
      return;
    }
    this.chosen.hidden = !given.length;
    this.chosen.replaceChildren(...given.map((one) => this.#chip(one)));
  }

  #chip(option) {
    const off = () => {
      option.selected = false;
      tellOf(this.select);
      this.input.focus();
    };
    return chip(option.text, this.select.disabled ? null : off);
  }

  // What is typed and not chosen.
  get words() {
    return this.#isTyped ? this.input.value.trim() : "";
  }

  open() {
    if (this.list.isOpen || this.select.disabled) return;
    this.list.open();
    this.input.setAttribute("aria-expanded", "true");
    this.input.setAttribute("aria-controls", this.list.id);
    this.#ask(this.words);
  }

  // The list is gone; what was typed stays.
  shut() {
    this.answers.leave();
    this.#asking += 1;
    this.list.close();
    this.input.setAttribute("aria-expanded", "false");
    for (const name of ["aria-controls", "aria-activedescendant"]) this.input.removeAttribute(name);
    unsay(this.#said);
  }

  // So is what was typed.
  close() {
    this.shut();
    this.#forget();
    if (this.takesMany) this.input.value = "";
    this.render();
  }

  #forget() {
    this.#isTyped = false;
    forgetWords(this);
    this.remark.hide();
  }

  #typed() {
    this.#isTyped = true;
    this.remark.hide();
    if (this.words) keepWords(this);
    else forgetWords(this);
    if (this.list.isOpen) this.#ask(this.words);
    else this.open();
  }

  // What was typed and not chosen is seen to be so.
  mark() {
    this.remark.show(this.words);
    this.render();
  }

  // The form is not sent for it: whoever sent it is led here.
  refuse() {
    for (let fold = this.box.closest("details"); fold; fold = fold.parentElement.closest("details"))
      fold.open = true;
    this.input.focus();
    this.mark();
  }

  // Choose what was typed where it is the whole name of one, and of one alone.
  async settle() {
    const { words } = this;
    if (!words) return;
    try {
      const { results } = await this.answers.page(words, 1);
      const exact = results.filter((one) => one.is_exact);
      if (exact.length === 1 && words === this.words)
        this.take({ ...exact[0], id: `${exact[0].id}` });
    } catch {
      // It is said to be not chosen.
    }
  }

  async #ask(words) {
    const mine = ++this.#asking;
    this.list.show([]);
    this.list.say(gettext("Searching…"));
    this.#go(-1);
    try {
      const answer = await (words ? this.answers.rested(words) : this.answers.page("", 1));
      if (mine !== this.#asking) return;
      this.#page = 1;
      this.list.show(this.#offered(answer));
      this.#tellFound(answer);
      const at = this.list.choices.findIndex((one) => one.id === this.select.value);
      this.#go(words || this.takesMany ? this.#first : Math.max(at, 0));
    } catch (fault) {
      if (mine !== this.#asking || fault.name === "AbortError") return;
      this.list.show([{ again: () => this.#ask(words), text: gettext("Try again") }]);
      this.#go(0);
      this.#tell(
        fault instanceof SignedOut
          ? gettext("You are not signed in any more. Sign in in another tab: what is typed stays.")
          : gettext("The choices could not be loaded."),
      );
    }
  }

  // What is called so is lit; what is only near is chosen by hand.
  get #first() {
    const { choices } = this.list;
    const called = choices.findIndex((one) => !one.under && !one.create);
    return called < 0 && choices.length === 1 && choices[0].create ? 0 : called;
  }

  async #askMore() {
    if (!this.#more) return;
    this.#more = false;
    const mine = this.#asking;
    try {
      const answer = await this.answers.page(this.words, this.#page + 1);
      if (mine !== this.#asking) return;
      this.#page += 1;
      this.list.add(this.#offered(answer));
    } catch (fault) {
      if (mine !== this.#asking || fault.name === "AbortError") return;
      this.list.add([{ again: () => this.#askAgain(), text: gettext("Try again") }]);
      this.#tell(gettext("The rest of the choices could not be loaded."));
    }
  }

  #askAgain() {
    this.list.dropLast();
    this.#tell("");
    this.#more = true;
    this.#askMore();
  }

  #offered({ results, pagination }) {
    this.#more = pagination.more;
    return results
      .map((one) => ({ ...one, id: `${one.id}` }))
      .filter((one) => !this.isTaken(one.id));
  }

  #tell(words) {
    this.list.say(words);
    this.#said = words;
    say(words);
  }

  #tellFound({ results }) {
    const found = this.list.choices.filter((one) => !one.create).length;
    const none = results.some((one) => !one.create)
      ? gettext("All that is found is chosen already.")
      : gettext("Nothing is found.");
    this.#tell(found ? interpolate(ngettext("%s choice", "%s choices", found), [found]) : none);
    if (this.list.choices.length) this.list.say("");
  }

  #go(to) {
    this.list.go(to);
    const { activeOption } = this.list;
    if (activeOption) this.input.setAttribute("aria-activedescendant", activeOption.id);
    else this.input.removeAttribute("aria-activedescendant");
    if (to >= this.list.choices.length - 2) this.#askMore();
  }

  #pressed(event) {
    const { key, altKey, ctrlKey, metaKey, isComposing } = event;
    if (isComposing || ctrlKey || metaKey) return;
    const { isOpen, chosen, active } = this.list;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && !isOpen) this.open();
    else if (step && altKey) this.shut();
    else if (step) this.#go(Math.max(active + step, 0));
    else if (key === "Enter" && !isOpen) this.open();
    else if (key === "Enter" && this.#isEmptied) this.empty();
    else if (key === "Enter" && chosen) this.take(chosen);
    else if (key === "Escape" && (isOpen || this.words)) {
      this.close();
      this.input.select();
      event.stopPropagation();
    } else if (key === "Backspace" && this.chips && !this.input.value) {
      removeLast(this.chips, this.input);
    } else if (key !== "Enter") return;
    event.preventDefault();
  }

  get #isEmptied() {
    return this.#isTyped && !this.input.value.trim() && this.clearing && this.given.length > 0;
  }

  #left() {
    if (!this.list.isOpen && !this.#isTyped) return;
    if (this.#isEmptied) this.empty();
    else if (!this.words || this.words === this.input.title) this.close();
    else {
      this.shut();
      this.mark();
    }
  }

  async #pasted(event) {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    const names = this.takesMany ? namesIn(pasted) : [];
    if (!names.length) return;
    event.preventDefault();
    const put = (key, words) => {
      if (!this.isTaken(key)) this.put(key, words);
    };
    let left = names;
    try {
      // What has a comma in its name is pasted too.
      const whole = pasted.replace(/\s+/g, " ").trim();
      const { results } = await this.answers.page(whole, 1);
      const isOne = results.some((one) => !one.under && !one.create);
      left = isOne ? [whole] : await chooseAll(names, this.answers, put);
    } catch {
      // They stay to be chosen one by one.
    }
    this.input.value = left.join(", ");
    if (left.length) this.#typed();
  }

  empty() {
    this.select.value = "";
    this.close();
    tellOf(this.select);
  }

  take(choice) {
    if (choice.again) {
      choice.again();
      return;
    }
    if (choice.create) {
      this.shut();
      this.answers.forget();
      this.opens(this.select, choice.create);
      return;
    }
    this.close();
    this.put(choice.id, choice.text);
    this.input.select();
  }

  // Choose a record, known by its key and its name.
  put(key, words) {
    const option = choiceOf(this.select, key, words);
    if (!this.isMultiple) this.select.value = key;
    option.selected = true;
    tellOf(this.select);
  }
}
