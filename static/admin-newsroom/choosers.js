// Fields that choose a record: pictures are seen before one is chosen, and what is not found is
// created in a window that has its name already. Without this script there are the names alone, and
// the sign beside a field opens the window.

const jQuery = window.django?.jQuery;

function seen(choice) {
  const line = document.createElement("span");
  line.className = "chooser-picture";
  const picture = line.appendChild(document.createElement("img"));
  Object.assign(picture, { src: choice.picture, alt: "", loading: "lazy" });
  const words = line.appendChild(document.createElement("span"));
  words.appendChild(document.createElement("bdi")).textContent = choice.text;
  const told = words.appendChild(document.createElement("span"));
  told.className = "quiet";
  for (const one of choice.told) told.appendChild(document.createElement("bdi")).textContent = one;
  return line;
}

function toCreate(choice) {
  const line = document.createElement("span");
  line.className = "chooser-create";
  line.textContent = choice.text;
  return line;
}

function shown(choice) {
  if (choice.picture) return seen(choice);
  return choice.create ? toCreate(choice) : choice.text;
}

// The library's own way: the window is named after the field, and puts what it saved there.
function openWindow(select, address) {
  const link = document.createElement("a");
  link.id = `add_${select.id}`;
  link.href = address;
  window.showRelatedObjectPopup(link);
}

// A chooser that has the focus opens by what is typed into it: so the next is chosen without a hand.
function typedInto(event) {
  const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
  const chooser = target.closest?.(".select2-container--admin-autocomplete");
  if (!chooser || target.matches("input, textarea") || key.length !== 1 || key === " ") return;
  const select = chooser.previousElementSibling;
  if (ctrlKey || metaKey || altKey || isComposing || !select?.matches("select:enabled")) return;
  event.preventDefault();
  jQuery(select).select2("open");
  const search = document.querySelector(".select2-container--open .select2-search__field");
  if (!search) return;
  search.focus();
  search.value = key;
  search.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("keydown", typedInto);

// Of a field that takes several the library writes a search box that has no name.
function named(select) {
  const search = select.nextElementSibling?.querySelector(".select2-search__field");
  const label = select.labels?.[0]?.textContent.replace(/\s*:\s*$/, "").trim();
  if (search && label) search.setAttribute("aria-label", label);
}

function nameAll() {
  for (const one of document.querySelectorAll("select[multiple].admin-autocomplete")) named(one);
}

// After the library has equipped them.
jQuery?.(() => setTimeout(nameAll));

// Before the library equips its fields.
jQuery?.fn.select2?.defaults.set("templateResult", shown);
jQuery?.(document).on("select2:selecting", "select", (event) => {
  const address = event.params.args.data.create;
  if (!address) return;
  event.preventDefault();
  jQuery(event.target).select2("close");
  openWindow(event.target, address);
});
