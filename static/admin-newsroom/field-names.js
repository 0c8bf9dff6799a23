// The editor of rich text and the chooser of a record are elements beside their field, with a role
// and no name: they are given that of the field. Without this script the fields themselves are there.

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

function name(element, field, more = "") {
  const ids = [labelled(field), more].filter(Boolean).join(" ");
  if (ids && element.getAttribute("aria-labelledby") !== ids) {
    element.setAttribute("aria-labelledby", ids);
  }
}

// In a row a field has its name in itself.
function nameInRow(element, field) {
  const said = field?.getAttribute("aria-label");
  if (!said) return false;
  element.removeAttribute("aria-labelledby");
  element.setAttribute("aria-label", said);
  return true;
}

function nameAll() {
  for (const editor of document.querySelectorAll(".prose-editor .ProseMirror[contenteditable]")) {
    name(editor, editor.closest(".prose-editor").querySelector("textarea"));
  }
  for (const chooser of document.querySelectorAll(".select2-selection[role=combobox]")) {
    const field = chooser.closest(".select2-container").previousElementSibling;
    const chosen = chooser.querySelector(".select2-selection__rendered");
    // It is what the chooser says, and nothing to type in.
    for (const one of ["role", "aria-readonly"]) chosen?.removeAttribute(one);
    if (field?.matches("select") && !nameInRow(chooser, field)) name(chooser, field, chosen?.id);
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
// Both come into the page late, and with each row that is added.
new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
