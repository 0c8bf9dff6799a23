/**
 * Follows a live coverage: asks again for its newest entries, says politely how many are new, and
 * puts them in when the reader wants them.
 *
 * What was corrected or taken back is put right at once, without a word. It asks less often while
 * nothing comes or nobody answers, not at all while the page is hidden, and stops at the end of the
 * coverage. While it reaches nobody it says of when the page is. Without this script a reload shows
 * the same.
 */

const SOON = 20_000;
const LATEST = 5 * 60_000;

const section = document.querySelector(".live");
const news = section.querySelector(".live-news");
const button = news.querySelector("button");
const status = section.querySelector("[role=status]");
const lost = section.querySelector(".live-lost");
const said = news.dataset.new.split("|");
const clock = new Intl.DateTimeFormat(`${document.documentElement.lang}-u-nu-latn`, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: lost.dataset.zone,
});

/** When the server last said what there is; a page that a device kept is older than this moment. */
let reachedAt = navigator.onLine ? Date.now() : Date.parse(document.lastModified);

let tag = null;
let waiting = null;
let pause = SOON;
let timer = 0;

const listed = () => section.querySelector(".live-entries");
const entriesOf = (list) => [...list.querySelectorAll(".entry")];

/** Puts right what readers have already: other words of an entry, or one that is gone. */
function mend(fresh) {
  const here = new Map(entriesOf(listed()).map((one) => [one.id, one]));
  for (const one of entriesOf(fresh)) {
    const old = here.get(one.id);
    if (old && old.dataset.version !== one.dataset.version) old.replaceWith(one.cloneNode(true));
  }
  const there = new Set(entriesOf(fresh).map((one) => one.id));
  const oldest = entriesOf(fresh).at(-1);
  for (const one of oldest ? here.values() : []) {
    if (one.id === oldest.id) break;
    if (!there.has(one.id)) one.remove();
  }
}

function offer(fresh) {
  const here = new Set(entriesOf(listed()).map((one) => one.id));
  const more = entriesOf(fresh).filter((one) => !here.has(one.id));
  const isOver = "over" in fresh.dataset;
  if (more.length === 0) {
    news.hidden = true;
    if (isOver) putIn(fresh);
    return;
  }
  waiting = fresh;
  // « 3 nouvelles entrées », as the page's language has it for each number.
  const words = said[Math.min(more.length, said.length) - 1];
  if (news.hidden || button.textContent !== words) {
    button.textContent = words;
    news.hidden = false;
    status.textContent = words;
  }
}

/** The new entries over those that stand; where there is a gap between, what is new alone. */
function putIn(fresh) {
  const list = listed();
  const known = entriesOf(list);
  const there = new Set(entriesOf(fresh).map((one) => one.id));
  const joins = known.some((one) => there.has(one.id));
  if (joins)
    fresh.append(
      ...known.filter((one) => !there.has(one.id) && !one.classList.contains("is-summary")),
    );
  list.replaceWith(fresh);
  waiting = null;
  news.hidden = true;
  if ("over" in fresh.dataset) {
    section.querySelector(".now")?.classList.remove("now");
    status.textContent = fresh.querySelector(".live-over")?.textContent.trim() ?? "";
  }
}

async function ask() {
  const headers = tag ? { "If-None-Match": tag } : {};
  const answer = await fetch(news.dataset.ask, { headers, cache: "no-store" });
  if (answer.status === 304) return false;
  if (answer.status === 404 || answer.status === 410) {
    // It was withdrawn, or has another address now: only the page itself can say which.
    location.reload();
    throw new Error("gone");
  }
  if (!answer.ok) throw new Error(answer.statusText);
  tag = answer.headers.get("ETag");
  const made = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = made.querySelector(".live-entries");
  if (!fresh) throw new Error("not a coverage");
  mend(fresh);
  offer(fresh);
  return true;
}

/** Says of when the page is, while nobody answers; said once, whatever fails after it. */
function sayLost() {
  if (!lost.hidden) return;
  lost.textContent = lost.dataset.words.replace("{time}", clock.format(reachedAt));
  lost.hidden = false;
}

function sayReached() {
  reachedAt = Date.now();
  lost.hidden = true;
  lost.textContent = "";
}

async function follow() {
  if (document.hidden || "over" in listed().dataset) return;
  clearTimeout(timer);
  try {
    pause = (await ask()) ? SOON : Math.min(pause * 1.25, LATEST);
    sayReached();
  } catch {
    sayLost();
    pause = Math.min(pause * 2, LATEST);
  }
  timer = setTimeout(follow, pause);
}

button.addEventListener("click", () => {
  const first = waiting?.querySelector(".entry:not(.is-summary)");
  if (!waiting) return;
  putIn(waiting);
  if (!first) return;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "nearest" });
});

document.addEventListener("visibilitychange", () => {
  clearTimeout(timer);
  if (document.hidden) return;
  pause = SOON;
  follow();
});

window.addEventListener("offline", sayLost);
window.addEventListener("online", () => {
  pause = SOON;
  follow();
});

timer = setTimeout(follow, SOON);
