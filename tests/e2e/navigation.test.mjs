// Reading the paper as an app: from the front page to an article, on, back, and again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE } from "./support/pages.mjs";
import { DESKTOP, PHONE, headed, newReader, open, painted, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { data, held } from "./support/wire.mjs";

opens();

/** The headline of a card, and its link. */
const headline = (page, index) => page.locator("main article.card h3 a").nth(index);

/** The number that an article's own view count shows. */
const count = async (page) => Number(await page.locator(".article-head [data-views]").getAttribute("data-views"));

test("a click on a headline shows the article without a page load", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  paper.wire.forget();
  const title = await headline(page, 4).innerText();
  const href = await headline(page, 4).getAttribute("href");
  await headline(page, 4).click();
  await headed(page, title);
  assert.equal(new URL(page.url()).pathname, href);
  assert.deepEqual(paper.wire.documents(), []);
  assert.deepEqual(paper.wire.asked.map((one) => one.path).filter((asked) => asked.startsWith("/data/")), [data(href)]);
  const related = page.getByRole("complementary", { name: "Другие новости" }).getByRole("article");
  assert.equal(await related.count(), 4);
  const links = await related.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.equal(new Set(links).size, 4);
  assert.ok(!links.includes(href));
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("the article's view count goes up by one, and a reload keeps it", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  await page.locator(`a[href="${ARTICLE}"]`).first().click();
  await page.locator(".article-head [data-views='4132']").waitFor();
  assert.match(await page.locator(".article-head .views").innerText(), /^4\s132\s+просмотра$/);
  await page.reload();
  await taken(page);
  assert.equal(await count(page), 4132);
  await page.goBack();
  const card = page.locator("article.card", { has: page.locator(`a[href="${ARTICLE}"]`) });
  await card.locator("[data-views='4132']").first().waitFor();
  await page.context().close();
});

for (const [size, options] of [["a phone", PHONE], ["a desktop", DESKTOP]]) {
  test(`back and forward return to the pixel on ${size}`, async () => {
    const page = await newReader(browser, options);
    await open(page, `${paper.url}/`);
    await page.evaluate(() => scrollTo(0, 1234.5));
    const front = await page.evaluate(() => scrollY);
    assert.ok(front > 1000, "the front page is long enough to scroll");
    const link = page.locator("main article.card h3 a").filter({ visible: true });
    const index = await link.evaluateAll((all) => all.findIndex((one) => one.getBoundingClientRect().top > 200));
    const title = await link.nth(index).innerText();
    const path = await link.nth(index).getAttribute("href");
    await link.nth(index).evaluate((one) => one.click());
    await headed(page, title);
    await until(page, () => scrollY === 0);
    await page.evaluate(() => scrollTo(0, 321.5));
    const article = await page.evaluate(() => scrollY);
    paper.wire.forget();
    await page.goBack();
    await page.waitForURL(`${paper.url}/`);
    await until(page, (y) => scrollY === y, front);
    await page.goForward();
    await page.waitForURL(paper.url + path);
    await headed(page, title);
    await until(page, (y) => scrollY === y, article);
    assert.deepEqual(paper.wire.documents(), []);
    await page.context().close();
  });
}

test("back returns to the pixel after a reload, and from another document", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  await page.evaluate(() => scrollTo(0, 900));
  await page.locator(`main a[href^="/news/"]`).nth(6).evaluate((link) => link.click());
  await page.waitForURL(/\/news\//);
  await page.reload();
  await taken(page);
  await page.goBack();
  await until(page, () => location.pathname === "/" && scrollY === 900);
  await page.locator("a[hreflang=kk]").first().evaluate((link) => link.click());
  await page.waitForURL(`${paper.url}/kk/`);
  await taken(page);
  await page.goBack();
  await until(page, () => location.pathname === "/" && scrollY === 900);
  await page.context().close();
});

test("the head, the focus and the announcement follow", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  const title = await headline(page, 0).innerText();
  await headline(page, 0).click();
  await headed(page, title);
  await until(page, () => document.activeElement.matches("main h1"));
  await page.getByRole("status").filter({ hasText: title }).waitFor({ state: "attached" });
  assert.match(await page.title(), new RegExp(title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  const here = new URL(page.url()).pathname;
  const shown = await head(page);
  // What the client keeps is what the server wrote for that page.
  const fresh = await newReader(browser, { ...DESKTOP, javaScriptEnabled: false });
  await fresh.goto(paper.url + here);
  assert.deepEqual(shown, await head(fresh));
  await fresh.context().close();
  await page.context().close();
});

/** What the head says of the page. */
async function head(page) {
  const of = (selector, attribute) => page.locator(selector).evaluateAll((all, name) => all.map((one) => one.getAttribute(name)), attribute);
  return {
    title: await page.title(),
    canonical: await of("link[rel=canonical]", "href"),
    description: await of("meta[name=description]", "content"),
    robots: await of("meta[name=robots]", "content"),
    name: await of("meta[property='og:title']", "content"),
    url: await of("meta[property='og:url']", "content"),
    languages: await of("head link[hreflang]:not([hreflang=x-default])", "hreflang"),
  };
}

test("the old page stays, with a quiet bar, until the new one is there", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  const href = await headline(page, 2).getAttribute("href");
  const title = await headline(page, 2).innerText();
  const hold = held();
  paper.wire.fail(data(href), hold.fault);
  await headline(page, 2).click();
  await page.locator(".progress[data-busy=true]").waitFor({ state: "attached" });
  assert.equal(await headline(page, 2).innerText(), title);
  assert.equal(page.url(), `${paper.url}/`);
  hold.release();
  await headed(page, title);
  await page.locator(".progress:not([data-busy])").waitFor({ state: "attached" });
  paper.wire.mend();
  await page.context().close();
});

test("the last click wins, and what was left is given up", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  const first = await headline(page, 1).getAttribute("href");
  const hold = held();
  paper.wire.fail(data(first), hold.fault);
  const givenUp = page.waitForEvent("requestfailed", (request) => request.url().endsWith(data(first)));
  await headline(page, 1).click();
  const title = await headline(page, 3).innerText();
  await headline(page, 3).click();
  await headed(page, title);
  await givenUp;
  hold.release();
  assert.equal(await page.evaluate(() => history.length), 3, "about:blank, the front page, one article");
  paper.wire.mend();
  await page.context().close();
});

test("older news are a page further on, and newer ones back", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  paper.wire.forget();
  await page.getByRole("link", { name: "Раньше" }).click();
  await page.waitForURL(`${paper.url}/page/2/`);
  await page.locator("main h1", { hasText: "Последние новости" }).waitFor();
  await page.getByRole("navigation", { name: "Разделы" }).first().getByRole("link", { name: "Спорт" }).click();
  await headed(page, "Спорт");
  assert.equal(await page.locator("nav.sections [aria-current=page]").innerText(), "Спорт");
  assert.deepEqual(paper.wire.documents(), []);
  await page.context().close();
});

test("on a phone the row of sections shows where the reader is", async () => {
  const page = await newReader(browser, PHONE);
  await open(page, `${paper.url}/`);
  const last = page.locator("nav.sections a").last();
  await last.evaluate((link) => link.click());
  await headed(page, await last.innerText());
  const inSight = () => {
    const { left, right } = document.querySelector("nav.sections [aria-current]").getBoundingClientRect();
    return left >= 0 && right <= innerWidth;
  };
  await until(page, inSight);
  await page.reload();
  await taken(page);
  await until(page, inSight);
  await page.context().close();
});

test("a click with a key held down is the browser's", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  const [other] = await Promise.all([page.context().waitForEvent("page"), headline(page, 0).click({ modifiers: ["Control"] })]);
  await other.waitForURL(/\/news\//);
  assert.equal(page.url(), `${paper.url}/`);
  await page.context().close();
});

test("a footnote that is followed twice is where it was", async () => {
  const page = await newReader(browser, PHONE);
  await open(page, `${paper.url}/news/uchet-ptic-delta/`);
  const mark = page.locator(".footnote-ref a").first();
  const sees = () => until(page, () => {
    const { top, bottom } = document.querySelector(":target").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await mark.click();
  await sees();
  await page.evaluate(() => scrollTo(0, 0));
  await mark.click();
  await sees();
  await painted(page);
  await sees();
  assert.equal(await page.evaluate(() => document.activeElement.matches("h1")), false);
  await page.context().close();
});

test("an entry that lost its name shows its own page again", async () => {
  const page = await newReader(browser);
  await open(page, paper.url + ARTICLE);
  const title = await page.locator("main h1").innerText();
  // As some browsers do with a fragment that is followed once more.
  await page.evaluate(() => history.replaceState(null, ""));
  await page.locator("aside.related a").first().click();
  await page.waitForURL((url) => url.pathname !== ARTICLE);
  await page.goBack();
  await headed(page, title);
  assert.equal(new URL(page.url()).pathname, ARTICLE);
  await page.context().close();
});

test("a footnote leads down and back without leaving the article", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/news/uchet-ptic-delta/`);
  paper.wire.forget();
  await page.locator("[data-body] a[href^='#']").first().click();
  await until(page, () => location.hash !== "" && scrollY > 0);
  await page.goBack();
  await until(page, () => location.hash === "");
  await page.locator(".brand").click();
  await page.waitForURL(`${paper.url}/`);
  await page.goBack();
  await page.locator("[data-body]").waitFor();
  assert.deepEqual(paper.wire.documents(), []);
  await page.context().close();
});

test("the keyboard reaches the text past the masthead", async () => {
  const page = await newReader(browser);
  await open(page, paper.url + ARTICLE);
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  assert.equal(await skip.getAttribute("href"), "#main");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.locator("main :focus").count(), "the next stop lies in the text");
  await page.context().close();
});

test("today's date stands on the paper's wall", async () => {
  const page = await newReader(browser);
  await page.clock.setFixedTime(new Date("2024-04-18T21:30:00Z"));
  await open(page, `${paper.url}/`);
  // In the newsroom's zone it is the next day already.
  await page.getByText("Пятница, 19 апреля 2024").waitFor();
  await page.context().close();
});
