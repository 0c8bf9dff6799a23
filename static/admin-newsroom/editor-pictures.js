// A picture of the library in a text: its key, and what is written below it. How it is cut, its
// credit and what it shows for those who do not see it are the library's.

import { crel, Node } from "django-prose-editor/editor";
import { findIn } from "./editor-finder.js";
import { putIn } from "./editor-room.js";

const LIBRARY = "/admin/articles/image/";

const wanted = () => ({
  address: `${LIBRARY}choose/`,
  key: "pictures",
  fewest: 0,
  id: "picture-words",
  className: "pictures-to-choose",
  title: gettext("Picture of the library"),
  label: gettext("Name or caption of the picture"),
  nothing: gettext("The library has no picture that is called so."),
  shows: (picture) => [
    crel("img", { src: picture.small, alt: "", loading: "lazy" }),
    crel("bdi", { textContent: picture.name }),
  ],
});

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
        findIn(editor, wanted(), ({ key, caption }) => {
          const content = caption ? [{ type: "text", text: caption }] : [];
          putIn(editor, { type: "picture", attrs: { image: key }, content });
        }),
      active: (editor) => editor.isActive("picture"),
    });
  },
});
