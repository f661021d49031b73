// A page that stands at another spelling of its address, as some servers have it: the client comes, and corrects the address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { counted } from "./support/client.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { newReader, open, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { ofPath } from "./support/wire.mjs";

opens();

/** Where the reader comes from. */
const BEFORE = "/popular/";

for (const [spelled, own] of [
  ["/index.html", "/"],
  ["/kk", "/kk/"],
  ["/kk/index.html", "/kk/"],
  [ARTICLE.slice(0, -1), ARTICLE],
  [`${ARTICLE}index.html`, ARTICLE],
  [`/kk${ARTICLE.slice(0, -1)}`, `/kk${ARTICLE}`],
]) {
  test(`${spelled} is taken over, and becomes ${own}`, async () => {
    const page = await newReader(browser);
    await page.addInitScript(() => { window.atFirst = [location.href, history.length]; });
    paper.wire.fail(spelled, ofPath(own));
    await open(page, paper.url + BEFORE);
    const address = `${paper.url}${spelled}?x=1#main`;
    await open(page, address);
    const [first, length] = await page.evaluate(() => window.atFirst);
    assert.equal(first, address, "nobody else has corrected it");
    assert.equal(page.url(), `${paper.url}${own}?x=1#main`);
    assert.equal(await page.evaluate(() => history.length), length);
    assert.deepEqual(paper.wire.documents(), [BEFORE, spelled]);
    if (own.includes("/news/")) {
      await counted(page, own);
      assert.deepEqual(await page.evaluate(() => Object.keys(JSON.parse(localStorage.getItem("habarshy:views")).views)), [own]);
    }

    // The entry is one like any other.
    const next = await page.locator(".sections a").nth(1).getAttribute("href");
    await page.locator(".sections a").nth(1).evaluate((link) => link.click());
    await until(page, (next) => location.pathname === next && document.querySelector("main h1") === document.activeElement, next);
    await page.goBack();
    await until(page, (own) => location.pathname + location.search + location.hash === `${own}?x=1#main` && new URL(document.querySelector("link[rel=canonical]").href).pathname === own, own);
    assert.deepEqual(paper.wire.documents(), [BEFORE, spelled]);
    await page.goBack();
    await page.waitForURL(paper.url + BEFORE);
    await taken(page);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}
