/**
 * The service worker. The network always comes first: what it says is what is published.
 * Only without it come the pages a reader saved, and a page that says one is offline.
 *
 * /sw.js names the addresses (self.newsroom) and then brings this in.
 */

const PAGES = "newsroom-pages";
const FILES = "newsroom-files";
const FILES_OF_PAGES = ["font", "image", "script", "style"];
const { shell, offline, fallback, needed, apart } = self.newsroom;

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (apart.some((path) => pathname.startsWith(path))) return;
  event.respondWith(answer(event, pathname));
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

async function answer({ request, clientId }, pathname) {
  const saved = await savedPage(request);
  let response;
  try {
    // Of a saved page the newsroom itself is asked, and not the browser's memory of a minute ago.
    response = await fetch(request, saved ? { cache: "no-cache" } : {});
  } catch (unreachable) {
    const kept = saved ?? (await keptFile(request));
    if (kept) return kept;
    if (request.mode !== "navigate") throw unreachable;
    return caches.match(offline[pathname.split("/")[1]] ?? fallback, { ignoreVary: true });
  }
  if (saved) await keepInStep(pageOf(request.url), response);
  else if (FILES_OF_PAGES.includes(request.destination))
    await keepFile(clientId, request, response);
  return response;
}

async function keptFile(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  return kept ?? (request.destination === "image" ? otherSize(request.url) : undefined);
}

/** A picture as it was kept: in the width, and of the kind, that the page loaded then. */
async function otherSize(url) {
  const folder = url.replace(/\d+w\.\w+$/, "");
  const files = await caches.open(FILES);
  const found = folder === url ? [] : await files.keys();
  const other = found.find((one) => one.url.replace(/\d+w\.\w+$/, "") === folder);
  return other && files.match(other, { ignoreVary: true });
}

/** The address of a page, without what campaigns and networks add to it. */
function pageOf(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

async function savedPage(request) {
  if (!["document", ""].includes(request.destination)) return undefined;
  return (await caches.open(PAGES)).match(pageOf(request.url), { ignoreVary: true });
}

/** A saved page follows the published one, also to a new address, and goes with it. */
async function keepInStep(url, response) {
  const pages = await caches.open(PAGES);
  if ([404, 410].includes(response.status)) return pages.delete(url, { ignoreVary: true });
  if (response.ok && !response.redirected) return pages.put(url, response.clone());
  const moved = response.type === "opaqueredirect" || response.redirected;
  return moved ? follow(url, pages) : undefined;
}

async function follow(url, pages) {
  const there = await fetch(url, { cache: "no-cache" }).catch(() => null);
  if (!there || (!there.ok && ![404, 410].includes(there.status))) return;
  if (there.ok && there.redirected && new URL(there.url).origin === location.origin) {
    // A browser takes no answer that was redirected for a page: it is kept as one of its own.
    const { headers, status } = there;
    await pages.put(pageOf(there.url), new Response(await there.blob(), { headers, status }));
  }
  if (there.redirected || !there.ok) await pages.delete(url, { ignoreVary: true });
}

/** What a saved page loads is kept with it: a picture that was changed has another address. */
async function keepFile(clientId, request, response) {
  if (!response.ok || response.type !== "basic") return;
  const client = await self.clients.get(clientId);
  const pages = client && (await caches.open(PAGES));
  if (!pages || !(await pages.match(pageOf(client.url), { ignoreVary: true }))) return;
  await (await caches.open(FILES)).put(request, response.clone());
}
