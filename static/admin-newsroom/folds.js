// What unfolds over a page is folded again by Escape, and by a click beside it. On a phone, where the
// navigation is wider than the window, the page that is open is in sight in it.

const FOLDS = "#desk-nav details, #changelist-filter details";

// What unfolds beside the edge of the window is drawn back into it.
function drawIn(fold) {
  const unfolded = fold.querySelector(":scope > form, :scope > div, :scope > ul");
  if (!unfolded || getComputedStyle(unfolded).position !== "absolute") return;
  unfolded.style.insetInlineStart = "";
  const { left, right } = unfolded.getBoundingClientRect();
  const isRtl = getComputedStyle(unfolded).direction === "rtl";
  const beyond = isRtl ? -left : right - document.documentElement.clientWidth;
  if (beyond > 0) unfolded.style.insetInlineStart = `${-beyond - 8}px`;
}

document.addEventListener(
  "toggle",
  ({ target }) => {
    if (target.open && target.matches("#changelist-filter details")) drawIn(target);
  },
  true,
);

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
