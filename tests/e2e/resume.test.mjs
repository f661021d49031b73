// A long article that was left in the middle goes on there, if the reader wants that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG, acting, isSound, openArticle, summary } from "./support/article.mjs";
import { LONG as OTHER, longArticle } from "./support/long.mjs";
import { PHONE, headed, newReader, open, painted, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";

opens({ articles: { [OTHER.file]: longArticle() } });

const places = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("habarshy:places")));
const offer = (page) => page.locator(".resume-go");
/** Scrolls to where a part of the text has been read, and waits until that is noted. */
async function readTo(page, part) {
  await page.evaluate((part) => {
    const { top, height } = document.querySelector("[data-body]").getBoundingClientRect();
    scrollTo(0, scrollY + top + part * height);
  }, part);
  await until(page, (path) => localStorage.getItem("habarshy:places")?.includes(path), LONG);
}
/** Comes back later, at the top: by a link in a tab of its own. */
async function comeBack(page, fragment = "") {
  const later = await page.context().newPage();
  later.problems = [];
  await open(later, paper.url + LONG + fragment);
  await acting(later);
  return later;
}

test("is offered, and leads to the same words on another screen", async () => {
  const page = await newReader(browser, PHONE);
  await openArticle(page, paper.url + LONG);
  assert.equal(await offer(page).count(), 0);
  await readTo(page, 0.4);
  const [paragraph] = (await places(page)).places[LONG];
  const later = await comeBack(page);
  assert.match(await offer(later).innerText(), /^Продолжить с места, где вы остановились · (39|40|41)\s%$/);
  assert.equal(await later.evaluate(() => scrollY), 0, "nothing scrolls by itself");
  await later.setViewportSize({ width: 320, height: 640 });
  await isSound(later);
  await offer(later).click();
  assert.equal(await offer(later).count(), 0);
  const top = await later.evaluate(() => document.activeElement.getBoundingClientRect().top);
  assert.ok(top < 120, `the paragraph ${paragraph} stands at ${top}`);
  assert.ok(await later.evaluate(() => document.activeElement.closest("[data-body]") !== null));
  await page.context().close();
});

test("is not asked again once it was declined", async () => {
  const page = await newReader(browser, PHONE);
  await openArticle(page, paper.url + LONG);
  await readTo(page, 0.5);
  const later = await comeBack(page);
  await later.getByRole("button", { name: "Не нужно" }).click();
  assert.equal(await offer(later).count(), 0);
  assert.deepEqual((await places(later)).places, {});
  const again = await comeBack(page);
  assert.equal(await offer(again).count(), 0);
  await page.context().close();
});

test("forgets an article that was read to its end", async () => {
  const page = await newReader(browser, PHONE);
  await openArticle(page, paper.url + LONG);
  await readTo(page, 0.3);
  await page.evaluate(() => document.querySelector(".article-foot").scrollIntoView());
  await until(page, () => localStorage.getItem("habarshy:places").endsWith("{}}"));
  await page.context().close();
});

test("is not offered at a fragment, nor on a way back", async () => {
  const page = await newReader(browser, PHONE);
  await openArticle(page, paper.url + LONG);
  await readTo(page, 0.5);
  const heading = await page.locator("[data-body] :is(h2, h3)[id]").first().getAttribute("id");
  const there = await comeBack(page, `#${heading}`);
  assert.equal(await offer(there).count(), 0);
  const link = page.locator(".related h3 a").first();
  const title = await link.innerText();
  await link.evaluate((one) => one.click());
  await headed(page, title);
  await page.goBack();
  await until(page, () => scrollY > 1000);
  await acting(page);
  assert.equal(await offer(page).count(), 0);
  await page.context().close();
});

/** Follows a link of the client's to an article that is not linked from the page. */
async function follow(page, path) {
  await page.evaluate((path) => {
    const link = Object.assign(document.createElement("a"), { href: path });
    document.querySelector("main").append(link);
    link.click();
    link.remove();
  }, path);
  await until(page, (path) => location.pathname === path, path);
  await acting(page);
}

test("a step between two long articles notes nothing of the one that is left", async () => {
  const page = await newReader(browser, PHONE);
  await openArticle(page, paper.url + LONG);
  await readTo(page, 0.5);
  const noted = (await places(page)).places[LONG];
  await follow(page, OTHER.path);
  await page.goBack();
  await headed(page, "Сутки на станции");
  await until(page, () => scrollY > 1000);
  await painted(page);
  await page.goForward();
  await headed(page, OTHER.title);
  await acting(page);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  const { [LONG]: left, [OTHER.path]: other } = (await places(page)).places;
  assert.equal(left[0], noted[0]);
  assert.equal(other, undefined, "nobody has read in it");
  await page.context().close();
});

test("is offered on a way by a link, whatever steps were made before", async () => {
  const page = await newReader(browser, PHONE);
  await openArticle(page, paper.url + LONG);
  await readTo(page, 0.4);
  // The document of the front page comes by the history, the article by a link.
  await open(page, `${paper.url}/`);
  await open(page, `${paper.url}/kk/`);
  await page.goBack();
  await until(page, () => document.documentElement.dataset.client === "ready" && location.pathname === "/");
  await follow(page, LONG);
  await offer(page).waitFor();
  // A step within the article leads nowhere else.
  await page.evaluate(() => { location.hash = "#main"; });
  await page.goBack();
  await follow(page, OTHER.path);
  await follow(page, LONG);
  await offer(page).waitFor();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("keeps what other tabs have noted, and an earlier place until it is passed", async () => {
  const page = await newReader(browser, PHONE);
  await openArticle(page, paper.url + LONG);
  const other = await comeBack(page);
  await other.evaluate(() => localStorage.setItem("habarshy:places", JSON.stringify({ version: 1, places: { "/news/other/": [3, 0.5, 1] } })));
  await readTo(page, 0.5);
  assert.deepEqual((await places(page)).places["/news/other/"], [3, 0.5, 1]);
  const kept = (await places(page)).places[LONG];
  const later = await comeBack(page);
  await offer(later).waitFor();
  await later.evaluate(() => scrollTo(0, 900));
  await offer(later).waitFor({ state: "detached" });
  await later.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  assert.deepEqual((await places(later)).places[LONG], kept);
  await page.context().close();
});

for (const damaged of ["{", "null", "[]", '{"version":1,"places":[1,2]}', `{"version":1,"places":{"${LONG}":["x",-1]}}`, `{"version":1,"places":{"${LONG}":[99999,0.5,1]}}`]) {
  test(`survives a damaged memory: ${damaged}`, async () => {
    const page = await newReader(browser, PHONE);
    await open(page, `${paper.url}/`);
    await page.evaluate((value) => localStorage.setItem("habarshy:places", value), damaged);
    await openArticle(page, paper.url + LONG);
    assert.equal(await offer(page).count(), 0);
    await page.evaluate(() => scrollTo(0, 3000));
    await until(page, (path) => {
      try { return JSON.parse(localStorage.getItem("habarshy:places")).places[path][0] < 9999; } catch { return false; }
    }, LONG);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}

test("leaves alone what a later version wrote", async () => {
  const page = await newReader(browser, PHONE);
  await open(page, `${paper.url}/`);
  await page.evaluate(() => localStorage.setItem("habarshy:places", '{"version":2,"more":1}'));
  await openArticle(page, paper.url + LONG);
  await page.evaluate(() => scrollTo(0, 3000));
  await until(page, () => scrollY === 3000);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  assert.equal(await page.evaluate(() => localStorage.getItem("habarshy:places")), '{"version":2,"more":1}');
  await page.context().close();
});

test("does without a memory, and remembers a hundred articles at most", async () => {
  const refusing = await newReader(browser, PHONE);
  await refusing.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError"); } }));
  await openArticle(refusing, paper.url + LONG);
  await refusing.evaluate(() => scrollTo(0, 3000));
  await refusing.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  await summary(refusing).click();
  await refusing.locator(".share[open]").waitFor();
  assert.deepEqual(refusing.problems, []);
  await refusing.context().close();

  const page = await newReader(browser, PHONE);
  await openArticle(page, paper.url + LONG);
  await page.evaluate(() => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`/news/a${index}/`, [1, 0, index]]));
    localStorage.setItem("habarshy:places", JSON.stringify({ version: 1, places: many }));
  });
  await readTo(page, 0.4);
  const kept = Object.keys((await places(page)).places);
  assert.equal(kept.length, 100);
  assert.ok(!kept.includes("/news/a0/") && kept.includes("/news/a1/"), "the oldest goes");
  await page.context().close();
});
