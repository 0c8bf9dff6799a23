/**
 * Reading comforts: the other language at the same paragraph, quotations with their credit,
 * passing an article on. The page has everything it needs without this.
 */

const said = document.querySelector("script[data-copy]").dataset;
const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);

/* The same paragraph in the other language. */

const blocks = [...document.querySelectorAll(".body [id]")].filter((one) => /^p\d+$/.test(one.id));

/** The paragraph at the top of the window; none while the text has not been scrolled to. */
function paragraphInView() {
  if (!blocks.length || blocks[0].getBoundingClientRect().top > 0) return null;
  return blocks.find((one) => one.getBoundingClientRect().bottom > 40) ?? blocks.at(-1);
}

for (const link of document.querySelectorAll(".edition-switcher a")) {
  const follow = () => {
    link.hash = paragraphInView()?.id ?? "";
  };
  for (const event of ["click", "auxclick", "contextmenu"]) link.addEventListener(event, follow);
  // Pages may be kept for a minute: what is asked for now is there when the link is followed.
  link.addEventListener("pointerenter", () => fetch(link.href).catch(() => {}), { once: true });
}

// A translation may have fewer paragraphs: then its last is the nearest.
if (/^#p\d+$/.test(location.hash) && !document.getElementById(location.hash.slice(1))) {
  blocks.at(-1)?.scrollIntoView();
}

/* Copying and sharing. */

async function copy(text, button) {
  await navigator.clipboard.writeText(text);
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  button.textContent = status.textContent = said.copied;
  setTimeout(() => {
    button.textContent = label;
    status.textContent = "";
  }, 2000);
}

/** A quotation as one writes it in a text of one's own: words, who, where, address. */
function withCredit(figure) {
  const block = figure.querySelector(".words");
  const marks = [...getComputedStyle(block).quotes.matchAll(/"([^"]*)"/g)].map((one) => one[1]);
  const [open, close] = figure.classList.contains("direct") ? marks : ["", ""];
  const words = block.textContent.trim();
  return `${open}${words}${close}\n— ${figure.dataset.credit}\n${figure.dataset.url}`;
}

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", () => act(made));
  return made;
}

if (navigator.clipboard) {
  for (const figure of document.querySelectorAll(".pull-quote")) {
    const label = figure.classList.contains("direct") ? said.copy : said.copyReported;
    const copies = button(label, (itself) => copy(withCredit(figure), itself));
    figure.querySelector("figcaption").append(copies);
  }
}

const address = document.querySelector("link[rel=canonical]")?.href;

for (const one of document.querySelectorAll("[data-act]")) {
  const act = {
    link: navigator.clipboard && (() => copy(address, one)),
    share: navigator.share && (() => share().catch(() => {})),
  }[one.dataset.act];
  if (!act) continue;
  one.hidden = false;
  one.addEventListener("click", act);
}

function share() {
  return navigator.share({ title: document.querySelector("h1").textContent.trim(), url: address });
}
