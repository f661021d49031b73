// What the client and the pages may weigh on their way to a reader: compressed by brotli at its best, as CDNs send them.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { openPaper } from "./support/paper.mjs";

/** Bytes of the client, all that is loaded after the page: its module and its two scripts. */
const CLIENT = 95_000;

/** Bytes of the parts: of one, of the host that every page loads after the client, and of all of them together. */
const PART = 6_500;
const HOST = 1_200;
const PARTS = 30_000;

/** Bytes of a page's HTML with its style sheet and its JSON: an article of up to 6,000 characters, or a list of cards. */
const PAGE = 14_000;

let paper;

before(async () => {
  paper = await openPaper();
});
after(() => paper?.close());

async function weight(...path) {
  const bytes = await readFile(join(paper.site, ...path));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
}

test("the client", async (t) => {
  const assets = (await readdir(join(paper.site, "assets"))).filter((name) => /^(?:boot|client)\./.test(name));
  assert.equal(assets.length, 3, `the client is more than its three files: ${assets}`);
  const weights = await Promise.all(assets.map((name) => weight("assets", name)));
  const sum = weights.reduce((all, one) => all + one);
  t.diagnostic(assets.map((name, index) => `${name} ${weights[index]}`).join(", "));
  assert.ok(sum <= CLIENT, `the client weighs ${sum} of ${CLIENT} bytes`);
});

test("what loads on demand", async (t) => {
  const files = (await readdir(join(paper.site, "assets/parts"))).filter((name) => /\.(?:js|css)$/.test(name));
  const weights = Object.fromEntries(await Promise.all(files.map(async (name) => [name, await weight("assets/parts", name)])));
  t.diagnostic(Object.entries(weights).map(([name, own]) => `${name} ${own}`).join(", "));
  for (const [name, own] of Object.entries(weights)) assert.ok(own <= PART, `${name} weighs ${own} of ${PART} bytes`);
  const host = files.find((name) => name.startsWith("index-"));
  assert.ok(weights[host] <= HOST, `the host weighs ${weights[host]} of ${HOST} bytes`);
  const sum = Object.values(weights).reduce((all, one) => all + one);
  assert.ok(sum <= PARTS, `all parts weigh ${sum} of ${PARTS} bytes`);
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
