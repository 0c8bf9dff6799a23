// What this browser keeps of texts that were typed, and which of them the server has since saved.

export const PREFIX = "newsroom-draft";
const SAVED = "newsroom-saved";

export function savedTokens() {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith(`${SAVED}=`));
  return new Set(cookie ? cookie.slice(SAVED.length + 1).split(".") : []);
}

export function drafts() {
  const found = [];
  for (let index = 0; index < localStorage.length; index += 1) {
    const key = localStorage.key(index);
    if (!key.startsWith(`${PREFIX}:`)) continue;
    try {
      found.push({ key, ...JSON.parse(localStorage.getItem(key)) });
    } catch {
      localStorage.removeItem(key);
    }
  }
  return found;
}
