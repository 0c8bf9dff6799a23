// A line of the checks leads to the field it names. Without this script it is a link to the
// field's input; rich text has an editor in the place of its input, and a row may be folded.

function fieldOf(link) {
  const [page, id] = link.href.split("#");
  if (page !== window.location.href.split("#")[0]) return null;
  return document.getElementById(id);
}

export function focusOn(field) {
  const editor = field.closest(".prose-editor")?.querySelector(".ProseMirror");
  const chooser = field.classList.contains("select2-hidden-accessible")
    ? field.nextElementSibling?.querySelector(".select2-selection")
    : null;
  const target = editor ?? chooser ?? field;
  field.closest("details:not([open])")?.setAttribute("open", "");
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".checks a[href*='#']");
  const field = link && fieldOf(link);
  if (!field) return;
  event.preventDefault();
  focusOn(field);
});
