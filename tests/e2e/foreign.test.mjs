// What others do to a page (a translator, an extension, a network's own additions) neither stops the client nor outlives the
// page that it was done to.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ARTICLE, PAGES, isBrowsersOwn } from "./support/pages.mjs";
import { newReader, open, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { held } from "./support/wire.mjs";

let wasm;
opens({}, async () => {
  const assets = await readdir(join(paper.site, "assets"));
  wasm = `/assets/${assets.find((name) => name.endsWith(".wasm"))}`;
});

/** Wraps each text of the page in an element, as translators do. */
const translate = () => {
  const texts = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
  const all = [];
  while (texts.nextNode()) all.push(texts.currentNode);
  for (const text of all) {
    const font = document.createElement("font");
    text.replaceWith(font);
    font.textContent = text.data.toUpperCase();
  }
};

/** Opens a page, has it changed before the client comes, and waits for the client. */
async function changedBefore(page, path, change) {
  const hold = held();
  paper.wire.fail(wasm, hold.fault);
  await page.goto(paper.url + path);
  await page.evaluate(change);
  hold.release();
  await taken(page);
}

/** What the page says, but for what only the device knows and what parts fill in. */
const said = (page) => page.evaluate(() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const place of main.querySelectorAll("[data-mount], .history, [data-views]")) place.remove();
  return main.textContent;
});

/** Goes to the front page or from it to a section, and back; the pages are whole each time. */
async function goesOnAndBack(page, path) {
  const before = await said(page);
  const to = path === "/" ? "/section/nature/" : new RegExp("^/(kk|en)/").exec(path)?.[0] ?? "/";
  const goal = path === to ? `${to}popular/` : to;
  await page.locator(`a[href="${goal}"]`).first().evaluate((link) => link.click());
  await until(page, (goal) => location.pathname === goal && document.querySelector("main h1") === document.activeElement, goal);
  assert.equal(await page.locator("main font, .foreign").count(), 0);
  assert.equal(await page.locator("main").count(), 1);
  assert.equal(await page.locator("main h1").count(), 1);
  await page.goBack();
  await until(page, (path) => location.pathname === path, path);
  await until(page, (before) => {
    const main = document.querySelector("main").cloneNode(true);
    for (const place of main.querySelectorAll("[data-mount], .history, [data-views]")) place.remove();
    return main.textContent === before;
  }, before);
  assert.equal(await page.locator("main font, .foreign").count(), 0);
}

describe("a page that was translated before the client came", () => {
  for (const [name, path] of Object.entries(PAGES)) {
    test(`is drawn anew: ${name}`, async () => {
      const reader = await newReader(browser);
      await open(reader, paper.url + path);
      const expected = await said(reader);
      await reader.context().close();
      const page = await newReader(browser);
      await changedBefore(page, path, translate);
      assert.equal(await page.locator("#app font").count(), 0);
      assert.equal(await said(page), expected);
      await goesOnAndBack(page, path);
      assert.deepEqual(page.problems.filter((problem) => !isBrowsersOwn(problem)), []);
      await page.context().close();
    });
  }
});

describe("a page that was translated under the reader's eyes", () => {
  for (const [name, path] of Object.entries(PAGES)) {
    test(`is left with all that was done to it: ${name}`, async () => {
      const page = await newReader(browser);
      await open(page, paper.url + path);
      const expected = await said(page);
      await page.evaluate(translate);
      const to = path === "/" ? "/section/nature/" : new RegExp("^/(kk|en)/").exec(path)?.[0] ?? "/";
      const goal = path === to ? `${to}popular/` : to;
      await page.locator(`a[href="${goal}"]`).first().evaluate((link) => link.click());
      await until(page, (goal) => location.pathname === goal && document.querySelector("main h1") === document.activeElement, goal);
      assert.equal(await page.locator("main font").count(), 0);
      await page.goBack();
      await until(page, (path) => location.pathname === path, path);
      await until(page, () => !document.querySelector("main font") && document.querySelector("main h1"));
      assert.equal(await said(page), expected);
      assert.deepEqual(page.problems.filter((problem) => !isBrowsersOwn(problem)), []);
      await page.context().close();
    });
  }
});

describe("what was put into a page before the client came is gone, and the view counts", () => {
  const places = { main: "main", "the heading": "main h1", "a card": "main article.card", "the masthead": ".masthead" };
  for (const [name, selector] of Object.entries(places)) {
    for (const [what, put] of Object.entries({
      "an element": (selector) => document.querySelector(selector).prepend(Object.assign(document.createElement("div"), { className: "foreign", textContent: "!" })),
      "white space": (selector) => document.querySelector(selector).prepend(" \n "),
    })) {
      test(`${what} in ${name}`, async () => {
        const page = await newReader(browser);
        const hold = held();
        paper.wire.fail(wasm, hold.fault);
        await page.goto(paper.url + ARTICLE);
        await page.evaluate(put, selector);
        hold.release();
        await taken(page);
        assert.equal(await page.locator(".foreign").count(), 0);
        await page.locator(".article-head [data-views='4132']").waitFor();
        await goesOnAndBack(page, ARTICLE);
        assert.deepEqual(page.problems, []);
        await page.context().close();
      });
    }
  }
});

test("the reader stays where they were when a page is drawn anew", async () => {
  const page = await newReader(browser);
  await changedBefore(page, ARTICLE, () => {
    document.querySelector("main h1").prepend(" ");
    document.querySelectorAll("aside.related a")[1].focus();
    scrollTo(0, 700);
  });
  await until(page, () => scrollY === 700);
  const focused = () => document.activeElement === document.querySelectorAll("aside.related a")[1];
  assert.equal(await page.evaluate(focused), true);
  await page.context().close();
});
