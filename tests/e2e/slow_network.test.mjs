// A page that comes over a slow network is painted as it comes: what has been painted stays where it is.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chosen, record } from "./support/chosen.mjs";
import { ARTICLE, PAGES } from "./support/pages.mjs";
import { DESKTOP, PHONE, newReader, painted, taken, watchShifts } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { inPieces } from "./support/wire.mjs";

const TABLET = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true };

opens();

/** Whether what comes now lies far below the screen. */
const isFull = (page) => page.evaluate(() => document.documentElement.scrollHeight > 1.5 * innerHeight);

// Pages in other languages have the same parts.
for (const [name, path] of Object.entries(PAGES).filter(([, path]) => !/^\/(?:kk|en)\//.test(path))) {
  describe(`${name}, piece by piece`, () => {
    for (const [size, options, text] of [["a phone", PHONE], ["a tablet", TABLET], ["a desktop", DESKTOP], ["a phone in large letters", PHONE, 200], ["a tablet in large letters", TABLET, 200]]) {
      test(`stays where it is on ${size}`, async () => {
        const page = await chosen(record({ text }), options);
        await watchShifts(page);
        const pieces = inPieces();
        paper.wire.fail(path, pieces.fault);
        await page.goto(paper.url + path, { waitUntil: "commit" });
        for (; pieces.left() > 0 && !(await isFull(page)); pieces.next()) await painted(page);
        pieces.end();
        await taken(page);
        await painted(page);
        assert.deepEqual(await page.evaluate(() => window.shifts), []);
        await page.context().close();
      });
    }
  });
}

describe("the line of an article's date, names and views, word by word", () => {
  for (const [size, options] of [["a phone", PHONE], ["a tablet", TABLET], ["a desktop", DESKTOP]]) {
    for (const lang of ["", "/kk", "/en"]) {
      test(`stays where it is on ${size}, at ${lang}${ARTICLE}`, async () => {
        const path = lang + ARTICLE;
        const page = await newReader(browser, options);
        await watchShifts(page);
        // Words and tags of the head, and then the rest at once.
        const pieces = inPieces(/(?<=[ >])(?=[^]*<\/header><figure)(?<=<header class="article-head">[^]*)/);
        paper.wire.fail(path, pieces.fault);
        await page.goto(paper.url + path, { waitUntil: "commit" });
        assert.ok(pieces.left() > 20, `the head came in ${pieces.left()} pieces`);
        for (; pieces.left() > 0; pieces.next()) await painted(page);
        pieces.end();
        await taken(page);
        await painted(page);
        assert.deepEqual(await page.evaluate(() => window.shifts), []);
        await page.context().close();
      });
    }
  }
});
