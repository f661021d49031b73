// A reader comes back to a page that lay open, and the newsroom has published meanwhile.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PHONE, atRest, headed, newReader, open, painted, taken, until, watchShifts } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { changed, data, refused } from "./support/wire.mjs";

const MINUTE = 60_000;

opens();

/** The JSON of a list with so many new articles at its head. */
const withNews = (count, edit = (json) => json) => anew(changed((text) => {
  const json = JSON.parse(text);
  const { cards } = json.content.front ?? json.content.list;
  const news = Array.from({ length: count }, (_, number) => ({ ...cards[0], slug: `fresh-${number}`, title: `Свежее ${number}`, date: "2026-12-30T09:00:00+05:00" }));
  cards.unshift(...news);
  return JSON.stringify(edit(json));
}));

/** The whole answer, also to a browser that asks whether it has changed. */
const anew = (fault) => (request, ...rest) => {
  delete request.headers["if-none-match"];
  delete request.headers["if-modified-since"];
  return fault(request, ...rest);
};

/** A reader with a list open whose clock, and whose tab, obey the test. */
async function atList(path, options = DESKTOP) {
  const page = await newReader(browser, options);
  await page.addInitScript(() => {
    const { now } = Date;
    Object.assign(window, { ahead: 0, away: false });
    Date.now = () => now() + window.ahead;
    Object.defineProperty(Document.prototype, "hidden", { get: () => window.away });
    Object.defineProperty(Document.prototype, "visibilityState", { get: () => (window.away ? "hidden" : "visible") });
  });
  await watchShifts(page);
  await open(page, paper.url + path);
  await page.locator(".fresh").waitFor({ state: "attached" });
  paper.wire.forget();
  return page;
}

/** The reader looks at something else for a time, and comes back. */
const comesBackAfter = (page, milliseconds) => page.evaluate((milliseconds) => {
  const seen = (away) => {
    window.away = away;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  seen(true);
  window.ahead += milliseconds;
  seen(false);
}, milliseconds);

const asked = (path) => paper.wire.asked.filter((one) => one.path === data(path)).length;
const offer = (page) => page.locator(".fresh-show");

for (const [path, name] of [["/", "the front page"], ["/section/nature/", "a section"], ["/kk/", "a Kazakh front page"]]) {
  test(`${name} offers what is new`, async () => {
    paper.wire.fail(data(path), withNews(3));
    const page = await atList(path);
    await comesBackAfter(page, 6 * MINUTE);
    await offer(page).waitFor();
    const said = path === "/kk/" ? "Көрсету: 3 жаңа материал" : "Показать 3 новых материала";
    assert.equal((await offer(page).innerText()).replace("\u00a0", " "), said);
    assert.equal(await page.locator(".fresh").getAttribute("role"), "status");
    await page.context().close();
  });
}

test("nothing moves under the reader's eyes", async () => {
  paper.wire.fail(data("/"), withNews(2));
  for (const options of [DESKTOP, PHONE]) {
    const page = await atList("/", options);
    await page.evaluate(() => scrollTo(0, 700));
    await atRest(page);
    await painted(page);
    const places = () => page.evaluate(() => [scrollY, ...[...document.querySelectorAll("main, .card, footer")].map((one) => one.getBoundingClientRect().top)]);
    const before = await places();
    // What moved while the page arrived is another test's.
    await page.evaluate(() => { window.shifts = []; });
    await comesBackAfter(page, 6 * MINUTE);
    await offer(page).waitFor();
    assert.deepEqual(await places(), before);
    // The offer is in sight, below the sections.
    const [button, bar] = [await offer(page).boundingBox(), await page.locator(".sections").boundingBox()];
    assert.ok(button.y >= bar.y + bar.height && button.y < 200, `the button lies at ${button.y}`);
    assert.deepEqual(await page.evaluate(() => window.shifts), []);
    await page.context().close();
  }
});

test("taken, it brings the new page and puts the reader on its top", async () => {
  const page = await atList("/");
  const steps = await page.evaluate(() => history.length);
  await page.evaluate(() => scrollTo(0, 900));
  paper.wire.fail(data("/"), withNews(1));
  await comesBackAfter(page, 6 * MINUTE);
  assert.match(await offer(page).innerText(), /^Показать 1\u00a0новый материал$/);
  await offer(page).click();
  await page.locator(".card-title", { hasText: "Свежее 0" }).waitFor();
  await until(page, () => scrollY === 0 && document.activeElement?.tagName === "H1");
  assert.equal(await page.locator(".fresh button").count(), 0);
  assert.deepEqual(paper.wire.documents(), []);
  assert.equal(await page.evaluate(() => history.length), steps);
  await page.context().close();
});

test("what another build wrote is loaded as a document", async () => {
  paper.wire.fail(data("/"), withNews(1, (json) => ({ ...json, build: "0123456789" })));
  const page = await atList("/");
  await comesBackAfter(page, 6 * MINUTE);
  await Promise.all([page.waitForEvent("load"), offer(page).click()]);
  assert.deepEqual(paper.wire.documents(), ["/"]);
  await page.context().close();
});

test("is asked for every five minutes at most, and only when the reader is back", async () => {
  const page = await atList("/");
  await comesBackAfter(page, 4 * MINUTE);
  assert.equal(asked("/"), 0);
  const answered = () => page.waitForResponse((answer) => answer.url().endsWith(data("/")));
  await Promise.all([answered(), comesBackAfter(page, 2 * MINUTE)]);
  assert.equal(asked("/"), 1);
  await comesBackAfter(page, 4 * MINUTE);
  // Nobody looks.
  await page.evaluate((milliseconds) => {
    window.away = true;
    window.ahead += milliseconds;
    document.dispatchEvent(new Event("visibilitychange"));
  }, 60 * MINUTE);
  assert.equal(asked("/"), 1);
  await Promise.all([answered(), comesBackAfter(page, 0)]);
  assert.equal(asked("/"), 2);
  assert.equal(await offer(page).count(), 0, "nothing is new");
  await page.context().close();
});

test("is not asked for on other pages", async () => {
  const page = await atList("/");
  for (const path of ["/page/2/", "/archive/", "/popular/"]) {
    await page.goto(paper.url + path);
    await page.locator(".fresh").waitFor({ state: "attached" });
    await taken(page);
    await atRest(page);
    paper.wire.forget();
    await comesBackAfter(page, 60 * MINUTE);
    assert.deepEqual(paper.wire.asked, []);
  }
  await page.context().close();
});

test("put aside, it comes again with other news only", async () => {
  paper.wire.fail(data("/"), withNews(1));
  const page = await atList("/");
  await comesBackAfter(page, 6 * MINUTE);
  await page.locator(".fresh-close").click();
  assert.equal(await offer(page).count(), 0);
  const answered = page.waitForResponse((answer) => answer.url().endsWith(data("/")));
  await comesBackAfter(page, 6 * MINUTE);
  await answered;
  await painted(page);
  assert.equal(await offer(page).count(), 0);
  paper.wire.fail(data("/"), withNews(2));
  await comesBackAfter(page, 6 * MINUTE);
  await offer(page).waitFor();
  await page.context().close();
});

test("on another page it is gone, and failures are silent", async () => {
  paper.wire.fail(data("/"), withNews(1));
  const page = await atList("/");
  await comesBackAfter(page, 6 * MINUTE);
  await offer(page).waitFor();
  await page.locator("footer a[href='/archive/']").click();
  await headed(page, "Архив");
  await until(page, () => !document.querySelector(".fresh button"));
  await page.goBack();
  paper.wire.fail(data("/"), refused);
  const failed = page.waitForEvent("requestfailed");
  await comesBackAfter(page, 6 * MINUTE);
  await failed;
  assert.equal(await offer(page).count(), 0);
  assert.deepEqual(page.problems.filter((problem) => !/Failed to load resource/.test(problem)), []);
  await page.context().close();
});
