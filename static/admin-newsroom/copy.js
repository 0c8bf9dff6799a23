// A button that copies what a field says. Without this script the field is selected and copied.

for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  field.addEventListener("focus", () => field.select());
  // Browsers have no clipboard on a page that came without TLS.
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
    button.nextElementSibling.textContent = button.dataset.copied;
  });
}
