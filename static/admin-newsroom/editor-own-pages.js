// A link to a page of the newsroom, found by its name. When the page gets another address, readers
// are led there: what stands in the text is only looked up by it.

import { crel, Extension } from "django-prose-editor/editor";
import { findIn } from "./editor-finder.js";

const wanted = () => ({
  address: "/admin/articles/article/own-pages/",
  key: "pages",
  fewest: 2,
  id: "own-page-words",
  className: "own-pages",
  title: gettext("Link to a page of the newsroom"),
  label: gettext("Name of the page"),
  nothing: gettext("Readers have no page that is called so."),
  shows: (page, language) => [
    crel("bdi", { textContent: page.name, lang: language }),
    " ",
    crel("small", { textContent: page.kind }),
  ],
});

export const OwnPages = Extension.create({
  name: "ownPages",

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "ownPages",
      groups: "link",
      priority: 90,
      button: buttons.material("article", gettext("Link to a page of the newsroom")),
      command: (editor) =>
        findIn(editor, wanted(), ({ name, address }) => {
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
