// Lighthouse on each address given on the standard input, as a phone would see it.
// In: {"chromium": path, "runs": n, "pages": [{"name": …, "url": …}]}; out: one JSON object a line.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const input = await new Response(process.stdin).text();
const { chromium, runs, pages } = JSON.parse(input);
const chrome = await launch({
  chromePath: chromium,
  chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"],
  logLevel: "silent",
});

function bytes(audits, ...types) {
  const requests = audits["network-requests"].details?.items ?? [];
  return requests
    .filter((one) => types.includes(one.resourceType))
    .reduce((sum, one) => sum + one.transferSize, 0);
}

async function look({ name, url }) {
  const options = { port: chrome.port, logLevel: "silent", ignoreStatusCode: true };
  options.onlyCategories = ["performance", "accessibility", "best-practices", "seo"];
  const { lhr } = await lighthouse(url, options);
  const scores = Object.entries(lhr.categories).map(([id, one]) => [id, Math.round(one.score * 100)]);
  const lost = Object.values(lhr.categories)
    .filter((one) => one.id !== "performance" && one.score < 1)
    .flatMap((one) => one.auditRefs.filter((ref) => ref.weight > 0 && lhr.audits[ref.id].score === 0))
    .map((ref) => ref.id);
  return {
    name,
    error: lhr.runtimeError?.message ?? null,
    scores: Object.fromEntries(scores),
    lost,
    shift: lhr.audits["cumulative-layout-shift"].numericValue,
    contentful_ms: lhr.audits["largest-contentful-paint"].numericValue,
    bytes: bytes(lhr.audits, "Document", "Stylesheet", "Script"),
    fonts: bytes(lhr.audits, "Font"),
  };
}

// A busy machine loses a trace now and then ("Please run Lighthouse again").
async function lookUntilSeen(page, tries = 3) {
  const seen = await look(page);
  return seen.error && tries > 1 ? lookUntilSeen(page, tries - 1) : seen;
}

try {
  for (const page of pages) {
    for (let run = 0; run < runs; run += 1) {
      process.stdout.write(`${JSON.stringify(await lookUntilSeen(page))}\n`);
    }
  }
} finally {
  await chrome.kill();
}
