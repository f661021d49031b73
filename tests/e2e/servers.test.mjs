// Every row of the table of addresses, over `serve` and over real servers with the configuration that the command writes.

import assert from "node:assert/strict";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { builtPaper } from "./support/paper.mjs";
import { ask, startServer, writeConfig } from "./support/servers.mjs";

const ARTICLE = "/news/moved/";
const head = (aliases) => `+++
title = "Переезд со старого сайта"
date = 2026-11-20T09:30:00+05:00
section = "society"
tags = ["переезд"]
aliases = ${JSON.stringify(aliases)}
+++

У этой новости много старых адресов.
`;
const CYRILLIC = "/новости/старая";
const ENCODED = encodeURI("/новости/другая/");
const ALIASES = ["/node/5", CYRILLIC, ENCODED, "/News/Old/", "/item/12:title", "/old/page.html", "/a'b;c(d)$e", "/50%25"];

/** What hosts and servers cannot do, or do otherwise. */
const EXCEPTIONS = {
  // It sends no parts of files and compresses by itself; a rule for a type holds for what is not there, too.
  cloudflare: { parts: false, typed: /feed\.xml$/ },
  nginx: { precompressed: ["gzip", ".gz"] },
  caddy: { precompressed: ["br", ".br"] },
  serve: { precompressed: ["br", ".br"] },
};

const IMMUTABLE = "public, max-age=31536000, immutable";
const SHORT = "public, max-age=60, stale-while-revalidate=600";
const FRESH = "no-cache";
const HEADERS = {
  "content-security-policy": /default-src 'none'.*frame-ancestors 'none'/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
};
const LONG = "я".repeat(130);

/** The files that are there: path, type, `Cache-Control` where the table has one. */
async function fileRows(site) {
  const all = (await readdir(site, { recursive: true })).map((path) => `/${path}`);
  const one = (pattern) => all.find((path) => pattern.test(path)) ?? assert.fail(`no file ${pattern}`);
  const html = ["/", "/kk/", "/en/", ARTICLE, "/kk/news/kubok-naziry/", "/section/society/", "/kk/section/society/", "/tag/pereezd/", "/page/2/", "/archive/", "/archive/2026/", "/archive/2026/11/", "/popular/", "/search/", "/saved/", "/kk/search/"];
  const exist = await Promise.all(html.map((path) => stat(join(site, path, "index.html")).then(() => true, () => false)));
  return [
    ...html.filter((_, index) => exist[index]).map((path) => [path, "text/html", FRESH]),
    ["/data/index.json", "application/json", SHORT],
    ["/data/kk.json", "application/json", SHORT],
    ["/data/news/moved.json", "application/json", SHORT],
    [one(/^\/assets\/loader\.\w+\.js$/), "text/javascript", IMMUTABLE],
    [one(/^\/assets\/client\.\w+\.js$/), "text/javascript", IMMUTABLE],
    [one(/^\/assets\/client\.\w+\.wasm$/), "application/wasm", IMMUTABLE],
    [one(/^\/assets\/split_search\.\w+\.wasm$/), "application/wasm", IMMUTABLE],
    [one(/^\/assets\/late\.\w+\.css$/), "text/css", IMMUTABLE],
    [one(/^\/media\/[^/]+\.webp$/), "image/webp", IMMUTABLE],
    [one(/^\/media\/[^/]+\.jpg$/), "image/jpeg", IMMUTABLE],
    [one(/^\/media\/drawn\/[^/]+\.svg$/), "image/svg+xml", IMMUTABLE],
    [one(/^\/media\/share\/[^/]+\.png$/), "image/png", IMMUTABLE],
    [one(/^\/search-index\/files\/[^/]+\.bin$/), "application/octet-stream", IMMUTABLE],
    [one(/^\/search-index\/files\/[^/]+\.json$/), "application/json", IMMUTABLE],
    ["/search-index/manifest/ru.json", "application/json", FRESH],
    ["/search-index/manifest/kk.json", "application/json", FRESH],
    ["/feed.xml", "application/atom+xml", FRESH],
    ["/kk/feed.xml", "application/atom+xml", FRESH],
    ["/section/society/feed.xml", "application/atom+xml", FRESH],
    ["/kk/section/society/feed.xml", "application/atom+xml", FRESH],
    ["/sitemap.xml", "application/xml", FRESH],
    ["/sitemap-news.xml", "application/xml", FRESH],
    ["/robots.txt", "text/plain", FRESH],
    ["/manifest.webmanifest", "application/manifest+json", FRESH],
    ["/en/manifest.webmanifest", "application/manifest+json", FRESH],
    ["/sw.js", "text/javascript", FRESH],
    ["/schema/page.schema.json", "application/json"],
    ["/favicon.svg", "image/svg+xml"],
    ["/icon-192.png", "image/png"],
    ["/favicon.ico", "image/x-icon"],
  ];
}

/** Addresses that are none, and the language of their page. */
const MISSING = [
  ["/none/", "ru"], ["/news/none/", "ru"], ["/kk/none/", "kk"], ["/kk/news/none/x/", "kk"], ["/en/none", "en"], ["/kkk/", "ru"],
  ["/assets/none.js", "ru"], ["/assets/", "ru"], ["/media/none.webp", "ru"], ["/data/none.json", "ru"], ["/kk/section/none/feed.xml", "kk"],
  ["/_headers", "ru"], ["/_redirects", "ru"], ["/KK/", "ru"], ["/NEWS/MOVED/", "ru"], ["/NODE/5", "ru"], [encodeURI("/НОВОСТИ/старая"), "ru"],
  ["/item/12:other", "ru"], ["/item/13:title", "ru"], [`/news/${"a".repeat(300)}/`, "ru"], [`/kk/${encodeURI(LONG)}/`, "kk"], [`/${"a/".repeat(2000)}`, "ru"],
];

/** Old addresses as they may be asked for, and the query that goes along. */
const MOVED = [
  ["/node/5"], ["/node/5?utm_source=x&b=1", "?utm_source=x&b=1"], [encodeURI(CYRILLIC)], [`${encodeURI(CYRILLIC)}?q=1`, "?q=1"],
  [ENCODED], ["/News/Old/"], ["/old/page.html"], ["/a'b;c(d)$e"], ["/50%25"],
];
for (const path of ["/node/5/", encodeURI(CYRILLIC).toLowerCase(), ENCODED.toLowerCase(), `${encodeURI(CYRILLIC)}/`, "/News/Old"]) MOVED.push([path]);
/** What Cloudflare takes for a pattern: there the small page leads on. */
const COLON = "/item/12:title";

/** Addresses of pages without the slash at their end. */
const SLASHLESS = [["/news/moved", ARTICLE], ["/kk", "/kk/"], ["/section/society", "/section/society/"], ["/archive/2026/11", "/archive/2026/11/"]];

const essence = ({ headers }) => headers["content-type"]?.split(";")[0].trim();
const unpacked = ({ headers, body }) => ({ gzip: gunzipSync, br: brotliDecompressSync })[headers["content-encoding"]]?.(body) ?? body;
/** The path and query that an answer leads to: by a header, or as the small page does. */
const leadsTo = ({ headers, body }) => headers.location ?? /http-equiv="refresh" content="0; url=([^"]+)"/.exec(body)?.[1];
const fileOf = (site, path) => readFile(join(site, path.endsWith("/") ? `${path}index.html` : path));

function hasHeaders(answer, path) {
  for (const [name, value] of Object.entries(HEADERS)) assert.match(answer.headers[name] ?? "", value, `${path}: ${name}`);
}

let site, rows;
before(async () => {
  ({ site } = await builtPaper({ precompress: true, articles: { "ru/moved.md": head(ALIASES) } }));
  rows = await fileRows(site);
});

for (const name of ["serve", "nginx", "caddy", "cloudflare"]) {
  describe(name, () => {
    const exceptions = EXCEPTIONS[name];
    let server;
    const get = (path, options) => ask(server.url, path, options);
    before(async () => { server = await startServer(name, site); });
    after(() => server?.close());

    test("sends each file with its type, its time and the headers of all", async () => {
      for (const [path, type, caching] of rows) {
        const answer = await get(path);
        assert.equal(answer.status, 200, path);
        assert.equal(essence(answer).replace(/^application\/javascript$/, "text/javascript").replace(/^image\/vnd.microsoft.icon$/, "image/x-icon"), type, path);
        if (caching) assert.equal(answer.headers["cache-control"], caching, path);
        if (type.startsWith("text/") && type !== "text/javascript") assert.match(answer.headers["content-type"], /charset=utf-8/i, path);
        hasHeaders(answer, path);
        assert.ok(answer.body.equals(await fileOf(site, path)), path);
      }
    });

    test("compresses what is text", async () => {
      for (const [path, type] of rows) {
        const plain = await fileOf(site, path);
        if (!/^text|json|xml|wasm/.test(type) || plain.length < 2_000) continue;
        // What the local emulation compresses of feeds and icons is not what the host does.
        if (name === "cloudflare" && /xml/.test(type)) continue;
        const answer = await get(path, { headers: { "accept-encoding": "br, gzip" } });
        assert.match(answer.headers["content-encoding"] ?? "", /^(br|gzip)$/, path);
        if (name !== "cloudflare") assert.match(answer.headers.vary ?? "", /accept-encoding/i, path);
        assert.ok(answer.body.length < plain.length * 0.8, path);
        assert.ok(unpacked(answer).equals(plain), path);
      }
    });

    test("sends compressed copies as they lie beside the files", { skip: !exceptions.precompressed }, async () => {
      const [encoding, ending] = exceptions.precompressed;
      for (const [path, type] of rows.filter(([, type]) => /^text|json|xml|wasm/.test(type))) {
        const answer = await get(path, { headers: { "accept-encoding": encoding } });
        const copy = await fileOf(site, `${path.endsWith("/") ? `${path}index.html` : path}${ending}`);
        assert.ok(answer.body.equals(copy), `${path} (${type})`);
        assert.equal(answer.headers["content-encoding"], encoding, path);
      }
    });

    test("has a page of its language for each address that is none, compressed and kept by nobody", async () => {
      for (const [path, lang] of MISSING) {
        const short = path.slice(0, 60);
        const answer = await get(path);
        assert.equal(answer.status, 404, short);
        if (!exceptions.typed?.test(path)) assert.equal(essence(answer), "text/html", short);
        assert.ok(String(answer.body).includes(`<html lang="${lang}"`), short);
        assert.match(answer.headers["cache-control"] ?? "", /^no-(cache|store)$/, short);
        hasHeaders(answer, short);
        const packed = await get(path, { headers: { "accept-encoding": "gzip" } });
        assert.equal(packed.status, 404, short);
        if (!exceptions.typed?.test(path)) assert.equal(packed.headers["content-encoding"], "gzip", short);
        assert.ok(unpacked(packed).equals(answer.body), short);
        for (const headers of [{ range: "bytes=0-9" }, { "if-none-match": "*" }, { "if-modified-since": new Date().toUTCString() }]) {
          assert.equal((await get(path, { headers })).status, 404, `${short} ${JSON.stringify(headers)}`);
        }
      }
    });

    test("leads from old addresses to the page, with the reader's query", async () => {
      for (const [path, query = ""] of MOVED) {
        const answer = await get(path);
        assert.equal(answer.status, 301, path);
        assert.equal(answer.headers.location, ARTICLE + query, path);
        assert.doesNotMatch(answer.headers["cache-control"] ?? "", /immutable/, path);
        hasHeaders(answer, path);
      }
      let answer = await get(COLON);
      if (name !== "cloudflare") assert.equal(answer.status, 301);
      if (answer.status === 308) answer = await get(answer.headers.location);
      assert.equal(leadsTo(answer), ARTICLE);
      assert.equal((await get(ARTICLE)).status, 200, "and not in a circle");
    });

    test("adds a slash that is missing", async () => {
      for (const [path, to] of SLASHLESS) {
        const answer = await get(path);
        assert.ok([301, 307, 308].includes(answer.status), `${path}: ${answer.status}`);
        assert.equal(answer.headers.location, to, path);
        assert.doesNotMatch(answer.headers["cache-control"] ?? "", /immutable/, path);
      }
    });

    test("answers HEAD as it answers GET, without the body", async () => {
      for (const path of ["/", ARTICLE, rows.find(([path]) => path.endsWith(".wasm"))[0], "/kk/none/", "/node/5"]) {
        const [got, headed] = [await get(path), await get(path, { method: "HEAD" })];
        assert.equal(headed.status, got.status, path);
        assert.equal(headed.body.length, 0, path);
        for (const header of ["content-type", "cache-control", "location", "etag", "content-security-policy"]) {
          assert.equal(headed.headers[header], got.headers[header], `${path}: ${header}`);
        }
      }
    });

    test("says that nothing has changed", async () => {
      for (const path of ["/", ARTICLE, "/data/index.json", "/feed.xml"]) {
        const { headers } = await get(path);
        const condition = headers.etag ? { "if-none-match": headers.etag } : { "if-modified-since": headers["last-modified"] };
        const again = await get(path, { headers: condition });
        assert.equal(again.status, 304, path);
        assert.equal(again.body.length, 0, path);
        // The type is that of what the browser has.
        assert.equal(again.headers["cache-control"], headers["cache-control"], path);
      }
    });

    test("sends parts of files", { skip: exceptions.parts === false }, async () => {
      for (const [path] of rows.filter(([path]) => /\.(webp|wasm|png)$/.test(path))) {
        const file = await fileOf(site, path);
        const part = await get(path, { headers: { range: "bytes=10-29" } });
        assert.equal(part.status, 206, path);
        assert.equal(part.headers["content-range"], `bytes 10-29/${file.length}`, path);
        assert.ok(part.body.equals(file.subarray(10, 30)), path);
        assert.equal((await get(path, { headers: { range: `bytes=${file.length + 5}-` } })).status, 416, path);
      }
    });
  });
}

describe("five thousand old addresses", () => {
  const path = (number) => `/${number % 2 ? "item" : encodeURI("новость")}/2019/05/${number}-${encodeURI("очень-длинный-адрес-старого-сайта")}`;
  let many;
  before(async () => {
    const aliases = Array.from({ length: 5_000 }, (_, number) => decodeURI(path(number)));
    ({ site: many } = await builtPaper({ articles: { "ru/moved.md": head(aliases) } }));
  });

  for (const name of ["serve", "nginx", "caddy", "cloudflare"]) {
    test(`lead on over ${name}`, async () => {
      const server = await startServer(name, many);
      try {
        const most = name === "cloudflare" ? 2_000 : 5_000;
        for (const number of [0, 1, 2, 17, 1_000, 1_998, 1_999, 2_000, 2_001, 3_333, 4_998, 4_999]) {
          // The emulation cannot say in a header where a folder with letters of another alphabet lies.
          const answer = await ask(server.url, number < most ? path(number) : `${path(number)}/`);
          assert.equal(answer.status, number < most ? 301 : 200, path(number));
          assert.equal(leadsTo(answer), ARTICLE, path(number));
        }
        assert.equal((await ask(server.url, path(5_000))).status, 404);
        assert.equal((await ask(server.url, ARTICLE)).status, 200);
      } finally {
        await server.close();
      }
    });
  }

  test("are more than Cloudflare takes, and a warning says so; the servers have none", async () => {
    const out = `${many}-configs`;
    assert.match(await writeConfig("cloudflare", many, out), /warning: _redirects has 500\d rules, cloudflare-pages takes 2000/);
    for (const server of ["nginx", "caddy"]) assert.equal(await writeConfig(server, many, out), "");
    assert.match(await writeConfig("github-pages", many, out), /500\d old addresses lead on by small pages/);
  });
});
