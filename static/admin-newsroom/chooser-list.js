// The list of what a chooser offers: over the page, as wide as its field, beneath it or above it.

const ROOM = 320;
const GAP = 2;
let number = 0;

function pictured(choice) {
  const line = document.createElement("span");
  line.className = "chooser-picture";
  const picture = line.appendChild(document.createElement("img"));
  Object.assign(picture, { src: choice.picture, alt: "", loading: "lazy" });
  line.append(worded(choice));
  return line;
}

// Its name, and what tells it from others of that name.
function worded(choice) {
  const line = document.createElement("span");
  if (choice.create) line.className = "chooser-create";
  line.appendChild(document.createElement("bdi")).textContent = choice.text;
  if (!choice.told?.length) return line;
  const told = line.appendChild(document.createElement("span"));
  told.className = "quiet";
  for (const one of choice.told) told.appendChild(document.createElement("bdi")).textContent = one;
  return line;
}

export class List {
  constructor(beside) {
    number += 1;
    this.beside = beside;
    this.element = document.createElement("div");
    this.element.className = "chooser-list";
    this.element.popover = "manual";
    this.options = document.createElement("ul");
    this.options.id = `chooser-list-${number}`;
    this.options.setAttribute("role", "listbox");
    this.words = document.createElement("p");
    this.words.className = "chooser-says";
    this.element.append(this.options, this.words);
    this.choices = [];
    this.lines = [];
    this.active = -1;
    this.follow = () => this.place();
  }

  get id() {
    return this.options.id;
  }

  get isOpen() {
    return this.element.isConnected;
  }

  get chosen() {
    return this.choices[this.active];
  }

  get activeOption() {
    return this.lines[this.active] ?? null;
  }

  open() {
    this.beside.after(this.element);
    this.element.showPopover();
    this.place();
    window.addEventListener("scroll", this.follow, { capture: true, passive: true });
    window.addEventListener("resize", this.follow);
  }

  close() {
    this.element.remove();
    this.#empty();
    window.removeEventListener("scroll", this.follow, { capture: true });
    window.removeEventListener("resize", this.follow);
  }

  place() {
    const { left, top, bottom, width } = this.beside.getBoundingClientRect();
    const below = window.innerHeight - bottom;
    const isAbove = below < ROOM && top > below;
    const wide = document.documentElement.clientWidth;
    const style = this.element.style;
    const own = Math.min(Math.max(width, 240), wide - 16);
    const isRtl = getComputedStyle(this.beside).direction === "rtl";
    const from = isRtl ? left + width - own : left;
    style.width = `${own}px`;
    style.left = `${Math.min(Math.max(8, from), wide - own - 8)}px`;
    style.top = isAbove ? "auto" : `${bottom + GAP}px`;
    style.bottom = isAbove ? `${window.innerHeight - top + GAP}px` : "auto";
    style.maxHeight = `${Math.min(ROOM, (isAbove ? top : below) - 16)}px`;
  }

  // A few words instead of choices, or beneath them.
  say(words) {
    this.words.textContent = words;
    this.words.hidden = !words;
  }

  #empty() {
    this.choices = [];
    this.lines = [];
    this.options.replaceChildren();
    this.active = -1;
  }

  show(choices) {
    this.#empty();
    this.add(choices);
  }

  // The place of the choice in whose line something stands.
  placeOf(element) {
    return this.lines.indexOf(element.closest("[role=option]"));
  }

  add(choices) {
    for (const choice of choices) {
      this.#head(choice.under ?? "");
      const line = document.createElement("li");
      line.id = `${this.id}-${this.choices.length}`;
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      if (choice.under) line.setAttribute("aria-description", choice.under);
      line.append(choice.picture ? pictured(choice) : worded(choice));
      this.options.append(line);
      this.lines.push(line);
      this.choices.push(choice);
    }
  }

  // What is only near stands under words that say so.
  #head(words) {
    if (!words || words === this.choices.at(-1)?.under) return;
    const heading = this.options.appendChild(document.createElement("li"));
    heading.className = "chooser-heading";
    heading.setAttribute("role", "presentation");
    heading.textContent = words;
  }

  // Without the last of them, as it has been asked for again.
  dropLast() {
    this.choices.pop();
    this.lines.pop()?.remove();
  }

  go(to) {
    this.activeOption?.setAttribute("aria-selected", "false");
    this.active = Math.min(Math.max(to, -1), this.choices.length - 1);
    this.activeOption?.setAttribute("aria-selected", "true");
    this.activeOption?.scrollIntoView({ block: "nearest" });
  }
}
