// What unfolds over a page is folded again by Escape, and by a click beside it.

const FOLDS = "#desk-nav details, #changelist-filter details";

function openFolds() {
  return [...document.querySelectorAll(FOLDS)].filter((one) => one.open);
}

document.addEventListener("click", (event) => {
  for (const fold of openFolds()) {
    if (!fold.contains(event.target)) {
      fold.open = false;
    }
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") {
    return;
  }
  for (const fold of openFolds()) {
    const had = fold.contains(document.activeElement);
    fold.open = false;
    if (had) {
      fold.querySelector("summary").focus();
    }
  }
});
