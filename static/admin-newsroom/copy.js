// A button that copies what a field says. Without this script the field is selected and copied.

async function copied(field) {
  field.focus();
  field.select();
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      // Refused by the browser: the older way may still be open.
    }
  }
  // The only way on a page that came without TLS.
  return document.execCommand("copy");
}

for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  field.addEventListener("focus", () => field.select());
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = (await copied(field)) ? button.dataset.copied : button.dataset.uncopied;
    button.textContent = words;
    button.nextElementSibling.textContent = words;
  });
}
