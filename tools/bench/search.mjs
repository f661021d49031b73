// What a search costs a reader: search.mjs COMMAND CLIENT NEWSROOM WORK [--beside SITE]
//
// Builds the newsroom's site, serves it, types into an empty browser and prints the bytes that came for it and the milliseconds
// from the last key to the first card, also as a ratio to another built site of the same newsroom. Exits with 1 where a limit is
// passed.

import { execFileSync, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";

const [command, client, newsroom, work, option, beside] = process.argv.slice(2);
if (option && option !== "--beside") throw new Error(`${option} is no option: --beside SITE`);
const ROUNDS = 5;
/** What is asked, and how much may come for it: the files of the search, its chunks and passages, without the main module. */
const QUESTIONS = [
  { name: "two words", text: "снегом область", bytes: 150_000 },
  { name: "one word", text: "область", bytes: 150_000 },
  { name: "a mistake", text: "абласть", bytes: 300_000 },
  { name: "the next word", text: "область", after: "снег", bytes: 150_000 },
];
const RATIO = 0.6;

const site = `${work}/site`;
rmSync(work, { recursive: true, force: true });
const built = execFileSync(command, ["build", "--root", newsroom, "--client", client, "--out", site]).toString();
console.log(built.trim().split("\n").at(-1));

const servers = [];
async function serve(folder) {
  const server = spawn(command, ["serve", folder, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  servers.push(server);
  const url = await new Promise((done) => createInterface(server.stdout).once("line", done));
  return { url, folder };
}

/** What a file weighs as CDNs send it: what they know to be text is compressed, at its best as they do with what they keep. */
const weights = new Map();
function weight(folder, path) {
  const file = join(folder, path);
  if (!weights.has(file)) {
    const bytes = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
    weights.set(file, /\.(?:js|json|txt|wasm|css)$/.test(path) ? brotliCompressSync(bytes, { params }).length : bytes.length);
  }
  return weights.get(file);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const IS_OF_SEARCH = /^\/(?:pagefind|search-index|data\/news)\/|\/(?:split|chunk)_/

/** What one question costs in a browser that has nothing yet, or only what another question has brought. */
async function measure({ url, folder }, { text, after }) {
  const page = await (await browser.newContext()).newPage();
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const [paths, sizes] = [new Map(), new Map()];
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  await page.goto(`${url}search/`);
  await page.locator(".search-filters select").first().waitFor();
  await page.waitForLoadState("networkidle");
  if (after) {
    await page.locator(".search-field").fill(after);
    await page.locator(".found .card").first().waitFor();
    await page.waitForLoadState("networkidle");
  }
  const before = new Set(after ? sizes.keys() : []);
  const milliseconds = await page.evaluate((text) => new Promise((done, fail) => {
    const field = document.querySelector(".search-field");
    const begin = performance.now();
    const isAsked = () => new URLSearchParams(location.search).get("q") === text;
    const look = () => {
      if (isAsked() && document.querySelector(".found:not([aria-busy]) .card")) done(performance.now() - begin);
      else if (performance.now() - begin > 5_000) fail(new Error(`nothing is found by ${text}`));
      else requestAnimationFrame(look);
    };
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    look();
  }), text).catch(() => NaN);
  await page.waitForLoadState("networkidle");
  const all = [...sizes.keys()].filter((id) => IS_OF_SEARCH.test(paths.get(id) ?? "") && !before.has(id)).map((id) => paths.get(id));
  if (process.env.VERBOSE) for (const path of all) console.log(`  ${weight(folder, path)} ${path}`);
  await page.context().close();
  return { milliseconds, bytes: all.reduce((total, path) => total + weight(folder, path), 0), requests: all.length };
}

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const [own, other] = [await serve(site), beside && (await serve(beside))];
let passed = true;
for (const question of QUESTIONS) {
  const [ours, theirs] = [[], []];
  // By turns, so that both meet the same machine.
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await measure(own, question));
    if (other) theirs.push(await measure(other, question));
  }
  const milliseconds = middle(ours.map((round) => round.milliseconds));
  const { bytes, requests } = ours[0];
  let line = `${question.name}: ${bytes.toLocaleString("en")} bytes in ${requests} requests, ${Math.round(milliseconds)} ms to the first card`;
  if (other) {
    const before = middle(theirs.map((round) => round.milliseconds));
    line += `; beside it ${theirs[0].bytes.toLocaleString("en")} bytes, ${Math.round(before)} ms: ${(milliseconds / before).toFixed(2)}`;
    passed &&= !(milliseconds / before > RATIO);
  }
  passed &&= bytes <= question.bytes && milliseconds > 0;
  console.log(line);
}
await browser.close();
for (const server of servers) server.kill();
process.exit(passed ? 0 : 1);
