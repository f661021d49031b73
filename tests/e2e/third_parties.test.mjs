// What others do to a page (a translator, an extension, a network's own additions) neither stops the client nor outlives the
// page that it was done to.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { clientFiles, counted } from "./support/client.mjs";
import { ARTICLE, PAGES, isBrowsersOwn } from "./support/pages.mjs";
import { newReader, open, taken, until } from "./support/reader.mjs";
import { FIELD, answered, result } from "./support/searching.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { held } from "./support/wire.mjs";

const CARD = "main article.card";
const WITHOUT_CARDS = ["what is read most", "the search", "what is saved", "the archive", "a year of the archive", "an unknown address"];

let wasm;
opens({}, async () => {
  ({ wasm } = await clientFiles(paper));
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

/** Opens a page, has it changed before the client comes, and waits for the client. Gives what the change gives. */
async function changedBefore(page, path, change, argument) {
  const hold = held();
  paper.wire.fail(wasm, hold.fault);
  await page.goto(paper.url + path);
  const changed = await page.evaluate(change, argument);
  hold.release();
  await taken(page);
  return changed;
}

const isArticle = (name) => /\barticle\b/.test(name);

/** Waits until the view of a page is counted, where it is an article. */
const isCounted = (page, name) => isArticle(name) && counted(page, PAGES[name]);

/** The same, and the number that was published is one more on the page. */
async function isShownAsCounted(page, name) {
  if (!isArticle(name)) return;
  await isCounted(page, name);
  const html = await (await fetch(paper.url + PAGES[name])).text();
  const [, published] = /class="article-head.*?data-views="(\d+)"/s.exec(html);
  await page.locator(`.article-head [data-views="${Number(published) + 1}"]`).waitFor();
}

/** What the page says, but for what only the device knows and what parts fill in. */
const said = (page) => page.evaluate(() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const place of main.querySelectorAll(".search-form ~ *, .saved-contents, .history, [data-views]")) place.remove();
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
    for (const place of main.querySelectorAll(".search-form ~ *, .saved-contents, .history, [data-views]")) place.remove();
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
      await isShownAsCounted(page, name);
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
      await isCounted(page, name);
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
  const places = { main: "main", "the heading": "main h1", "a card": CARD, "the masthead": ".masthead" };
  const put = ([selector, isElement]) => {
    const place = document.querySelector(selector);
    window.foreign = isElement ? Object.assign(document.createElement("div"), { className: "foreign", textContent: "!" }) : document.createTextNode(" \n ");
    place?.prepend(window.foreign);
    return place !== null;
  };
  // Other languages have the same pages.
  for (const [name, path] of Object.entries(PAGES).filter(([, path]) => !/^\/(?:kk|en)\//.test(path))) {
    for (const [place, selector] of Object.entries(places)) {
      for (const [what, isElement] of [["an element", true], ["white space", false]]) {
        if (selector === CARD && WITHOUT_CARDS.includes(name)) continue;
        test(`${what} in ${place} of ${name}`, async () => {
          const page = await newReader(browser);
          assert.ok(await changedBefore(page, path, put, [selector, isElement]));
          assert.equal(await page.evaluate(() => window.foreign.isConnected), false);
          await isShownAsCounted(page, name);
          // White space would leave nothing to look for on the pages that follow.
          if (isElement) await goesOnAndBack(page, path);
          assert.deepEqual(page.problems.filter((problem) => !isBrowsersOwn(problem)), []);
          await page.context().close();
        });
      }
    }
  }
});

describe("what was put into the search form alone before the client came", () => {
  // As a password manager marks a field.
  const mark = ([selector, where]) => {
    const foreign = document.createElement("div");
    foreign.attachShadow({ mode: "closed" }).append(document.createElement("button"));
    document.querySelector(selector).insertAdjacentElement(where, foreign);
  };
  for (const [place, ...at] of [
    ["before the field", ".search-form", "afterbegin"],
    ["beside the field", FIELD, "afterend"],
    ["at the end", ".search-form", "beforeend"],
  ]) {
    test(`does not keep the search from finding: ${place}`, async () => {
      const page = await newReader(browser);
      await changedBefore(page, "/search/", mark, at);
      await page.locator(FIELD).fill("снег");
      await answered(page, "снег");
      await result(page, "первый снег").waitFor();
      await goesOnAndBack(page, "/search/");
      assert.deepEqual(page.problems, []);
      await page.context().close();
    });
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
  await counted(page, ARTICLE);
  assert.equal(await page.evaluate(() => scrollY), 700);
  await page.context().close();
});
