// What people said to each other about a text, and how they changed it, is not in the text: comments
// go, deleted words go, added words stay. articles/text/richtext/remarks.py does so for the server.
//
// Word has the words of comments in a list at the end, and a sign for each in the text; so has Google
// Docs. LibreOffice writes them as comments of HTML. Notes at the foot are text, and stay.

import { styleOf } from "./pasted-elements.js";

const SIGNS = 'a.msocomanchor, a[href*="#_msocom_"], a.comment[href^="#"], a[href^="#_anchor"]';
const BACK_TO_WORD = 'a.msocomoff, a[href*="#_msoanchor_"]';
const BACK_TO_GOOGLE = 'a[href*="#cmnt_ref"]';
const BOXES = ".msocomtxt, .annotation_style_by_filter";
const LIST = /mso-element\s*:\s*comment-list/i;
const ENTRY = /mso-element\s*:\s*comment\s*(?:;|$)/i;
const SPECIAL = /mso-special-character\s*:\s*comment/i;
const ONLY_A_SIGN = /^\s*(?:\[[^\s\]]{1,12}\])?\s*$/;
const OF_AN_OFFICE = /urn:schemas-microsoft-com|class=["']?Mso|\bmso-|LibreOffice|OpenOffice/;
const OF_LIBREOFFICE = /generator[^>]*(?:Libre|Open)Office/i;
const OF_A_PROGRAM = /^(?:\[(?:if|endif)|(?:Start|End)Fragment|\s*$)/i;

function all(page, selector) {
  return [...page.body.querySelectorAll(selector)];
}

function styled(page, meant) {
  return all(page, "[data-style]").filter((one) => meant.test(styleOf(one)));
}

// What holds nothing without it goes with it.
function remove(element) {
  const holder = element.parentElement;
  element.remove();
  if (!holder || holder.childElementCount) return;
  const isEmpty = holder.matches("p, li, div") && !holder.textContent.trim();
  if (isEmpty || (holder.matches("sup, span, a, b, i") && !holder.childNodes.length))
    remove(holder);
}

// The whole of a comment, whose words begin with the sign that leads back to the text.
function entryOf(sign) {
  const begins = (block) => block?.textContent.trim().startsWith(sign.textContent.trim());
  const line = sign.closest("p, li, td, div");
  const box = line?.parentElement?.closest("div");
  return [box, line].find(begins) ?? sign;
}

function removeEntries(page, signs) {
  for (const one of signs) if (page.contains(one)) remove(entryOf(one));
}

function distinct(signs) {
  return new Set(signs.map((one) => one.getAttribute("href") ?? one)).size;
}

function seen(elements) {
  return elements.filter((one) => one.textContent.trim());
}

// HTML’s own comments: of LibreOffice, which has no other way to write one, those are somebody’s.
function takeOutOfLibreOffice(page, html) {
  const found = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (found.nextNode()) comments.push(found.currentNode);
  for (const one of comments) one.remove();
  if (!OF_LIBREOFFICE.test(html)) return 0;
  return comments.filter((one) => !OF_A_PROGRAM.test(one.data)).length;
}

function takeOutOfWord(page) {
  const entries = styled(page, ENTRY);
  const boxes = all(page, BOXES);
  const back = seen(all(page, BACK_TO_WORD));
  const signs = all(page, SIGNS).filter((one) => !one.closest("div.comment"));
  for (const one of [...styled(page, LIST), ...entries, ...boxes, ...all(page, "hr.msocomoff")])
    remove(one);
  removeEntries(page, back);
  if (signs.length) for (const one of all(page, "div.comment:has(a[href^='#'])")) remove(one);
  for (const one of [...signs, ...all(page, BACK_TO_WORD), ...styled(page, SPECIAL)]) remove(one);
  // A sign that is no link. Who goes on writing after one has words in its style: they stay.
  const bare = all(page, ".MsoCommentReference").filter((one) => ONLY_A_SIGN.test(one.textContent));
  const left = seen(bare).length;
  for (const one of bare) remove(one);
  return Math.max(distinct(signs), distinct(back), entries.length, boxes.length, left);
}

function takeOutOfGoogle(page) {
  const signs = all(page, 'a[href*="#cmnt"]:not([href*="#cmnt_ref"])');
  const back = seen(all(page, BACK_TO_GOOGLE));
  for (const one of signs) remove(one);
  removeEntries(page, back);
  return Math.max(distinct(signs), distinct(back));
}

// Takes changes as made, and tells whether there were any. What is only struck is struck.
function acceptChanges(page, html) {
  const every = OF_AN_OFFICE.test(html);
  const deleted = all(page, `.msoDel, ${every ? "del" : "del[cite], del[datetime]"}`);
  const added = all(page, `.msoIns, ${every ? "ins" : "ins[cite], ins[datetime]"}`);
  for (const one of deleted) remove(one);
  return deleted.length + added.length > 0;
}

// Takes out of a page what is no part of its text, and tells what that was.
export function takeOutRemarks(page, html) {
  const found = [takeOutOfLibreOffice(page, html), takeOutOfWord(page), takeOutOfGoogle(page)];
  return {
    comments: found.reduce((sum, one) => sum + one, 0),
    hasChanges: acceptChanges(page, html),
  };
}
