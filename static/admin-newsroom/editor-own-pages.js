// A link to a page of the newsroom, found by its name. When the page gets another address, readers
// are led there: what stands in the text is only looked up by it.

import { crel, Extension } from "django-prose-editor/editor";

const ASKED_AT = "/admin/articles/article/own-pages/";
const PAUSE = 250;

async function pagesCalled(words, language) {
  try {
    const answer = await fetch(`${ASKED_AT}?${new URLSearchParams({ q: words, language })}`);
    return (await answer.json()).pages;
  } catch {
    return null;
  }
}

function dialogIn(editor, take) {
  const language = editor.view.dom.lang;
  const input = crel("input", { type: "search", size: 50, id: "own-page-words" });
  const label = crel("label", { htmlFor: input.id, textContent: gettext("Name of the page") });
  const said = crel("p", { className: "prose-editor-help", role: "status" });
  const list = crel("ul", { className: "own-pages" });
  const cancel = crel("button", { type: "button", textContent: gettext("Cancel") });
  const title = crel("h3", { textContent: gettext("Link to a page of the newsroom") });
  const buttons = crel("div", { className: "prose-editor-dialog-buttons" }, [cancel]);
  const form = crel("form", { method: "dialog" }, [title, label, input, said, list, buttons]);
  const dialog = crel("dialog", { className: "prose-editor-dialog" }, [form]);
  editor.view.dom.parentElement.append(dialog);

  function entry(page) {
    const kind = crel("small", { textContent: page.kind });
    const name = crel("bdi", { textContent: page.name, lang: language });
    const button = crel("button", { type: "button" }, [name, " ", kind]);
    button.addEventListener("click", () => {
      dialog.close();
      take(page);
    });
    return crel("li", {}, [button]);
  }

  let waiting = 0;
  async function look() {
    const words = input.value.trim();
    const pages = words.length < 2 ? [] : await pagesCalled(words, language);
    if (words !== input.value.trim()) return;
    list.replaceChildren(...(pages ?? []).map(entry));
    const nothing = words.length > 1 && pages?.length === 0;
    said.textContent = pages ? "" : gettext("The server does not answer. Try again in a moment.");
    if (nothing) said.textContent = gettext("Readers have no page that is called so.");
  }
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
}

export const OwnPages = Extension.create({
  name: "ownPages",

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "ownPages",
      groups: "link",
      priority: 90,
      button: buttons.material("article", gettext("Link to a page of the newsroom")),
      command: (editor) =>
        dialogIn(editor, ({ name, address }) => {
          const chain = editor.chain().focus();
          if (editor.state.selection.empty) {
            const marks = [{ type: "link", attrs: { href: address } }];
            chain.insertContent({ type: "text", text: name, marks }).run();
          } else {
            chain.setMark("link", { href: address }).run();
          }
        }),
    });
  },
});
