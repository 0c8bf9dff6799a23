// Rich text is edited in an element that the editor adds beside the textarea: give it the
// language and the direction of the field, whatever those of the admin are.

function follow(textarea) {
  for (const editor of textarea.closest(".prose-editor").querySelectorAll(".ProseMirror")) {
    if (editor.lang !== textarea.lang) editor.lang = textarea.lang;
    if (editor.dir !== textarea.dir) editor.dir = textarea.dir;
  }
}

function followAll() {
  document.querySelectorAll(".prose-editor textarea[lang]").forEach(follow);
}

new MutationObserver(followAll).observe(document.documentElement, {
  childList: true,
  subtree: true,
});
document.addEventListener("DOMContentLoaded", followAll);
