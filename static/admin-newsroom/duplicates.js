/* While a name is typed, says what there is already under it. Without this, saving asks. */

const box = document.querySelector("[data-alike]");
const fields = box
  ? [...box.closest("form").querySelectorAll('[name^="name_"], [name^="acronym_"]')]
  : [];
// In the window that another form opened for its chooser, what is there already is chosen.
const chooses = Boolean(
  document.querySelector('[name="_popup"]') && window.opener?.dismissAddRelatedObjectPopup,
);
let asked = 0;
let waiting;

function taking(key, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.dataset.takes = key;
  button.dataset.name = name;
  button.textContent = box.dataset.take;
  return button;
}

function shown({ title, records }) {
  const list = document.createElement("ul");
  for (const { key, name, url } of records) {
    const link = document.createElement("a");
    link.href = url;
    link.target = "_blank";
    link.rel = "noopener";
    link.dir = "auto";
    link.textContent = name;
    const item = document.createElement("li");
    item.append(link);
    if (chooses) item.append(" ", taking(key, name));
    list.append(item);
  }
  const words = document.createElement("p");
  words.textContent = title;
  box.replaceChildren(...(records.length ? [words, list] : []));
  box.hidden = !records.length;
}

async function ask() {
  const address = new URL(box.dataset.alike, location.href);
  // What stood there when the form opened is this record's own.
  for (const field of fields) {
    if (field.value.trim() && field.value !== field.defaultValue) {
      address.searchParams.append("name", field.value.trim());
    }
  }
  address.searchParams.set("without", box.dataset.without);
  const mine = ++asked;
  try {
    const answer = address.searchParams.has("name")
      ? await (await fetch(address, { headers: { Accept: "application/json" } })).json()
      : { title: "", records: [] };
    if (mine === asked) {
      shown(answer);
    }
  } catch {
    // Nobody answers: saving asks.
  }
}

for (const button of box?.querySelectorAll("[data-takes]") ?? []) button.hidden = !chooses;

box?.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-takes]");
  if (!button) return;
  window.opener.dismissAddRelatedObjectPopup(window, button.dataset.takes, button.dataset.name);
});

for (const field of fields) {
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 300);
  });
}
