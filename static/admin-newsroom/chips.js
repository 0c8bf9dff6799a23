// Rows that each name one record are shown as chips, one field for each kind of record: several are
// chosen one after another, and taken away by their button. The rows stay what is sent, kept and
// merged; they are shown where something is wrong in them. Without this script there are rows.

import { chooserOf } from "./choosers.js";
import "./rows.js";
import { say } from "./status.js";
import { tellOf } from "./written.js";

const ROWS = "tr.form-row:not(.empty-form)";

// A name that opens its record, where one may change it.
function opening({ row, select }, name) {
  const link = row.querySelector(`[id="change_${select.id}"][data-href-template]`);
  if (!link) return name;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "chip-opens";
  button.title = link.title;
  button.append(name);
  button.addEventListener("click", () => link.click());
  return button;
}

class Chips {
  constructor(group, template) {
    this.group = group;
    this.field = template.name.replace(/^.*-/, "");
    this.words = group.closest("[data-chips]").dataset;
    this.box = document.createElement("div");
    this.box.className = "chips";
    this.list = this.box.appendChild(document.createElement("ul"));
    this.#equip(template);
    this.render();
  }

  // One chooser for all rows: what it chooses becomes a row.
  #equip(template) {
    const chooser = document.createElement("select");
    Object.assign(chooser.dataset, template.dataset);
    chooser.className = template.className;
    chooser.id = `chips-${this.group.id}-${this.field}`;
    const label = document.createElement("label");
    label.htmlFor = chooser.id;
    label.textContent = this.group
      .querySelector(`thead .column-${CSS.escape(this.field)}`)
      .textContent.trim();
    this.box.prepend(label);
    this.box.append(chooser);
    this.group.before(this.box);
    this.chooser = chooserOf(chooser);
    Object.assign(this.chooser, {
      takesMany: true,
      chips: this.list,
      isTaken: (key) => this.shown.some(({ select }) => select.value === key),
    });
    // What is chosen, and what a window has just created.
    chooser.addEventListener("change", () => {
      const [chosen] = chooser.selectedOptions;
      if (!chosen?.value) return;
      this.add(chosen.value, chosen.text);
      say(interpolate(gettext("Chosen: %s."), [chosen.text]));
      chooser.replaceChildren();
      this.chooser.render();
    });
  }

  get rows() {
    return [...this.group.querySelectorAll(ROWS)]
      .map((row) => ({
        row,
        select: row.querySelector(`select[name$="-${this.field}"]`),
        gone: row.querySelector("[name$='-DELETE']"),
      }))
      .filter(({ select }) => select?.value);
  }

  get shown() {
    return this.rows.filter(({ gone }) => !gone?.checked);
  }

  add(value, words) {
    const known = this.rows.find(({ select }) => select.value === value);
    if (known) {
      if (known.gone?.checked) this.#tick(known.gone, false);
      return;
    }
    this.group.querySelector(".add-row a").click();
    const select = [...this.group.querySelectorAll(ROWS)]
      .at(-1)
      .querySelector(`select[name$="-${this.field}"]`);
    chooserOf(select).put(value, words);
    this.render();
  }

  #tick(box, isGone) {
    box.checked = isGone;
    tellOf(box);
  }

  #remove({ row, select, gone }) {
    const name = select.selectedOptions[0].text;
    if (gone) this.#tick(gone, true);
    else row.querySelector(".inline-deletelink").click();
    this.render();
    this.chooser.input.focus();
    say(interpolate(gettext("Taken off: %s"), [name]));
  }

  render() {
    const { shown } = this;
    this.list.replaceChildren(
      ...shown.map((one) => {
        const chip = document.createElement("li");
        const name = document.createElement("bdi");
        name.textContent = one.select.selectedOptions[0].text;
        chip.append(opening(one, name));
        if (one.gone || one.row.querySelector(".inline-deletelink")) {
          const button = chip.appendChild(document.createElement("button"));
          button.type = "button";
          button.textContent = "×";
          button.setAttribute("aria-label", this.words.remove.replace("{name}", name.textContent));
          button.addEventListener("click", () => this.#remove(one));
        }
        return chip;
      }),
    );
    this.list.hidden = !shown.length;
  }
}

function equip(fold) {
  const group = fold.querySelector(".inline-group");
  const fields = [...group.querySelectorAll("tr.empty-form select.admin-autocomplete")];
  if (!fields.length || !group.querySelector(".add-row a") || group.querySelector(".errorlist")) {
    return;
  }
  const all = fields.map((template) => new Chips(group, template));
  const count = fold.querySelector("summary .quiet");
  fold.classList.add("as-chips");
  fold.open = true;
  const render = () => {
    for (const one of all) one.render();
    count.hidden = true;
  };
  // A draft that is put back writes into the rows.
  group.addEventListener("change", render);
  document.addEventListener("formset:removed", render);
  render();
}

document.querySelectorAll("[data-chips]").forEach(equip);
