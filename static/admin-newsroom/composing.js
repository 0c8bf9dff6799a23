// The board of a front page: its cards are moved by their buttons or by hand, and the rows of the
// form, which are what is sent, follow. What comes by itself is settled when the form is saved.
// Without this script each button sends the form.

import { chooserOf } from "./choosers.js";
import "./rows.js";
import { tellOf } from "./written.js";

const ROWS = "tr.form-row:not(.empty-form)";
const BY_ITSELF = "free";
const SPOTS = ["lead", "top", "hidden"];

class Board {
  constructor(board, group) {
    this.board = board;
    this.group = group;
    this.words = board.dataset;
    this.cards = new Map();
    this.homes = new Map();
    // What comes by itself until its place begins has a card in that place, too.
    for (const card of board.querySelectorAll(".front-card:not(.echo)")) {
      this.cards.set(card.dataset.article, card);
      if (card.classList.contains("by-itself")) {
        this.homes.set(card.dataset.article, card.closest("[data-zone]").dataset.zone);
      }
      this.#equip(card);
    }
    for (const zone of board.querySelectorAll("[data-placed]")) this.#takesCards(zone);
    this.#addChooser();
  }

  get rows() {
    return [...this.group.querySelectorAll(ROWS)]
      .map((row) => ({
        row,
        article: row.querySelector("select[name$='-article']"),
        spot: row.querySelector("select[name$='-spot']"),
        order: row.querySelector("input.order"),
        gone: row.querySelector("[name$='-DELETE']"),
      }))
      .filter(({ article }) => article?.value);
  }

  rowOf(key) {
    return this.rows.find(({ article }) => article.value === key);
  }

  cardsIn(zone) {
    return this.board.querySelector(`[data-zone="${zone}"] .front-cards`);
  }

  #equip(card) {
    const key = card.dataset.article;
    card.draggable = true;
    card.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData("text/plain", key);
      card.classList.add("is-dragged");
    });
    card.addEventListener("dragend", () => card.classList.remove("is-dragged"));
    const moves = card.querySelector(".front-card-moves");
    for (const [sign, words, step] of [
      ["↑", this.words.earlier, -1],
      ["↓", this.words.later, 1],
    ]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "front-step";
      button.textContent = sign;
      const name = card.querySelector(".front-card-name").textContent;
      button.setAttribute("aria-label", words.replace("{name}", name));
      button.addEventListener("click", () => this.step(card, step, button));
      moves.append(button);
    }
    const when = document.createElement("button");
    when.type = "button";
    when.className = "front-when";
    when.textContent = this.words.when;
    when.addEventListener("click", () => this.showDates(key));
    moves.append(when);
    this.#walks(moves);
    moves.addEventListener("click", (event) => {
      const button = event.target.closest("[name='_place']");
      if (!button) return;
      event.preventDefault();
      this.place(key, button.value.split(":")[0]);
      (card.querySelector("button:not([hidden])") ?? card).focus();
    });
  }

  // The buttons of a card are one stop of the Tab key; arrows go from one to the next.
  #walks(moves) {
    moves.setAttribute("role", "toolbar");
    moves.setAttribute("aria-label", moves.closest(".front-card").querySelector("a").textContent);
    const shown = () => [...moves.querySelectorAll("button:not([hidden])")];
    moves.addEventListener("focusin", (event) => stopAt(moves, event.target));
    moves.addEventListener("keydown", (event) => {
      const isBack = getComputedStyle(moves).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
      if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
      event.preventDefault();
      const all = shown();
      const at = all.indexOf(event.target) + (event.key === isBack ? -1 : 1);
      all[(at + all.length) % all.length].focus();
    });
  }

  #takesCards(zone) {
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("is-over");
    });
    zone.addEventListener("dragleave", () => zone.classList.remove("is-over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("is-over");
      const key = event.dataTransfer.getData("text/plain");
      if (!this.cards.has(key)) return;
      const before = event.target.closest?.(".front-card");
      this.place(key, zone.dataset.zone, before?.dataset.article);
    });
  }

  // A chooser of any article: its card is put first beside the lead.
  #addChooser() {
    const template = this.group.querySelector("tr.empty-form select[name$='-article']");
    if (!template) return;
    const box = document.createElement("p");
    box.className = "front-find";
    const label = box.appendChild(document.createElement("label"));
    const chooser = box.appendChild(document.createElement("select"));
    Object.assign(chooser.dataset, template.dataset);
    chooser.className = template.className;
    chooser.id = label.htmlFor = "front-find";
    label.textContent = this.words.find;
    this.board.querySelector(".front-zones").before(box);
    const equipped = chooserOf(chooser);
    chooser.addEventListener("change", () => {
      const [chosen] = chooser.selectedOptions;
      if (!chosen?.value) return;
      this.place(chosen.value, "top", undefined, chosen.text);
      chooser.replaceChildren();
      equipped.render();
    });
  }

  cardOf(key, words) {
    if (!this.cards.has(key)) {
      const card = this.board.querySelector(".front-card:not(.echo)").cloneNode(true);
      card.dataset.article = key;
      card.className = "front-card";
      card.querySelector("img")?.remove();
      for (const one of card.querySelectorAll(".front-step, .front-when")) one.remove();
      const name = card.querySelector(".front-card-name");
      name.textContent = words;
      name.href = name.href.replace(/\d+(?=\/change\/)/, key);
      const said = [...card.querySelectorAll("p.quiet [data-says]")];
      card.querySelector("p.quiet").replaceChildren(...said);
      for (const button of card.querySelectorAll("[name='_place']")) {
        button.value = `${button.value.split(":")[0]}:${key}`;
      }
      this.cards.set(key, card);
      this.#equip(card);
    }
    return this.cards.get(key);
  }

  place(key, spot, before, words) {
    const card = this.cardOf(key, words);
    if (spot === BY_ITSELF) {
      const known = this.rowOf(key);
      if (known?.gone) tick(known.gone, true);
      else known?.row.querySelector(".inline-deletelink")?.click();
      this.render();
      return;
    }
    const known = this.rowOf(key) ?? this.#addRow(key, card);
    if (known.gone?.checked) tick(known.gone, false);
    change(known.spot, spot);
    const list = this.cardsIn(spot);
    const next = before && before !== key ? this.cards.get(before) : null;
    if (next?.parentElement === list) next.before(card);
    else if (spot === "lead") list.prepend(card);
    else list.append(card);
    this.number();
    this.render();
  }

  #addRow(key, card) {
    this.group.querySelector(".add-row a").click();
    const row = [...this.group.querySelectorAll(ROWS)].at(-1);
    const select = row.querySelector("select[name$='-article']");
    const name = card.querySelector(".front-card-name").textContent;
    chooserOf(select).put(key, name);
    return this.rowOf(key);
  }

  // The dates of a placed article are in its row.
  showDates(key) {
    const { row } = this.rowOf(key);
    const fold = row.closest("details");
    if (fold) fold.open = true;
    // The heads of the columns may be out of sight.
    for (const column of ["starts_at", "ends_at"]) {
      const cell = row.querySelector(`.field-${column}`);
      if (cell.querySelector(".front-cell-name")) continue;
      const name = document.createElement("span");
      name.className = "front-cell-name";
      name.setAttribute("aria-hidden", "true");
      const head = row.closest("table").querySelector(`thead .column-${column}`);
      name.textContent = head.textContent.trim();
      cell.prepend(name);
    }
    row.scrollIntoView({ block: "center" });
    row.querySelector("input[name*='-starts_at']").focus({ preventScroll: true });
  }

  step(card, by, button) {
    const placed = [...card.parentElement.children].filter((one) => this.isPlaced(one));
    const other = placed[placed.indexOf(card) + by];
    if (!other) return;
    if (by > 0) other.after(card);
    else other.before(card);
    this.number();
    button.focus();
  }

  isPlaced(card) {
    const row = this.rowOf(card.dataset.article);
    return Boolean(row && !row.gone?.checked);
  }

  // The orders of the rows, as their cards stand.
  number() {
    let place = 0;
    for (const spot of SPOTS) {
      for (const card of this.cardsIn(spot).children) {
        const row = this.rowOf(card.dataset.article);
        if (row && row.spot.value === spot) {
          place += 1;
          change(row.order, `${place}`);
          row.row.parentElement.append(row.row);
        }
      }
    }
    const body = this.group.querySelector("tbody");
    for (const last of body.querySelectorAll("tr.empty-form, tr.add-row")) body.append(last);
  }

  // Every card to where its row says, or to where it comes by itself.
  render() {
    const placed = new Set();
    for (const { article, spot, gone } of this.rows) {
      if (gone?.checked) continue;
      placed.add(article.value);
      const card = this.cardOf(article.value, article.selectedOptions[0]?.text);
      const list = this.cardsIn(spot.value);
      if (card.parentElement !== list) list.append(card);
      card.classList.remove("by-itself");
    }
    const isLed = [...this.cardsIn("lead").children].some((card) =>
      placed.has(card.dataset.article),
    );
    for (const [key, card] of this.cards) {
      const isPlaced = placed.has(key);
      for (const one of card.querySelectorAll(".front-step, .front-when")) one.hidden = !isPlaced;
      const zone = card.closest("[data-zone]").dataset.zone;
      for (const button of card.querySelectorAll("[name='_place']")) {
        const [spot] = button.value.split(":");
        button.hidden = spot === BY_ITSELF ? !isPlaced : isPlaced && spot === zone;
      }
      if (!isPlaced) {
        card.classList.add("by-itself");
        const home = this.homes.get(key) ?? "latest";
        // Whom an editor puts into the lead leaves no room there for what comes by itself.
        const list = this.cardsIn(home === "lead" && isLed ? "top" : home);
        if (card.parentElement !== list) list.prepend(card);
      }
      this.#says(card, isPlaced);
    }
    for (const zone of this.board.querySelectorAll("[data-zone]")) {
      zone.querySelector(".front-nothing").hidden = Boolean(zone.querySelector(".front-card"));
    }
    this.#tellUnsaved();
  }

  // Whether it is there by an editor's hand, as it stands now.
  #says(card, isPlaced) {
    const isInPlace = "placed" in card.closest("[data-zone]").dataset;
    const [byHand, free] = ["placed", "free"].map((one) =>
      card.querySelector(`[data-says="${one}"]`),
    );
    byHand.hidden = !isPlaced;
    free.hidden = isPlaced || !isInPlace;
    const shown = [...card.querySelectorAll(".front-card-moves button:not([hidden])")];
    stopAt(card.querySelector(".front-card-moves"), shown[0]);
  }

  // Readers have the page as it was until it is saved: that is said as soon as something differs.
  #tellUnsaved() {
    const state = JSON.stringify(
      this.rows.map(({ article, spot, order, gone }) => [
        article.value,
        spot.value,
        order.value,
        Boolean(gone?.checked),
      ]),
    );
    this.saved ??= state;
    const line = this.board.querySelector(".front-unsaved");
    const words = state === this.saved ? "" : line.dataset.unsaved;
    if (line.textContent.trim() !== words) line.textContent = words;
  }
}

function stopAt(moves, button) {
  for (const one of moves.querySelectorAll("button")) one.tabIndex = one === button ? 0 : -1;
}

function change(field, value) {
  if (field.value === value) return;
  field.value = value;
  tellOf(field);
}

function tick(box, isTicked) {
  box.checked = isTicked;
  tellOf(box);
}

function begin() {
  const board = document.querySelector("#front-board");
  const group = document.querySelector("#placements-group");
  if (!board?.querySelector(".front-card") || !group?.querySelector(".add-row a")) return;
  const shown = new Board(board, group);
  board.querySelector(".front-keys").hidden = false;
  // A draft that is put back, and who writes into the rows.
  group.addEventListener("change", () => shown.render());
  document.addEventListener("formset:removed", () => shown.render());
  shown.render();
  document.addEventListener("keydown", (event) => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isCommand || !(event.code === "KeyS" || event.key === "s")) return;
    event.preventDefault();
    const form = board.closest("form");
    form.requestSubmit(form.querySelector("[name=_continue]"));
  });
}

begin();
