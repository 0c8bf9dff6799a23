// Room to write in: before and after whatever stands in a text there is a paragraph, by Enter, by an
// arrow or by a click; what was just put in has one below it, and the cursor is there.

import { Extension, Plugin, pm } from "django-prose-editor/editor";

const { TextSelection } = pm.state ?? pm;

// What takes its own words only: a video, a picture with its caption, a quotation that is chosen.
const OF_ITS_OWN = ["embed", "picture", "chosenQuote"];
const IN_LINES = ["paragraph", "heading"];

const isInLines = (node) => IN_LINES.includes(node.type.name);

// A new paragraph at a place of the text, with the cursor in it.
function paragraphAt(tr, place) {
  tr.insert(place, tr.doc.type.schema.nodes.paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, place + 1)).scrollIntoView();
}

// What the cursor is in, or what is selected as a whole, of the kinds that ``matches`` names.
function around({ node, $from, to }, matches) {
  if (node && matches(node, $from.depth + 1)) {
    return { node, start: $from.pos, end: to, depth: $from.depth + 1 };
  }
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (matches($from.node(depth), depth)) {
      const [start, end] = [$from.before(depth), $from.after(depth)];
      return { node: $from.node(depth), start, end, depth };
    }
  }
  return null;
}

const ofItsOwn = (selection) => around(selection, (node) => OF_ITS_OWN.includes(node.type.name));

// Into the paragraph below what has only words of its own; one is made where there is none.
function goBelow(tr) {
  const block = ofItsOwn(tr.selection);
  if (!block) return false;
  const below = tr.doc.nodeAt(block.end);
  if (below?.type.name === "paragraph") {
    tr.setSelection(TextSelection.create(tr.doc, block.end + 1)).scrollIntoView();
  } else paragraphAt(tr, block.end);
  return true;
}

// Puts something into a text; one goes on writing below it.
export function putIn(editor, made) {
  editor
    .chain()
    .focus()
    .insertContent(made)
    .command(({ tr }) => goBelow(tr) || true)
    .run();
}

// Whether nothing of a block is beyond the line that the cursor is in. Cells stand beside each other.
function isAtEdge(selection, depth, isDown) {
  if (selection.node) return true;
  const { $from } = selection;
  for (let one = depth; one < $from.depth; one += 1) {
    if ($from.node(one).type.name === "tableRow") continue;
    if ($from.index(one) !== (isDown ? $from.node(one).childCount - 1 : 0)) return false;
  }
  return true;
}

// By an arrow over the edge of a text that ends, or begins, with anything but lines.
function goOver({ view }, isDown) {
  const { state } = view;
  const block = around(state.selection, (_node, depth) => depth === 1);
  if (!block || isInLines(block.node) || !state.selection.empty === !state.selection.node) {
    return false;
  }
  if (isDown ? block.end !== state.doc.content.size : block.start !== 0) return false;
  if (!isAtEdge(state.selection, block.depth, isDown)) return false;
  if (!state.selection.node && !view.endOfTextblock(isDown ? "down" : "up")) return false;
  view.dispatch(paragraphAt(state.tr, isDown ? block.end : block.start));
  return true;
}

// What is typed where there is no line: beside what is selected as a whole, or in a gap.
function typeBeside(view, _from, _to, typed) {
  const { selection, tr } = view.state;
  const isGap = selection.empty && !selection.$from.parent.inlineContent;
  if (!isGap && !(selection.node?.isBlock && selection.$from.depth === 0)) return false;
  view.dispatch(paragraphAt(tr, selection.to).insertText(typed));
  return true;
}

// A click above, below or between what stands in the text, where no line takes it.
function clickBeside(view, event) {
  if (event.target !== view.dom || event.button !== 0) return false;
  const blocks = [...view.dom.children].map((one) => one.getBoundingClientRect());
  const gap = blocks.filter((one) => one.bottom <= event.clientY).length;
  if (blocks[gap] && blocks[gap].top < event.clientY) return false;
  const { doc } = view.state;
  if (view.dom.children.length !== doc.childCount) return false;
  const beside = [gap - 1, gap].filter((place) => place >= 0 && place < doc.childCount);
  if (beside.some((place) => isInLines(doc.child(place)))) return false;
  let place = 0;
  for (let one = 0; one < gap; one += 1) place += doc.child(one).nodeSize;
  event.preventDefault();
  view.dispatch(paragraphAt(view.state.tr, place));
  view.focus();
  return true;
}

export const Room = Extension.create({
  name: "room",
  // Before the keys of the library: for them a caption ends nowhere.
  priority: 1000,

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => editor.commands.command(({ tr }) => goBelow(tr)),
      ArrowDown: ({ editor }) => goOver(editor, true),
      ArrowUp: ({ editor }) => goOver(editor, false),
    };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleTextInput: typeBeside,
          handleDOMEvents: { mousedown: clickBeside },
        },
      }),
    ];
  },
});
