// Videos and posts of other sites in a text: a link with its title, in a figure. The desk says which
// addresses may stand there, and makes each plain; here is only asked.

import { crel, Node, updateAttrsDialog } from "django-prose-editor/editor";
import { putIn } from "./editor-room.js";

const ASKED_AT = "/admin/articles/article/embed/";

async function answerTo(address) {
  try {
    const answer = await fetch(`${ASKED_AT}?${new URLSearchParams({ address })}`);
    return await answer.json();
  } catch {
    return { refusal: gettext("The server does not answer. Try again in a moment.") };
  }
}

// Asks until the address is one that may stand in a text, or nobody wants it any more.
async function chosen(editor, before) {
  let typed = before;
  let refusal = gettext("YouTube, Vimeo, Facebook, X … Readers load it only when they ask for it.");
  for (;;) {
    const fields = {
      href: { type: "string", title: gettext("Address"), required: true, description: refusal },
      title: { type: "string", title: gettext("Title"), required: true },
    };
    const title = gettext("Video or post of another site");
    typed = await updateAttrsDialog(fields, { title, submitText: gettext("Insert") })(
      editor,
      typed,
    );
    if (!typed) return null;
    const answer = await answerTo(typed.href);
    if (answer.address) return { ...typed, href: answer.address };
    refusal = answer.refusal;
  }
}

export const Embed = Node.create({
  name: "embed",
  group: "block",
  content: "text*",
  marks: "",
  defining: true,
  isolating: true,

  addAttributes() {
    return { href: { default: "", rendered: false } };
  },

  parseHTML() {
    return [
      {
        tag: "figure.embed",
        contentElement: "a",
        getAttrs: (figure) => ({ href: figure.querySelector("a")?.getAttribute("href") ?? "" }),
      },
    ];
  },

  renderHTML({ node }) {
    return ["figure", { class: "embed" }, ["a", { href: node.attrs.href }, 0]];
  },

  // Its title stands in no link here: what is typed at the end of a link, a browser puts behind it.
  addNodeView() {
    return () => {
      const title = crel("div");
      return { dom: crel("figure", { className: "embed" }, [title]), contentDOM: title };
    };
  },

  addCommands() {
    return {
      editEmbed:
        () =>
        ({ editor, dispatch }) => {
          if (!dispatch) return true;
          const before = editor.isActive("embed")
            ? {
                ...editor.getAttributes("embed"),
                title: editor.state.selection.$from.parent.textContent,
              }
            : {};
          chosen(editor, before).then((found) => {
            if (!found) return;
            const content = [{ type: "text", text: found.title.trim() || found.href }];
            const made = { type: "embed", attrs: { href: found.href }, content };
            if (editor.isActive("embed")) editor.commands.deleteNode("embed");
            putIn(editor, made);
          });
          return true;
        },
    };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "embed",
      groups: "parts",
      button: buttons.material("smart_display", gettext("Video or post of another site")),
      command: (editor) => editor.chain().editEmbed().run(),
      active: (editor) => editor.isActive("embed"),
    });
  },
});
