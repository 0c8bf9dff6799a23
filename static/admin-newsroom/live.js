// The form of an entry: Ctrl + Enter sends it by its first button, from the editor too, where the
// same keys would break the line. The words of the reader's own language have the cursor at first.

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
