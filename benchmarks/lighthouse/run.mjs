// Runs Lighthouse as on a phone over a list of pages in one Chromium; for benchmarks/site.py.
// Usage: node run.mjs CHROMIUM RUNS < ADDRESSES   (one a line; prints one line of JSON a run)
// The first run of a page is of all four categories, further ones of performance alone.

import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, runs] = process.argv.slice(2);
const addresses = readFileSync(0, "utf8").split("\n").filter(Boolean);
const ALL = ["performance", "accessibility", "best-practices", "seo"];
const MEASURES = {
  fcp: "first-contentful-paint",
  lcp: "largest-contentful-paint",
  tbt: "total-blocking-time",
  cls: "cumulative-layout-shift",
  si: "speed-index",
};

const chrome = await launch({
  chromePath,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
try {
  for (const address of addresses) {
    for (let run = 0; run < Number(runs); run += 1) {
      console.log(JSON.stringify(await measure(address, run)));
    }
  }
} finally {
  chrome.kill();
}

/** One run; Chromium now and then writes a trace that lacks a paint, which measures nothing. */
async function measure(address, run) {
  const onlyCategories = run ? ["performance"] : ALL;
  const flags = { port: chrome.port, logLevel: "silent", onlyCategories, disableFullPageScreenshot: true };
  let error;
  for (let tries = 0; tries < 3; tries += 1) {
    const found = await lighthouse(address, flags);
    const lhr = found?.lhr;
    error = lhr?.runtimeError?.code ?? (lhr ? "no paint" : "no report");
    if (lhr && !lhr.runtimeError && lhr.audits[MEASURES.fcp]?.numericValue) return told(address, run, lhr);
  }
  throw new Error(`${error}: ${address}`);
}

/** Scores out of 100, measures in milliseconds, and each audit that cost a point. */
function told(address, run, { categories, audits }) {
  const scores = Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]);
  const lost = Object.values(categories).flatMap(({ id, auditRefs }) =>
    id === "performance"
      ? []
      : auditRefs
          .filter((one) => one.weight && audits[one.id]?.score !== null && audits[one.id]?.score < 1)
          .map((one) => one.id),
  );
  const values = Object.entries(MEASURES).map(([name, id]) => [name, audits[id]?.numericValue ?? null]);
  const requests = audits["network-requests"]?.details?.items ?? [];
  return {
    address,
    run,
    scores: Object.fromEntries(scores),
    lost,
    ...Object.fromEntries(values),
    bytes: requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
    requests: requests.length,
  };
}
