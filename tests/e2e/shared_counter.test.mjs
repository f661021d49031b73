// A shared counter: a real Waline, and what stands in for GoatCounter. Told once, whatever happens; asked seldom; believed
// with care.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGoatCounter } from "./support/goatcounter.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { COUNTED, DWELL, openPaper } from "./support/paper.mjs";
import { hold, newReader, open, openBrowser, taken, until } from "./support/reader.mjs";
import { openWaline } from "./support/waline.mjs";

let browser, waline, goat, papers;

before(async () => {
  browser = await openBrowser();
  [waline, goat] = await Promise.all([openWaline(), openGoatCounter()]);
  const views = (name, counter) => `${COUNTED}\ncounter = "${name}"\nendpoint = "${counter.url}"`;
  papers = {
    waline: await openPaper({ own: true, views: views("waline", waline) }),
    goat: await openPaper({ own: true, views: views("goatcounter", goat) }),
    hasty: await openPaper({ own: true, views: `dwell_seconds = 0\nwindow_minutes = 0\ncount_automation = true\ncounter = "waline"\nendpoint = "${waline.url}"` }),
  };
});
after(async () => {
  await browser?.close();
  for (const paper of Object.values(papers ?? {})) await paper.close();
  await waline?.close();
  await goat?.close();
});

/** What the article was published with. */
const PUBLISHED = 4131;
const shows = (page, views) => page.locator(`.article-head [data-views='${views}']`).waitFor();
const waiting = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("habarshy:hit:")).length);
const nothingWaits = (page) => until(page, () => !Object.keys(localStorage).some((key) => key.startsWith("habarshy:hit:")));
const isCounted = (page, path = ARTICLE) => until(page, (path) => JSON.parse(localStorage.getItem("habarshy:views") ?? "{}").views?.[path], path);
const posts = () => waline.requests.filter((request) => request.method === "POST");
const gets = () => waline.requests.filter((request) => request.method === "GET");

/** What has been counted of an article so far: tests share the service. */
const counted = (path = ARTICLE) => waline.count(path);

test("a view is told once, without cookies, and all numbers of a page come in one answer", async () => {
  waline.forget();
  const before = await counted();
  const page = await newReader(browser);
  await open(page, papers.waline.url + ARTICLE);
  await shows(page, PUBLISHED + Math.max(1, before + 1));
  await nothingWaits(page);
  assert.equal(await counted(), before + 1);
  assert.equal(posts().length, 1);
  assert.match(posts()[0].headers["content-type"], /^application\/x-www-form-urlencoded/);
  assert.equal(waline.requests.filter((request) => request.headers.cookie || request.method === "OPTIONS").length, 0);
  // Another page of the same cards within a minute, and a reload: nothing that is known is asked for again.
  const known = () => new Set(gets().flatMap((request) => request.query.get("path").split(",")));
  await page.reload();
  await taken(page);
  await shows(page, PUBLISHED + before + 1);
  assert.equal(gets().length, 1, "asked once");
  assert.ok(known().has(ARTICLE) && known().size > 1, "for the article and its related ones");
  await page.context().close();
});

test("the policy of the page names the endpoint and nothing else", async () => {
  const page = await newReader(browser);
  const answer = await open(page, `${papers.waline.url}/`);
  const policy = answer.headers()["content-security-policy"].split("; ").find((rule) => rule.startsWith("connect-src"));
  assert.equal(policy, `connect-src 'self' ${waline.url}/`);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("two tabs of one article tell one view, and both show it", async () => {
  const before = await counted();
  const page = await newReader(browser);
  const other = await page.context().newPage();
  await Promise.all([open(page, papers.waline.url + ARTICLE), open(other, papers.waline.url + ARTICLE)]);
  await Promise.all([shows(page, PUBLISHED + before + 1), shows(other, PUBLISHED + before + 1)]);
  await nothingWaits(other);
  assert.equal(await counted(), before + 1);
  await page.context().close();
});

test("what is read without a network goes out when it is back, and from a later tab too", async () => {
  const before = await counted();
  const page = await newReader(browser);
  await hold(page, DWELL);
  await open(page, papers.waline.url + ARTICLE);
  await page.context().setOffline(true);
  await page.evaluate(() => window.pass());
  await isCounted(page);
  assert.equal(await waiting(page), 1);
  assert.equal(await counted(), before);
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await open(later, `${papers.waline.url}/`);
  await later.evaluate(() => dispatchEvent(new Event("online")));
  await nothingWaits(later);
  assert.equal(await counted(), before + 1);
  await context.close();
});

test("a tab that is closed while it tells loses nothing, and tells twice at most", async () => {
  const before = await counted();
  const page = await newReader(browser);
  const context = page.context();
  await open(page, papers.waline.url + ARTICLE);
  await isCounted(page);
  await nothingWaits(page);
  const told = await counted();
  waline.mode = "slow";
  const other = await context.newPage();
  const path = "/news/uchet-ptic-delta/";
  const already = await counted(path);
  await open(other, papers.waline.url + path);
  await isCounted(other, path);
  await waline.holding(1);
  await other.close();
  waline.mode = "up";
  waline.release();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await nothingWaits(page);
  const extra = (await counted(path)) - already;
  assert.ok(extra === 1 || extra === 2, `${extra} for one view`);
  assert.equal(told, before + 1);
  await context.close();
});

for (const mode of ["down", "garbage", "missing", "huge", "slow"]) {
  test(`a counter that is ${mode} changes nothing on the page`, async () => {
    waline.mode = mode;
    const page = await newReader(browser);
    await open(page, papers.waline.url + ARTICLE);
    await shows(page, PUBLISHED + 1);
    await page.locator("aside.related a").first().click();
    await page.locator(".article-head .views").waitFor();
    await until(page, (path) => location.pathname !== path, ARTICLE);
    assert.deepEqual(page.problems.filter((problem) => !problem.includes(waline.url)), []);
    waline.mode = "up";
    waline.release();
    await page.context().close();
  });
}

for (const [wish, value] of [["globalPrivacyControl", true], ["doNotTrack", "1"]]) {
  test(`a reader with ${wish} is counted on the device alone`, async () => {
    waline.forget();
    const before = await counted();
    const page = await newReader(browser);
    await page.addInitScript(([wish, value]) => Object.defineProperty(navigator, wish, { value }), [wish, value]);
    await open(page, papers.waline.url + ARTICLE);
    // On top of what the counter says: it does not know this reader.
    await shows(page, PUBLISHED + before + 1);
    assert.deepEqual([posts().length, await waiting(page)], [0, 0]);
    await page.context().close();
  });
}

test("GoatCounter is told the headline, and its numbers with spaces are read", async () => {
  goat.seed(ARTICLE, 5_000);
  const page = await newReader(browser);
  await open(page, papers.goat.url + ARTICLE);
  await shows(page, PUBLISHED + 5_001);
  await nothingWaits(page);
  const told = goat.requests.find((request) => request.path === "/count");
  assert.equal(told.query.get("p"), ARTICLE);
  assert.match(told.query.get("t"), /центр наставников/);
  await page.context().close();
});

test("the list of what is read most follows the counter", async () => {
  const page = await newReader(browser);
  await open(page, `${papers.goat.url}/popular/`);
  const last = page.locator(".ranking:last-of-type .ranking-list li:last-child a");
  const path = await last.getAttribute("href");
  goat.seed(path, 900_000);
  const other = await newReader(browser);
  await open(other, `${papers.goat.url}/popular/`);
  await until(other, (path) => document.querySelector("#popular-ever ~ .ranking-list a")?.getAttribute("href") === path, path);
  await page.context().close();
  await other.context().close();
});

const all = (page) => page.evaluate(() => Object.values(JSON.parse(localStorage.getItem("habarshy:views") ?? '{"views":{}}').views).reduce((sum, [count]) => sum + count, 0));

/** Looks at the article that is open once more: without a window that is one more view. */
async function looksAgain(page) {
  const had = await page.evaluate(() => {
    const had = JSON.parse(localStorage.getItem("habarshy:views") ?? "{}").views?.[location.pathname]?.[0] ?? 0;
    document.dispatchEvent(new Event("visibilitychange"));
    return had;
  });
  await until(page, (had) => JSON.parse(localStorage.getItem("habarshy:views") ?? "{}").views?.[location.pathname]?.[0] > had, had);
}

// Waline reads, then writes: of what it answers as counted at the same moment, it may lose some. VIEWS=1000 makes the full run.
for (const [who, ofOne] of [["one reader's twenty tabs", true], ["twenty readers of one article", false]]) {
  test(`many views at once from ${who} all reach the service`, async (context) => {
    const [pages, each] = [20, Math.max(1, Number(process.env.VIEWS ?? 100) / 20)];
    waline.forget();
    const before = await waline.total();
    const first = await newReader(browser);
    await open(first, `${papers.hasty.url}/`);
    const paths = await first.evaluate(() => [...new Set([...document.querySelectorAll("main .card a")].map((link) => link.pathname))]);
    assert.ok(paths.length >= pages);
    const readers = await Promise.all(Array.from({ length: pages }, () => (ofOne ? first.context().newPage() : newReader(browser))));
    await Promise.all(readers.map(async (page, index) => {
      // A tab each its own article: then it is known whose look is whose.
      const path = ofOne ? paths[index] : paths[0];
      await open(page, papers.hasty.url + path);
      await isCounted(page, path);
      for (let look = 1; look < each; look++) await looksAgain(page);
    }));
    const counting = ofOne ? [first] : readers;
    let own = 0;
    for (const page of counting) {
      // What one process of the browser stores, another sees a moment later.
      await until(page, (views) => Object.values(JSON.parse(localStorage.getItem("habarshy:views")).views).reduce((sum, [count]) => sum + count, 0) === views, ofOne ? pages * each : each);
      own += await all(page);
      await nothingWaits(page);
    }
    context.diagnostic(`${own} views counted in browsers, ${waline.reached()} told, ${(await waline.total()) - before} in Waline's table`);
    assert.equal(own, pages * each);
    assert.equal(waline.reached(), own, "told as often as counted");
    await Promise.all([first, ...readers].map((page) => page.context().close().catch(() => {})));
  });
}
