/**
 * A video or a post of another site, loaded when the reader asks for it, and not before.
 *
 * Without this script, and offline, there is the link that leads to it.
 */

function load(button) {
  const figure = button.closest("figure");
  const link = figure.querySelector("a");
  const frame = document.createElement("iframe");
  frame.src = button.dataset.player;
  frame.title = link.textContent.trim();
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  link.before(frame);
  button.parentElement.querySelector(".told").remove();
  button.remove();
  frame.focus();
}

for (const button of document.querySelectorAll("button[data-player]")) {
  if (!button.dataset.player) continue;
  const told = button.parentElement.querySelector(".told");
  const offer = () => {
    button.hidden = !navigator.onLine;
    told.hidden = button.hidden;
  };
  offer();
  window.addEventListener("online", offer);
  window.addEventListener("offline", offer);
  button.addEventListener("click", () => load(button));
}
