// The history of the tab is what the reader did: each page they opened is an entry, and none is there twice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE } from "./support/pages.mjs";
import { headed, newReader, open, taken, until } from "./support/reader.mjs";
import { FIELD, answered, result } from "./support/searching.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { data, held } from "./support/wire.mjs";

opens();

const entries = (page) => page.evaluate(() => history.length);
const path = (page) => new URL(page.url()).pathname;
const asked = (path) => paper.wire.asked.filter((one) => one.path === data(path)).length;

/** Follows the first link to a path, wherever on the page it is, and waits for its page. */
async function follow(page, to) {
  await page.locator(`a[href="${to}"]`).first().evaluate((link) => link.click());
  await arrived(page, to);
}

/** Waits until a path is the address, and its page is the one that is shown. */
const arrived = (page, to) => until(page, (to) => {
  const canonical = document.querySelector("link[rel=canonical]");
  return location.pathname === to && canonical && new URL(canonical.href).pathname === to && !document.querySelector("[data-busy]");
}, to);

/** A reader who has opened the front page, an article, and an article beside that. Gives the path of the last. */
async function wandered(page) {
  await open(page, `${paper.url}/`);
  await follow(page, ARTICLE);
  const other = await page.locator("aside.related a").first().getAttribute("href");
  await follow(page, other);
  return other;
}

test("back, forward, and a link to where the reader was two entries ago", async () => {
  const page = await newReader(browser);
  const other = await wandered(page);
  const length = await entries(page);
  await page.goBack();
  await arrived(page, ARTICLE);
  await page.goForward();
  await arrived(page, other);
  await follow(page, "/");
  assert.equal(await entries(page), length + 1);
  await page.goBack();
  await arrived(page, other);
  await page.goBack();
  await arrived(page, ARTICLE);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("two steps back at once, and a link to where the reader came from", async () => {
  const page = await newReader(browser);
  const other = await wandered(page);
  await page.evaluate(() => history.go(-2));
  await arrived(page, "/");
  // The address on top of the router's own stack is the one that is left behind.
  await page.evaluate((other) => {
    const link = Object.assign(document.createElement("a"), { href: other });
    document.querySelector("main").append(link);
    link.click();
  }, other);
  await arrived(page, other);
  await page.goBack();
  await arrived(page, "/");
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("a link to the page that is shown loads it anew, in its own entry", async () => {
  const page = await newReader(browser);
  await open(page, paper.url + ARTICLE);
  const length = await entries(page);
  await page.evaluate(() => scrollTo(0, 400));
  paper.wire.forget();
  await page.evaluate((path) => {
    const link = Object.assign(document.createElement("a"), { href: path });
    document.querySelector("main").append(link);
    link.click();
  }, ARTICLE);
  await until(page, () => scrollY === 0 && !document.querySelector("main > a"));
  assert.equal(asked(ARTICLE), 1);
  assert.deepEqual(paper.wire.documents(), []);
  assert.equal(await entries(page), length);
  await page.context().close();
});

test("typing in the search makes no entries, and a link to another query makes one", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  await follow(page, "/search/");
  const length = await entries(page);
  const field = page.locator(FIELD);
  await field.fill("снег");
  await answered(page, "снег");
  await result(page, "первый снег").waitFor();
  const y = await page.evaluate(() => {
    scrollTo(0, 50);
    return scrollY;
  });
  assert.ok(y > 0, "what was found makes the page tall");
  await field.fill("снега");
  await answered(page, "снега");
  assert.equal(await page.evaluate(() => scrollY), y);
  assert.equal(await entries(page), length);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "/search/?q=%D1%80%D0%B5%D0%BA%D0%B0" });
    document.querySelector("main").append(link);
    link.click();
  });
  await until(page, () => document.querySelector(".search-field").value === "река");
  assert.equal(await entries(page), length + 1);
  await page.goBack();
  await until(page, () => document.querySelector(".search-field").value === "снега");
  assert.deepEqual(paper.wire.documents(), ["/"]);
  await page.context().close();
});

/** Clicks a link of the front page whose answer is held back, and waits until the reader sees that it is on its way. */
async function pending(page) {
  await open(page, `${paper.url}/`);
  const hold = held();
  paper.wire.fail(data(ARTICLE), hold.fault);
  const link = page.locator(`main a[href="${ARTICLE}"]`).first();
  await link.evaluate((one) => one.click());
  await page.locator(".progress[data-busy=true]").waitFor({ state: "attached" });
  return { hold, link };
}

test("a second click on a link whose page is on its way does not move the address", async () => {
  const page = await newReader(browser);
  const { hold, link } = await pending(page);
  const length = await entries(page);
  await link.evaluate((one) => one.click());
  assert.equal(path(page), "/");
  assert.equal(await entries(page), length);
  hold.release();
  await arrived(page, ARTICLE);
  assert.equal(await entries(page), length + 1);
  assert.equal(asked(ARTICLE), 1);
  await page.context().close();
});

test("a link whose page is on its way opens in another tab for who asks for that", async () => {
  const page = await newReader(browser);
  const { hold, link } = await pending(page);
  const length = await entries(page);
  // Listeners are called in the order in which they came: this one hears what the client's have made of the click.
  await page.evaluate(() => addEventListener("click", (event) => {
    window.isSwallowed = event.defaultPrevented;
    // Which key asks for a tab depends on the system: here that is the control key.
    if (!event.ctrlKey) event.preventDefault();
  }));
  const isSwallowed = () => page.evaluate(() => window.isSwallowed);
  await link.click({ modifiers: ["Meta"] });
  assert.equal(await isSwallowed(), false, "the meta key");
  const opened = page.context().waitForEvent("page");
  opened.catch(() => {});
  await link.click({ modifiers: ["Control"] });
  assert.equal(await isSwallowed(), false, "the control key");
  const other = await opened;
  await other.waitForURL(paper.url + ARTICLE);
  await taken(other);
  // This tab has not moved, and still waits for its page.
  assert.equal(path(page), "/");
  assert.equal(await entries(page), length);
  hold.release();
  await arrived(page, ARTICLE);
  assert.equal(await entries(page), length + 1);
  await page.context().close();
});

for (const [what, ...ends] of [
  ["another fragment", "", "#related"],
  ["another query", "", "?from=card"],
  ["neither fragment nor query", "#related", ""],
]) {
  test(`of two links to a page that is on its way the last one wins: ${what}`, async () => {
    const page = await newReader(browser);
    await open(page, `${paper.url}/`);
    const length = await entries(page);
    const hold = held();
    paper.wire.fail(data(ARTICLE), hold.fault);
    for (const end of ends) {
      await page.evaluate((href) => {
        const link = Object.assign(document.createElement("a"), { href });
        document.querySelector("main").append(link);
        link.click();
      }, ARTICLE + end);
      await page.locator(".progress[data-busy=true]").waitFor({ state: "attached" });
      assert.equal(page.url(), `${paper.url}/`);
      assert.equal(await entries(page), length);
    }
    hold.release();
    await arrived(page, ARTICLE);
    await until(page, (href) => location.href === href, paper.url + ARTICLE + ends.at(-1));
    await until(page, (isTop) => (scrollY === 0) === isTop, !ends.at(-1).includes("#"));
    assert.equal(await entries(page), length + 1);
    await page.goBack();
    await arrived(page, "/");
    await page.context().close();
  });
}

test("a step back while a page is on its way gives that page up", async () => {
  const page = await newReader(browser);
  const other = await wandered(page);
  const hold = held();
  const third = await page.locator("aside.related a").nth(2).getAttribute("href");
  paper.wire.fail(data(third), hold.fault);
  await page.locator(`aside.related a[href="${third}"]`).first().evaluate((link) => link.click());
  await page.locator(".progress[data-busy=true]").waitFor({ state: "attached" });
  await page.goBack();
  await arrived(page, ARTICLE);
  hold.release();
  await page.goForward();
  await arrived(page, other);
  assert.notEqual(path(page), third);
  await page.context().close();
});

test("a link to another language, which nobody marked as external, loads its document", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  paper.wire.forget();
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "/kk/" });
    document.querySelector("main").append(link);
    link.click();
  });
  await page.locator("html[lang=kk]").waitFor({ state: "attached" });
  await taken(page);
  assert.deepEqual(paper.wire.documents(), ["/kk/"]);
  await page.goBack();
  await headed(page, "");
  await page.waitForURL(`${paper.url}/`);
  await page.context().close();
});
