/**
 * The service worker. The network always comes first: what it says is what is published.
 * Only without it come the pages a reader saved, and a page that says one is offline.
 *
 * /sw.js names the addresses (self.newsroom) and then brings this in.
 */

const PAGES = "newsroom-pages";
const FILES = "newsroom-files";
const { shell, offline, fallback, needed, apart } = self.newsroom;

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (apart.some((path) => pathname.startsWith(path))) return;
  event.respondWith(answer(request, pathname));
});

async function prepare() {
  await (await caches.open(shell)).addAll(needed);
  await self.skipWaiting();
}

async function takeOver() {
  const ours = [PAGES, FILES, shell];
  const names = (await caches.keys()).filter((name) => name.startsWith("newsroom-"));
  await Promise.all(
    names.filter((name) => !ours.includes(name)).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

async function answer(request, pathname) {
  const saved = await savedPage(request);
  let response;
  try {
    // Of a saved page the newsroom itself is asked, and not the browser's memory of a minute ago.
    response = await fetch(request, saved ? { cache: "no-cache" } : {});
  } catch (unreachable) {
    const kept = saved ?? (await caches.match(request, { ignoreVary: true }));
    if (kept) return kept;
    if (request.mode !== "navigate") throw unreachable;
    return caches.match(offline[pathname.split("/")[1]] ?? fallback, { ignoreVary: true });
  }
  if (saved) await keepInStep(request.url, response);
  return response;
}

async function savedPage(request) {
  if (!["document", ""].includes(request.destination)) return undefined;
  return (await caches.open(PAGES)).match(request.url, { ignoreVary: true });
}

/** A saved page follows the published one, and goes when that is withdrawn. */
async function keepInStep(url, response) {
  const pages = await caches.open(PAGES);
  if ([404, 410].includes(response.status)) await pages.delete(url, { ignoreVary: true });
  else if (response.ok && !response.redirected) await pages.put(url, response.clone());
}
