// Rows under a form: one more is made from the empty one, and one that was not saved is taken away.
// What is saved has a box to tick instead. Without this script there are the rows that came.

import { say } from "./status.js";

const NUMBERED = ["id", "name", "for", "aria-describedby", "aria-labelledby", "data-chosen-in"];

function pressed(words, className) {
  const link = document.createElement("a");
  Object.assign(link, { href: "#", className, textContent: words });
  link.setAttribute("role", "button");
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
  return link;
}

class Rows {
  constructor(group) {
    const { name, options } = JSON.parse(group.dataset.inlineFormset);
    this.group = group;
    this.words = options;
    this.prefix = name.replace(/^#/, "");
    this.template = document.getElementById(`${this.prefix}-empty`);
    this.total = this.#counted("TOTAL");
    this.#settle();
  }

  #counted(kind) {
    const field = document.getElementById(`id_${this.prefix}-${kind}_FORMS`);
    // What a browser remembers of another visit is not how many there are.
    if (field) field.autocomplete = "off";
    return field;
  }

  #number(kind) {
    const { value } = this.#counted(kind) ?? {};
    return value ? Number(value) : null;
  }

  get isTable() {
    return this.group.dataset.inlineType === "tabular";
  }

  get all() {
    const rows = this.isTable
      ? ".tabular.inline-related tbody > tr.form-row"
      : ".inline-related:not(.tabular)";
    return [...this.group.querySelectorAll(rows)].filter(
      (row) => row.id.startsWith(`${this.prefix}-`) && !row.matches(".empty-form"),
    );
  }

  #settle() {
    for (const row of this.all) {
      row.classList.add(`dynamic-${this.prefix}`);
      if (!row.matches(".has_original")) this.#addRemoval(row);
      else if (this.isTable) sayDeletion(row);
    }
    if (this.template) this.#addAddition();
    this.#showButtons();
  }

  #addAddition() {
    const link = pressed(this.words.addText, "addlink");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      // Whoever presses it wants to write in the row; a script that does has plans of its own.
      const isPressed = event.isTrusted || document.activeElement === link;
      const row = this.add();
      if (!isPressed) return;
      firstField(row)?.focus();
      say(gettext("A row was added."));
    });
    this.addition = document.createElement(this.isTable ? "tr" : "div");
    this.addition.className = "add-row";
    if (this.isTable) {
      const cell = this.addition.appendChild(document.createElement("td"));
      cell.colSpan = this.template.children.length;
      cell.append(link);
    } else this.addition.append(link);
    this.template.after(this.addition);
  }

  #addRemoval(row) {
    const link = pressed(this.words.deleteText, "inline-deletelink");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.remove(row, event.isTrusted || row.contains(document.activeElement));
    });
    const box = document.createElement(this.isTable ? "div" : "span");
    box.append(link);
    const place = this.isTable ? row.lastElementChild : row.firstElementChild;
    place.append(box);
  }

  #showButtons() {
    const [most, fewest] = [this.#number("MAX_NUM"), this.#number("MIN_NUM")];
    const count = Number(this.total.value);
    if (this.addition) this.addition.hidden = most !== null && count >= most;
    if (!fewest) return;
    for (const link of this.group.querySelectorAll(".inline-deletelink")) {
      link.hidden = count <= fewest;
    }
  }

  add() {
    const row = this.template.cloneNode(true);
    row.classList.remove("empty-form");
    row.classList.add(`dynamic-${this.prefix}`);
    row.id = `${this.prefix}-${this.total.value}`;
    this.#addRemoval(row);
    this.#rename(row, this.total.value);
    this.template.before(row);
    this.total.value = Number(this.total.value) + 1;
    this.#showButtons();
    nameByNumber(row, this.total.value);
    equipDates(row);
    const detail = { formsetName: this.prefix };
    row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail }));
    return row;
  }

  // Args: isPressed, whether somebody does it here, who then is led to the row beside it.
  remove(row, isPressed) {
    if (row.previousElementSibling?.matches(".row-form-errors")) {
      row.previousElementSibling.remove();
    }
    const { all } = this;
    const at = all.indexOf(row);
    const neighbour = all[at + 1] ?? all[at - 1];
    const undoing = this.#undoing(row);
    if (isPressed) row.before(undoing);
    row.remove();
    this.#renumber();
    if (isPressed) {
      (firstField(neighbour) ?? this.addition?.querySelector("a"))?.focus();
      say(gettext("The row was taken away."));
    }
    const detail = { formsetName: this.prefix };
    document.dispatchEvent(new CustomEvent("formset:removed", { detail }));
  }

  // In the place of a row that was taken away: what puts it back, with what was typed in it.
  #undoing(row) {
    const words = document.createElement("span");
    words.textContent = gettext("The row was taken away.");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = gettext("Undo");
    const line = document.createElement(this.isTable ? "tr" : "p");
    line.className = "row-gone";
    const cell = this.isTable ? line.appendChild(document.createElement("td")) : line;
    if (this.isTable) cell.colSpan = this.template.children.length;
    cell.append(words, " ", button);
    button.addEventListener("click", () => {
      line.replaceWith(row);
      this.#renumber();
      const detail = { formsetName: this.prefix };
      row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail }));
      firstField(row)?.focus();
      say(gettext("The row is there again."));
    });
    return line;
  }

  #renumber() {
    const rows = this.all;
    this.total.value = rows.length;
    rows.forEach((row, number) => {
      if (row.id !== `${this.prefix}-${number}`) this.#rename(row, number);
      nameByNumber(row, number + 1);
    });
    this.#showButtons();
  }

  #rename(row, number) {
    const own = new RegExp(`(${this.prefix}-(\\d+|__prefix__))`, "g");
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const name of NUMBERED) {
        const value = element.getAttribute(name);
        if (value?.includes(`${this.prefix}-`)) {
          element.setAttribute(name, value.replace(own, `${this.prefix}-${number}`));
        }
      }
    }
  }
}

// Where no head of a column has room, what the box is for stands beside it; the ear knows.
function sayDeletion(row) {
  const box = row.querySelector("td.delete input");
  if (!box) return;
  const words = document.createElement("span");
  words.className = "delete-words";
  words.textContent = box.getAttribute("aria-label");
  words.setAttribute("aria-hidden", "true");
  box.after(" ", words);
}

// A row that has no name yet is called by its number.
function nameByNumber(row, number) {
  const label = row.querySelector(".inline_label");
  if (!label || row.matches(".has_original")) return;
  const words = label.textContent.replace(/\d+/, number);
  if (words !== label.textContent) label.textContent = words;
}

const WRITTEN = "input:not([type=hidden], .order, :disabled), textarea, select:not(.chooser-value)";

function firstField(row) {
  return [...(row?.querySelectorAll(WRITTEN) ?? [])].find((field) => field.checkVisibility());
}

// The library equips the dates of a whole page at once: here those of one row are.
function equipDates(row) {
  const shortcuts = window.DateTimeShortcuts;
  if (!shortcuts) return;
  for (const one of row.querySelectorAll(".datetimeshortcuts")) one.remove();
  for (const field of row.querySelectorAll("input.vTimeField")) shortcuts.addClock(field);
  for (const field of row.querySelectorAll("input.vDateField")) shortcuts.addCalendar(field);
}

for (const group of document.querySelectorAll(".js-inline-admin-formset")) new Rows(group);
