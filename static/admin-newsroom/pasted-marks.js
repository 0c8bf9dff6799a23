// Words that are pasted are bold, slanted, struck, raised or lowered as they were: what a style says
// of them becomes the element that says it.

import { BLOCKS, rename, said, styleOf, unwrap } from "./pasted-elements.js";

const BOLD = /^(?:bold|bolder|[6-9]00)\b/i;
const SLANTED = /^(?:italic|oblique)/i;
const PLAIN = { "font-weight": /^(?:normal|[1-5]00)\b/i, "font-style": /^normal/i };
const MARKS = [
  ["strong", (one) => BOLD.test(weighed(one, "font-weight"))],
  ["em", (one) => SLANTED.test(weighed(one, "font-style"))],
  ["s", (one) => /text-decoration[\w-]*\s*:[^;]*line-through/i.test(styleOf(one))],
  ["sup", (one) => /^super/i.test(said(one, "vertical-align"))],
  ["sub", (one) => /^sub\b/i.test(said(one, "vertical-align"))],
];
const MARKED = "h1, h2, h3, h4, h5, h6, b, strong, i, em, sup, sub, s";

// Word says apart how Arabic letters look, of a text that may have others too.
function weighed(element, property) {
  const isArabic = /\p{Script=Arabic}/u.test(element.textContent);
  return said(element, property) || (isArabic && said(element, `mso-bidi-${property}`)) || "";
}

export function markWords(page) {
  for (const element of page.body.querySelectorAll("b, strong, i, em")) {
    const property = element.matches("b, strong") ? "font-weight" : "font-style";
    const style = styleOf(element);
    if (PLAIN[property].test(said(element, property)))
      rename(element, "span").dataset.style = style;
  }
  for (const mark of page.body.querySelectorAll("b, strong, i, em")) moveInto(page, mark);
  for (const element of [...page.body.querySelectorAll("[data-style]")]) {
    if (element.matches(MARKED)) continue;
    const isHeading = element.closest("h1, h2, h3, h4, h5, h6, th");
    for (const [name, isMeant] of MARKS) {
      if (!isMeant(element) || !element.textContent.trim()) continue;
      if (name === "strong" && isHeading) continue;
      // In a block, its words are marked and not the block.
      for (const holder of element.matches(BLOCKS) ? inlineHolders(element) : [element]) {
        const mark = page.createElement(name);
        mark.append(...holder.childNodes);
        holder.append(mark);
      }
    }
  }
}

// A mark around paragraphs is one of their words.
function moveInto(page, mark) {
  if (!mark.querySelector(BLOCKS)) return;
  for (const block of mark.querySelectorAll(BLOCKS)) {
    if (block.querySelector(BLOCKS) || block.matches("h1, h2, h3, h4, h5, h6")) continue;
    const inner = page.createElement(mark.localName);
    inner.append(...block.childNodes);
    block.append(inner);
  }
  unwrap(mark);
}

function inlineHolders(block) {
  const inner = [...block.querySelectorAll(BLOCKS)].filter((one) => !one.querySelector(BLOCKS));
  return block.querySelector(BLOCKS) ? inner : [block];
}
