// What a template leaves open: words between brackets are marked, and a click takes them whole, so that
// what is typed then stands in their place. Whether they are to be filled in is said by the checks.

import { Extension, Plugin, pm } from "django-prose-editor/editor";

const { TextSelection } = pm.state ?? pm;
const { Decoration, DecorationSet } = pm.view ?? pm;

// Bounded: in a long text with a bracket that is never closed, each key would look through all of it.
const HOLE = /\[[^[\]]{1,300}\]/gu;
const LETTER = /\p{L}/u;

function holesIn(doc) {
  const found = [];
  doc.descendants((node, place) => {
    if (!node.isText) return;
    for (const { index, 0: words } of node.text.matchAll(HOLE)) {
      if (LETTER.test(words)) found.push({ from: place + index, to: place + index + words.length });
    }
  });
  return found;
}

function marked(doc) {
  const marks = holesIn(doc).map(({ from, to }) => Decoration.inline(from, to, { class: "hole" }));
  return DecorationSet.create(doc, marks);
}

function takeWhole(view, place) {
  const hole = holesIn(view.state.doc).find(({ from, to }) => from < place && place < to);
  const { selection, tr } = view.state;
  // A second click goes into it.
  if (!hole || (selection.from === hole.from && selection.to === hole.to)) return false;
  view.dispatch(tr.setSelection(TextSelection.create(view.state.doc, hole.from, hole.to)));
  return true;
}

export const Holes = Extension.create({
  name: "holes",

  addProseMirrorPlugins() {
    const plugin = new Plugin({
      state: {
        init: (_config, { doc }) => marked(doc),
        apply: (tr, before) => (tr.docChanged ? marked(tr.doc) : before),
      },
      props: {
        decorations: (state) => plugin.getState(state),
        handleClick: takeWhole,
      },
    });
    return [plugin];
  },
});
