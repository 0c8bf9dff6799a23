// The elements of a clipboard: what their styles say, and how one becomes another.

export const BLOCKS =
  "p,div,h1,h2,h3,h4,h5,h6,li,ul,ol,table,tr,td,th,blockquote,hr,pre,section,article";
export const KEPT = new Set(["href", "dir", "lang", "start", "colspan", "rowspan"]);

export function styleOf(element) {
  return element.dataset?.style ?? "";
}

// What a style says of a property itself: “mso-bidi-font-weight” says nothing of “font-weight”.
export function said(element, property) {
  for (const one of styleOf(element).split(";")) {
    const colon = one.indexOf(":");
    if (one.slice(0, colon).trim().toLowerCase() === property) return one.slice(colon + 1).trim();
  }
  return "";
}

export function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

export function rename(element, name) {
  const renamed = element.ownerDocument.createElement(name);
  for (const kept of KEPT) {
    if (element.hasAttribute(kept)) renamed.setAttribute(kept, element.getAttribute(kept));
  }
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}
