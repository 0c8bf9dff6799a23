// Suggestions while one types. Without this, a form sends what was typed.

function suggestFor(form) {
  const input = form.querySelector("input[name=q]");
  const list = form.querySelector("datalist");
  let asked = "";
  let waiting;

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

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 120);
  });
}

for (const form of document.querySelectorAll("form[data-suggestions]")) suggestFor(form);
