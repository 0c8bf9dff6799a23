// Dropping files on the page puts them into its field, as choosing them does. Without this script
// the field and the textarea are all there is, and enough.

const zone = document.querySelector(".import-form .drop-zone");
const field = zone.querySelector("[type=file]");

zone.querySelector(".drop-here").hidden = false;

zone.addEventListener("dragover", (event) => {
  event.preventDefault();
  zone.classList.add("is-over");
});

zone.addEventListener("dragleave", () => zone.classList.remove("is-over"));

zone.addEventListener("drop", (event) => {
  event.preventDefault();
  zone.classList.remove("is-over");
  if (!event.dataTransfer.files.length) return;
  const all = new DataTransfer();
  for (const file of [...field.files, ...event.dataTransfer.files]) all.items.add(file);
  field.files = all.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
});
