// The next page is there before it is asked for, where that costs nobody anything.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LONG, longArticle } from "./support/long.mjs";
import { DESKTOP, PHONE, headed, newReader, open, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { changed, data, hanging, held, refused } from "./support/wire.mjs";

opens({ articles: { [LONG.file]: longArticle() } });

/** Gives the page's wishes and connection, and an observer of cards that a test tells when they are in view. */
const world = (page, { connection, cards = false } = {}) => page.addInitScript(({ connection, cards }) => {
  if (connection) Object.defineProperty(navigator, "connection", { value: connection });
  const { setTimeout } = window;
  // Cards need not stay in view for long, nor a mouse rest; the rest of the page waits as it always does.
  window.setTimeout = (call, milliseconds, ...more) => setTimeout(call, [60, 1_500].includes(milliseconds) ? 0 : milliseconds, ...more);
  // What is asked for of pages, and what of it has been dealt with.
  Object.assign(window, { asked: 0, came: 0 });
  const { fetch } = window;
  window.fetch = (request, ...more) => {
    const answer = fetch(request, ...more);
    if (!new URL(request.url ?? request, location).pathname.startsWith("/data/")) return answer;
    window.asked += 1;
    const over = () => { window.came += 1; };
    // The client reads an answer to its end.
    answer.then((own) => own.clone().text()).then(over, over);
    return answer;
  };
  if (!cards) window.IntersectionObserver = class { observe() {} disconnect() {} };
}, { connection, cards });

/** How often a path was asked for. */
const count = (path) => paper.wire.asked.filter((one) => one.path === path).length;
const fetched = () => paper.wire.asked.filter((one) => one.path.startsWith("/data/"));

/** How many pages were asked for ahead, once whatever waits for a frame, a timer or an idle moment has had its turn. */
const askedAhead = (page) => page.evaluate(async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    for (const wait of [requestAnimationFrame, setTimeout, requestIdleCallback]) await new Promise((done) => wait(done));
  }
  return window.asked;
});

/** The articles of the front page's cards, each once. */
async function onFront() {
  const front = await (await fetch(`${paper.url}/`)).text();
  return [...new Set([...front.matchAll(/class="card-title"><a href="([^"]+)"/g)].map((found) => found[1]))];
}

/** A reader on the front page, and the link of one of its articles. */
async function reader(options = DESKTOP, given) {
  const page = await newReader(browser, options);
  await world(page, given);
  await open(page, `${paper.url}/`);
  const link = page.locator("main article.card h3 a").nth(3);
  return { page, link, title: await link.innerText(), path: await link.getAttribute("href") };
}

/** Waits until what was asked for ahead has come, after doing what asks for it. */
async function came(page, act) {
  const before = await page.evaluate(() => window.came);
  await act();
  await until(page, (before) => window.came > before, before);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
}

describe("an article is fetched once, before the click", () => {
  const intents = {
    "when a mouse rests on its headline": [DESKTOP, (link) => link.hover()],
    "when the keyboard reaches it": [DESKTOP, (link) => link.focus()],
    "when a finger touches it": [PHONE, (link) => link.dispatchEvent("touchstart")],
  };
  for (const [name, [options, act]] of Object.entries(intents)) {
    test(name, async () => {
      const { page, link, title, path } = await reader(options);
      const picture = page.waitForResponse((answer) => /\/(media|covers|drawn)/.test(answer.url()));
      await came(page, () => act(link));
      await picture;
      assert.equal(count(data(path)), 1);
      assert.equal(await page.locator(".progress[data-busy]").count(), 0, "nothing is said of it");
      assert.equal(await page.evaluate(() => localStorage.getItem("habarshy:views")), null, "and it is not counted");
      await link.evaluate((one) => one.click());
      await headed(page, title);
      assert.equal(count(data(path)), 1);
      await until(page, (path) => localStorage.getItem("habarshy:views")?.includes(path), path);
      const { views } = await page.evaluate(() => JSON.parse(localStorage.getItem("habarshy:views")));
      assert.deepEqual(Object.entries(views).map(([of, [times]]) => [of, times]), [[path, 1]]);
      assert.deepEqual(page.problems, []);
      await page.context().close();
    });
  }

  test("when its card stays in view, two at a time and eight in all", async () => {
    const page = await newReader(browser, { viewport: { width: 1440, height: 6_000 } });
    await world(page, { cards: true });
    const hold = held();
    const paths = await onFront();
    assert.ok(paths.length > 8);
    for (const path of paths) paper.wire.fail(data(path), hold.fault);
    await open(page, `${paper.url}/`);
    await paper.wire.until(() => fetched().length >= 2);
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    assert.equal(fetched().length, 2, "the others wait");
    await page.locator(".brand").first().focus();
    await page.locator("main article.card h3 a").last().focus();
    for (let time = 0; time < 3; time += 1) await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    assert.equal(fetched().length, 2, "whatever the reader does meanwhile");
    await page.locator(".brand").first().focus();
    hold.release();
    await until(page, () => window.came >= 8);
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    assert.equal(new Set(fetched().map((one) => one.path)).size, 8);
    assert.equal(fetched().length, 8, "none twice");
    await page.context().close();
  });
});

describe("nothing is fetched ahead", () => {
  const worlds = {
    "for a reader who saves data": { saveData: true },
    "over 2g": { effectiveType: "2g" },
    "over slow 2g": { effectiveType: "slow-2g" },
  };
  for (const [name, connection] of Object.entries(worlds)) {
    test(name, async () => {
      const { page, link, title, path } = await reader(DESKTOP, { connection });
      await link.hover();
      await link.focus();
      await link.dispatchEvent("touchstart");
      assert.equal(await askedAhead(page), 0);
      await link.click();
      await headed(page, title);
      assert.deepEqual(fetched().map((one) => one.path), [data(path)], "the click's alone");
      await page.context().close();
    });
  }

  test("when the session has spent its budget", async () => {
    const { page, link, title, path } = await reader();
    await page.evaluate(() => sessionStorage.setItem("habarshy:ahead", 4_000_000));
    await page.reload();
    await taken(page);
      await link.hover();
    await link.focus();
    assert.equal(await askedAhead(page), 0);
    assert.deepEqual(fetched(), []);
    await link.click();
    await headed(page, title);
    assert.equal(count(data(path)), 1);
    await page.context().close();
  });

  const thrifty = {
    "for a reader who saves data": [{ saveData: true }, 0, 0],
    "over 3g": [{ effectiveType: "3g" }, 0, 1],
    "when a third of the budget is spent": [undefined, 1_000_000, 1],
    "but two at once where nothing speaks against it": [undefined, 0, 2],
  };
  for (const [name, [connection, spent, asked]] of Object.entries(thrifty)) {
    test(`of cards in view, ${name}`, async () => {
      const page = await newReader(browser, { viewport: { width: 1440, height: 6_000 } });
      await world(page, { connection, cards: true });
      await page.addInitScript((spent) => sessionStorage.setItem("habarshy:ahead", spent), spent);
      // What is asked for does not come, so nothing follows it.
      for (const path of await onFront()) paper.wire.fail(data(path), hanging);
      await open(page, `${paper.url}/`);
          if (asked === 2) await until(page, () => window.asked === 2);
      else assert.equal(await askedAhead(page), 0);
      await page.locator("main article.card h3 a").nth(3).focus();
      assert.equal(await askedAhead(page), asked, "what the reader is about to open is another matter");
      await page.context().close();
    });
  }

  test("of another language, and of the page itself", async () => {
    const { page } = await reader();
    for (const selector of ["a[hreflang=kk]", ".brand"]) {
      await page.locator(selector).first().focus();
      assert.equal(await askedAhead(page), 0, selector);
    }
    assert.deepEqual(fetched(), []);
    await page.context().close();
  });
});

test("a click joins the request that is under way", async () => {
  const { page, link, title, path } = await reader();
  const hold = held();
  paper.wire.fail(data(path), hold.fault);
  const asked = page.waitForRequest((request) => request.url().endsWith(data(path)));
  await link.focus();
  await asked;
  await link.evaluate((one) => one.click());
  await page.locator(".progress[data-busy=true]").waitFor({ state: "attached" });
  hold.release();
  await headed(page, title);
  assert.equal(count(data(path)), 1);
  assert.equal(new URL(page.url()).pathname, path);
  await page.context().close();
});

test("what cannot be had ahead is silent, and a click asks again", async () => {
  const { page, link, title, path } = await reader();
  paper.wire.fail(data(path), refused);
  await came(page, () => link.focus());
  assert.equal(await page.locator("main h1").count(), 1);
  assert.equal(await page.getByRole("status").first().innerText(), "");
  paper.wire.mend();
  await link.evaluate((one) => one.click());
  await headed(page, title);
  await page.context().close();
});

test("what another build wrote is loaded as a document, by the click", async () => {
  const { page, link, title, path } = await reader();
  paper.wire.fail(data(path), changed((text) => text.replace(/"build":"[^"]*"/, '"build":"newer"')));
  await came(page, () => link.focus());
  assert.equal(new URL(page.url()).pathname, "/");
  paper.wire.forget();
  await link.evaluate((one) => one.click());
  await page.waitForURL(paper.url + path);
  await headed(page, title);
  assert.deepEqual(paper.wire.documents(), [path]);
  await page.context().close();
});

test("before the client is there the browser has rules of its own, and no word of complaint", async () => {
  const page = await newReader(browser);
  await page.addInitScript(() => { delete window.WebAssembly; });
  await page.goto(`${paper.url}/`);
  const rules = JSON.parse(await page.locator("script[type=speculationrules]").textContent());
  assert.deepEqual(Object.keys(rules), ["prefetch"]);
  const link = page.locator("main article.card h3 a").nth(3);
  const path = await link.getAttribute("href");
  await link.hover();
  await paper.wire.until(() => count(path) > 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("when the client is there the browser's rules are gone, and one of the two fetches", async () => {
  const { page, link, path } = await reader();
  assert.equal(await page.locator("script[type=speculationrules]").count(), 0);
  await came(page, () => link.hover());
  assert.deepEqual(paper.wire.documents().filter((one) => one === path), []);
  await page.context().close();
});

describe("the page turns in a transition of the browser's", () => {
  const record = (page) => page.addInitScript(() => {
    Object.assign(window, { transitions: 0, over: 0 });
    document.startViewTransition = (update) => {
      window.transitions += 1;
      const done = Promise.resolve().then(update).then(() => { window.over += 1; });
      return { ready: done, finished: done, updateCallbackDone: done };
    };
  });
  const readers = {
    "for a reader who has not said anything": [{}, "", 1],
    "but not for one who wants less motion everywhere": [{ reducedMotion: "reduce" }, "", 0],
    "nor for one who wants less motion here": [{}, "less", 0],
  };
  for (const [name, [options, motion, expected]] of Object.entries(readers)) {
    test(name, async () => {
      const page = await newReader(browser, { ...DESKTOP, reducedMotion: "no-preference", ...options });
      await record(page);
      await world(page);
      await open(page, `${paper.url}/`);
          await page.evaluate((motion) => { document.documentElement.dataset.motion = motion; }, motion);
      const link = page.locator("main article.card h3 a").nth(2);
      const title = await link.innerText();
      await link.click();
      await headed(page, title);
      await until(page, () => document.activeElement.matches("main h1") && scrollY === 0);
      await page.getByRole("status").filter({ hasText: title }).waitFor({ state: "attached" });
      assert.equal(await page.evaluate(() => window.transitions), expected);
      await page.goBack();
      await page.locator("main article.card").first().waitFor();
      assert.equal(await page.evaluate(() => window.transitions), expected, "going back is at once");
      await page.context().close();
    });
  }

  test("but no longer where it has made the reader wait twice in a row", async () => {
    const page = await newReader(browser, { ...DESKTOP, reducedMotion: "no-preference" });
    await record(page);
    await world(page);
    await page.addInitScript(() => {
      // The clock stands still but for what the device needs for a new page.
      let now = performance.now();
      performance.now = () => now;
      window.needs = 0;
      const { startViewTransition } = document;
      document.startViewTransition = (update) => startViewTransition(() => Promise.resolve(update()).then(() => { now += window.needs; }));
    });
    await open(page, `${paper.url}/`);
      for (const [needs, expected] of [[100, 1], [1, 2], [100, 3], [100, 4], [1, 4]]) {
      const link = page.locator("main .card-title a").first();
      // What is not laid out yet has no text for the eye.
      const title = await link.textContent();
      await page.evaluate((needs) => { window.needs = needs; }, needs);
      await link.click();
      await headed(page, title);
      await until(page, (title) => document.title.includes(title) && window.over === window.transitions, title);
      assert.equal(await page.evaluate(() => window.transitions), expected, `${needs} ms`);
    }
    await page.context().close();
  });

  test("and what the reader does meanwhile wins", async () => {
    const { page } = await reader({ ...DESKTOP, reducedMotion: "no-preference" });
    const links = page.locator("main article.card h3 a");
    const title = await links.nth(2).innerText();
    for (const index of [1, 2]) await came(page, () => links.nth(index).focus());
    await page.evaluate(() => {
      const links = document.querySelectorAll("main article.card h3 a");
      for (const index of [1, 2]) links[index].click();
    });
    await headed(page, title);
    await until(page, (title) => document.title.includes(title), title);
    // The page that was not shown is no step in the history.
    await page.goBack();
    await until(page, () => location.pathname === "/" && document.querySelector("main article.card"));
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
});

describe("an article of 60,000 characters", () => {
  /** Its text as the server wrote it. */
  const served = async () => JSON.parse(await (await fetch(paper.url + data(LONG.path))).text()).content.article.body;

  test("stands whole after a click, and soon has its height", async () => {
    const { page } = await reader();
    await page.locator(`main a[href="${LONG.path}"]`).first().click();
    await headed(page, LONG.title);
    await until(page, () => document.querySelector("[data-body]") && !document.querySelector("[data-late]"));
    // Leptos puts an empty comment where an element may get children.
    const body = (await page.locator("[data-body]").innerHTML()).replace(/<!---->$/, "");
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const plain = await newReader(browser, { ...DESKTOP, javaScriptEnabled: false });
    await plain.goto(paper.url + LONG.path);
    assert.equal(body, await plain.locator("[data-body]").innerHTML());
    assert.ok((await served()).length > 60_000);
    assert.ok(Math.abs(height - (await plain.evaluate(() => document.documentElement.scrollHeight))) < 200);
    await plain.context().close();
    await page.context().close();
  });

  test("is left and come back to at the same pixel", async () => {
    const { page } = await reader();
    await page.locator(`main a[href="${LONG.path}"]`).first().click();
    await headed(page, LONG.title);
    await until(page, () => document.querySelector("[data-body]") && !document.querySelector("[data-late]"));
    await page.evaluate(() => scrollTo(0, 15_000));
    const words = () => {
      const range = document.caretPositionFromPoint(innerWidth / 2, innerHeight / 2);
      return [scrollY, range?.offsetNode.textContent];
    };
    const seen = await page.evaluate(words);
    await page.locator(".brand").evaluate((link) => link.click());
    await page.waitForURL(`${paper.url}/`);
    await page.locator("main article.card").first().waitFor();
    await page.goBack();
    await headed(page, LONG.title);
    await until(page, (y) => scrollY === y, seen[0]);
    assert.deepEqual(await page.evaluate(words), seen);
    await page.context().close();
  });

  test("shows its note to who follows it there", async () => {
    const { page } = await reader();
    await page.locator(`main a[href="${LONG.path}"]`).first().click();
    await headed(page, LONG.title);
    await page.locator(".footnote-ref a").first().evaluate((link) => link.click());
    await until(page, () => {
      const { top, bottom } = document.querySelector(":target").getBoundingClientRect();
      return location.hash !== "" && top >= 0 && bottom <= innerHeight;
    });
    await page.context().close();
  });
});
