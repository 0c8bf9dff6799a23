/* While a name is typed, says what there is already under it. Without this, saving asks. */

const box = document.querySelector("[data-alike]");
const fields = box
  ? [...box.closest("form").querySelectorAll('[name^="name_"], [name^="acronym_"]')]
  : [];
let asked = 0;
let waiting;

function shown({ title, records }) {
  const list = document.createElement("ul");
  for (const { name, url } of records) {
    const link = document.createElement("a");
    link.href = url;
    link.target = "_blank";
    link.rel = "noopener";
    link.dir = "auto";
    link.textContent = name;
    const item = document.createElement("li");
    item.append(link);
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

for (const field of fields) {
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 300);
  });
}
