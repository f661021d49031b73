// What a search costs a reader: search.mjs COMMAND CLIENT NEWSROOM WORK WORD
//
// Builds the newsroom's site, serves it, types a word into an empty browser and prints the bytes that came for it and the
// milliseconds from the last key to the first card. Prints what the index cost the build as well.

import { execFileSync, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [command, client, newsroom, work, word] = process.argv.slice(2);
const LIMITS = { bytes: 300_000, milliseconds: 300 };
const ROUNDS = 5;

const site = `${work}/site`;
rmSync(work, { recursive: true, force: true });
const built = execFileSync(command, ["build", "--root", newsroom, "--client", client, "--out", site]).toString();
console.log(built.trim().split("\n").at(-1));
const server = spawn(command, ["serve", site, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const url = await new Promise((done) => createInterface(server.stdout).once("line", done));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** What one search costs in a browser that has nothing yet. */
async function measure(warm) {
  const page = await (await browser.newContext()).newPage();
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const [paths, sizes] = [new Map(), new Map()];
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  await page.goto(`${url}search/`);
  await page.locator(".search-filters select").first().waitFor();
  await page.waitForLoadState("networkidle");
  if (warm) {
    await page.locator(".search-field").fill(warm);
    await page.locator(".found .card").first().waitFor();
    await page.waitForLoadState("networkidle");
  }
  const before = new Set(sizes.keys());
  const milliseconds = await page.evaluate((word) => new Promise((done) => {
    const field = document.querySelector(".search-field");
    const begin = performance.now();
    const old = document.querySelector(".found .card");
    const look = () => {
      const first = document.querySelector(".found .card");
      if (first && first !== old) done(performance.now() - begin);
      else requestAnimationFrame(look);
    };
    field.value = word;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    look();
  }), word);
  await page.waitForLoadState("networkidle");
  const all = [...sizes].filter(([id]) => /^\/pagefind\/|\/(?:split|chunk)_/.test(paths.get(id) ?? ""));
  const later = all.filter(([id]) => !before.has(id));
  const sum = (entries) => entries.reduce((total, [, size]) => total + size, 0);
  if (process.env.VERBOSE) for (const [id, size] of all) console.log(`  ${size} ${paths.get(id)}`);
  await page.context().close();
  return { milliseconds, bytes: warm ? sum(later) : sum(all), requests: warm ? later.length : all.length };
}

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
let passed = true;
for (const [name, warm] of [["the first search", ""], ["the next one", word.slice(0, -2)]]) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(warm));
  const milliseconds = middle(rounds.map((round) => round.milliseconds));
  const { bytes, requests } = rounds[0];
  passed &&= bytes <= LIMITS.bytes && milliseconds <= LIMITS.milliseconds;
  console.log(`${name}: ${bytes.toLocaleString("en")} bytes in ${requests} requests, ${Math.round(milliseconds)} ms to the first card`);
}
await browser.close();
server.kill();
process.exit(passed ? 0 : 1);
