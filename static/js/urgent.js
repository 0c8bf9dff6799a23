/**
 * Takes an announcement off a page that stays open past its end, or comes from a device's store.
 *
 * Without this script it goes with the next page.
 */

const LONGEST_WAIT = 2 ** 31 - 1;

function takeAwayWhatEnded() {
  let next = LONGEST_WAIT;
  for (const line of document.querySelectorAll(".urgent [data-until]")) {
    const left = Date.parse(line.dataset.until) - Date.now();
    if (left > 0) next = Math.min(next, left);
    else line.remove();
  }
  const section = document.querySelector(".urgent");
  if (!section) return;
  if (section.querySelector("li")) setTimeout(takeAwayWhatEnded, next);
  else section.remove();
}

takeAwayWhatEnded();
