// What is chosen where several may be: each a chip, taken off by its button or by a key.

import { say } from "./status.js";

export function button(className, words) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = "×";
  made.setAttribute("aria-label", words);
  return made;
}

// Args: off, what takes it off; nothing, where one may not.
export function chip(words, off) {
  const made = document.createElement("li");
  made.appendChild(document.createElement("bdi")).textContent = words;
  if (!off) return made;
  const cross = made.appendChild(button("", interpolate(gettext("Take off: %s"), [words])));
  cross.addEventListener("click", () => {
    off();
    say(interpolate(gettext("Taken off: %s"), [words]));
  });
  return made;
}

// The first time it says which chip would go; the second time that one goes.
export function removeLast(chips, input) {
  const last = chips.lastElementChild;
  const cross = last?.querySelector("button:not(.chip-opens)");
  if (!cross) return;
  if (last.classList.contains("is-marked")) {
    cross.click();
    return;
  }
  last.classList.add("is-marked");
  const words = gettext("Press the key once more to take off: %s");
  say(interpolate(words, [last.querySelector("bdi").textContent]));
  const unmark = () => last.classList.remove("is-marked");
  for (const kind of ["input", "blur"]) input.addEventListener(kind, unmark, { once: true });
}
