// A field that chooses a record by its name: one types into it and chooses from what is found. What
// is sent is the select beneath, which says each choice as any field does; whoever writes into that
// is followed. (A combobox with a list, as WAI-ARIA describes it.)

import { Answers } from "./chooser-answers.js";
import { List } from "./chooser-list.js";
import { choiceOf, tellOf } from "./written.js";

const status = document.createElement("div");
status.className = "visually-hidden";
status.setAttribute("role", "status");

function button(className, words) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = "×";
  made.setAttribute("aria-label", words);
  return made;
}

export class Chooser {
  #page = 1;
  #more = false;
  #asking = 0;
  #isTyped = false;

  // Args: opens, what opens the window in which a record is created.
  constructor(select, opens) {
    this.select = select;
    this.opens = opens;
    this.isMultiple = select.multiple;
    this.answers = new Answers(select);
    this.#build();
    this.list = new List(this.box);
    this.#listen();
    this.render();
  }

  #build() {
    const { select } = this;
    this.box = document.createElement("div");
    this.box.className = "chooser";
    if (this.isMultiple) this.chosen = this.box.appendChild(document.createElement("ul"));
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
    select.addEventListener("change", () => this.render());
    input.addEventListener("focus", () => input.select());
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
      const at = [...options.children].indexOf(target.closest("li"));
      if (at >= 0 && at !== this.list.active) this.#go(at);
    });
    options.addEventListener("click", ({ target }) => {
      this.list.go([...options.children].indexOf(target.closest("li")));
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
      if (this.clearing) this.clearing.hidden = !words || this.select.disabled;
      return;
    }
    this.chosen.hidden = !given.length;
    this.chosen.replaceChildren(...given.map((one) => this.#chip(one)));
  }

  #chip(option) {
    const chip = document.createElement("li");
    chip.appendChild(document.createElement("bdi")).textContent = option.text;
    if (this.select.disabled) return chip;
    const words = interpolate(gettext("Take off: %s"), [option.text]);
    const off = chip.appendChild(button("", words));
    off.addEventListener("click", () => {
      option.selected = false;
      tellOf(this.select);
      this.input.focus();
    });
    return chip;
  }

  open() {
    if (this.list.isOpen || this.select.disabled) return;
    this.list.open();
    this.input.setAttribute("aria-expanded", "true");
    this.input.setAttribute("aria-controls", this.list.id);
    document.body.append(status);
    this.#ask("");
  }

  close() {
    this.answers.leave();
    this.#asking += 1;
    this.#isTyped = false;
    this.list.close();
    this.input.setAttribute("aria-expanded", "false");
    for (const name of ["aria-controls", "aria-activedescendant"]) this.input.removeAttribute(name);
    status.textContent = "";
    if (this.isMultiple) this.input.value = "";
    this.render();
  }

  #typed() {
    this.#isTyped = true;
    this.open();
    this.#ask(this.input.value.trim());
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
      this.#tellFound();
      const at = this.list.choices.findIndex((one) => one.id === this.select.value);
      this.#go(words || this.isMultiple ? 0 : Math.max(at, 0));
    } catch (fault) {
      if (mine === this.#asking && fault.name !== "AbortError") {
        this.list.say(gettext("The choices could not be loaded."));
        status.textContent = this.list.words.textContent;
      }
    }
  }

  async #askMore() {
    if (!this.#more) return;
    this.#more = false;
    const mine = this.#asking;
    const words = this.#isTyped ? this.input.value.trim() : "";
    try {
      const answer = await this.answers.page(words, this.#page + 1);
      if (mine !== this.#asking) return;
      this.#page += 1;
      this.list.add(this.#offered(answer));
    } catch {
      // What is shown already can be chosen.
    }
  }

  #offered({ results, pagination }) {
    this.#more = pagination.more;
    const given = this.given.map((one) => one.value);
    return results
      .map((one) => ({ ...one, id: `${one.id}` }))
      .filter((one) => !this.isMultiple || !given.includes(one.id));
  }

  #tellFound() {
    const found = this.list.choices.length;
    const words = found
      ? interpolate(ngettext("%s choice", "%s choices", found), [found])
      : gettext("Nothing is found.");
    this.list.say(found ? "" : words);
    status.textContent = words;
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
    else if (step && altKey) this.close();
    else if (step) this.#go(Math.max(active + step, 0));
    else if (key === "Enter" && !isOpen) this.open();
    else if (key === "Enter" && this.#isEmptied) this.empty();
    else if (key === "Enter" && chosen) this.take(chosen);
    else if (key === "Escape" && isOpen) {
      this.close();
      this.input.select();
      event.stopPropagation();
    } else if (key === "Tab" && isOpen && this.#isTyped && this.input.value && chosen) {
      // On to the next field, with what the typing found.
      if (!chosen.create) this.take(chosen);
      return;
    } else if (key === "Backspace" && this.isMultiple && !this.input.value && this.given.length) {
      this.given.at(-1).selected = false;
      tellOf(this.select);
    } else if (key !== "Enter") return;
    event.preventDefault();
  }

  get #isEmptied() {
    return this.#isTyped && !this.input.value.trim() && this.clearing && this.given.length > 0;
  }

  #left() {
    if (!this.list.isOpen && !this.#isTyped) return;
    if (this.#isEmptied) this.empty();
    else this.close();
  }

  empty() {
    this.select.value = "";
    this.close();
    tellOf(this.select);
  }

  take(choice) {
    if (choice.create) {
      this.close();
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
