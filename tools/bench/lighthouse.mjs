// Lighthouse's verdict on the front page, an article and an answer of the search, as on a phone: node tools/bench/lighthouse.mjs [--site DIR] [--rounds N]
//
// The demo newsroom is built and served as a CDN would serve it; `--site` names a site that is built already. Each page is
// measured several times, in turns, and the median of each number counts. A category or a blocking time that misses its limit is a
// failure. The numbers are those of a quiet machine: what else runs is measured with them.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { openPaper, serve } from "../../tests/e2e/support/paper.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** What a page has to reach: each category of 100, and the longest time that tasks may keep it from answering, in milliseconds. */
const READ = { scores: Object.fromEntries(CATEGORIES.map((category) => [category, 95])), blocking: 250 };
/** What a page has to reach that answers a question: nothing of its answer is there before the client. It is not to be indexed. */
const ASKED = { scores: { performance: 67, accessibility: 95, "best-practices": 95 }, blocking: Infinity };

const PAGES = {
  "front page": { path: "/", limits: READ },
  article: { path: "/news/centr-nastavnikov-taldykorgan/", limits: READ },
  search: { path: `/search/?q=${encodeURIComponent("автобус")}`, limits: ASKED },
};
const METRICS = { LCP: "largest-contentful-paint", TBT: "total-blocking-time", CLS: "cumulative-layout-shift" };

const LIGHTHOUSE = ".tools/lighthouse/node_modules/lighthouse/cli/index.js";
const CHROME_FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);

/** One run in a browser of its own: the scores of 100, and the metrics in milliseconds (CLS in parts of the window). */
async function run(url) {
  const flags = ["--output=json", "--output-path=stdout", "--quiet", "--no-enable-error-reporting", `--only-categories=${CATEGORIES}`, `--chrome-flags=${CHROME_FLAGS.join(" ")}`];
  const { stdout } = await promisify(execFile)(process.env.LIGHTHOUSE_NODE ?? "node", [LIGHTHOUSE, url, ...flags], {
    env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" },
    maxBuffer: 64 * 1024 * 1024,
  });
  const { runtimeError, categories, audits } = JSON.parse(stdout);
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  const scores = CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)]);
  const metrics = Object.entries(METRICS).map(([name, audit]) => [name, audits[audit].numericValue]);
  const failed = CATEGORIES.flatMap((name) => categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9).map(({ id }) => id));
  return { ...Object.fromEntries([...scores, ...metrics]), failed };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The line of a page, and what of it is not good enough. */
function verdict(name, runs) {
  const of = (what) => median(runs.map((one) => one[what]));
  const range = (what) => runs.map((one) => one[what].toFixed(0)).join(", ");
  const scores = CATEGORIES.map((category) => `${category} ${of(category)}`).join(", ");
  console.log(`${name}: ${scores}, LCP ${of("LCP").toFixed(0)} ms, TBT ${of("TBT").toFixed(0)} ms (${range("TBT")}), CLS ${of("CLS").toFixed(3)}`);
  const { scores: least, blocking } = PAGES[name].limits;
  const low = Object.keys(least).filter((category) => of(category) < least[category]).map((category) => `${name}: ${category} is below ${least[category]}`);
  if (low.length > 0) console.log(`  audits below 90: ${[...new Set(runs.flatMap((one) => one.failed))].join(", ")}`);
  return of("TBT") > blocking ? [...low, `${name}: TBT is over ${blocking} ms`] : low;
}

/** What answers for the site: a folder that is given, or the demo newsroom built for this. */
async function open(site) {
  if (site) return serve(site);
  const paper = await openPaper({ views: "" });
  const server = await serve(paper.site);
  return { url: server.url, close: async () => { await server.close(); await paper.close(); } };
}

const rounds = Number(option("--rounds", 3));
const server = await open(option("--site"));
const runs = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
try {
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { path }] of Object.entries(PAGES)) runs[name].push(await run(server.url + path));
  }
} finally {
  await server.close();
}
const faults = Object.keys(PAGES).flatMap((name) => verdict(name, runs[name]));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
