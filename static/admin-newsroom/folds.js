// What unfolds over a page is folded again by Escape, and by a click beside it. On a phone, where the
// navigation is wider than the window, the page that is open is in sight in it.

const FOLDS = "#desk-nav details, #changelist-filter details";

function openFolds() {
  return [...document.querySelectorAll(FOLDS)].filter((one) => one.open);
}

document
  .querySelector("#desk-nav .main-pages [aria-current]")
  ?.scrollIntoView({ block: "nearest", inline: "center" });

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
