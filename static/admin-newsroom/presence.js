// Who else has this article open: asked every half minute, and told when the page is left.
// Without this script the page shows who was there when it was loaded.

const EVERY = 30_000;
const box = document.querySelector(".presences");
const form = document.querySelector("#article_form");

let asking;

function answer(extra = {}) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.set("revision", form.elements._revision.value);
  Object.entries(extra).forEach(([name, value]) => body.set(name, value));
  return body;
}

function show(sentences) {
  const said = [...box.querySelectorAll("p")].map((line) => line.textContent);
  if (said.join("\n") === sentences.join("\n")) return;
  box.replaceChildren(
    ...sentences.map((sentence) => {
      const line = document.createElement("p");
      line.textContent = sentence;
      return line;
    }),
  );
}

async function ask() {
  if (document.hidden) return;
  try {
    const response = await fetch(box.dataset.url, { method: "POST", body: answer() });
    // A colleague has published it, or thrown it away: who types here would learn it by saving.
    if (response.status === 404) {
      window.clearInterval(asking);
      show([box.dataset.gone]);
    }
    if (response.ok && !response.redirected) show((await response.json()).sentences);
  } catch {
    // No network: what was shown stays, and the next question is asked in its time.
  }
}

if (box && form) {
  asking = window.setInterval(ask, EVERY);
  window.addEventListener("visibilitychange", ask);
  window.addEventListener("pagehide", () => {
    navigator.sendBeacon(box.dataset.url, answer({ left: "1" }));
  });
}
