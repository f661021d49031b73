// Without a network there is what was read; what is not there is said, and never by the browser.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { describe, test } from "node:test";
import { PICTURED, TITLE, device, hasDevice, on, page, shellOf } from "./support/device.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { inTime } from "./support/timeouts.mjs";
import { headed, newReader, open, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { data, hanging, held, status, uncached } from "./support/wire.mjs";

opens();
hasDevice();

describe("what was read", () => {
  test("the first visit brings the worker and the whole shell, and a page nothing to complain of", async () => {
    await on.openKept(ARTICLE);
    const shell = await shellOf(paper);
    for (const chunk of ["article", "listen", "notices", "saved", "settings", "store"]) {
      assert.ok(shell.files.some((path) => path.startsWith(`/assets/split_${chunk}.`)), chunk);
    }
    assert.deepEqual(await on.shells(), [`habarshy:shell:${shell.build}`]);
    assert.deepEqual((await on.paths(`habarshy:shell:${shell.build}`)).sort(), [...shell.files].sort());
    await on.kept("/");
    assert.deepEqual(page.problems, []);
  });

  test("an article opens again as a document, with its client and its cover", async () => {
    await on.openKept(ARTICLE);
    await on.goOffline();
    await page.reload();
    await headed(page, TITLE);
    await taken(page);
    await on.drawn(".cover img");
  });

  test("an article that came as JSON opens by the client, and as a document in a new tab", async () => {
    await on.openKept("/");
    // What was fetched ahead before there was a worker did not come through it.
    await page.reload();
    await taken(page);
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await headed(page, TITLE);
    await on.kept(ARTICLE);
    await on.kept(data(ARTICLE), "habarshy:data");
    await on.goOffline();
    await page.goto(`${paper.url}/`);
    await taken(page);
    paper.wire.forget();
    await page.evaluate(() => { window.same = true; });
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await headed(page, TITLE);
    assert.equal(await page.evaluate(() => window.same), true, "by the client");
    await page.reload();
    await headed(page, TITLE);
  });

  test("an article that came as a document opens from a page of the client too", async () => {
    await on.openKept("/");
    await open(page, paper.url + ARTICLE);
    await on.kept(ARTICLE);
    await open(page, `${paper.url}/`);
    await on.goOffline();
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await page.waitForURL(paper.url + ARTICLE);
    await headed(page, TITLE);
    await taken(page);
  });

  test("is shown where the server fails, and where its answer does not come", async () => {
    // The worker is as impatient as it is.
    paper.wire.mend("/sw.js");
    await on.openKept(ARTICLE);
    for (const fault of [status(503), hanging]) {
      paper.wire.fail(ARTICLE, fault);
      await page.goto(paper.url + ARTICLE);
      await headed(page, TITLE);
    }
  });

  test("is kept up to a bound, and errors and old addresses are not", async () => {
    await on.openKept("/");
    const files = await readdir(paper.site, { recursive: true });
    const folders = files.filter((file) => /(news|tag)\/[^/]+\/index\.html$/.test(file)).map((file) => `/${file.replace("index.html", "")}`);
    const pages = ["/no/such/page/", "/index.php/molodezh/1187", ...folders.slice(0, 70)];
    assert.ok(pages.length > 70);
    await page.evaluate((pages) => navigator.serviceWorker.controller.postMessage({ ask: "keep", build: "", pages }), pages);
    await on.kept(pages.at(-1));
    // The oldest goes a moment after the last has come.
    await on.comes(async () => (await (await caches.open("habarshy:pages")).keys()).length <= 60);
    const documents = await on.paths("habarshy:pages");
    assert.equal(documents.length, 60);
    assert.ok(!documents.includes("/") && !documents.includes("/no/such/page/") && !documents.includes("/index.php/molodezh/1187"));
  });
});

describe("a copy", () => {
  const notice = (text) => page.locator(".notice", { hasText: text });

  for (const [path, words] of [
    [ARTICLE, /^Сайт не отвечает\. Показана копия от \d\d\.\d\d\.\d{4}, \d\d:\d\d/],
    [`/kk${ARTICLE}`, /^Сайт жауап бермейді\. Көшірменің уақыты: \d\d\.\d\d\.\d{4}, \d\d:\d\d/],
    [`/en${ARTICLE}`, /^The site does not answer\. This copy is from \d+ \w{3} \d{4}, \d\d:\d\d/],
  ]) {
    test(`of ${path} says from when it is`, async () => {
      await on.openKept(path);
      assert.equal(await page.locator(".notice").count(), 0);
      await on.goOffline();
      await page.reload();
      await notice(words).waitFor();
      await on.isUsable();
      await on.goOnline();
      await page.locator(".notice button").first().click();
      await page.locator(".notice").waitFor({ state: "detached" });
      await taken(page);
    });
  }

  test("that came by the client says so too, until a page comes from the network", async () => {
    paper.wire.fail(data(ARTICLE), uncached);
    await on.openKept("/");
    // What was fetched ahead before there was a worker did not come through it.
    await page.reload();
    await taken(page);
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await headed(page, TITLE);
    await on.kept(data(ARTICLE), "habarshy:data");
    await open(page, `${paper.url}/popular/`);
    paper.wire.fail(data(ARTICLE), status(503));
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await headed(page, TITLE);
    await notice("Показана копия от").waitFor();
    await page.locator(".sections a").nth(1).click();
    await page.locator(".notice").waitFor({ state: "detached" });
  });
});

/** Waits until all that the search is drawn by is kept: that happens when it is first used. */
async function searchIsKept() {
  const { later } = await shellOf(paper);
  const files = later.filter((path) => path.includes("/split_search."));
  assert.equal(files.length, 1);
  await on.comes((path) => caches.match(path).then(Boolean), files[0]);
}

describe("what is not there", () => {
  for (const [path, heading, again] of [
    ["/news/uchet-ptic-delta/", "Этой страницы на устройстве нет", "Попробовать снова"],
    ["/kk/section/nature/", "Бұл бет құрылғыда жоқ", "Қайталап көру"],
    ["/en/", "This page is not on the device", "Try again"],
  ]) {
    test(`${path} is said not to be there, under its own address, and what is there is listed`, async () => {
      await on.openKept(ARTICLE);
      await on.goOffline();
      await page.goto(paper.url + path);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      assert.equal(new URL(page.url()).pathname, path);
      await page.getByRole("button", { name: again }).waitFor();
      await on.isUsable();
      await page.locator(`.saved-read a[href="${ARTICLE}"]`).waitFor();
      await on.goOnline();
      await page.getByRole("heading", { name: heading }).waitFor({ state: "detached" });
      await page.locator(".masthead").waitFor();
    });
  }

  test("a way that has begun is not broken off when the network is back", async () => {
    await on.openKept("/");
    paper.wire.cutOff();
    await page.goto(paper.url + ARTICLE);
    await page.getByRole("heading", { name: "Этой страницы на устройстве нет" }).waitFor();
    paper.wire.cutOff(false);
    const { release, fault } = held();
    paper.wire.fail("/kk/", fault);
    paper.wire.forget();
    // The page that was asked for comes after the network is back.
    paper.wire.fail("/told", async (_, response) => {
      release();
      response.end();
    });
    await page.evaluate(() => {
      const back = () => {
        dispatchEvent(new Event("online"));
        fetch("/told", { keepalive: true });
      };
      addEventListener("beforeunload", () => setTimeout(back));
      location.assign("/kk/");
    });
    await page.waitForURL(`${paper.url}/kk/`);
    assert.ok(!paper.wire.asked.some(({ path, kind }) => path === ARTICLE && kind === "document"), "not loaded anew");
  });

  test("trying again brings the page, once the site answers", async () => {
    await on.openKept("/");
    paper.wire.cutOff();
    await page.goto(paper.url + ARTICLE);
    const again = page.getByRole("button", { name: "Попробовать снова" });
    await again.click();
    await again.waitFor();
    paper.wire.cutOff(false);
    await again.click();
    await headed(page, TITLE);
    await taken(page);
  });

  test("the search says that it needs the network, keeps the question, and answers it when the network is back", async () => {
    await on.openKept("/");
    await open(page, `${paper.url}/search/`);
    await page.locator(".search-field").waitFor();
    await searchIsKept();
    await on.goOffline();
    await page.goto(`${paper.url}/search/?q=автобус`);
    await page.locator(".search-status", { hasText: "Нет сети" }).waitFor();
    assert.equal(await page.locator(".search-field").inputValue(), "автобус");
    assert.equal(await page.locator(".notice").count(), 0, "it is no copy of anything");
    await on.goOnline();
    await page.locator(".found .card").first().waitFor();
  });

  test("the search that was never used says that there is no network, and answers when that is back", async () => {
    await on.openKept("/");
    await on.goOffline();
    await page.goto(`${paper.url}/search/?q=автобус`);
    await headed(page, "Нет сети");
    await on.goOnline();
    await page.locator(".found .card").first().waitFor();
    assert.equal(await page.locator(".search-field").inputValue(), "автобус");
    await searchIsKept();
  });

  test("a page that the client asks for is said to be missing, and the saved ones are one press away", async () => {
    await on.openKept("/");
    await on.goOffline();
    await page.locator("main article.card a").last().click();
    await headed(page, "Нет сети");
    await page.locator(".message-actions").getByRole("link", { name: "Сохраненное" }).click();
    await headed(page, "Сохраненное");
  });
});

describe("mishaps", () => {
  test("a wiped device says that there is no network, and is whole again after a visit", async () => {
    await on.openKept(ARTICLE);
    const wipe = () => page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
    await wipe();
    await on.goOffline();
    await page.goto(paper.url + ARTICLE);
    await page.getByRole("heading", { name: "Нет сети" }).waitFor();
    await on.goOnline();
    await page.getByRole("link", { name: "Попробовать снова" }).click();
    await headed(page, TITLE);
    const { build, files } = await shellOf(paper);
    await on.comes(async ([name, count]) => (await (await caches.open(name)).keys()).length === count, [`habarshy:shell:${build}`, files.length]);
  });

  test("a worker that is stopped in the middle of its installation is installed by the next visit", async () => {
    paper.wire.fail("/data/en/saved.json", hanging);
    const session = await page.context().newCDPSession(page);
    await session.send("ServiceWorker.enable");
    await open(page, paper.url + ARTICLE);
    const { build } = await shellOf(paper);
    await on.kept("/saved/", `habarshy:shell:${build}`);
    await session.send("ServiceWorker.stopAllWorkers");
    await on.comes(async () => !(await navigator.serviceWorker.getRegistration())?.installing);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known?.active ?? null)), null);
    paper.wire.mend("/data/en/saved.json");
    await page.reload();
    await headed(page, TITLE);
    await until(page, () => navigator.serviceWorker.controller?.state === "activated");
    await on.kept("/data/en/saved.json", `habarshy:shell:${build}`);
  });

  test("a device without room for the shell has the paper as it is, and nothing half there", async () => {
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: paper.url, quotaSize: 60_000 });
    const givenUp = new Promise((done) => session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => versions.some(({ status }) => status === "redundant") && done()));
    await session.send("ServiceWorker.enable");
    await open(page, paper.url + ARTICLE);
    await inTime(givenUp, "the worker's end");
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    await on.comes(async () => !(await caches.keys()).some((name) => name.startsWith("habarshy:shell:")));
    await page.locator(".brand").click();
    await page.locator("main article.card").first().waitFor();
  });
});

test("browsers offer to install the paper, with its pictures and short ways", async () => {
  for (const path of ["/", "/kk/", "/en/"]) {
    await on.openKept(path);
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // The window of a test is a private one.
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
    const { data: text, errors } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const manifest = JSON.parse(text);
    assert.deepEqual(manifest.screenshots.map(({ form_factor }) => form_factor), ["wide", "narrow"]);
    for (const { src, sizes } of manifest.screenshots) {
      const size = await page.evaluate(async (src) => {
        const picture = await createImageBitmap(await (await fetch(src)).blob());
        return `${picture.width}x${picture.height}`;
      }, src);
      assert.equal(size, sizes);
    }
    for (const { url } of manifest.shortcuts) assert.equal((await fetch(paper.url + url)).status, 200);
    assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  }
});
