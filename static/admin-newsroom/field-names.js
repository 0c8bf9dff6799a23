// The editor of rich text is an element beside its field, with a role and no name: it is given that
// of the field. Without this script the fields themselves are there.

let number = 0;

function labelled(field) {
  const label = field?.labels?.[0];
  if (!label) return "";
  if (!label.id) {
    number += 1;
    label.id = `name-of-field-${number}`;
  }
  return label.id;
}

function nameLike(element, field) {
  if (element.hasAttribute("aria-label")) return;
  const id = labelled(field);
  if (id && element.getAttribute("aria-labelledby") !== id) {
    element.setAttribute("aria-labelledby", id);
  }
}

function nameAll() {
  for (const editor of document.querySelectorAll(".prose-editor .ProseMirror[contenteditable]")) {
    nameLike(editor, editor.closest(".prose-editor").querySelector("textarea"));
  }
  // A sign that says what to do beside it: something that has a name has a role.
  for (const sign of document.querySelectorAll(".help-tooltip[aria-label]:not([role])")) {
    sign.setAttribute("role", "img");
  }
  // What stands over the names of rows is no heading.
  for (const empty of document.querySelectorAll("th.original:empty")) {
    const cell = document.createElement("td");
    cell.className = empty.className;
    empty.replaceWith(cell);
  }
}

nameAll();
// They come into the page late, and with each row that is added.
new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
