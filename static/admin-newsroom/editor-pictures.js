// A picture of the library in a text: its key, and what is written below it. How it is cut, its
// credit and what it shows for those who do not see it are the library's.

import { crel, Node } from "django-prose-editor/editor";

const LIBRARY = "/admin/articles/image/";
const PAUSE = 250;

async function picturesCalled(words, language) {
  try {
    const asked = new URLSearchParams({ q: words, language });
    return (await (await fetch(`${LIBRARY}choose/?${asked}`)).json()).pictures;
  } catch {
    return null;
  }
}

function dialogIn(editor, take) {
  const language = editor.view.dom.lang;
  const input = crel("input", { type: "search", size: 50, id: "picture-words" });
  const words = gettext("Name or caption of the picture");
  const label = crel("label", { htmlFor: input.id, textContent: words });
  const said = crel("p", { className: "prose-editor-help", role: "status" });
  const list = crel("ul", { className: "pictures-to-choose" });
  const cancel = crel("button", { type: "button", textContent: gettext("Cancel") });
  const title = crel("h3", { textContent: gettext("Picture of the library") });
  const buttons = crel("div", { className: "prose-editor-dialog-buttons" }, [cancel]);
  const form = crel("form", { method: "dialog" }, [title, label, input, said, list, buttons]);
  const dialog = crel("dialog", { className: "prose-editor-dialog" }, [form]);
  editor.view.dom.parentElement.append(dialog);

  function entry(picture) {
    const image = crel("img", { src: picture.small, alt: "", loading: "lazy" });
    const name = crel("bdi", { textContent: picture.name });
    const button = crel("button", { type: "button" }, [image, name]);
    button.addEventListener("click", () => {
      dialog.close();
      take(picture);
    });
    return crel("li", {}, [button]);
  }

  async function look() {
    const typed = input.value.trim();
    const pictures = await picturesCalled(typed, language);
    if (typed !== input.value.trim()) return;
    list.replaceChildren(...(pictures ?? []).map(entry));
    said.textContent = pictures
      ? ""
      : gettext("The server does not answer. Try again in a moment.");
    if (pictures?.length === 0) {
      said.textContent = gettext("The library has no picture that is called so.");
    }
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
  look();
}

export const Picture = Node.create({
  name: "picture",
  group: "block",
  content: "inline*",
  defining: true,
  isolating: true,

  addAttributes() {
    return { image: { default: "", rendered: false } };
  },

  parseHTML() {
    return [
      {
        tag: "figure.image",
        contentElement: (figure) =>
          figure.querySelector("figcaption") ?? document.createElement("p"),
        getAttrs: (figure) => ({ image: figure.dataset.image ?? "" }),
      },
    ];
  },

  renderHTML({ node }) {
    return ["figure", { class: "image", "data-image": node.attrs.image }, ["figcaption", 0]];
  },

  addNodeView() {
    return ({ node }) => {
      const image = crel("img", { src: `${LIBRARY}by-key/${node.attrs.image}/`, alt: "" });
      const below = crel("figcaption");
      image.contentEditable = "false";
      return { dom: crel("figure", { className: "image" }, [image, below]), contentDOM: below };
    };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "picture",
      groups: "parts",
      priority: 110,
      button: buttons.material("image", gettext("Picture of the library")),
      command: (editor) =>
        dialogIn(editor, ({ key, caption }) => {
          const content = caption ? [{ type: "text", text: caption }] : [];
          editor
            .chain()
            .focus()
            .insertContent({ type: "picture", attrs: { image: key }, content })
            .run();
        }),
      active: (editor) => editor.isActive("picture"),
    });
  },
});
