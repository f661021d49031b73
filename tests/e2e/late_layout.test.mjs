// What lies below the screen is laid out after the page is painted, and at once for who comes to a place further down.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG, longArticle } from "./support/long.mjs";
import { newReader, open, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";

opens({ articles: { [LONG.file]: longArticle() } });

test("a page is laid out late where the reader arrives at its top, and at once where they arrive further down", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  // What is laid out late soon is no more: it is looked at when it comes into the page.
  await page.evaluate(() => {
    window.arrivals = [];
    new MutationObserver((records) => {
      for (const main of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (main.id !== "main") continue;
        const last = main.querySelector(".article-body > :last-child");
        window.arrivals.push([main.hasAttribute("data-late"), last && getComputedStyle(last).contentVisibility === "auto"]);
      }
    }).observe(document.getElementById("app"), { childList: true, subtree: true });
  });
  const arrivals = () => page.evaluate(() => window.arrivals.splice(0));
  const follow = (href) => page.evaluate((href) => {
    const link = Object.assign(document.createElement("a"), { href });
    document.querySelector("main").append(link);
    link.click();
  }, href);
  const isOnFront = () => until(page, () => location.pathname === "/" && document.querySelector("main article.card"));
  const isOnLong = () => until(page, (path) => location.pathname === path && document.querySelector("main [data-body]"), LONG.path);

  await page.locator(`main a[href="${LONG.path}"]`).first().click();
  await isOnLong();
  assert.deepEqual(await arrivals(), [[true, true]], "by a link");
  await until(page, () => !document.querySelector("[data-late]"));
  await page.evaluate(() => scrollTo(0, 15_000));
  await follow("/");
  await isOnFront();
  await arrivals();
  await page.goBack();
  await isOnLong();
  assert.deepEqual(await arrivals(), [[false, false]], "by a step back, to where they were");
  await until(page, () => scrollY === 15_000);
  await page.evaluate(() => scrollTo(0, 0));
  await follow("/");
  await isOnFront();
  await arrivals();
  await page.goBack();
  await isOnLong();
  assert.deepEqual(await arrivals(), [[true, true]], "by a step back, to the top");
  await page.goBack();
  await isOnFront();
  await arrivals();
  await follow(`${LONG.path}#fn-1`);
  await isOnLong();
  assert.deepEqual(await arrivals(), [[false, false]], "by a link to a note");
  await until(page, () => location.hash === "#fn-1" && document.getElementById("fn-1").getBoundingClientRect().bottom <= innerHeight);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
