// The views that the previous version of the client counted on a device, and those that its shared counter has still to hear of
// (stored.test.mjs has all that it stored).

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ARTICLE } from "./support/pages.mjs";
import { open, taken, until } from "./support/reader.mjs";
import { HIT, UNREAD, comeBack, complaints, goat, isCounted, local, read, returns, stored } from "./support/returning.mjs";
import { paper } from "./support/stage.mjs";

returns();

const { views } = read("habarshy:views");
/** The paths of the views that wait. */
const waiting = Object.keys(stored.local).filter((key) => key.startsWith(HIT)).map((key) => stored.local[key]);

const nothingWaits = (page) => until(page, (hit) => !Object.keys(localStorage).some((key) => key.startsWith(hit)), HIT);
const countWaiting = (page) => page.evaluate((hit) => Object.keys(localStorage).filter((key) => key.startsWith(hit)).length, HIT);
/** Which articles the counter has heard of, and with which headlines: only what got through. */
const told = () => goat.views().filter(({ reached }) => reached).map(({ query }) => [query.get("p"), query.get("t")]).sort();
const history = (page) => page.getByRole("region", { name: "Вы читали" });

describe("views", () => {
  /** What the site says of an article by itself. */
  async function published(path) {
    const html = await (await fetch(paper.url + path)).text();
    return Number(/class="article-head"[^]*?data-views="(\d+)"/.exec(html)[1]);
  }

  /** The cards of a page by their paths. */
  const cards = (page) => page.locator("article.card").evaluateAll((all) => all.map((card) => {
    const { dataset } = card.querySelector("[data-views]");
    return [card.querySelector("a").pathname, { views: Number(dataset.views), isRead: "read" in dataset }];
  }));

  test("are in the numbers of all lists, and what was read is marked", async () => {
    goat.mode = "down";
    const page = await comeBack();
    const shared = read("habarshy:shared").views;
    const found = new Map();
    for (const list of ["/", "/page/2/", "/kk/"]) {
      await open(page, paper.url + list);
      await page.locator("[data-read]").first().waitFor();
      for (const [path, card] of await cards(page)) found.set(path, card);
    }
    for (const [path, [count, , settled = 0]] of Object.entries(views)) {
      const base = await published(path);
      assert.deepEqual(found.get(path), { views: base + Math.max(count - settled, shared[path]?.[0] ?? 0), isRead: true }, path);
    }
    for (const [path, { isRead }] of found) assert.equal(isRead, path in views, path);
    await page.context().close();
  });

  test("are listed with their headlines, the last one first, and the next one comes on top", async () => {
    goat.mode = "down";
    const page = await comeBack();
    const expected = Object.entries(views).sort(([, [, a]], [, [, b]]) => b - a).map(([path, row]) => [path, row[4]]);
    const listed = () => history(page).getByRole("link").evaluateAll((all) => all.map((link) => [link.pathname, link.textContent]));
    await open(page, `${paper.url}/popular/`);
    await history(page).getByRole("link").first().waitFor();
    assert.deepEqual(await listed(), expected);
    await open(page, paper.url + UNREAD);
    await isCounted(page, UNREAD);
    await open(page, `${paper.url}/popular/`);
    await history(page).locator(`a[href="${UNREAD}"]`).waitFor();
    assert.deepEqual((await listed()).slice(1), expected);
    await page.context().close();
  });

  test("of a moment ago are not counted a second time", async () => {
    goat.mode = "down";
    const page = await comeBack({ at: Date.now() });
    await open(page, paper.url + ARTICLE);
    // An article that is opened later and counted: by then the first one has been seen for long enough, too.
    const other = await page.context().newPage();
    await open(other, paper.url + UNREAD);
    await isCounted(page, UNREAD);
    assert.equal((await local(page, "habarshy:views")).views[ARTICLE][0], views[ARTICLE][0]);
    await page.context().close();
  });

  test("of long ago are", async () => {
    const page = await comeBack();
    await open(page, paper.url + ARTICLE);
    await until(page, ([path, count]) => JSON.parse(localStorage.getItem("habarshy:views")).views[path][0] === count + 1, [ARTICLE, views[ARTICLE][0]]);
    await page.context().close();
  });

  test("are forgotten when the reader wants that, and those that wait are told to nobody", async () => {
    goat.mode = "down";
    const page = await comeBack();
    await open(page, `${paper.url}/popular/`);
    await history(page).getByRole("button").click();
    await history(page).getByRole("link").first().waitFor({ state: "detached" });
    goat.mode = "up";
    goat.forget();
    await open(page, `${paper.url}/`);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await until(page, () => localStorage.getItem("habarshy:shared") !== null);
    assert.deepEqual(told(), []);
    assert.equal(await page.locator("[data-read]").count(), 0);
    await page.context().close();
  });
});

describe("views that wait for the counter", () => {
  const expected = waiting.map((path) => [path, views[path][4]]).sort();

  /** They reach the counter, each once, and are not told again. */
  async function areTold(page) {
    await nothingWaits(page);
    assert.deepEqual(told(), expected);
    await page.reload();
    await taken(page);
    await open(page, paper.url + UNREAD);
    await isCounted(page, UNREAD);
    await nothingWaits(page);
    const all = told();
    assert.equal(all.length, expected.length + 1);
    assert.equal(all.filter(([path]) => path === UNREAD).length, 1);
  }

  test("are told when it answers, once and with their headlines", async () => {
    const page = await comeBack();
    await open(page, `${paper.url}/`);
    await areTold(page);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("are told in a browser without locks, whoever told when the device was left", async () => {
    const page = await comeBack({ prepare: (page) => page.addInitScript(() => delete Navigator.prototype.locks) });
    await open(page, `${paper.url}/`);
    await areTold(page);
    await page.context().close();
  });

  test("wait as long as a counter that failed is left alone, or until the network is back", async () => {
    const at = Date.now();
    const wait = (pause) => pause.replace(/ \d+$/, ` ${at + 30 * 60_000}`);
    const change = ({ local: all, ...others }) => ({
      ...others,
      local: { ...all, "habarshy:told": wait(all["habarshy:told"]), "habarshy:asked": wait(all["habarshy:asked"]) },
    });
    const page = await comeBack({ at, change });
    await open(page, paper.url + UNREAD);
    await isCounted(page, UNREAD);
    await open(page, `${paper.url}/`);
    assert.equal(await countWaiting(page), waiting.length + 1);
    assert.deepEqual(goat.requests, []);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await nothingWaits(page);
    assert.equal(told().length, waiting.length + 1);
    await page.context().close();
  });
});
