// The client comes whatever happens to its files on their way, and wherever the reader goes meanwhile.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { acting, action } from "./support/article.mjs";
import { clientFiles, counted, failed } from "./support/client.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { hasten, hold, newReader, openBrowser, openFirefox, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { changed, cut, data, halved, hanging, held, refused, stalled, status, times } from "./support/wire.mjs";

let files;
opens({}, async () => {
  files = await clientFiles(paper);
});

/** How often a path was asked for. */
const count = (path) => paper.wire.asked.filter((one) => one.path === path).length;
/** Waits until a path has been asked for. */
const asks = (path) => paper.wire.until(() => count(path) > 0);
/** Opens an address without waiting for more than its beginning. */
const begin = (page, path) => page.goto(paper.url + path, { waitUntil: "commit" });

/** Lets the page do all that it has to do by now. */
const idle = (page) => page.evaluate(async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => requestIdleCallback(done));
  }
});

/** Phases of the load: what a page is held up by, and what there is when it is. */
const PHASES = {
  "before the loader runs": () => holds(files.loader, hanging),
  "while the script is on its way": () => holds(files.script, hanging),
  "while the module is on its way": () => holds(files.wasm, hanging),
  "while half of the module is there": () => holds(files.wasm, stalled),
  "while the client starts": async (page) => {
    await page.addInitScript(() => {
      if (location.pathname !== "/") return;
      WebAssembly.instantiate = () => {
        window.isStarting = true;
        return new Promise(() => {});
      };
    });
    return () => until(page, () => window.isStarting);
  },
  "just after it is up": async (page) => () => taken(page),
};

/** Tells the wire of a click when the page has had some turns after it: Playwright cannot ask a page that is about to be left. */
const tellsOfClicks = (page) => page.addInitScript(() => addEventListener("click", async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setTimeout(done));
  fetch("/clicked").catch(() => {});
}));

function holds(path, fault) {
  paper.wire.fail(path, fault);
  return () => asks(path);
}

for (const [name, launch] of [["Chromium", openBrowser], ["Firefox", openFirefox]]) {
  describe(`a click is no failure of the client, in ${name}`, () => {
    let own;
    before(async () => { own = await launch(); });
    after(() => own?.close());

    for (const [phase, prepare] of Object.entries(PHASES)) {
      test(phase, async () => {
        const page = await newReader(own);
        await tellsOfClicks(page);
        const hasCome = await prepare(page);
        await begin(page, "/");
        const link = page.locator(`main a[href="${ARTICLE}"]`).first();
        await link.waitFor();
        await hasCome();
        paper.wire.mend();
        // The next document takes its time: what breaks off is noticed before the page is left.
        const document = held();
        paper.wire.fail(ARTICLE, document.fault);
        await link.evaluate((one) => one.click());
        if (phase !== "just after it is up") await Promise.all([asks(ARTICLE), asks("/clicked")]);
        document.release();
        await page.waitForURL(paper.url + ARTICLE, { waitUntil: "commit" });
        await taken(page);
        await counted(page, ARTICLE);
        assert.equal(await failed(page), null);
        await page.context().close();
      });
    }

    test("just after it is up, to another document", async () => {
      const page = await newReader(own);
      await begin(page, "/kk/");
      await taken(page);
      await page.evaluate((path) => location.assign(path), ARTICLE);
      await page.waitForURL(paper.url + ARTICLE, { waitUntil: "commit" });
      await taken(page);
      await counted(page, ARTICLE);
      assert.equal(await failed(page), null);
      await page.context().close();
    });
  });
}

describe("what cannot be had is asked for again while the page stands", () => {
  const faults = { refused, missing: status(404), broken: status(500), "cut off": cut, "half there": halved };
  for (const file of ["script", "wasm"]) {
    for (const [name, fault] of Object.entries(faults)) {
      test(`the ${file} is ${name}, twice`, async () => {
        const page = await newReader(browser);
        await hasten(page);
        paper.wire.fail(files[file], times(2, fault));
        await begin(page, ARTICLE);
        await taken(page);
        assert.equal(count(files[file]), 3);
        assert.deepEqual(paper.wire.documents(), [ARTICLE]);
        await counted(page, ARTICLE);
        assert.equal((await failed(page))?.traps ?? 0, 0);
        await page.context().close();
      });
    }
  }

  test("the page's JSON is, where something has changed the page", async () => {
    const page = await newReader(browser);
    await hold(page, 2_000);
    const putIn = (html) => html.replace("<main id=\"main\">", "<main id=\"main\"><div class=\"foreign\">!</div>");
    paper.wire.fail(ARTICLE, changed(putIn));
    paper.wire.fail(data(ARTICLE), status(500));
    await begin(page, ARTICLE);
    await until(page, () => window.begun > 0);
    assert.equal(await page.locator("html[data-client]").count(), 0);
    assert.equal(await page.locator(".foreign").count(), 1);
    paper.wire.mend(data(ARTICLE));
    await page.evaluate(() => window.pass());
    await taken(page);
    assert.equal(await page.locator(".foreign").count(), 0);
    await counted(page, ARTICLE);
    await page.context().close();
  });

  test("each time after a longer pause", async () => {
    const page = await newReader(browser);
    await hasten(page);
    paper.wire.fail(files.script, times(4, status(500)));
    await begin(page, ARTICLE);
    await taken(page);
    const waits = await page.evaluate(() => window.waits);
    const pauses = [2_000, 4_000, 8_000, 16_000, 32_000].filter((pause) => waits.includes(pause));
    assert.deepEqual(pauses, [2_000, 4_000, 8_000, 16_000]);
    await page.context().close();
  });

  /** A page whose first two attempts have failed, and on which the third never comes by itself. */
  async function waiting() {
    const page = await newReader(browser);
    await page.addInitScript(() => {
      const { setTimeout } = window;
      window.setTimeout = (call, wait) => {
        // The loader's comes first. The client has pauses as long when an answer does not come in its (hastened) time, and calls
        // its waits off by their numbers.
        if (wait !== 4_000 || window.isWaiting) return setTimeout(call, wait / 50);
        window.isWaiting = true;
      };
    });
    paper.wire.fail(files.script, refused);
    await begin(page, ARTICLE);
    await until(page, () => window.isWaiting);
    paper.wire.mend();
    return page;
  }

  test("at once when the network is back", async () => {
    const page = await waiting();
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await taken(page);
    await page.context().close();
  });

  test("at once when the tab is looked at again", async () => {
    const page = await waiting();
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
    await taken(page);
    await page.context().close();
  });

  test("at once when the reader turns to a link", async () => {
    const page = await waiting();
    // Not so soon after a failure that moving over many links would be as many requests.
    await until(page, () => {
      document.querySelector("main a[href]").dispatchEvent(new Event("focusin", { bubbles: true }));
      return document.documentElement.dataset.client === "ready";
    });
    await page.context().close();
  });
});

test("a page that comes back without its client loads it, under a reader who stays where they were", async () => {
  const keeping = await openBrowser({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  try {
    const page = await newReader(keeping);
    await page.addInitScript(() => {
      addEventListener("pageshow", (event) => { window.isKept = event.persisted; });
    });
    paper.wire.fail(files.wasm, hanging);
    await begin(page, ARTICLE);
    await asks(files.wasm);
    await page.evaluate(() => scrollTo(0, 700));
    await until(page, () => scrollY === 700);
    await page.evaluate((path) => location.assign(path), `/kk${ARTICLE}`);
    await page.waitForURL(`${paper.url}/kk${ARTICLE}`, { waitUntil: "commit" });
    paper.wire.mend();
    // Playwright's own step back asks the page that is being exchanged, and finds none on a slow machine.
    await page.evaluate(() => { history.back(); });
    await until(page, () => window.isKept === true);
    await taken(page);
    assert.equal(await page.evaluate(() => scrollY), 700, "the reader is where they were");
    await counted(page, ARTICLE);
    assert.equal(await page.evaluate(() => scrollY), 700);
  } finally {
    await keeping.close();
  }
});

describe("what a page can do beyond being read", () => {
  const isSaved = (page) => page.locator(".actions [data-does=save][aria-pressed=true]").waitFor({ state: "attached" });
  const press = (page) => action(page, "save").evaluate((button) => button.click());

  for (const [name, file] of [["the loader", "loader"], ["the script", "script"], ["the module", "wasm"]]) {
    test(`keeps a press that comes before ${name}`, async () => {
      const page = await newReader(browser);
      const late = held();
      paper.wire.fail(files[file], late.fault);
      await begin(page, ARTICLE);
      await asks(files[file]);
      await page.locator("[data-part=settings]").first().click();
      late.release();
      await page.locator("dialog.settings").waitFor();
      await page.context().close();
    });
  }

  test("keeps a press that comes before the loader", async () => {
    const page = await newReader(browser);
    const loader = held();
    paper.wire.fail(files.loader, loader.fault);
    await begin(page, ARTICLE);
    await asks(files.loader);
    await page.locator("[data-part=settings]").first().click();
    loader.release();
    await page.locator("dialog.settings").waitFor();
    await page.context().close();
  });

  test("waits for the client in its places, and keeps an early press", async () => {
    const page = await newReader(browser);
    const module = held();
    paper.wire.fail(files.wasm, module.fault);
    await begin(page, ARTICLE);
    await asks(files.wasm);
    await press(page);
    await idle(page);
    assert.equal(await action(page, "save").getAttribute("aria-pressed"), null);
    module.release();
    await taken(page);
    await isSaved(page);
    await page.context().close();
  });

  test("is there when the client comes after all", async () => {
    const page = await newReader(browser);
    paper.wire.fail(files.script, refused);
    await begin(page, ARTICLE);
    await press(page);
    await asks(files.script);
    paper.wire.mend();
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await taken(page);
    await isSaved(page);
    await press(page);
    await page.locator(".actions [data-does=save][aria-pressed=false]").waitFor({ state: "attached" });
    await page.context().close();
  });

  test("is not promised where no client can run", async () => {
    const page = await newReader(browser);
    await page.addInitScript(() => { delete window.WebAssembly; });
    await page.goto(paper.url + ARTICLE);
    await until(page, () => [...document.querySelectorAll("[data-part], [data-does]")].every((button) => !button.checkVisibility()));
    for (const path of ["/search/", "/saved/"]) {
      await page.goto(paper.url + path);
      await page.locator("main p", { hasText: "WebAssembly" }).waitFor();
    }
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test("does not wait for an idle moment where the page is about it", async () => {
    const page = await newReader(browser);
    // A page that is never idle.
    await page.addInitScript(() => { window.requestIdleCallback = () => 0; });
    await begin(page, "/search/");
    await page.locator(".search-filters select").first().waitFor();
    await page.context().close();
  });
});
