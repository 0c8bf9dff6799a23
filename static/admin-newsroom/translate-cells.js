// The fields of a translation. A paragraph of the body is written as it looks, its mark-up kept
// in the textarea that is sent; without this script the textarea itself is written in.

const NAMES = { b: "strong", i: "em" };

function renamed(root) {
  // Browsers write bold and italic with names of their own.
  for (const [from, to] of Object.entries(NAMES)) {
    for (const one of root.querySelectorAll(from)) {
      const other = document.createElement(to);
      other.append(...one.childNodes);
      one.replaceWith(other);
    }
  }
  return root;
}

function markup(region) {
  const copy = renamed(region.cloneNode(true));
  // An emptied field is left with a break.
  return copy.textContent.trim() ? copy.innerHTML.replace(/(?:<br>)+$/, "") : "";
}

function nodesOf(html) {
  return new DOMParser().parseFromString(html, "text/html").body.childNodes;
}

function region(textarea) {
  const made = document.createElement("div");
  made.contentEditable = "true";
  made.lang = textarea.lang;
  made.dir = textarea.dir;
  made.id = `${textarea.id}-text`;
  made.setAttribute("role", "textbox");
  made.setAttribute("aria-multiline", "true");
  made.setAttribute("aria-labelledby", textarea.labels[0].id);
  made.setAttribute("aria-describedby", textarea.getAttribute("aria-describedby"));
  // What typography.js goes by.
  Object.assign(made.dataset, {
    typography: textarea.dataset.typography,
    typographyText: textarea.dataset.typographyText,
  });
  made.append(...nodesOf(textarea.value));
  made.addEventListener("input", () => {
    textarea.value = markup(made);
  });
  made.addEventListener("beforeinput", (event) => {
    if (event.inputType === "insertParagraph") {
      event.preventDefault();
      document.execCommand("insertLineBreak");
    }
  });
  made.addEventListener("paste", (event) => {
    event.preventDefault();
    const words = event.clipboardData.getData("text/plain").replace(/\s*\n\s*/g, " ");
    document.execCommand("insertText", false, words);
  });
  return made;
}

// What somebody writes in: the region of a paragraph, else the textarea.
export function cellOf(textarea) {
  return document.getElementById(`${textarea.id}-text`) ?? textarea;
}

export function textareaOf(cell) {
  return cell.closest(".pair-target, .pair-source")?.querySelector("textarea") ?? null;
}

export function write(textarea, html) {
  textarea.value = html;
  const cell = cellOf(textarea);
  if (cell !== textarea) cell.replaceChildren(...nodesOf(html));
  cell.dispatchEvent(new Event("input", { bubbles: true }));
}

export function enhance(form) {
  for (const textarea of form.querySelectorAll("textarea[data-rich]")) {
    if (document.getElementById(`${textarea.id}-text`)) continue;
    textarea.after(region(textarea));
    textarea.hidden = true;
  }
}

// A draft that is put back into a textarea is shown as it looks.
document.addEventListener("draft:put", ({ target }) => {
  if ("rich" in target.dataset) write(target, target.value);
});

export function focusOn(cell) {
  cell.focus();
  const selection = window.getSelection();
  if (cell.isContentEditable) {
    selection.selectAllChildren(cell);
    selection.collapseToEnd();
  }
  cell.closest(".pair").scrollIntoView({ block: "nearest" });
}
