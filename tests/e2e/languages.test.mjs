// Three languages: each page speaks one, and leads to itself in the others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE } from "./support/pages.mjs";
import { headed, newReader, open, taken } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";

opens();

test("the switch leads to the same article", async () => {
  const page = await newReader(browser);
  await open(page, paper.url + ARTICLE);
  for (const [lang, related, views] of [["kk", "Басқа жаңалықтар", /қаралым/], ["en", "Other news", /views/], ["ru", "Другие новости", /просмотр/]]) {
    await page.locator(`.languages a[hreflang=${lang}][rel~=alternate]`).click();
    await page.waitForURL(paper.url + (lang === "ru" ? "" : `/${lang}`) + ARTICLE);
    await taken(page);
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    await page.getByRole("complementary", { name: related }).waitFor();
    assert.match(await page.locator(".article-head .views").innerText(), views);
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("the switch follows the reader to an article that has no translation", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/page/2/`);
  await page.locator("main a[href='/news/vojlok-i-uzor/']").first().click();
  await page.waitForURL(/vojlok-i-uzor/);
  await page.locator("[data-body]").waitFor();
  assert.equal(await page.locator(".languages a[hreflang=kk]").getAttribute("href"), "/kk/");
  await page.context().close();
});

test("a Kazakh reader stays in Kazakh without a page load", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/kk/`);
  paper.wire.forget();
  const link = page.locator("main article.card h3 a").first();
  const title = await link.innerText();
  await link.click();
  await headed(page, title);
  assert.match(page.url(), /\/kk\/news\//);
  await page.getByRole("complementary", { name: "Басқа жаңалықтар" }).waitFor();
  assert.deepEqual(paper.wire.documents(), []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
