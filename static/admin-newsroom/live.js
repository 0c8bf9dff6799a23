// The form of an entry: Ctrl + Enter sends it by its first button, from the editor too, where the
// same keys would break the line. After an entry was sent the cursor is where the next one begins.

const form = document.querySelector(".live-form");

form?.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    form.requestSubmit(form.querySelector("button.default"));
  },
  { capture: true },
);

/** The editor makes itself when its modules have come. */
function beginNext(tries = 40) {
  const editor = document.querySelector("#new-entry .ProseMirror");
  if (editor) editor.focus({ preventScroll: true });
  else if (tries > 0) setTimeout(beginNext, 100, tries - 1);
}

if (document.querySelector(".messagelist .success")) beginNext();
