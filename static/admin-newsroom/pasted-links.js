// A link that is pasted leads where it says: some programs have every reader pass by their own address.

const THROUGH = [
  [/^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/, /^\/url$/, ["q", "url"]],
  [/\.safelinks\.protection\.(?:outlook\.com|office365\.us)$/, /^\//, ["url"]],
  [/^statics\.teams\.cdn\.office\.net$/, /safelinks/, ["url"]],
  [/^lm?\.(?:facebook|instagram|messenger|workplace|threads)\.(?:com|net)$/, /^\//, ["u"]],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, ["q"]],
  [/^(?:www\.)?linkedin\.com$/, /^\/(?:redir\/redirect|safety\/go)/, ["url"]],
  [/^(?:www\.)?slack-redir\.net$/, /^\/link$/, ["url"]],
];
const ON_THE_WEB = /^https?:\/\/./i;
const MOST = 4;

function next(address) {
  if (!ON_THE_WEB.test(address) || !URL.canParse(address)) return "";
  const url = new URL(address);
  for (const [host, path, names] of THROUGH) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    const found = names.map((name) => url.searchParams.get(name)).find(Boolean) ?? "";
    const meant = found.trim().replaceAll(" ", "%20");
    if (ON_THE_WEB.test(meant) && URL.canParse(meant)) return meant;
  }
  return "";
}

// Where a link leads in the end.
export function destination(address) {
  let found = address.trim();
  for (let times = 0; times < MOST; times += 1) {
    const meant = next(found.replaceAll("&amp;", "&"));
    if (!meant) break;
    found = meant;
  }
  return found;
}
