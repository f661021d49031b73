// The pages and articles that the previous version of the client and its worker kept on a device (stored.test.mjs has all that
// they stored).

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { device } from "./support/device.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { atRest, headed, open, taken, until } from "./support/reader.mjs";
import { buildOf, comeBack, complaints, read, returns, stored } from "./support/returning.mjs";
import { paper } from "./support/stage.mjs";
import { data, status } from "./support/wire.mjs";

returns();

/** What was written down of the saved article. */
const record = JSON.parse(stored.caches["habarshy:saved"].find(({ path }) => path.startsWith("/saved/record/")).body);

describe("saved articles", () => {
  const SAVED = record.path;
  /** What could not be brought up to a build, and when. */
  const RENEWAL = "habarshy:renewal";

  test("are listed, and open without a network as they were saved", async () => {
    const page = await comeBack({ worker: true });
    const on = device(page, paper);
    for (const path of [SAVED, data(SAVED)]) paper.wire.fail(path, status(503));
    await on.openKept("/popular/");
    await on.goOffline();
    await page.goto(`${paper.url}/saved/`);
    await taken(page);
    const item = page.locator(".saved-list li", { has: page.locator(`a[href="${SAVED}"]`) });
    assert.equal(await item.locator("a").innerText(), record.title);
    assert.match(await item.locator(".saved-facts").innerText(), new RegExp(`^${record.section}\\s· \\d\\d\\.\\d\\d\\.\\d{4}\\s· `));
    await item.locator("a").click();
    await page.waitForURL(paper.url + SAVED);
    await headed(page, record.title);
    assert.ok((await page.locator("[data-body]").innerText()).length > 1_000);
    await on.drawn("[data-body] img");
    await page.context().close();
  });

  test("are brought up to the new build, and stay saved since when they were", async () => {
    const page = await comeBack({ worker: true });
    const on = device(page, paper);
    await on.openKept("/");
    const fresh = await buildOf();
    assert.notEqual(fresh, record.build);
    await on.comes(async ([path, build]) => (await (await caches.match(path, { cacheName: "habarshy:saved" })).text()).includes(build), [SAVED, fresh]);
    await on.comes(async ([path, build]) => (await (await caches.match(`/saved/record${path}`, { cacheName: "habarshy:saved" })).json()).build === build, [SAVED, fresh]);
    const renewed = await page.evaluate(async (path) => (await caches.match(`/saved/record${path}`, { cacheName: "habarshy:saved" })).json(), SAVED);
    assert.deepEqual([renewed.at, renewed.title, renewed.section], [record.at, record.title, record.section]);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("are left alone for an hour where they could not be brought up to this build, and then brought up", async () => {
    const fresh = await buildOf();
    const failed = { ...read(RENEWAL), build: fresh };
    assert.equal(failed.path, SAVED);
    // It has failed just now.
    const change = (stored) => ({ ...stored, local: { ...stored.local, [RENEWAL]: JSON.stringify({ ...failed, at: stored.written }) } });
    const page = await comeBack({ at: Date.now(), worker: true, change });
    await page.addInitScript((key) => {
      const { getItem } = Storage.prototype;
      Storage.prototype.getItem = function (name) {
        if (name === key) window.isRead = true;
        return getItem.call(this, name);
      };
    }, RENEWAL);
    const on = device(page, paper);
    const asked = () => paper.wire.asked.filter(({ path }) => path === SAVED).length;
    const buildOfRecord = () => page.evaluate(async (path) => (await (await caches.match(`/saved/record${path}`, { cacheName: "habarshy:saved" })).json()).build, SAVED);
    await on.openKept("/");
    await until(page, () => window.isRead);
    await atRest(page);
    assert.equal(asked(), 0);
    assert.equal(await buildOfRecord(), record.build);
    await page.evaluate(([key, hour]) => {
      const failed = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({ ...failed, at: failed.at - hour }));
    }, [RENEWAL, 60 * 60_000]);
    await page.reload();
    await on.comes(async ([path, build]) => (await (await caches.match(`/saved/record${path}`, { cacheName: "habarshy:saved" })).json()).build === build, [SAVED, fresh]);
    assert.ok(asked() > 0);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("are let go of by the button of the article", async () => {
    const page = await comeBack();
    await open(page, paper.url + SAVED);
    await page.locator(".actions [data-does=save][aria-pressed=true]").click();
    await page.locator(".actions [data-does=save][aria-pressed=false]").waitFor();
    await open(page, `${paper.url}/saved/`);
    await page.getByText("Пока ничего не сохранено").waitFor();
    await page.context().close();
  });
});

describe("what was visited", () => {
  /** Articles that are kept as documents, and their headlines. */
  const kept = stored.caches["habarshy:pages"].filter(({ path }) => /\/news\//.test(path))
    .map(({ path, body }) => [path, /<h1[^>]*>([^<]+)/.exec(body.toString())[1]]);

  test("opens without a network, with its picture", async () => {
    const page = await comeBack({ worker: true });
    const on = device(page, paper);
    await on.openKept("/archive/");
    await on.goOffline();
    assert.ok(kept.length > 2);
    for (const [path, title] of kept) {
      await page.goto(paper.url + path);
      await headed(page, title);
      assert.ok((await page.locator("[data-body]").innerText()).length > 500, path);
    }
    await page.goto(paper.url + ARTICLE);
    await on.drawn(".cover img");
    await page.context().close();
  });

  test("is listed among what is on the device, and opens by a link of the new client", async () => {
    const page = await comeBack({ worker: true });
    const on = device(page, paper);
    await on.openKept("/archive/");
    await on.goOffline();
    await page.goto(`${paper.url}/saved/`);
    await taken(page);
    const lately = page.locator(".saved-read a");
    await lately.first().waitFor();
    const paths = await lately.evaluateAll((all) => all.map((link) => link.pathname));
    assert.deepEqual(paths.sort(), kept.map(([path]) => path).filter((path) => path !== record.path).sort());
    await page.locator(`.saved-read a[href="${ARTICLE}"]`).click();
    await page.waitForURL(paper.url + ARTICLE);
    await headed(page, kept.find(([path]) => path === ARTICLE)[1]);
    await page.locator("[data-body]").waitFor();
    await page.context().close();
  });

  test("makes room for the new build's shell, and the old one goes", async () => {
    const page = await comeBack({ worker: true });
    const on = device(page, paper);
    const old = Object.keys(stored.caches).find((name) => name.startsWith("habarshy:shell:"));
    await on.openKept("/");
    // With the next page: the first one may be there before the page of before has gone.
    await page.locator(".sections a").nth(1).click();
    await on.comes((old) => caches.has(old).then((has) => !has), old);
    await on.kept("/saved/", `habarshy:shell:${await buildOf()}`);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });
});
