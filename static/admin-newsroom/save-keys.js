// Ctrl+S, or ⌘S, saves the form of a record, as it does the text of an article, and stays with it.
// Without this script the buttons do.

document.addEventListener("keydown", (event) => {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!isCommand || event.isComposing || event.defaultPrevented) return;
  if (event.code !== "KeyS" && event.key !== "s") return;
  const form = document.querySelector("#content-main form:has(.submit-row)");
  const save =
    form?.querySelector(".submit-row [name=_continue]") ??
    form?.querySelector(".submit-row [name=_save]");
  if (!save) return;
  event.preventDefault();
  form.requestSubmit(save);
});
