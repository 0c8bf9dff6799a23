// The editor of rich text names its buttons in English, in its own script: they are named again by
// the catalogue of the page's language (locale/libraries). Without this script they keep their names.

const NAMED = ["title", "aria-label"];
const SEEN = { childList: true, subtree: true };

function rename(menu) {
  for (const one of menu.querySelectorAll("[title], [aria-label]")) {
    for (const name of NAMED) {
      const said = one.getAttribute(name);
      if (said) one.setAttribute(name, gettext(said));
    }
  }
  // What is chosen from a list looks like what it makes: a heading, a paragraph.
  for (const one of menu.querySelectorAll("h2, h3, p")) {
    const said = gettext(one.textContent);
    if (said !== one.textContent) one.textContent = said;
  }
}

const known = new WeakSet();

// Editors come into the page late, and some of their buttons as the text under the cursor asks.
function equipAll() {
  for (const menu of document.querySelectorAll(".prose-menubar")) {
    if (known.has(menu)) continue;
    known.add(menu);
    rename(menu);
    new MutationObserver(() => rename(menu)).observe(menu, SEEN);
  }
}

equipAll();
new MutationObserver(equipAll).observe(document.body, SEEN);
