// The keys of a review. Its buttons do all that they do.

function isTypedIn(element) {
  return element.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}

export function listenForKeys(form, keep) {
  const keys = form.querySelector(".import-keys");
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (isCommand && (event.code === "KeyS" || event.key === "s")) {
      keep();
    } else if (isCommand && event.key === "Enter") {
      form.requestSubmit(form.querySelector(".import-buttons [value=save]"));
    } else if (["?", "؟"].includes(event.key) && !isTypedIn(event.target)) {
      keys.open = !keys.open;
      if (keys.open) keys.querySelector("summary").focus();
    } else {
      return;
    }
    event.preventDefault();
  });
}
