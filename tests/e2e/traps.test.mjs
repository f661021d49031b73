// A client that traps leaves the reader a whole page, does without itself where it trapped, and is not loaded for ever.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { clientFiles, failed, trapsAtStart, trapsWhenTold, trapsWhenUp } from "./support/client.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { hasten, headed, newReader, open, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { changed } from "./support/wire.mjs";

const TITLE = "Центр наставников";
const SECTION = "/section/nature/";

let files;
opens({}, async () => {
  files = await clientFiles(paper);
});

/** How often the client was asked for: its module is not kept by the browser in these tests. */
const asked = () => paper.wire.asked.filter(({ path }) => path === files.script || path === files.wasm).length;

/** Has the client trap, and waits until the page has been loaded anew. */
async function trap(page) {
  await page.evaluate(() => { window.isOld = true; });
  await page.evaluate(() => dispatchEvent(new Event("test:trap")));
  await until(page, () => !window.isOld && document.readyState === "complete");
}

/** Asserts that a page is what the server sent, and that it promises nothing that needs the client. */
async function isPlain(page, title = TITLE) {
  await headed(page, title);
  await until(page, () => [...document.querySelectorAll("[data-part], [data-does]")].every((button) => !button.checkVisibility()));
  assert.equal(await page.locator("html[data-client]").count(), 0);
}

/** Follows a link that is plain. */
async function follows(page, href) {
  paper.wire.forget();
  await page.locator(`a[href="${href}"]`).first().evaluate((link) => link.click());
  await page.waitForURL(paper.url + href, { waitUntil: "commit" });
  assert.deepEqual(paper.wire.documents(), [href]);
}

describe("a trap", () => {
  test("keeps its address plain, and no other", async () => {
    const page = await newReader(browser);
    paper.wire.fail(files.script, trapsWhenTold);
    await open(page, paper.url + ARTICLE);
    await page.evaluate(() => scrollTo(0, 300));
    paper.wire.forget();
    await trap(page);
    assert.deepEqual(paper.wire.documents(), [ARTICLE], "the server's page, once");
    // The reader stays where they were.
    await until(page, () => scrollY === 300);
    await isPlain(page);
    await page.reload();
    await isPlain(page);
    const { build, ...record } = await failed(page);
    assert.deepEqual(record, { traps: 1, plain: [ARTICLE], refetches: 0 });
    assert.equal(build, await page.evaluate(() => document.querySelector("script[data-client]").dataset.build));

    await follows(page, "/");
    await taken(page);
    // The client does not show it either: neither by a link nor by a step in the history.
    await follows(page, ARTICLE);
    await isPlain(page);
    await page.goBack();
    await taken(page);
    await page.goForward();
    await isPlain(page);
    await page.context().close();
  });

  test("in a page that the client went to leaves the ways back and forward", async () => {
    const page = await newReader(browser);
    paper.wire.fail(files.script, trapsWhenTold);
    await open(page, `${paper.url}/`);
    const front = await page.locator("main h1").textContent();
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await headed(page, TITLE);
    await trap(page);
    await isPlain(page);
    await page.goBack();
    await headed(page, front);
    await taken(page);
    await page.goForward();
    await isPlain(page);
    await page.context().close();
  });

  test("while a page is drawn is that page's, not that of the one before", async () => {
    const page = await newReader(browser);
    await open(page, `${paper.url}/`);
    await page.evaluate(() => {
      document.createTextNode = () => { throw new RangeError("too deep"); };
    });
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await isPlain(page);
    assert.equal(await page.evaluate(() => location.pathname), ARTICLE);
    assert.deepEqual((await failed(page)).plain, [ARTICLE]);
    await page.goBack();
    await taken(page);
    await page.context().close();
  });

  test("while it starts leaves the page as it is", async () => {
    const page = await newReader(browser);
    paper.wire.fail(files.script, trapsAtStart);
    await page.goto(paper.url + ARTICLE);
    await isPlain(page);
    assert.deepEqual(paper.wire.documents(), [ARTICLE]);
    assert.deepEqual((await failed(page)).plain, [ARTICLE]);
    await page.context().close();
  });

  test("that comes twice turns the client off, until there is another build", async () => {
    const page = await newReader(browser);
    paper.wire.fail(files.script, trapsWhenTold);
    await open(page, paper.url + ARTICLE);
    await trap(page);
    await open(page, `${paper.url}/`);
    await trap(page);
    const front = await page.locator("main h1").textContent();
    await isPlain(page, front);
    paper.wire.forget();
    await page.goto(paper.url + SECTION);
    await isPlain(page, await page.locator("main h1").textContent());
    assert.equal(asked(), 0);
    const newer = (html) => html.replaceAll(/(data-build="|"build":")[^"]*/g, "$1newer");
    paper.wire.fail("/popular/", changed(newer));
    await open(page, `${paper.url}/popular/`);
    await page.context().close();
  });

  test("does not count any more once the client has been up for ten seconds", async () => {
    const page = await newReader(browser);
    paper.wire.fail(files.script, trapsWhenTold);
    await hasten(page);
    await open(page, paper.url + ARTICLE);
    await trap(page);
    assert.equal((await failed(page)).traps, 1);
    await open(page, `${paper.url}/`);
    await until(page, () => window.waited.includes(10_000));
    assert.equal((await failed(page)).traps, 0);
    await trap(page);
    assert.deepEqual((await failed(page)).plain, [ARTICLE, "/"], "the addresses stay plain");
    await open(page, paper.url + SECTION);
    await page.context().close();
  });
});

describe("no page is loaded for ever", () => {
  /** A storage that is refused, or that works until the document is left. */
  const storages = {
    "is refused": () => {
      const denied = { get() { throw new DOMException("denied", "SecurityError"); } };
      Object.defineProperty(window, "sessionStorage", denied);
    },
    "is full": () => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    },
  };
  for (const [name, script] of Object.entries(storages)) {
    test(`where storage ${name} a trap leaves the page where it is, with plain links`, async () => {
      const page = await newReader(browser);
      await page.addInitScript(script);
      paper.wire.fail(files.script, trapsWhenTold);
      await open(page, `${paper.url}/`);
      await page.locator(`main a[href="${ARTICLE}"]`).first().click();
      await headed(page, TITLE);
      paper.wire.forget();
      await page.evaluate(() => dispatchEvent(new Event("test:trap")));
      await isPlain(page);
      // A place in the page is no other page.
      await page.evaluate(() => { location.hash = "main"; });
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      assert.deepEqual(paper.wire.documents(), []);
      const href = await page.locator("aside.related a").first().getAttribute("href");
      await follows(page, href);
      await taken(page);
      await page.context().close();
    });
  }

  test("where a storage forgets what it was given", async () => {
    const page = await newReader(browser);
    await page.addInitScript(() => {
      const kept = new Map();
      const storage = {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => kept.set(key, String(value)),
        removeItem: (key) => kept.delete(key),
      };
      Object.defineProperty(window, "sessionStorage", { value: storage });
    });
    paper.wire.fail(files.script, trapsWhenUp);
    await page.goto(paper.url + ARTICLE);
    await until(page, () => performance.getEntriesByType("navigation")[0].type === "reload");
    await isPlain(page);
    assert.deepEqual(paper.wire.documents(), [ARTICLE, ARTICLE]);
    await page.context().close();
  });

  test("but one that traps when it is up is loaded once more", async () => {
    const page = await newReader(browser);
    paper.wire.fail(files.script, trapsWhenUp);
    await page.goto(paper.url + ARTICLE);
    await until(page, () => performance.getEntriesByType("navigation")[0].type === "reload");
    await isPlain(page);
    assert.deepEqual(paper.wire.documents(), [ARTICLE, ARTICLE]);
    await page.context().close();
  });
});

test("what is kept in another form counts as none", async () => {
  const page = await newReader(browser);
  await open(page, paper.url + ARTICLE);
  const build = await page.evaluate(() => document.querySelector("script[data-client]").dataset.build);
  // The first is what earlier versions kept.
  for (const value of [build, "1", "null", "{}", `{"build":"${build}"}`, `{"build":"${build}","plain":{}}`, "}{"]) {
    await page.evaluate((value) => sessionStorage.setItem("habarshy:failed", value), value);
    await page.reload();
    await taken(page);
  }
  await page.context().close();
});
