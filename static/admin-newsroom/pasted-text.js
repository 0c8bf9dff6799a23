// Text that is pasted into a rich text editor keeps what it was where it was copied: emphasis,
// headings, lists, links, paragraphs. Other programs say these with styles of their own, which
// the policy of the page (CSP) takes out before the editor reads them; so they become plain
// elements here, from the text of the style attributes.
// Other modules may have a say in what is inserted: beforeInserting((html, field) => html).
//
// Forms of the clipboard: Google Docs wraps all in <b style="font-weight:normal">; Word writes lists
// as paragraphs with mso-list; LibreOffice, Pages and mail programs use <font>, <div> and <br>.

import { editorOf } from "./editors.js";
import { BLOCKS, KEPT, rename, styleOf, unwrap } from "./pasted-elements.js";
import { destination } from "./pasted-links.js";
import { markWords } from "./pasted-marks.js";
import { takeOutRemarks } from "./pasted-remarks.js";
import { asMarkUp, paragraphsOf } from "./plain-text.js";

const HEADINGS = { H1: "h2", H2: "h2", H3: "h3", H4: "h3", H5: "h3", H6: "h3" };
const OF_WORD = /\bMso(Title|Heading\s?(\d)|Subtitle)/;
const LISTED = /mso-list:\s*(?!ignore)\S+\s+level(\d+)/i;
const NUMBERED = /^[\s\u00a0]*(?:\(?[\d٠-٩]{1,3}|\(?[a-z]|[ivxlc]{1,5}|[\u0621-\u064a])[.)-]/i;
const LEADS_SOMEWHERE = /^(?:https?:|mailto:|tel:|\/)/i;

const steps = [];

export function beforeInserting(step) {
  steps.push(step);
}

// Word's own forms: headings by class, lists as paragraphs that say their level.
function readWord(page) {
  for (const element of page.body.querySelectorAll("p")) {
    const named = OF_WORD.exec(element.className);
    if (named) rename(element, named[1] === "Subtitle" || Number(named[2]) > 2 ? "h3" : "h2");
  }
  let lists = [];
  let last = null;
  for (const element of [...page.body.querySelectorAll("p, h1, h2, h3, li")]) {
    const listed = LISTED.exec(styleOf(element));
    if (!listed) continue;
    const marker = markerOf(element);
    const level = Number(listed[1]);
    if (!last || last.nextElementSibling !== element) lists = [];
    lists = lists.slice(0, level);
    while (lists.length < level) lists.push(newList(page, element, marker, lists.at(-1)));
    const item = page.createElement("li");
    item.append(...element.childNodes);
    lists[level - 1].append(item);
    last = lists[0];
    element.remove();
  }
}

// The sign before an item, taken out of it.
function markerOf(element) {
  const ignored = [...element.querySelectorAll("[data-style]")].find((one) =>
    /mso-list\s*:\s*ignore/i.test(styleOf(one)),
  );
  const text = (ignored ?? element).textContent;
  ignored?.remove();
  return text;
}

function newList(page, element, marker, above) {
  const list = page.createElement(NUMBERED.test(marker) ? "ol" : "ul");
  const item = above?.lastElementChild;
  if (item) item.append(list);
  else element.before(list);
  return list;
}

// Lists inside lists belong into an item; Google Docs and old editors write them beside it.
function nestLists(page) {
  for (const list of page.body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const before = list.previousElementSibling;
    if (before?.tagName === "LI") before.append(list);
  }
}

// Two line breaks part paragraphs; what holds nothing goes.
function partParagraphs(page) {
  for (const element of [...page.body.querySelectorAll("div, section, article")]) {
    if (element.querySelector(BLOCKS)) unwrap(element);
    else rename(element, "p");
  }
  for (const paragraph of [...page.body.querySelectorAll("p")]) partAtBreaks(page, paragraph);
  gatherLoose(page);
  for (const empty of [...page.body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    if (!/[^\s\u00a0\u200b\ufeff]/.test(empty.textContent) && !empty.closest("td, th"))
      empty.remove();
  }
}

function partAtBreaks(page, paragraph) {
  const parts = paragraph.innerHTML.split(/(?:<br[^>]*>[\s\u00a0]*){2,}/i);
  if (parts.length < 2) return;
  for (const part of parts) {
    const made = page.createElement("p");
    made.innerHTML = part.replace(/^(?:\s|<br[^>]*>)+|(?:\s|<br[^>]*>)+$/gi, "");
    paragraph.before(made);
  }
  paragraph.remove();
}

// Words that stand between paragraphs make paragraphs of their own.
function gatherLoose(page) {
  if (
    !page.body.querySelector(":scope > p, :scope > h2, :scope > ul, :scope > ol, :scope > br + br")
  )
    return;
  let holder = null;
  for (const node of [...page.body.childNodes]) {
    const isBlock = node.nodeType === Node.ELEMENT_NODE && node.matches(BLOCKS);
    if (isBlock) holder = null;
    else if (holder || node.textContent.trim() || node.nodeName === "BR") {
      if (!holder) {
        holder = page.createElement("p");
        node.before(holder);
      }
      holder.append(node);
    }
  }
  for (const paragraph of [...page.body.querySelectorAll(":scope > p")])
    partAtBreaks(page, paragraph);
}

// Styles under another name: under their own, the browser refuses and reports each.
function parsed(html) {
  const renamed = html.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/\sstyle\s*=/gi, " data-style="),
  );
  return new DOMParser().parseFromString(renamed, "text/html");
}

// What leads to a place in the document that it was copied from leads nowhere here.
function readLinks(page) {
  for (const link of page.body.querySelectorAll("a")) {
    const address = (link.getAttribute("href") ?? "").trim();
    if (!LEADS_SOMEWHERE.test(address)) {
      unwrap(link);
      continue;
    }
    const meant = destination(address);
    if (link.textContent.trim() === address) link.textContent = meant;
    link.setAttribute("href", meant);
  }
}

// The HTML of a clipboard in plain elements, and what of it is left out.
export function tidied(html) {
  const page = parsed(html);
  const remarks = takeOutRemarks(page, html);
  for (const one of page.querySelectorAll("style, script, meta, link, title, head, template"))
    one.remove();
  const pictures = [...page.body.querySelectorAll("img, picture, svg, v\\:imagedata")];
  for (const one of pictures) one.remove();
  for (const one of page.body.querySelectorAll("o\\:p, google-sheets-html-origin, sdfield"))
    unwrap(one);
  for (const one of page.body.querySelectorAll("colgroup")) one.remove();
  readWord(page);
  markWords(page);
  for (const one of [...page.body.querySelectorAll("font, span, u, center, ins")]) unwrap(one);
  for (const one of [...page.body.querySelectorAll(Object.keys(HEADINGS).join(","))]) {
    if (one.tagName.toLowerCase() !== HEADINGS[one.tagName]) rename(one, HEADINGS[one.tagName]);
  }
  for (const one of [...page.body.querySelectorAll("h2 strong, h2 b, h3 strong, h3 b")])
    unwrap(one);
  readLinks(page);
  nestLists(page);
  partParagraphs(page);
  for (const one of page.body.querySelectorAll("*")) {
    for (const name of one.getAttributeNames()) if (!KEPT.has(name)) one.removeAttribute(name);
  }
  return { html: page.body.innerHTML, pictures: pictures.length, ...remarks };
}

// What a clipboard has in mark-up; plain text of several lines is read for its paragraphs.
function markUpOf(clipboard) {
  const html = clipboard?.getData("text/html");
  const text = clipboard?.getData("text/plain") ?? "";
  return html || (paragraphsOf(text).length && text.includes("\n") ? asMarkUp(text) : "");
}

// What is left out, in words.
function leftOut({ pictures, comments, hasChanges }) {
  const said = [];
  if (pictures) said.push(gettext("Pictures are not pasted: add them to the library of images."));
  if (comments) {
    const words = ngettext(
      "%(count)s comment was left out.",
      "%(count)s comments were left out.",
      comments,
    );
    said.push(interpolate(words, { count: comments }, true));
  }
  if (hasChanges)
    said.push(gettext("Tracked changes are accepted: words that were deleted are left out."));
  return said;
}

function say(editor, said) {
  const box = editor.view.dom.closest(".prose-editor");
  box.parentElement.querySelector(".pasted-note")?.remove();
  if (!said.length) return;
  const note = document.createElement("p");
  note.className = "pasted-note help";
  note.setAttribute("role", "status");
  note.textContent = said.join(" ");
  box.after(note);
}

document.addEventListener(
  "paste",
  async (event) => {
    const editor = editorOf(event.target);
    const html = markUpOf(event.clipboardData);
    // What was copied from an editor of ours is as it should be.
    if (!editor || !html || html.includes("data-pm-slice")) return;
    const found = tidied(html);
    event.preventDefault();
    event.stopImmediatePropagation();
    let text = found.html;
    for (const step of steps) text = await step(text, event.target);
    editor.view.pasteHTML(text);
    say(editor, leftOut(found));
  },
  { capture: true },
);
