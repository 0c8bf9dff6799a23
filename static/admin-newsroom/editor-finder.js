// The dialog in which something is looked for by its name, to be put into a text.

import { crel } from "django-prose-editor/editor";

const PAUSE = 250;

async function found(address, key, q, language) {
  try {
    const answer = await fetch(`${address}?${new URLSearchParams({ q, language })}`);
    return (await answer.json())[key];
  } catch {
    return null;
  }
}

// What is looked for: where it is asked (``address``, ``key`` of the answer) and from how many
// letters on (``fewest``); the words of the dialog; what is shown of each (``shows``).
export function findIn(editor, wanted, take) {
  const language = editor.view.dom.lang;
  const input = crel("input", { type: "search", size: 50, id: wanted.id });
  const label = crel("label", { htmlFor: input.id, textContent: wanted.label });
  const said = crel("p", { className: "prose-editor-help", role: "status" });
  const list = crel("ul", { className: wanted.className });
  const cancel = crel("button", { type: "button", textContent: gettext("Cancel") });
  const title = crel("h3", { textContent: wanted.title });
  const buttons = crel("div", { className: "prose-editor-dialog-buttons" }, [cancel]);
  const form = crel("form", { method: "dialog" }, [title, label, input, said, list, buttons]);
  const dialog = crel("dialog", { className: "prose-editor-dialog" }, [form]);
  editor.view.dom.parentElement.append(dialog);

  function entry(one) {
    const button = crel("button", { type: "button" }, wanted.shows(one, language));
    button.addEventListener("click", () => {
      dialog.close();
      take(one);
    });
    return crel("li", {}, [button]);
  }

  async function look() {
    // What is not saved yet has no address at which it could be asked for: the words say so.
    if (!wanted.address) {
      said.textContent = wanted.nothing;
      return;
    }
    const words = input.value.trim();
    const isAsked = words.length >= wanted.fewest;
    const all = isAsked ? await found(wanted.address, wanted.key, words, language) : [];
    if (words !== input.value.trim()) return;
    list.replaceChildren(...(all ?? []).map(entry));
    said.textContent = all ? "" : gettext("The server does not answer. Try again in a moment.");
    if (isAsked && all?.length === 0) said.textContent = wanted.nothing;
  }
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("button")?.click();
  });
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  if (!wanted.fewest) look();
}
