/**
 * Saved for offline reading: the articles a reader chose, kept by this browser and nobody
 * else. The worker (worker.js) serves them where there is no network.
 */

const PAGES = "newsroom-pages";
const FILES = "newsroom-files";
const possible = "serviceWorker" in navigator && "caches" in window;

const button = document.querySelector("[data-save]");
const list = document.querySelector("[data-saved]");

/** What the page has loaded from us: its style, letters, images and scripts. */
function filesOfPage() {
  const loaded = performance.getEntriesByType("resource");
  const kinds = ["css", "link", "script", "img"];
  const own = loaded.filter((one) => kinds.includes(one.initiatorType));
  const addresses = own.map((one) => one.name).filter((one) => one.startsWith(location.origin));
  return [...new Set(addresses)];
}

async function save(url, worker) {
  await navigator.serviceWorker.register(worker);
  const [pages, files] = await Promise.all([caches.open(PAGES), caches.open(FILES)]);
  await pages.add(url);
  await Promise.allSettled(filesOfPage().map((one) => files.add(one)));
}

async function remove(url) {
  const pages = await caches.open(PAGES);
  await pages.delete(url, { ignoreVary: true });
  if (!(await pages.keys()).length) await caches.delete(FILES);
}

async function showButton() {
  const { save: worker, on, off, failed } = button.dataset;
  // A preview has no address of its own yet: there is nothing to keep.
  const address = document.querySelector("link[rel=canonical]")?.href;
  if (!address) return;
  const url = address.replace(/^https?:\/\/[^/]+/, "");
  const isSaved = async () =>
    Boolean(await (await caches.open(PAGES)).match(url, { ignoreVary: true }));
  const show = async () => {
    button.textContent = (await isSaved()) ? on : off;
  };
  button.addEventListener("click", async () => {
    try {
      await ((await isSaved()) ? remove(url) : save(url, worker));
      await show();
    } catch {
      button.textContent = failed;
    }
  });
  await show();
  button.hidden = false;
}

/** The page as it is published now; nothing where the newsroom has taken it back. */
async function asPublished(pages, kept) {
  const now = await fetch(kept.url, { cache: "no-cache" }).catch(() => null);
  if (now && [404, 410].includes(now.status)) {
    await remove(kept.url);
    return null;
  }
  if (now?.ok && !now.redirected) await pages.put(kept.url, now.clone());
  const read = now?.ok ? now : await pages.match(kept, { ignoreVary: true });
  const page = new DOMParser().parseFromString(await read.text(), "text/html");
  if (now?.ok) await keepPictures(page);
  return page;
}

/** The pictures of a page that was read anew: one that was changed has another address. */
async function keepPictures(page) {
  const files = await caches.open(FILES);
  const addresses = [...page.querySelectorAll("main img[src^='/']")].map((one) => one.src);
  const missing = [];
  for (const one of addresses) if (!(await files.match(one))) missing.push(one);
  await Promise.allSettled(missing.map((one) => files.add(one)));
}

function entry(url, page) {
  const item = list.content.firstElementChild.cloneNode(true);
  const link = item.querySelector("a");
  item.lang = page.documentElement.lang;
  item.dir = page.documentElement.dir;
  link.href = url;
  link.textContent = page.querySelector("h1").textContent.trim();
  item.querySelector("button").addEventListener("click", async () => {
    await remove(url);
    item.remove();
    await showList();
  });
  return item;
}

async function showList() {
  const pages = await caches.open(PAGES);
  const found = [];
  for (const kept of await pages.keys()) {
    const page = await asPublished(pages, kept);
    if (page) found.push(entry(kept.url, page));
  }
  const shown = document.querySelector("#saved");
  shown.replaceChildren(...found);
  shown.hidden = !found.length;
  document.querySelector("#nothing-saved").hidden = Boolean(found.length);
}

if (possible && button) await showButton();
if (possible && list) await showList();
