// Texts of a draft as they are shown, and as they are known again.

import { asElements, wordsChanged } from "./words.js";

// As much of one text as is shown; all of it is kept.
const MOST = 20_000;

export function plain(value) {
  const marked = value.replace(/<\/(p|h\d|li|blockquote|tr)>|<br\s*\/?>/g, "$&\n");
  return new DOMParser().parseFromString(marked, "text/html").body.textContent.trim();
}

export function changes(before, after) {
  return asElements(wordsChanged(plain(before).slice(0, MOST), plain(after).slice(0, MOST)));
}

// A mark of 53 bits by which a text is known again without being kept (cyrb53, public domain).
export function shortened(text) {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36);
}

export function markOf(value) {
  return shortened(value.map((words) => words.trim()).join("\n"));
}

// By the clocks of the newsroom, as every other hour of the desk.
export function time(at) {
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone: document.body.dataset.adminServerTimezone,
    dateStyle: Date.now() - at > 12 * 3600 * 1000 ? "medium" : undefined,
    timeStyle: "short",
    // As everywhere at the desk: Arabic would have the hours before and after noon.
    hourCycle: "h23",
    numberingSystem: "latn",
  }).format(at);
}
