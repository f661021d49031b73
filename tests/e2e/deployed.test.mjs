// The command under test publishes over what the previous version published, and readers of that go on: with tabs that are
// open, with its worker, with what they have saved and read.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { device } from "./support/device.mjs";
import { openGoatCounter } from "./support/goatcounter.mjs";
import { TIMEOUT } from "./support/timeouts.mjs";
import { ARTICLES, openPrevious } from "./support/previous.mjs";
import { headed, newReader, open, openBrowser, taken, until } from "./support/reader.mjs";
import { data } from "./support/wire.mjs";

const [BRIDGE, POST, GARDEN] = ARTICLES;

let browser, goat, site;
before(async () => { browser = await openBrowser(); });
after(() => browser?.close());
beforeEach(async () => {
  goat = await openGoatCounter();
  site = await openPrevious(goat.url);
});
afterEach(async () => {
  await site?.close();
  await goat?.close();
});

const views = (page, path) => page.evaluate((path) => JSON.parse(localStorage.getItem("habarshy:views") ?? "{}").views?.[path]?.[0] ?? 0, path);
const isCounted = (page, { path }) => until(page, (path) => JSON.parse(localStorage.getItem("habarshy:views") ?? "{}").views?.[path], path);
const nothingWaits = (page) => until(page, () => !Object.keys(localStorage).some((key) => key.startsWith("habarshy:hit:")));
const shows = (page, count) => page.locator(`.article-head [data-views="${count}"]`).waitFor();
const cardOf = (page, { path }) => page.locator("main article.card", { has: page.locator(`a[href="${path}"]`) }).first();
/** Whether a page is one of a build: it says so somewhere. */
const isOf = (page, build) => until(page, (build) => document.documentElement.outerHTML.includes(build), build);
const save = (page, isSaved) => page.locator(`.actions [data-does=save][aria-pressed=${isSaved}]`);

/** Opens an article and waits until it is counted. */
async function read(page, article) {
  await open(page, site.url + article.path);
  await isCounted(page, article);
}

/** Chooses a theme in the panel. */
async function choose(page, name) {
  await page.locator("[data-part=settings]").click();
  await page.locator("dialog.settings").getByLabel(name).check();
  await page.keyboard.press("Escape");
  await page.locator("dialog.settings").waitFor({ state: "detached" });
}
const hasTheme = (page, theme) => until(page, (theme) => document.documentElement.dataset.theme === theme, theme);

/** What the console says, but for articles that the counter does not know yet, for a counter that is down, and for what a page
 * of the old version asks for when it is gone. */
const complaints = ({ problems }) => problems.filter((problem) => ![goat.url, "/assets/parts/"].some((part) => problem.includes(part)));

/** Publishes, and is sure that something has changed. */
async function deploy() {
  const build = await site.deploy();
  assert.notEqual(build, site.build);
  return build;
}

/** A fresh window of a reader. */
const reader = (options = {}) => newReader(browser, { viewport: { width: 1000, height: 600 }, ...options });

/** Another tab of the same reader. */
async function another(page) {
  const other = await page.context().newPage();
  other.problems = page.problems;
  other.on("console", (message) => ["error", "warning"].includes(message.type()) && other.problems.push(`${message.text()} (${message.location().url})`));
  other.on("pageerror", (error) => other.problems.push(String(error)));
  return other;
}

describe("a tab that is open", () => {
  test("goes on by a link, and back; its views are counted once", async () => {
    const page = await reader();
    await read(page, BRIDGE);
    await nothingWaits(page);
    const build = await deploy();
    site.wire.forget();
    await page.locator("a[rel=next]").click();
    await page.waitForURL(site.url + POST.path);
    await headed(page, POST.title);
    await taken(page);
    await isOf(page, build);
    assert.ok(site.wire.documents().includes(POST.path), "the browser has loaded it");
    await isCounted(page, POST);
    await shows(page, POST.views + 1);
    await page.goBack();
    await headed(page, BRIDGE.title);
    await taken(page);
    await shows(page, BRIDGE.views + 1);
    await page.locator("a[rel=next]").click();
    await headed(page, POST.title);
    assert.deepEqual(await Promise.all([BRIDGE, POST].map(({ path }) => views(page, path))), [1, 1]);
    await nothingWaits(page);
    assert.deepEqual(await Promise.all([BRIDGE, POST].map(({ path }) => goat.count(path))), [1, 1]);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("that is loaded anew has the settings from the first moment, and the list of what was read", async () => {
    const page = await reader();
    await read(page, BRIDGE);
    await choose(page, "Сепия");
    const build = await deploy();
    await page.addInitScript(() => new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      window.first = document.documentElement.dataset.theme;
    }).observe(document, { childList: true, subtree: true }));
    await page.reload();
    await taken(page);
    await isOf(page, build);
    assert.equal(await page.evaluate(() => window.first), "sepia");
    await open(page, `${site.url}/popular/`);
    const listed = page.getByRole("region", { name: "Вы читали" }).getByRole("link", { name: BRIDGE.title });
    await listed.click();
    await headed(page, BRIDGE.title);
    await read(page, GARDEN);
    assert.equal(await views(page, BRIDGE.path), 1);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("that is loaded anew goes back to where the reader was on the page before", async () => {
    const page = await reader({ viewport: { width: 600, height: 300 } });
    await open(page, `${site.url}/`);
    await page.evaluate(() => scrollTo(0, 150));
    await cardOf(page, POST).locator("a").evaluate((link) => link.click());
    await headed(page, POST.title);
    await page.evaluate(() => scrollTo(0, 90));
    await deploy();
    await page.reload();
    await taken(page);
    await until(page, () => scrollY === 90);
    await page.goBack();
    await page.waitForURL(`${site.url}/`);
    await cardOf(page, GARDEN).waitFor();
    await until(page, () => scrollY === 150);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("that is loaded anew meets JSON of the previous version that the browser has kept", async () => {
    const page = await reader();
    await open(page, `${site.url}/`);
    await cardOf(page, GARDEN).locator("a").hover();
    await until(page, (file) => performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.endsWith(file) && responseEnd > 0), data(GARDEN.path));
    const build = await deploy();
    await page.reload();
    await taken(page);
    await isOf(page, build);
    await cardOf(page, GARDEN).locator("a").click();
    await page.waitForURL(site.url + GARDEN.path);
    await headed(page, GARDEN.title);
    await page.locator("[data-body]", { hasText: "Садом занимаются три класса" }).waitFor();
    await taken(page);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("leaves the views that wait to a tab of the new one: each is told once, by whichever", async () => {
    goat.mode = "down";
    const page = await reader();
    for (const article of [BRIDGE, POST]) await read(page, article);
    await deploy();
    goat.mode = "up";
    const other = await another(page);
    await open(other, `${site.url}/`);
    for (const tab of [other, page]) await tab.evaluate(() => dispatchEvent(new Event("online")));
    await nothingWaits(other);
    await nothingWaits(page);
    assert.deepEqual(await Promise.all([BRIDGE, POST, GARDEN].map(({ path }) => goat.count(path))), [1, 1, 0]);
    const told = goat.views().filter(({ reached }) => reached).map(({ query }) => query.get("t"));
    assert.deepEqual(told.sort(), [BRIDGE, POST].map(({ title }) => title).sort());
    await page.context().close();
  });

  test("and one of the new build hear of each other: settings, views, what is saved", async () => {
    const page = await reader({ worker: true });
    const on = device(page, site);
    await on.openKept(POST.path);
    await isCounted(page, POST);
    const build = await deploy();
    const other = await another(page);
    await open(other, site.url + POST.path);
    await isOf(other, build);
    await save(other, false).click();
    await save(page, true).click();
    await save(other, false).waitFor();
    await choose(other, "Темная");
    await hasTheme(page, "dark");
    await choose(page, "Сепия");
    await hasTheme(other, "sepia");
    await read(other, GARDEN);
    await page.locator(`[data-views="${GARDEN.views + 1}"][data-read]`).first().waitFor();
    assert.equal(await views(other, POST.path), 1);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });
});

describe("the worker", () => {
  const isActive = (on, build) => on.comes(async (name) => {
    const { active, waiting, installing } = await navigator.serviceWorker.getRegistration();
    return active?.state === "activated" && !waiting && !installing && caches.has(name);
  }, `habarshy:shell:${build}`);
  const savedBuild = (on, { path }, build) => on.comes(
    async ([path, build]) => (await (await caches.match(`/saved/record${path}`, { cacheName: "habarshy:saved" })).json()).build === build,
    [path, build],
  );
  const notice = (page) => page.locator(".notice").getByText("Вышла новая версия газеты");
  const press = (page) => page.getByRole("button", { name: "Обновить сейчас" }).click();

  /** A reader of the previous version who has its worker, has saved one article and visited another. */
  async function settled() {
    const page = await reader({ worker: true });
    // Cards in view ask for nothing: a worker that is busy is not replaced.
    await page.context().addInitScript(() => { window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} }; });
    const on = device(page, site);
    await on.openKept("/");
    await on.openKept(POST.path);
    await isCounted(page, POST);
    await save(page, false).click();
    await save(page, true).waitFor();
    await on.openKept(GARDEN.path);
    await isCounted(page, GARDEN);
    return { page, on };
  }

  /** Leaves the site: a worker that waits is active once the old one has no page and nothing to do. */
  async function leave(page, on, build) {
    await on.kept("/saved/", `habarshy:shell:${build}`);
    await on.comes(() => navigator.serviceWorker.getRegistration().then(({ installing }) => !installing));
    const session = await page.context().newCDPSession(page);
    const versions = new Map();
    session.on("ServiceWorker.workerVersionUpdated", (update) => update.versions.forEach((one) => versions.set(one.versionId, one)));
    await session.send("ServiceWorker.enable");
    await page.goto("about:blank");
    const version = (status) => [...versions.values()].find((one) => one.status === status);
    for (const end = Date.now() + TIMEOUT; version("installed");) {
      // The browser waits for half a minute until it takes a worker for idle.
      if (version("activated")) await session.send("ServiceWorker.stopWorker", { versionId: version("activated").versionId });
      await page.evaluate(() => new Promise(requestAnimationFrame));
      assert.ok(Date.now() < end, "the new worker waits");
    }
    await session.detach();
  }

  /** Publishes under a tab of the previous version, and has another one take the new build with its worker. */
  async function deployUnder(page, on) {
    const other = await another(page);
    await open(other, site.url + POST.path);
    const build = await deploy();
    await on.update();
    await notice(page).waitFor();
    await notice(other).waitFor();
    await press(other);
    await isOf(other, build);
    await taken(other);
    await isActive(device(other, site), build);
    return { other, build };
  }

  test("changes once the reader has been away; what was saved and visited opens without a network", async () => {
    const { page, on } = await settled();
    await open(page, `${site.url}/`);
    const build = await deploy();
    await page.reload();
    await taken(page);
    await isOf(page, build);
    await savedBuild(on, POST, build);
    await leave(page, on, build);
    await open(page, `${site.url}/`);
    await isActive(on, build);
    // The old shell goes with the next page that is opened once its own page is gone, which is the browser's affair.
    await on.comes((old) => {
      document.querySelector(".sections a").click();
      return caches.has(old).then((has) => !has);
    }, `habarshy:shell:${site.build}`);
    // The last of these clicks may be on its way still, and would lead elsewhere without a network.
    await open(page, `${site.url}/`);
    assert.deepEqual(complaints(page), []);
    await on.goOffline();
    await page.goto(`${site.url}/saved/`);
    await taken(page);
    await page.locator(`.saved-list a[href="${POST.path}"]`).click();
    await headed(page, POST.title);
    await page.locator("[data-body]", { hasText: "дорога через мост короче" }).waitFor();
    for (const [{ path, title }, text] of [[GARDEN, "Садом занимаются три класса"], [POST, "Газеты придут той же машиной"]]) {
      await page.goto(site.url + path);
      await headed(page, title);
      await page.locator("[data-body]", { hasText: text }).waitFor();
    }
    await page.goto(site.url + BRIDGE.path);
    await page.getByRole("heading", { level: 1, name: "Этой страницы на устройстве нет" }).waitFor();
    await on.goOnline();
    await headed(page, BRIDGE.title);
    await taken(page);
    assert.deepEqual(await Promise.all([POST, GARDEN].map(({ path }) => views(page, path))), [1, 1]);
    await page.context().close();
  });

  test("of the new build is told of by a tab of the previous version, and comes by a press", async () => {
    const { page, on } = await settled();
    const build = await deploy();
    await on.update();
    await notice(page).waitFor();
    await press(page);
    await isOf(page, build);
    await headed(page, GARDEN.title);
    await taken(page);
    await isActive(on, build);
    assert.equal(await views(page, GARDEN.path), 1);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("changes under a tab of the previous version, which goes on", async () => {
    const { page, on } = await settled();
    await open(page, `${site.url}/`);
    const { other, build } = await deployUnder(page, on);
    await read(other, BRIDGE);
    await cardOf(page, BRIDGE).locator("[data-read]").waitFor();
    // What loads on demand is that of its own build, whether the site has it still or not.
    await choose(page, "Сепия");
    await hasTheme(other, "sepia");
    await isOf(page, site.build);
    await cardOf(page, GARDEN).locator("a").click();
    await page.waitForURL(site.url + GARDEN.path);
    await headed(page, GARDEN.title);
    await page.reload();
    await taken(page);
    await isOf(page, build);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("changes under a tab of the previous version, which opens what is saved without a network", async () => {
    const { page, on } = await settled();
    await open(page, `${site.url}/`);
    const { other, build } = await deployUnder(page, on);
    await savedBuild(device(other, site), POST, build);
    await other.close();
    await on.goOffline();
    await cardOf(page, POST).locator("a").click();
    await page.waitForURL(site.url + POST.path);
    await headed(page, POST.title);
    await page.locator("[data-body]", { hasText: "дорога через мост короче" }).waitFor();
    await page.reload();
    await headed(page, POST.title);
    await page.context().close();
  });
});
