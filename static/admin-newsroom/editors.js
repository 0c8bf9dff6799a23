// The editor of rich text that a field belongs to, or that something within it was done in: it is
// an element beside its textarea, and known by it.

export function editorOf(element) {
  return element.closest?.(".prose-editor")?.querySelector(".ProseMirror.tiptap")?.editor;
}
