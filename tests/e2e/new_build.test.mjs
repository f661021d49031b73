// A new build of the paper comes to readers of the old one, and nobody gets a mix of the two.

import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { PICTURED, TITLE, hasDevice, on, page, shellOf } from "./support/device.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { build } from "./support/paper.mjs";
import { headed, taken, until } from "./support/reader.mjs";
import { opens, paper } from "./support/stage.mjs";
import { data, moved, status } from "./support/wire.mjs";

let client;
/** Waits until the worker of a build is the only one: a document that is asked for meanwhile may be long in coming. */
const takesOver = (fresh) => on.comes(async (shell) => {
  const { active, installing, waiting } = await navigator.serviceWorker.getRegistration();
  return active && !installing && !waiting && (await caches.keys()).includes(shell);
}, `habarshy:shell:${fresh}`);

opens({ own: true }, async () => {
  client = join(paper.folder, "client");
  await cp("target/client", client, { recursive: true });
  await writeFile(join(client, "loader.js"), `${await readFile(join(client, "loader.js"), "utf8")}\nglobalThis.second = true;\n`);
  // The settings are others: their chunk ends with a section that means nothing.
  const settings = join(client, "chunks", "split_settings.wasm");
  await writeFile(settings, Buffer.concat([await readFile(settings), Buffer.from([0, 2, 1, "x".charCodeAt()])]));
});
hasDevice();

test("the new one is announced, and takes over with the next page; the old page keeps its own files until then", async () => {
  await build(paper.newsroom, paper.site);
  await on.openKept(ARTICLE);
  const old = await shellOf(paper);
  const settings = old.files.find((file) => file.includes("/split_settings."));
  await build(paper.newsroom, paper.site, client);
  const fresh = await shellOf(paper);
  assert.notEqual(fresh.build, old.build);
  assert.equal((await fetch(paper.url + settings)).status, 404, "the site has it no more");
  await on.update();
  await page.locator(".notice").getByText("Вышла новая версия газеты").waitFor();
  await on.isUsable();
  assert.equal(await page.evaluate((url) => fetch(url).then(({ status }) => status), settings), 200, "the old page has it still");
  assert.deepEqual((await on.shells()).sort(), [old, fresh].map(({ build }) => `habarshy:shell:${build}`).sort());
  // The next page is another document, all of it of the new build.
  await page.locator(".brand").click();
  await until(page, () => globalThis.second === true);
  await taken(page);
  assert.equal(await page.locator(".notice").count(), 0);
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith("/assets/")));
  assert.deepEqual(asked.filter((path) => !fresh.files.includes(path)), []);
  await on.comes((name) => caches.has(name).then((has) => !has), `habarshy:shell:${old.build}`);
  // The article is kept as the old build's document: it opens, and no script of either build runs in it.
  paper.wire.cutOff();
  await page.goto(paper.url + ARTICLE);
  await headed(page, TITLE);
  assert.equal(await page.evaluate(() => globalThis.second), undefined);
  paper.wire.cutOff(false);
});

test("the new one is told in a place that was there before, and leaves room to the bars of the reader", async () => {
  await build(paper.newsroom, paper.site);
  await on.openKept(ARTICLE);
  const place = await page.locator("#app > [role=status]:empty:not([class])").elementHandle();
  await build(paper.newsroom, paper.site, client);
  await on.update();
  const notice = page.locator(".notice");
  await notice.waitFor();
  assert.ok(await place.evaluate((element) => element.contains(document.querySelector(".notice"))));
  for (const name of ["listen", "resume"]) {
    await page.evaluate((className) => document.querySelector("article.article").append(Object.assign(document.createElement("div"), { className })), name);
    await notice.waitFor({ state: "hidden" });
    await page.evaluate((name) => document.querySelector(`.${name}`).remove(), name);
    await notice.waitFor();
  }
  // A small window and letters of twice the size.
  await page.setViewportSize({ width: 320, height: 480 });
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  assert.ok((await notice.boundingBox()).height <= 0.4 * 480);
  assert.ok(await page.getByRole("button", { name: "Обновить сейчас" }).evaluate((button) => {
    button.scrollIntoView();
    const { top, bottom } = button.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }));
});

test("a new one that waits has all of its files, wherever the reader goes on the old one", async () => {
  await build(paper.newsroom, paper.site);
  await on.openKept(ARTICLE);
  const old = await shellOf(paper);
  await build(paper.newsroom, paper.site, client);
  const fresh = await shellOf(paper);
  await on.update();
  await page.locator(".notice").waitFor();
  // What is shown next is told to the old worker, which then looks for what nobody needs. It does one after the other.
  for (const path of ["/popular/", "/section/nature/"]) {
    await page.evaluate(([build, path]) => navigator.serviceWorker.controller.postMessage({ ask: "keep", build, pages: [path] }), [old.build, path]);
    await on.kept(path);
  }
  assert.deepEqual((await on.paths(`habarshy:shell:${fresh.build}`)).sort(), [...fresh.files].sort());
});

test("the notice is put away, and the focus does not get lost", async () => {
  await build(paper.newsroom, paper.site);
  await on.openKept(ARTICLE);
  await build(paper.newsroom, paper.site, client);
  await on.update();
  await page.locator(".notice").getByRole("button", { name: "Закрыть" }).press("Enter");
  await page.locator(".notice").waitFor({ state: "detached" });
  assert.ok(await page.evaluate(() => document.activeElement.matches("main h1")));
});

test("a press takes it at once", async () => {
  await build(paper.newsroom, paper.site);
  await on.openKept(ARTICLE);
  await build(paper.newsroom, paper.site, client);
  await on.update();
  await page.getByRole("button", { name: "Обновить сейчас" }).click();
  await until(page, () => globalThis.second === true);
  await headed(page, TITLE);
});

test("a press takes it in a tab that another one was quicker than", async () => {
  await build(paper.newsroom, paper.site);
  await on.openKept(ARTICLE);
  const other = await page.context().newPage();
  await other.goto(paper.url + ARTICLE);
  await taken(other);
  await build(paper.newsroom, paper.site, client);
  await on.update();
  const press = (tab) => tab.getByRole("button", { name: "Обновить сейчас" }).click();
  await other.locator(".notice").waitFor();
  await press(page);
  await until(page, () => globalThis.second === true);
  await press(other);
  await until(other, () => globalThis.second === true);
  await headed(other, TITLE);
});

test("a saved article of the new one is shown in place of an older one that was only visited", async () => {
  await build(paper.newsroom, paper.site);
  await on.openKept(PICTURED);
  await on.save(PICTURED);
  await build(paper.newsroom, paper.site, client);
  const { build: fresh } = await shellOf(paper);
  // No link to it is here, by which the browser would have it already.
  await page.goto(`${paper.url}/search/`);
  await on.comes(async ([path, fresh]) => (await (await caches.match(path, { cacheName: "habarshy:saved" }))?.text())?.includes(fresh), [PICTURED, fresh]);
  await takesOver(fresh);
  await on.goOffline();
  await page.goto(paper.url + PICTURED);
  await taken(page);
  assert.equal(await page.evaluate(() => document.querySelector("script[data-client]").dataset.build), fresh);
});

test("a saved article is brought up to the new one", async () => {
  await build(paper.newsroom, paper.site);
  await on.openKept("/");
  await on.save(PICTURED);
  const [{ at }] = await on.records();
  await build(paper.newsroom, paper.site, client);
  const fresh = await shellOf(paper);
  await page.reload();
  await on.comes(async ([path, build]) => (await (await caches.match(path, { cacheName: "habarshy:saved" })).text()).includes(build), [PICTURED, fresh.build]);
  await on.comes(async (build) => (await (await caches.open("habarshy:saved")).match("/saved/record/news/lesopolosa-u-reki/")).json().then((record) => record.build === build), fresh.build);
  const [record] = await on.records();
  assert.deepEqual([record.at, record.section], [at, "Природа"]);
});

/** Where the record of the saved article is kept. */
const RECORD = `/saved/record${PICTURED}`;

describe("a saved article that cannot be brought up to it", () => {
  /** A reader with a saved article, and the build that comes after. */
  async function savedBefore() {
    await build(paper.newsroom, paper.site);
    await on.openKept("/");
    await on.save(PICTURED);
    const [{ build: first }] = await on.records();
    await build(paper.newsroom, paper.site, client);
    const { build: fresh } = await shellOf(paper);
    paper.wire.fail(PICTURED, status(500));
    // What is asked for while a worker takes over may never be answered: that page's attempt does not count.
    await page.goto(`${paper.url}/search/`);
    await takesOver(fresh);
    await forget();
    await fails();
    await forget();
    paper.wire.mend(PICTURED);
    return { first, fresh };
  }
  const buildOfSaved = async () => (await on.records())[0].build;
  const forget = () => page.evaluate(() => localStorage.clear());
  /** Opens a page of the new build that has no link to the article. Each looks once after what is saved. */
  const look = async () => {
    await page.goto(`${paper.url}/search/`);
    await until(page, () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/split_store.")));
  };
  const fails = async () => {
    await look();
    await until(page, () => localStorage.getItem("habarshy:renewal"));
  };

  test("for an error of the server is asked for again later, one that was taken back is not", async () => {
    const { first, fresh } = await savedBefore();
    for (const code of [500, 503, 429]) {
      await forget();
      paper.wire.fail(PICTURED, status(code));
      await fails();
      assert.equal(await buildOfSaved(), first, `${code}`);
    }
    paper.wire.forget();
    await look();
    assert.ok(!paper.wire.asked.some(({ path }) => path === PICTURED), "not at once");
    await forget();
    paper.wire.fail(PICTURED, moved("/"));
    paper.wire.fail(data(PICTURED), status(404));
    await fails();
    assert.equal(await buildOfSaved(), first, "what stands elsewhere now is not what was saved");
    paper.wire.mend(data(PICTURED));
    paper.wire.forget();
    await look();
    assert.ok(!paper.wire.asked.some(({ path }) => path === PICTURED), "not at once either");
    await forget();
    paper.wire.fail(PICTURED, status(404));
    await look();
    await on.comes(async ([record, fresh]) => (await (await caches.match(record)).json()).build === fresh, [RECORD, fresh]);
    assert.ok(await page.evaluate((path) => caches.match(path, { cacheName: "habarshy:saved" }).then(Boolean), PICTURED), "it stays");
  });

  test("for want of room stays as it is, and what was visited stays with it", async () => {
    const { first, fresh } = await savedBefore();
    await page.evaluate(() => caches.open("habarshy:pictures").then((cache) => cache.put("/media/visited.webp", new Response("…"))));
    const before = (await on.paths("habarshy:saved")).sort();
    // The document is the first file that finds no room.
    await page.addInitScript((path) => {
      const { put } = Cache.prototype;
      Cache.prototype.put = function (file, answer) {
        return file === path ? Promise.reject(new DOMException("full", "QuotaExceededError")) : put.call(this, file, answer);
      };
    }, PICTURED);
    await fails();
    assert.equal(await buildOfSaved(), first);
    assert.deepEqual((await on.paths("habarshy:saved")).sort(), before);
    assert.ok((await on.paths("habarshy:pictures")).includes("/media/visited.webp"));
    paper.wire.forget();
    await look();
    assert.ok(!paper.wire.asked.some(({ path }) => path === PICTURED), "it is not fetched with every page");
  });
});

test("the kill switch takes the worker and what it kept, but nothing that was saved", async () => {
  await build(paper.newsroom, paper.site);
  await on.openKept(ARTICLE);
  await on.save(PICTURED);
  const file = join(paper.newsroom, "site.toml");
  const config = await readFile(file, "utf8");
  await writeFile(file, `${config}\n[offline]\nworker = false\n`);
  await build(paper.newsroom, paper.site);
  await page.goto(paper.url);
  await on.comes(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
  assert.deepEqual(await on.names(), ["habarshy:saved"]);
  await page.reload();
  await taken(page);
  assert.equal(await page.locator("script[data-worker]").count(), 0);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  await page.goto(`${paper.url}/saved/`);
  await page.locator(`.saved-list a[href="${PICTURED}"]`).waitFor();
  await writeFile(file, config);
});
