// A paper that lies in a folder of its host, which has files and a page for unknown addresses, and nothing else.

import assert from "node:assert/strict";
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import http from "node:http";
import { extname, join } from "node:path";
import { before, after, beforeEach, afterEach, describe, test } from "node:test";
import { ARTICLE } from "./support/pages.mjs";
import { build, openPaper, serve } from "./support/paper.mjs";
import { DESKTOP, headed, newReader, open, openBrowser, taken, until } from "./support/reader.mjs";

const FOLDER = "/paper";
const TITLE = "Центр наставников";
const TYPES = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm",
  ".svg": "image/svg+xml", ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png", ".xml": "application/xml",
  ".webmanifest": "application/manifest+json",
};

/** A host that knows files, adds a forgotten slash, and answers with `404.html` where there is no file. */
async function openHost(site) {
  const asked = [];
  let down = false;
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    asked.push(pathname);
    if (down) return response.destroy();
    if (!pathname.startsWith(`${FOLDER}/`)) return response.writeHead(404, { "content-type": "text/html" }).end("<h1>Another's</h1>");
    let file = join(site, decodeURIComponent(pathname.slice(FOLDER.length)));
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) {
      if (!pathname.endsWith("/")) return response.writeHead(301, { location: `${pathname}/` }).end();
      file = join(file, "index.html");
    }
    const [status, body] = await readFile(file).then((body) => [200, body], async () => [404, await readFile(join(site, "404.html"))]);
    response.writeHead(status, { "content-type": status === 200 ? TYPES[extname(file)] ?? "application/octet-stream" : "text/html" }).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}${FOLDER}`,
    asked,
    cutOff: (isDown = true) => { down = isDown; },
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

let paper, host, browser;
before(async () => {
  browser = await openBrowser();
  paper = await openPaper({ own: true });
  const file = join(paper.newsroom, "site.toml");
  const config = await readFile(file, "utf8");
  await writeFile(file, config.replace(/^base_url = "(.*)"$/m, `base_url = "$1${FOLDER}"`));
  await build(paper.newsroom, paper.site);
  host = await openHost(paper.site);
});
after(async () => {
  await browser?.close();
  await host?.close();
  await paper?.close();
});

/** The addresses within the host that a file names. */
const addresses = (text) => [...text.matchAll(/(?:href|src|action|content|url|data-(?!folder)[a-z]+)="(\/[^"]*)"|[\s",](\/[\w./-]+) \d+w/g)].map(([, one, other]) => one ?? other);

test("every address of every page, feed and manifest lies in the folder", async () => {
  const files = (await readdir(paper.site, { recursive: true })).filter((file) => /\.(html|xml|webmanifest)$/.test(file));
  assert.ok(files.length > 100);
  for (const file of files) {
    const text = await readFile(join(paper.site, file), "utf8");
    assert.deepEqual(addresses(text).filter((address) => !address.startsWith(`${FOLDER}/`)), [], file);
  }
  const manifest = JSON.parse(await readFile(join(paper.site, "manifest.webmanifest"), "utf8"));
  const { id, start_url: start, scope, icons, shortcuts } = manifest;
  for (const address of [id, start, scope, ...icons.map(({ src }) => src), ...shortcuts.map(({ url }) => url)]) {
    assert.ok(address.startsWith(`${FOLDER}/`), address);
  }
});

test("every address that a page names is there, and every absolute one lies below `base_url`", async () => {
  const front = await readFile(join(paper.site, "index.html"), "utf8");
  const article = await readFile(join(paper.site, ARTICLE, "index.html"), "utf8");
  for (const address of new Set([...addresses(front), ...addresses(article)])) {
    const { status } = await fetch(host.url + address.slice(FOLDER.length).replace(/[?#].*/, ""));
    assert.equal(status, 200, address);
  }
  const [, base] = /"base_url":"([^"]+)"/.exec(front);
  assert.ok(base.endsWith(FOLDER));
  const sitemap = await readFile(join(paper.site, "sitemap.xml"), "utf8");
  for (const text of [front, article, sitemap, await readFile(join(paper.site, "feed.xml"), "utf8")]) {
    const own = [...text.matchAll(new RegExp(`${base.slice(0, -FOLDER.length)}[^"'<\\s\\\\]*`, "g"))].map(([url]) => url);
    assert.ok(own.length > 0);
    assert.deepEqual(own.filter((url) => !url.startsWith(`${base}/`) && url !== base), []);
  }
});

describe("a reader", () => {
  let page;
  beforeEach(async () => { page = await newReader(browser, { ...DESKTOP, worker: true }); });
  afterEach(() => page.context().close());

  test("goes from the front page to an article, a section and back without loading a document", async () => {
    await open(page, `${host.url}/`);
    await page.evaluate(() => { window.isSame = true; });
    await page.locator(`main a[href="${FOLDER}${ARTICLE}"]`).first().click();
    await headed(page, TITLE);
    assert.equal(new URL(page.url()).pathname, FOLDER + ARTICLE);
    await page.locator(".sections a").nth(1).click();
    await until(page, (folder) => location.pathname.startsWith(`${folder}/section/`), FOLDER);
    await page.goBack();
    await headed(page, TITLE);
    assert.equal(await page.evaluate(() => window.isSame), true);
    await until(page, () => localStorage.getItem("habarshy:views"));
    assert.deepEqual(await page.evaluate(() => Object.keys(JSON.parse(localStorage.getItem("habarshy:views")).views)), [FOLDER + ARTICLE]);
    assert.deepEqual(page.problems, []);
  });

  test("is shown the paper's own page where there is none", async () => {
    await open(page, `${host.url}/there/is/nothing/`);
    await page.locator(`main a[href="${FOLDER}/"]`).first().click();
    await until(page, (path) => location.pathname === path, `${FOLDER}/`);
  });

  test("finds an article, and opens what was found", async () => {
    await open(page, `${host.url}/search/?q=${encodeURIComponent("наставников")}`);
    await page.locator(`.search-results a[href="${FOLDER}${ARTICLE}"], main a[href="${FOLDER}${ARTICLE}"]`).first().click();
    await headed(page, TITLE);
  });

  test("reads what was saved, and what was visited, without a network", async () => {
    await open(page, host.url + ARTICLE);
    await until(page, () => navigator.serviceWorker.controller?.state === "activated");
    assert.equal(new URL(await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope))).pathname, `${FOLDER}/`);
    await page.locator(".actions [data-does=save][aria-pressed=false]").click();
    await page.locator(".actions [data-does=save][aria-pressed=true]").waitFor();
    await until(page, (path) => caches.match(path, { cacheName: "habarshy:pages" }).then(Boolean), `${FOLDER}/`);
    host.cutOff();
    try {
      await page.goto(`${host.url}/`);
      await taken(page);
      await page.goto(`${host.url}/saved/`);
      await taken(page);
      await page.locator(`.saved-list a[href="${FOLDER}${ARTICLE}"]`).click();
      await headed(page, TITLE);
      await page.goto(`${host.url}/news/pochta/`);
      await page.getByRole("heading", { level: 1, name: "Этой страницы на устройстве нет" }).waitFor();
    } finally {
      host.cutOff(false);
    }
  });
});

test("the command serves it in its folder, and the host's root leads there", async () => {
  const server = await serve(paper.site);
  try {
    const front = await fetch(server.url);
    assert.equal(new URL(front.url).pathname, `${FOLDER}/`);
    assert.equal((await fetch(`${server.url}${FOLDER}${ARTICLE}`)).status, 200);
    const slashless = await fetch(`${server.url}${FOLDER}${ARTICLE.slice(0, -1)}`);
    assert.equal(new URL(slashless.url).pathname, FOLDER + ARTICLE);
    assert.match((await fetch(`${server.url}${FOLDER}/assets/`, { redirect: "manual" })).headers.get("content-security-policy"), /default-src/);
    for (const outside of [ARTICLE, "/papers/"]) assert.equal((await fetch(server.url + outside)).status, 404);
  } finally {
    await server.close();
  }
});
