// What the search remembers on the device, and nowhere else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newReader, open, until } from "./support/reader.mjs";
import { FIELD, indexFiles, result, searchOf } from "./support/searching.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { held, refused } from "./support/wire.mjs";

opens();

const searching = (...given) => searchOf(browser, paper, ...given);

test("who comes back finds the results where they were, without another question", async () => {
  const page = await searching("/search/?q=автобус", { viewport: { width: 800, height: 400 } });
  const third = page.locator(".found .card-title a").nth(2);
  await third.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 0);
  await third.click();
  await page.locator("article.article, main [data-body]").first().waitFor();
  paper.wire.fail("/search-index/manifest/ru.json", refused);
  paper.wire.forget();
  await page.goBack();
  await page.locator(".found .card").nth(2).waitFor();
  await until(page, (before) => Math.abs(scrollY - before) < 2, before);
  assert.deepEqual(paper.wire.asked.filter(({ path }) => path.startsWith("/search-index/")), []);
  await page.context().close();
});

test("who goes on while another question is being asked does not come back to the answer of the one before", async () => {
  const page = await searching("/search/?q=автобус");
  const old = page.locator(".found .card-title a").first();
  await old.waitFor();
  const { fault, release } = held();
  for (const path of await indexFiles(paper)) paper.wire.fail(path, fault);
  await page.locator(FIELD).fill("снег");
  await page.waitForURL(/q=%D1%81%D0%BD%D0%B5%D0%B3/);
  await old.click();
  await page.locator("main [data-body]").first().waitFor();
  release();
  paper.wire.mend();
  await page.goBack();
  await result(page, "первый снег").waitFor();
  assert.equal(await page.locator(FIELD).inputValue(), "снег");
  await page.context().close();
});

test("what was asked is remembered on the device, and can be forgotten", async () => {
  const page = await searching();
  await page.locator(FIELD).fill("снег");
  await page.keyboard.press("Enter");
  await page.locator(".found .card").first().waitFor();
  await page.locator(FIELD).fill("");
  const known = page.locator(".search-list a", { hasText: /^снег$/ });
  await known.click();
  await result(page, "первый снег").waitFor();
  await page.locator(FIELD).fill("");
  await page.locator(".search-group button").click();
  await known.waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => localStorage.getItem("habarshy:search")), null);
  await page.context().close();
});

test("a question of before is the one that is shown, whatever another tab has asked since", async () => {
  const page = await searching();
  await page.locator(FIELD).fill("снег");
  await page.keyboard.press("Enter");
  await result(page, "первый снег").waitFor();
  await page.locator(FIELD).fill("");
  const known = page.locator(".search-list a", { hasText: /^снег$/ });
  await known.waitFor();
  await page.evaluate(() => localStorage.setItem("habarshy:search", JSON.stringify({ version: 1, queries: ["автобус"] })));
  await known.click();
  await result(page, "первый снег").waitFor();
  assert.equal(await page.locator(FIELD).inputValue(), "снег");
  await page.context().close();
});

for (const damage of ["{", "null", '{"version":1,"queries":[1,{"a":2},"  "]}', '{"version":9,"queries":["x"]}']) {
  test(`a damaged memory (${damage}) is none`, async () => {
    const page = await newReader(browser);
    await page.addInitScript((damage) => {
      localStorage.setItem("habarshy:search", damage);
      sessionStorage.setItem("habarshy:found", damage);
    }, damage);
    await open(page, `${paper.url}/search/?q=снег`);
    await result(page, "первый снег").waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}

test("a storage that is refused costs only the memory", async () => {
  const page = await newReader(browser);
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
    }
  });
  await page.goto(`${paper.url}/search/?q=снег`);
  await result(page, "первый снег").waitFor();
  await page.locator(FIELD).press("Enter");
  await result(page, "первый снег").waitFor();
  await page.context().close();
});
