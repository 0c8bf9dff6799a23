// A box: paragraphs, headings, lists that stand apart from the text, as a background or a chronology.

import { Node } from "django-prose-editor/editor";

export const Box = Node.create({
  name: "box",
  group: "block",
  content: "(paragraph | heading | bulletList | orderedList)+",
  defining: true,

  parseHTML() {
    return [{ tag: "div.box" }];
  },

  renderHTML() {
    return ["div", { class: "box" }, 0];
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "box",
      groups: "parts",
      button: buttons.material("select_all", gettext("Box")),
      command: (editor) => editor.chain().focus().toggleWrap("box").run(),
      enabled: (editor) => editor.can().toggleWrap("box"),
      active: (editor) => editor.isActive("box"),
    });
  },
});
