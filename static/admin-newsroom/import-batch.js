// How far files are that were sent together: asked again while the page is looked at. Without this
// script the link beside the counter asks.

const EVERY = 3000;
const section = document.querySelector(".import-batch");

async function ask() {
  const link = section.querySelector(".import-count");
  if (!link) return;
  if (!document.hidden) {
    const answer = await fetch(link.href).catch(() => null);
    const page = answer?.ok ? await answer.text() : "";
    const found = new DOMParser().parseFromString(page, "text/html");
    const now = found.querySelector(".import-batch [role=status]");
    // Whoever has the focus in it keeps it until the end.
    const isHere = section.contains(document.activeElement);
    if (now && !(isHere && now.querySelector(".import-count"))) {
      section.querySelector("[role=status]").replaceChildren(...now.childNodes);
      document
        .querySelector(".import-waiting")
        ?.replaceWith(found.querySelector(".import-waiting"));
    }
  }
  window.setTimeout(ask, EVERY);
}

window.setTimeout(ask, EVERY);
