// Suggestions while one types. Without this, the form sends what was typed.

const form = document.querySelector("form[data-suggestions]");
const input = form?.querySelector("input[name=q]");
const list = form?.querySelector("datalist");
let asked = "";

async function suggest() {
  const typed = input.value.trim();
  if (typed.length < 2 || typed === asked) return;
  asked = typed;
  const response = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(typed)}`);
  if (!response.ok || asked !== typed) return;
  const { suggestions } = await response.json();
  list.replaceChildren(
    ...suggestions.map((text) => {
      const option = document.createElement("option");
      // The browser hides options that do not contain what was typed, letter by letter.
      option.value = text;
      return option;
    }),
  );
}

let waiting;
input?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(suggest, 120);
});
