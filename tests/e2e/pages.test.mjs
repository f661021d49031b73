// Every page type: it is taken over without a complaint, nothing jumps, nothing sticks out, everyone can use it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { complaints } from "./support/axe.mjs";
import { PAGES, isBrowsersOwn } from "./support/pages.mjs";
import { DESKTOP, PHONE, atRest, newReader, open, painted, taken, until, watchShifts } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";

opens();

/** What stands in `main`, but for what the device alone knows, or what is asked for on demand. */
const said = (page) => page.evaluate(() => {
  // What only the client fills; and a browser without voices takes listening away once it knows.
  for (const place of document.querySelectorAll(".search-form ~ *, .saved-contents, [data-does=listen]")) place.remove();
  return document.querySelector("main").innerText;
});

for (const [name, path] of Object.entries(PAGES)) {
  describe(name, () => {
    test("is taken over, and the console stays empty", async () => {
      const page = await newReader(browser);
      const answer = await open(page, paper.url + path);
      assert.equal(answer.status(), /nothing|joq/.test(path) ? 404 : 200);
      assert.deepEqual(page.problems.filter((problem) => !isBrowsersOwn(problem)), []);
      await page.context().close();
    });

    test("says the same before and after", async () => {
      const reader = await newReader(browser, { ...DESKTOP, javaScriptEnabled: false });
      await reader.goto(paper.url + path);
      // What is said to readers without scripts, and what is not offered to them, is the one difference.
      await reader.evaluate(() => { document.documentElement.dataset.script = ""; });
      const before = await said(reader);
      await reader.context().close();
      const page = await newReader(browser);
      await open(page, paper.url + path);
      assert.equal(await said(page), before);
      await page.context().close();
    });

    test("has its text before anything but the document was asked for", async () => {
      const page = await newReader(browser, PHONE);
      await open(page, paper.url + path);
      // The browser says a little later that something was painted.
      await until(page, () => performance.getEntriesByName("first-contentful-paint").length > 0);
      const blocking = await page.evaluate(() =>
        performance.getEntriesByType("resource").filter((one) => one.renderBlockingStatus === "blocking").map((one) => one.name));
      assert.deepEqual(blocking, []);
      await page.context().close();
    });

    for (const [size, options] of [["a phone", PHONE], ["a desktop", DESKTOP]]) {
      test(`does not jump on ${size}`, async () => {
        const page = await newReader(browser, options);
        await watchShifts(page);
        await open(page, paper.url + path);
        await atRest(page);
        await painted(page);
        assert.deepEqual(await page.evaluate(() => window.shifts), []);
        await page.context().close();
      });
    }

    for (const width of [320, 360, 768, 1920]) {
      test(`fits into ${width} pixels`, async () => {
        const page = await newReader(browser, { viewport: { width, height: 800 } });
        await open(page, paper.url + path);
        assert.deepEqual(await page.evaluate(() => document.documentElement.scrollWidth), width);
        // What a style sheet cuts, it cuts in mid-word.
        const cut = await page.locator("main h1, .card-title, .card-teaser").evaluateAll((all) =>
          all.filter((one) => getComputedStyle(one).overflow !== "visible" && !one.matches(".visually-hidden")).map((one) => one.textContent));
        assert.deepEqual(cut, []);
        await page.context().close();
      });
    }

    for (const colorScheme of ["light", "dark"]) {
      test(`is open to everyone in the ${colorScheme} theme`, async () => {
        const page = await newReader(browser, { ...PHONE, colorScheme });
        await page.goto(paper.url + path);
        await taken(page);
        assert.deepEqual(await complaints(page), []);
        await page.context().close();
      });
    }
  });
}
