// The page of a text that is reviewed: what is typed is kept by the server a moment later, and
// where a thing stands in the text is shown while its field is typed in. Without this script the
// buttons keep what is typed, and the links lead to the text.

const form = document.querySelector(".import-article");
const text = document.querySelector(".import-text");
const told = form?.querySelector(".import-kept");
const PAUSE = 1200;
let waits = 0;
let isSent = false;

function filled() {
  const data = new FormData(form);
  data.set("do", "keep");
  return data;
}

async function keep() {
  window.clearTimeout(waits);
  waits = 0;
  try {
    const answer = await fetch(form.action, { method: "POST", body: filled() });
    told.textContent = answer.status === 204 ? form.dataset.kept : form.dataset.failed;
  } catch {
    told.textContent = form.dataset.failed;
  }
}

function keepSoon() {
  window.clearTimeout(waits);
  waits = window.setTimeout(keep, PAUSE);
}

function keepNow() {
  if (!waits || isSent) return;
  window.clearTimeout(waits);
  waits = 0;
  fetch(form.action, { method: "POST", body: filled(), keepalive: true }).catch(() => {});
}

function marks(keys) {
  return [...text.querySelectorAll("mark")].filter((mark) =>
    mark.dataset.findings.split(" ").some((key) => keys.includes(key)),
  );
}

function show(finding) {
  for (const mark of text.querySelectorAll(".is-chosen")) mark.classList.remove("is-chosen");
  const found = marks(finding.dataset.finding.split(" "));
  for (const mark of found) mark.classList.add("is-chosen");
  if (!found.length) return;
  const where = found[0].getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTop += where - text.clientHeight / 3;
}

function lead(mark) {
  // The last is the smallest: a name within a quotation.
  const key = mark.dataset.findings.split(" ").at(-1);
  const finding = form.querySelector(`[data-finding~="${key}"]`);
  finding?.scrollIntoView({ block: "center" });
  finding?.querySelector("input, textarea, select")?.focus({ preventScroll: true });
}

function dim(finding) {
  const use = finding.querySelector("select[name$=use]");
  finding.classList.toggle("is-left-out", use?.value === "none");
}

if (form) {
  form.addEventListener("input", keepSoon);
  form.addEventListener("submit", () => {
    isSent = true;
    window.clearTimeout(waits);
  });
  form.addEventListener("focusin", (event) => {
    const finding = event.target.closest("[data-finding]");
    if (finding) show(finding);
  });
  form.addEventListener("change", (event) => {
    const finding = event.target.closest("[data-finding]");
    if (finding) dim(finding);
  });
  for (const finding of form.querySelectorAll("[data-finding]")) dim(finding);
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark && window.getSelection().isCollapsed) lead(mark);
  });
  window.addEventListener("pagehide", keepNow);
}
