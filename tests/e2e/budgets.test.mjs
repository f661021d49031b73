// What the client and the pages may weigh on their way to a reader: compressed by brotli at its best, as CDNs send them.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { atRest, hasten, newReader, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";

/** Bytes of the client as the page of an article loads it within a minute without being asked: its module, the script of
 * wasm-bindgen, the loader, and whatever chunks would begin by themselves. */
const CLIENT = 224_500;

/** What of it is known to come, by the beginnings of the names: the test waits for these, and counts whatever else comes. */
const KNOWN = ["loader.", "client."];

/** Bytes of a feature: its chunk with whatever it shares with others, the two of the search apart; and of the style sheet that comes late. */
const CHUNK = 30_000;
const SEARCH = 60_000;
const STYLE = 6_000;

/** Bytes of a page's HTML with its style sheet and its JSON: an article of up to 6,000 characters, or a list of cards. */
const PAGE = 12_300;

opens();

async function weight(...path) {
  const bytes = await readFile(join(paper.site, ...path));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
}

test("the client, as the page of an article loads it", async (t) => {
  // No service worker here: what it keeps beyond this, for reading without a network, are chunks, which have a budget.
  const page = await newReader(browser);
  await hasten(page);
  await page.goto(`${paper.url}/news/centr-nastavnikov-taldykorgan/`);
  await taken(page);
  await until(page, (known) => {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    return known.every((begin) => loaded.some((path) => path.startsWith(`/assets/${begin}`)));
  }, KNOWN);
  // A minute of the page's own time, and what it asked for then.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 60_000)));
  await atRest(page);
  const files = [...new Set(paper.wire.asked.map(({ path }) => path))].filter((path) => /\.(?:js|wasm)$/.test(path));
  assert.ok(files.some((path) => path.endsWith(".wasm")), `no module among ${files}`);
  const weights = await Promise.all(files.map((path) => weight(path)));
  t.diagnostic(files.map((path, index) => `${path.replace("/assets/", "")} ${weights[index]}`).join(", "));
  const sum = (weights) => weights.reduce((all, one) => all + one, 0);
  t.diagnostic(`all ${sum(weights)} of ${CLIENT}`);
  assert.ok(sum(weights) <= CLIENT, `the client weighs ${sum(weights)} of ${CLIENT} bytes`);
});

test("what loads on demand", async (t) => {
  const files = await readdir(join(paper.site, "assets"));
  // Files that several chunks share are counted in equal parts.
  const chunks = Object.entries(JSON.parse(await readFile("target/client/chunks.json", "utf8")));
  const users = (file) => chunks.filter(([, own]) => own.includes(file)).length;
  const published = (file) => files.find((name) => name.startsWith(`${file.replace(".wasm", "")}.`) && name.endsWith(".wasm"));
  assert.ok(chunks.length > 5, `only ${chunks.map(([name]) => name)}`);
  for (const [name, own] of chunks) {
    const weights = await Promise.all(own.map((file) => weight("assets", published(file))));
    const share = Math.round(own.reduce((sum, file, index) => sum + weights[index] / users(file), 0));
    const all = weights.reduce((sum, one) => sum + one, 0);
    t.diagnostic(`${name} ${share}, and ${all} in ${own.length} files where nothing of it is there`);
    const most = name.startsWith("search") ? SEARCH : CHUNK;
    assert.ok(share <= most, `${name} weighs ${share} of ${most} bytes`);
  }
  const style = await weight("assets", files.find((name) => name.startsWith("late.")));
  assert.ok(style <= STYLE, `the style sheet weighs ${style} of ${STYLE} bytes`);
});

test("articles of up to 6,000 characters", async (t) => {
  const slugs = await readdir(join(paper.site, "news"));
  let heaviest = 0;
  let measured = 0;
  for (const slug of slugs) {
    const { content } = JSON.parse(await readFile(join(paper.site, "data/news", `${slug}.json`), "utf8"));
    if (content.article.body.replace(/<[^>]*>/g, "").length > 6_000) continue;
    measured += 1;
    const own = await weight("news", slug, "index.html");
    assert.ok(own <= PAGE, `${slug} weighs ${own} of ${PAGE} bytes`);
    heaviest = Math.max(heaviest, own);
  }
  t.diagnostic(`the heaviest of ${measured}: ${heaviest}`);
  assert.ok(measured > 20, `only ${measured} articles are so short`);
});

test("pages of cards", async (t) => {
  for (const path of ["", "page/2", "kk", "en", "section/nature"]) {
    const own = await weight(path, "index.html");
    t.diagnostic(`/${path} ${own}`);
    assert.ok(own <= PAGE, `/${path} weighs ${own} of ${PAGE} bytes`);
  }
});

test("the JSON of an article is the article and its cards", async () => {
  const { content, ...frame } = JSON.parse(await readFile(join(paper.site, "data/news/centr-nastavnikov-taldykorgan.json"), "utf8"));
  assert.deepEqual(Object.keys(frame).sort(), ["build", "format", "lang", "translations"]);
  assert.deepEqual(Object.keys(content), ["article"]);
  assert.equal(content.article.related.length, 4);
});
