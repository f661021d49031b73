// Counting views in the reader's browser: once, by the rule of the paper, and never at the cost of the page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ARTICLE } from "./support/pages.mjs";
import { openPaper } from "./support/paper.mjs";
import { newReader, open, openBrowser, taken } from "./support/reader.mjs";

let paper, browser;

before(async () => {
  [paper, browser] = await Promise.all([openPaper(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await paper?.close();
});

const shows = (page, views) => page.locator(`.article-head [data-views='${views}']`).waitFor();
const stored = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("habarshy:views")));


test("a view is counted when the article was seen for a second, and once in half an hour", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  await page.clock.install({ time: new Date("2026-11-24T10:00:00Z") });
  const link = page.locator(`main a[href="${ARTICLE}"]`).first();
  /** Reads the article for some time and goes back to the front page. */
  const read = async (milliseconds) => {
    await link.click();
    await page.waitForURL(paper.url + ARTICLE);
    await page.clock.runFor(milliseconds);
    const views = Number(await page.locator(".article-head [data-views]").getAttribute("data-views"));
    await page.goBack();
    await page.waitForURL(`${paper.url}/`);
    await page.clock.runFor(100);
    return views;
  };
  assert.equal(await read(900), 4131, "not long enough");
  assert.equal(await read(1_100), 4132);
  assert.equal(await read(1_100), 4132, "the same view");
  await page.clock.fastForward(31 * 60_000);
  assert.equal(await read(1_100), 4133);
  await page.context().close();
});

test("a view is counted once for all tabs, and all of them show it", async () => {
  const page = await newReader(browser);
  await open(page, paper.url + ARTICLE);
  const other = await page.context().newPage();
  await open(other, paper.url + ARTICLE);
  await shows(page, 4132);
  await shows(other, 4132);
  assert.deepEqual(Object.values((await stored(page)).views).map(([count]) => count), [1]);
  await page.context().close();
});

test("a storage that is forbidden costs the memory, not the page", async () => {
  const page = await newReader(browser);
  await page.addInitScript(() => {
    const denied = { get() { throw new DOMException("denied", "SecurityError"); } };
    Object.defineProperties(window, { localStorage: denied, sessionStorage: denied });
  });
  await open(page, paper.url + ARTICLE);
  await shows(page, 4132);
  assert.deepEqual(page.problems, []);
  await page.reload();
  await taken(page);
  await shows(page, 4132);
  await page.context().close();
});

for (const [name, broken] of [["nonsense", "}{"], ["of another shape", '{"version":1,"views":[1]}'], ["of a later version", '{"version":9,"views":{}}']]) {
  test(`a storage that is ${name} is no obstacle`, async () => {
    const page = await newReader(browser);
    await page.addInitScript((text) => sessionStorage.getItem("set") ?? (localStorage.setItem("habarshy:views", text), sessionStorage.setItem("set", "1")), broken);
    await open(page, paper.url + ARTICLE);
    await shows(page, 4132);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}

test("a full storage is no obstacle", async () => {
  const page = await newReader(browser);
  await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; });
  await open(page, paper.url + ARTICLE);
  await shows(page, 4132);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("an automated browser is not counted unless the paper says so", async () => {
  const strict = await openPaper({ views: "dwell_seconds = 1" });
  const page = await newReader(browser);
  await page.clock.install();
  await page.goto(strict.url + ARTICLE);
  await page.clock.runFor(3_000);
  await taken(page);
  await page.clock.runFor(60_000);
  await shows(page, 4131);
  assert.equal(await stored(page), null);
  await page.context().close();
  await strict.close();
});
