// Counting views in the reader's browser: once, by the rule of the paper, and never at the cost of the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE } from "./support/pages.mjs";
import { DWELL, openPaper } from "./support/paper.mjs";
import { hasten, hold, newReader, open, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";

opens();

const shows = (page, views) => page.locator(`.article-head [data-views='${views}']`).waitFor();
const stored = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("habarshy:views")));

test("an article that was left at once is not counted", async () => {
  const page = await newReader(browser);
  await hold(page, DWELL);
  await open(page, `${paper.url}/`);
  await page.locator(`main a[href="${ARTICLE}"]`).first().click();
  await page.waitForURL(paper.url + ARTICLE);
  await until(page, () => window.begun === 1);
  const other = await page.locator("aside.related a").first().getAttribute("href");
  await page.locator("aside.related a").first().click();
  await page.waitForURL(paper.url + other);
  await until(page, () => window.begun === 2);
  // Now the time of both is over. Had the first one been counted, it would have been before the second.
  await page.evaluate(() => window.pass());
  await until(page, (path) => localStorage.getItem("habarshy:views")?.includes(path), other);
  assert.deepEqual(Object.keys((await stored(page)).views), [other]);
  await page.context().close();
});

for (const [minutes, views] of [[29, 4134], [31, 4135]]) {
  test(`an article that was seen ${minutes} minutes ago shows ${views} views`, async () => {
    const page = await newReader(browser);
    await page.addInitScript(([path, at]) => {
      if (!sessionStorage.getItem("set")) localStorage.setItem("habarshy:views", JSON.stringify({ version: 1, views: { [path]: [3, at] } }));
      sessionStorage.setItem("set", "1");
    }, [ARTICLE, Date.now() - minutes * 60_000]);
    await hasten(page);
    await open(page, paper.url + ARTICLE);
    await until(page, (dwell) => window.waited.includes(dwell), DWELL);
    await shows(page, views);
    await page.context().close();
  });
}

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
  await hasten(page);
  await open(page, strict.url + ARTICLE);
  // It does not even begin to count: the client is there, and no such wait has begun.
  assert.ok(!(await page.evaluate(() => window.waits)).includes(DWELL));
  await shows(page, 4131);
  assert.equal(await stored(page), null);
  await page.context().close();
  await strict.close();
});
