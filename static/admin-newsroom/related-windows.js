// Windows that a form opens to add a record that one of its fields chooses, or to change it; what is
// saved there comes into the field. The names by which such a window calls the page that opened it
// are the admin's. Without this script its links lead to the pages themselves.

import { choiceOf, tellOf } from "./written.js";

const CHOICES = ".related-widget-wrapper select";
const windows = new Set();

// A window may open another, which has a number in its name: two may be of one field.
function depth() {
  const isWindow = document.getElementsByName("_popup").length > 0;
  return isWindow
    ? Number.parseInt(window.name.slice(window.name.lastIndexOf("__") + 2), 10) || 0
    : 0;
}

function open(name, href) {
  const opened = window.open(
    href,
    `${name}__${depth() + 1}`,
    "height=500,width=800,resizable=yes,scrollbars=yes",
  );
  if (!opened) return;
  windows.add(opened);
  opened.focus();
}

function nameOf(opened) {
  return opened.name.replace(new RegExp(`__${depth() + 1}$`), "");
}

function fieldOf(opened) {
  return document.getElementById(nameOf(opened).replace(/^(edit|delete)_/, ""));
}

function close(opened) {
  windows.delete(opened);
  opened.close();
}

// The library's choice of many has a list of what is chosen beside that of what is not.
function addToDoubleList(opened, key, words) {
  const list = `${nameOf(opened)}_to`;
  if (!window.SelectBox?.cache[list]) return;
  window.SelectBox.add_to_cache(list, new Option(words, key));
  window.SelectBox.redisplay(list);
}

// The window in which a record is created for a field, at an address.
export function openFor(select, address) {
  open(select.id, new URL(address, window.location.href));
}

function closeAll() {
  for (const opened of windows) {
    if (opened.closed) continue;
    opened.dismissChildPopups?.();
    opened.close();
  }
}

Object.assign(window, {
  dismissAddRelatedObjectPopup(opened, key, words) {
    const field = fieldOf(opened);
    if (field?.matches("select")) {
      choiceOf(field, `${key}`, words).selected = true;
    } else if (field) field.value = key;
    if (field) tellOf(field);
    else addToDoubleList(opened, key, words);
    close(opened);
  },

  dismissChangeRelatedObjectPopup(opened, key, words, newKey) {
    const field = fieldOf(opened);
    for (const option of field?.options ?? []) {
      if (option.value !== `${key}`) continue;
      option.textContent = words;
      option.value = newKey;
    }
    if (field) field.dispatchEvent(new Event("change", { bubbles: true }));
    close(opened);
  },

  dismissDeleteRelatedObjectPopup(opened, key) {
    const field = fieldOf(opened);
    for (const option of [...(field?.options ?? [])])
      if (option.value === `${key}`) option.remove();
    if (field) tellOf(field);
    close(opened);
  },

  dismissRelatedLookupPopup(opened, key) {
    const field = fieldOf(opened);
    if (field) {
      field.value = key;
      tellOf(field);
    }
    close(opened);
  },

  dismissChildPopups: closeAll,
});

// The links beside a field lead to what is chosen.
function follow(select) {
  const links = select.closest(".related-widget-wrapper").querySelectorAll("[data-href-template]");
  for (const link of links) {
    if (select.value) {
      link.href = link.dataset.hrefTemplate.replace("__fk__", select.value);
      link.removeAttribute("aria-disabled");
    } else {
      link.removeAttribute("href");
      link.setAttribute("aria-disabled", "true");
    }
  }
}

function followAll(root) {
  for (const select of root.querySelectorAll(CHOICES)) follow(select);
}

followAll(document);
document.addEventListener("formset:added", ({ target }) => followAll(target));
document.addEventListener("change", ({ target }) => {
  if (target.matches?.(CHOICES)) follow(target);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.('.related-widget-wrapper-link[data-popup="yes"]');
  if (link) {
    event.preventDefault();
    if (link.href) open(link.id.replace(/^(change|add|delete)_/, ""), link.href);
    return;
  }
  const chosen = event.target.closest?.("a[data-popup-opener]");
  if (!chosen || !window.opener?.dismissRelatedLookupPopup) return;
  event.preventDefault();
  window.opener.dismissRelatedLookupPopup(window, chosen.dataset.popupOpener);
});

window.addEventListener("pagehide", closeAll);
