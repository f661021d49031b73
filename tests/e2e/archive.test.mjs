// A reader looks for what the paper wrote once, and reads on within a section.

import assert from "node:assert/strict";
import { test } from "node:test";
import { headed, newReader, open, taken } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";

opens();

test("a reader goes through the archive and back without a page load", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  const main = page.locator("main");
  await page.locator("footer").getByRole("link", { name: "Архив" }).click();
  await headed(page, "Архив");
  await main.getByRole("link", { name: "2026", exact: true }).click();
  await headed(page, "Архив 2026");
  await main.getByRole("link", { name: "Октябрь" }).click();
  await headed(page, "Октябрь 2026");
  assert.equal(new URL(page.url()).pathname, "/archive/2026/10/");
  assert.equal(await page.title(), "Октябрь 2026 — Хабаршы");
  assert.equal(await page.locator("link[rel=canonical]").getAttribute("href"), "https://habarshy.example/archive/2026/10/");
  await page.getByRole("navigation", { name: "Рядом по времени" }).getByRole("link", { name: "Ноябрь 2026" }).click();
  await headed(page, "Ноябрь 2026");
  // What is laid out later has its text, too.
  await page.locator("main:not([data-late])").waitFor();
  const drawn = await main.innerText();
  for (const name of ["Октябрь 2026", "Архив 2026", "Архив"]) {
    await page.goBack();
    await headed(page, name);
  }
  assert.deepEqual(paper.wire.documents(), ["/"]);
  // The client draws what the server does.
  await page.goto(`${paper.url}/archive/2026/11/`);
  assert.equal(await main.innerText(), drawn);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("a reader reads a section article by article", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/section/nature/`);
  const titles = await page.locator("main .card-title").allInnerTexts();
  assert.ok(titles.length > 3);
  await page.locator("main .card-title a").first().click();
  await headed(page, titles[0]);
  const near = page.getByRole("navigation", { name: "Рядом по времени" });
  assert.equal(await near.getByRole("link").count(), 1, "the newest has none after it");
  for (const title of titles.slice(1, 3)) {
    await near.locator("a[rel=prev]").click();
    await headed(page, title);
  }
  await near.locator("a[rel=next]").click();
  await headed(page, titles[1]);
  const more = page.getByRole("complementary", { name: "Еще из раздела" });
  assert.ok((await more.getByRole("listitem").count()) > 0);
  await more.getByRole("heading").getByRole("link").click();
  await page.waitForURL(`${paper.url}/section/nature/`);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("without scripts the search leads to the archive", async () => {
  const page = await newReader(browser, { javaScriptEnabled: false });
  await page.goto(`${paper.url}/search/`);
  await page.locator("main").getByRole("link", { name: "архив" }).click();
  await headed(page, "Архив");
  await page.context().close();
});

test("other languages are there where they have articles of the month", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/archive/2026/11/`);
  await page.locator("a[rel~=alternate][hreflang=kk]").first().click();
  await taken(page);
  await headed(page, "Қараша 2026");
  await page.context().close();
});
