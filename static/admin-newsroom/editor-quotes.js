// A quotation of the article at a place of its own in the text: only its key stands there, the words
// and who said them are the quotation's, and follow it. One that was just typed is saved first.

import { crel, Node } from "django-prose-editor/editor";
import { findIn } from "./editor-finder.js";
import { putIn } from "./editor-room.js";

const ARTICLE = /^(.*\/articles\/article\/\d+\/)change\//;

const address = () => {
  const found = ARTICLE.exec(window.location.pathname);
  return found && `${found[1]}quotes/`;
};

const shown = ({ words, speaker }) => [
  crel("bdi", { textContent: words }),
  crel("bdi", { className: "quiet", textContent: speaker }),
];

const wanted = () => ({
  address: address(),
  key: "quotes",
  fewest: 0,
  id: "quote-words",
  className: "quotes-to-choose",
  title: gettext("Quotation of the article"),
  label: gettext("Words, or who said them"),
  nothing: address()
    ? gettext("No quotation of this article says so. What was just written is saved first.")
    : gettext("This article is not saved yet: save it, then give its quotations a place."),
  shows: shown,
});

// By language, the quotations that are saved: asked for once a page.
const known = new Map();

function quotesIn(language) {
  if (!known.has(language)) {
    const asked = `${address()}?${new URLSearchParams({ language })}`;
    const answer = address()
      ? fetch(asked).then(
          (one) => one.json(),
          () => ({}),
        )
      : Promise.resolve({});
    known.set(
      language,
      answer.then(({ quotes = [] }) => quotes),
    );
  }
  return known.get(language);
}

export const ChosenQuote = Node.create({
  name: "chosenQuote",
  group: "block",
  atom: true,
  selectable: true,

  addAttributes() {
    return { quote: { default: "", rendered: false } };
  },

  parseHTML() {
    return [
      {
        tag: "figure.chosen-quote",
        getAttrs: (figure) => ({ quote: figure.dataset.quote ?? "" }),
      },
    ];
  },

  renderHTML({ node }) {
    return ["figure", { class: "chosen-quote", "data-quote": node.attrs.quote }];
  },

  addNodeView() {
    return ({ node }) => {
      const dom = crel("figure", { className: "chosen-quote" });
      dom.contentEditable = "false";
      // Once it stands in a text, which has a language.
      requestAnimationFrame(async () => {
        const quotes = await quotesIn(dom.closest("[lang]").lang);
        const quote = quotes.find(({ key }) => key === node.attrs.quote);
        const gone = gettext("This quotation is not among those of the article any more.");
        dom.append(...(quote ? shown(quote) : [gone]));
      });
      return { dom };
    };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "chosenQuote",
      groups: "parts",
      button: buttons.material("record_voice_over", gettext("Quotation of the article")),
      command: (editor) =>
        findIn(editor, wanted(), (quote) => {
          known.clear();
          putIn(editor, { type: "chosenQuote", attrs: { quote: quote.key } });
        }),
      active: (editor) => editor.isActive("chosenQuote"),
    });
  },
});
