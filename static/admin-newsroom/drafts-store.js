// What this browser keeps of texts that were typed, and which of them the server has since saved.
// It is the browser's own store that keeps them; where that is full or closed, the tab's.

const PREFIX = "newsroom-draft:";
const SAVED = "newsroom-saved";
const MONTH = 30 * 24 * 3600 * 1000;

// What became of a text that was to be kept.
export const IN_BROWSER = "browser";
export const IN_TAB = "tab";
export const NOWHERE = "nowhere";

function storeOf(name) {
  try {
    return window[name];
  } catch {
    // Forbidden by the browser's settings.
    return null;
  }
}

const browserStore = storeOf("localStorage");
const tabStore = storeOf("sessionStorage");
const stores = [browserStore, tabStore].filter(Boolean);

// The first one kept the paths of pages in its keys; what it knows is in "fields" and "names".
function nameOf(draft) {
  return draft.key ?? `${PREFIX}${draft.owner}:${draft.token}`;
}

function read(store, key) {
  try {
    const [owner, path] = key.slice(PREFIX.length).split(":");
    return { key, owner, path, ...JSON.parse(store.getItem(key)) };
  } catch {
    store.removeItem(key);
    return null;
  }
}

export function drafts() {
  return stores.flatMap((store) =>
    Array.from({ length: store.length }, (_, index) => store.key(index))
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => read(store, key))
      .filter(Boolean),
  );
}

export function draftsOf(owner) {
  return drafts()
    .filter((draft) => draft.owner === owner)
    .sort((one, other) => other.at - one.at);
}

export function drop(draft) {
  for (const store of stores) store.removeItem(nameOf(draft));
}

function put(store, key, text) {
  try {
    store.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function keep(draft) {
  const key = nameOf(draft);
  const text = JSON.stringify({ ...draft, key: undefined });
  if (browserStore) {
    if (put(browserStore, key, text) || (dropUnwanted() && put(browserStore, key, text))) {
      tabStore?.removeItem(key);
      return IN_BROWSER;
    }
  }
  if (tabStore && put(tabStore, key, text)) {
    browserStore?.removeItem(key);
    return IN_TAB;
  }
  return NOWHERE;
}

export function savedTokens() {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith(`${SAVED}=`));
  return new Set(cookie ? cookie.slice(SAVED.length + 1).split(".") : []);
}

// Forget what has been saved, and what has waited for too long; says whether there was any.
export function dropUnwanted() {
  const tokens = savedTokens();
  const unwanted = drafts().filter(
    (draft) => tokens.has(draft.token) || !(Date.now() - draft.at < MONTH),
  );
  unwanted.forEach(drop);
  return unwanted.length > 0;
}

// Small things that other scripts remember of this browser.
export function remembered(name) {
  return browserStore?.getItem(name) ?? null;
}

export function remember(name, value) {
  if (browserStore) put(browserStore, name, value);
}
