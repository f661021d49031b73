// Without WebAssembly, or after traps, the paper is the plain one: what was chosen holds, what needs the client is hidden, and
// pages that live by it say so.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SETTINGS_KEY, SETTINGS_VERSION } from "../../src/constants.js";
import { PICTURED, READER, device, shellOf } from "./support/device.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { headed, newReader, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";

opens();

const choice = (theme) => [SETTINGS_KEY, JSON.stringify({ version: SETTINGS_VERSION, theme })];

const plain = {
  "a browser without WebAssembly": async (page) => {
    await page.context().addInitScript(() => delete window.WebAssembly);
  },
  "a tab in which the client has trapped twice": async (page) => {
    const { build } = await shellOf(paper);
    await page.context().addInitScript((record) => {
      sessionStorage.setItem("habarshy:failed", JSON.stringify(record));
    }, { build, traps: 2, plain: [], refetches: 0 });
  },
};

/** Opens a page, and waits until its loader has found that there is no client for it. */
async function begin(page, path) {
  await page.goto(paper.url + path);
  await until(page, () => document.readyState === "complete" && !("script" in document.documentElement.dataset));
}

for (const [name, prepare] of Object.entries(plain)) {
  describe(name, () => {
    test("shows what was chosen, before and in another tab, and hides what needs the client", async () => {
      const page = await newReader(browser);
      await prepare(page);
      await page.goto(paper.url);
      await page.evaluate(([key, record]) => localStorage.setItem(key, record), choice("sepia"));
      await begin(page, ARTICLE);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "sepia");
      const other = await page.context().newPage();
      await other.goto(paper.url);
      await other.evaluate(([key, record]) => localStorage.setItem(key, record), choice("dark"));
      await page.locator("html[data-theme=dark]").waitFor({ state: "attached" });
      assert.equal(await page.locator("button:visible, .needs-script:visible").count(), 0);
      assert.ok((await page.locator("[data-body]").innerText()).length > 1_000);
      // Sharing is a list of links.
      await page.locator(".share summary").click();
      assert.ok(await page.locator(".share a").first().isVisible());
      assert.deepEqual(page.problems, []);
      await page.context().close();
    });

    test("says on the page of the search why nothing is found, and where to look", async () => {
      const page = await newReader(browser);
      await prepare(page);
      await begin(page, "/search/?q=автобус");
      const why = page.locator(".without-script");
      assert.match(await why.innerText(), /WebAssembly/);
      await why.getByRole("link").click();
      await headed(page, "Архив");
      await page.context().close();
    });

    test("says on the page of saved articles why none are listed", async () => {
      const page = await newReader(browser);
      await prepare(page);
      await begin(page, "/saved/");
      await headed(page, "Сохраненное");
      assert.match(await page.locator(".without-script").innerText(), /WebAssembly/);
      assert.equal(await page.locator("main button:visible").count(), 0);
      await page.context().close();
    });

    test("opens a saved article by its address without a network, and says what is not there", async () => {
      const page = await newReader(browser, READER);
      const on = device(page, paper);
      await on.openKept("/");
      await on.save(PICTURED);
      await page.evaluate(async () => {
        for (const name of await caches.keys()) if (/pages|data|pictures/.test(name)) await caches.delete(name);
      });
      await prepare(page);
      await on.goOffline();
      await begin(page, PICTURED);
      assert.ok((await page.locator("[data-body]").innerText()).length > 1_000);
      await on.drawn("article.article img, .cover img, [data-body] img");
      // The page of saved articles stands in for what is not kept, and says what it lacks.
      await begin(page, ARTICLE);
      await page.getByText("Устройство не подключено к интернету").waitFor();
      await on.goOnline();
      await page.reload();
      await page.locator("[data-body]").waitFor();
      await page.context().close();
    });
  });
}
