// What is a look at an article and what is not, for a browser that keeps pages, draws them ahead, and dies.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { clientFiles } from "./support/client.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { TIMEOUT, inTime } from "./support/timeouts.mjs";
import { DESKTOP, headed, newReader, open, painted, taken, until, watchShifts } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { changed, plain } from "./support/wire.mjs";

opens();

const shows = (page, views) => page.locator(`.article-head [data-views='${views}']`).waitFor();
const own = (page) => page.evaluate((path) => JSON.parse(localStorage.getItem("habarshy:views") ?? "{}").views?.[path]?.[0] ?? 0, ARTICLE);

test("a page out of the back/forward cache is the same view at the same place, and knows what happened meanwhile", async () => {
  const keeping = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    timeout: TIMEOUT,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: ["--no-sandbox", "--disable-gpu", "--enable-features=BackForwardCache"],
  });
  try {
    const page = await newReader(keeping);
    await page.addInitScript(() => addEventListener("pageshow", (event) => { window.kept = event.persisted; }));
    await open(page, paper.url + ARTICLE);
    await shows(page, 4132);
    await page.evaluate(() => scrollTo(0, 700));
    await until(page, () => scrollY === 700);
    // To a page in another language, which is another document. Playwright's own click would scroll to the link.
    await page.locator(".languages a[lang=kk]").evaluate((link) => link.click());
    await page.waitForURL(`${paper.url}/kk${ARTICLE}`);
    // Another tab has read on for a while.
    await page.evaluate((path) => {
      const stored = JSON.parse(localStorage.getItem("habarshy:views"));
      stored.views[path][0] = 3;
      localStorage.setItem("habarshy:views", JSON.stringify(stored));
    }, ARTICLE);
    await page.goBack({ waitUntil: "commit" });
    await until(page, () => window.kept === true);
    await shows(page, 4134);
    assert.equal(await own(page), 3);
    assert.equal(await page.evaluate(() => scrollY), 700, "the reader is where they were");
  } finally {
    await keeping.close();
  }
});

/** What a page tells the wire once its view is stored: when it was seen and counted, in the clock's milliseconds, and whether it was drawn before that. */
function tellOfView(path) {
  const { views } = JSON.parse(localStorage.getItem("habarshy:views") ?? "{}");
  if (!views?.[path]) return void requestAnimationFrame(() => tellOfView(path));
  const { activationStart } = performance.getEntriesByType("navigation")[0];
  const told = { seen: performance.timeOrigin + activationStart, counted: views[path][1], ahead: activationStart > 0 };
  fetch(`/ahead/told?${new URLSearchParams({ told: JSON.stringify(told) })}`);
}

test("a page that is drawn ahead is counted from when it is seen", async () => {
  // Playwright holds back what a browser draws ahead, and loses a page that takes another's place: this browser is let alone.
  const { wire, url } = paper;
  const { loader, wasm } = await clientFiles(paper);
  const rules = JSON.stringify({ prerender: [{ urls: [ARTICLE], eagerness: "immediate" }] });
  const go = `fetch("/ahead/go").then(() => { location.href = "${ARTICLE}"; });`;
  wire.forget();
  wire.fail("/ahead/", async (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end(`<script type="speculationrules">${rules}</script><script>${go}</script>`));
  // The reader goes there when the client is on its way, long before the page is clicked.
  let client;
  const asked = new Promise((done) => { client = done; });
  wire.fail(wasm, async (...all) => { client(); await plain(...all); });
  wire.fail("/ahead/go", async (_, response) => { await asked; response.writeHead(200).end(); });
  let tell;
  const told = new Promise((done) => { tell = done; });
  wire.fail(loader, changed((script) => `${script}\n(${tellOfView})("${ARTICLE}");`));
  wire.fail("/ahead/told", async (request, response) => {
    tell(JSON.parse(new URL(request.url, url).searchParams.get("told")));
    response.writeHead(200).end();
  });
  const folder = await mkdtemp(join(tmpdir(), "habarshy-ahead-"));
  const own = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${folder}`, `${url}/ahead/`], { stdio: "ignore" });
  const ended = new Promise((done) => own.once("exit", done));
  try {
    const { seen, counted, ahead } = await inTime(told, "the view of the page that is drawn ahead");
    assert.ok(ahead, "it was drawn ahead");
    assert.ok(counted >= Math.floor(seen) + 1_000, `seen at ${seen}, counted at ${counted}`);
  } finally {
    own.kill();
    await ended;
    // What the browser has begun may write there a little longer.
    await rm(folder, { recursive: true, force: true, maxRetries: 50 });
    wire.mend();
  }
});

test("a tab that is killed before a view is counted leaves nothing, and one that is killed after it leaves it all", async () => {
  const page = await newReader(browser);
  const other = await page.context().newPage();
  await open(other, `${paper.url}/`);
  await open(page, paper.url + ARTICLE);
  await shows(page, 4132);
  const killing = await page.context().newCDPSession(page);
  killing.send("Page.crash").catch(() => {});
  await page.waitForEvent("crash");
  await other.locator(`[data-views='4132'][data-read]`).first().waitFor();
  assert.equal(await own(other), 1);
  await page.context().close();
});

test("what was read is marked on cards, listed, and forgotten on demand in all tabs", async () => {
  const page = await newReader(browser, DESKTOP);
  await open(page, `${paper.url}/popular/`);
  await page.locator(".history-note", { hasText: "Здесь появятся" }).waitFor();
  assert.equal(await page.locator(".history button").isVisible(), false);
  const other = await page.context().newPage();
  // A list that is drawn anew keeps the focus where it is.
  const link = page.locator(".ranking", { has: page.locator("#popular-week") }).locator(".ranking-list a").nth(1);
  await link.focus();
  await open(other, paper.url + ARTICLE);
  await shows(other, 4132);
  await page.locator(`.history-list a[href="${ARTICLE}"]`).waitFor();
  await until(page, (href) => document.activeElement.getAttribute("href") === href && document.activeElement.closest("section").getAttribute("aria-labelledby") === "popular-week", await link.getAttribute("href"));
  await page.locator(".ranking [data-read]").first().waitFor();
  assert.match(await page.locator(".ranking [data-read] .views-word").first().textContent(), /прочитано/);
  await page.locator(".history button").click();
  await page.locator(".history-note", { hasText: "Здесь появятся" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "history");
  assert.equal(await page.locator(".history button").isVisible(), false);
  await shows(other, 4131);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("numbers that differ from the page's own appear without moving anything", async () => {
  const page = await newReader(browser, { viewport: { width: 360, height: 740 } });
  await page.addInitScript((path) => localStorage.setItem("habarshy:views", JSON.stringify({ version: 1, views: { [path]: [7_000_000, 1] } })), ARTICLE);
  await watchShifts(page);
  await open(page, `${paper.url}/`);
  await page.locator("[data-views='7004131']").first().waitFor();
  await painted(page);
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
  await page.context().close();
});

test("what is read most is reached from the front page and without the client", async () => {
  const plain = await newReader(browser, { ...DESKTOP, javaScriptEnabled: false });
  await plain.goto(`${paper.url}/`);
  await plain.locator(".most-read-more a").click();
  assert.equal(new URL(plain.url()).pathname, "/popular/");
  const views = await plain.locator("#popular-ever ~ .ranking-list [data-views]").evaluateAll((counts) => counts.map((count) => Number(count.dataset.views)));
  assert.equal(views.length, 10);
  assert.deepEqual(views, [...views].sort((a, b) => b - a));
  await plain.context().close();
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  await page.locator(".most-read-more a").click();
  await headed(page, "Самое читаемое");
  assert.equal(await page.locator("#popular-ever ~ div tbody tr").count(), 10);
  await page.reload();
  await taken(page);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
