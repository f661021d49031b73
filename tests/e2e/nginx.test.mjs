// What readers do, over nginx as it is configured by the command: policy, types, caching and redirects are those of a real server.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { ARTICLE } from "./support/pages.mjs";
import { builtPaper } from "./support/paper.mjs";
import { DESKTOP, headed, newReader, open, openBrowser, taken, until } from "./support/reader.mjs";
import { startServer } from "./support/servers.mjs";

const TITLE = "Центр наставников";
const MOVED = `+++
title = "Переезд со старого сайта"
date = 2026-11-20T09:30:00+05:00
section = "society"
aliases = ["/новости/старая"]
+++

У этой новости есть старый адрес.
`;

let browser, server, site;
before(async () => {
  browser = await openBrowser();
  ({ site } = await builtPaper({ precompress: true, articles: { "ru/moved.md": MOVED } }));
});
after(() => browser?.close());

describe("a reader", () => {
  let page;
  beforeEach(async () => {
    server = await startServer("nginx", site);
    page = await newReader(browser, { ...DESKTOP, worker: true });
  });
  afterEach(async () => {
    await page.context().close();
    await server.close();
  });

  test("goes from the front page to an article, a section and back without loading a document", async () => {
    await open(page, `${server.url}/`);
    await page.evaluate(() => { window.isSame = true; });
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await headed(page, TITLE);
    await page.locator(".sections a").nth(1).click();
    await until(page, () => location.pathname.startsWith("/section/"));
    await page.goBack();
    await headed(page, TITLE);
    assert.equal(await page.evaluate(() => window.isSame), true);
    await until(page, () => localStorage.getItem("habarshy:views"));
    assert.deepEqual(page.problems, []);
  });

  test("comes by an old address with letters of another alphabet", async () => {
    await page.goto(`${server.url}/новости/старая?from=mail`);
    await headed(page, "Переезд со старого сайта");
    assert.equal(new URL(page.url()).pathname, "/news/moved/");
    await taken(page);
    assert.deepEqual(page.problems, []);
  });

  test("is shown the page of the language where there is none", async () => {
    for (const [path, lang, home] of [["/there/is/nothing/", "ru", "/"], ["/kk/there/is/nothing/", "kk", "/kk/"]]) {
      const answer = await page.goto(server.url + path);
      assert.equal(answer.status(), 404);
      assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
      await page.locator(`main a[href="${home}"]`).first().click();
      await until(page, (path) => location.pathname === path, home);
    }
  });

  test("finds an article, and opens what was found", async () => {
    await open(page, `${server.url}/search/?q=${encodeURIComponent("наставников")}`);
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await headed(page, TITLE);
    assert.deepEqual(page.problems, []);
  });

  test("reads what was saved when the server is gone", async () => {
    await open(page, server.url + ARTICLE);
    await until(page, () => navigator.serviceWorker.controller?.state === "activated");
    await page.locator(".actions [data-does=save][aria-pressed=false]").click();
    await page.locator(".actions [data-does=save][aria-pressed=true]").waitFor();
    await server.close();
    await page.goto(`${server.url}/saved/`);
    await taken(page);
    await page.locator(`.saved-list a[href="${ARTICLE}"]`).click();
    await headed(page, TITLE);
  });
});
