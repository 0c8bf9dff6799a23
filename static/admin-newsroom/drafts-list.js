// On the first page of the desk: every text of this person that this browser keeps.

import { textsOf } from "./drafts-offer.js";
import { draftsOf, drop } from "./drafts-store.js";
import { time } from "./drafts-words.js";

const list = document.querySelector(".unsaved-texts");

function item(draft) {
  const made = list.querySelector("template").content.cloneNode(true).firstElementChild;
  const link = made.querySelector("a");
  const texts = textsOf(draft);
  link.href = draft.url ?? draft.path;
  link.textContent = draft.title || link.pathname;
  made.querySelector("[data-words]").textContent = texts[0]?.text.slice(0, 80) ?? "";
  made.querySelector("[data-time]").textContent = time(draft.at);
  const words = made.querySelector("dl");
  for (const { label, text, lang, dir } of texts) {
    const title = document.createElement("dt");
    title.textContent = label;
    const says = document.createElement("dd");
    Object.assign(says, { textContent: text, dir }, lang && { lang });
    says.dataset.text = "";
    words.append(title, says);
  }
  made.querySelector("details").hidden = !texts.length;
  made.addEventListener("click", (event) => {
    if (event.target.dataset.do !== "forget") return;
    drop(draft);
    made.remove();
    list.hidden = !list.querySelector("li");
  });
  return made;
}

// Not those of forms that are open in another tab: they are not lost.
export function listTexts(owner, openTokens) {
  if (!list) return;
  const texts = draftsOf(owner).filter((draft) => !openTokens.has(draft.token));
  list.querySelector("ul").replaceChildren(...texts.map(item));
  list.hidden = !texts.length;
}
