// Without a network there is what was read and what was saved; what is not there is said, and never by the browser.

import assert from "node:assert/strict";
import { cp, readFile, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { buildSync } from "esbuild";
import { ARTICLE } from "./support/pages.mjs";
import { build, openPaper } from "./support/paper.mjs";
import { DESKTOP, headed, newReader, open, openBrowser, taken, until } from "./support/reader.mjs";
import { data, hanging, held, status } from "./support/wire.mjs";

const TITLE = "Центр наставников";
const PICTURED = "/news/lesopolosa-u-reki/";
/** How long anything may take, in milliseconds: far more than it does. */
const PATIENCE = 30_000;
const READER = { ...DESKTOP, worker: true };

/** The store of saved articles as a module of its own: in the client it is bundled with the parts that use it. */
const STORE = buildSync({ entryPoints: ["src/parts/saved/store.js"], bundle: true, format: "esm", write: false }).outputFiles[0].text;

const giveStore = ({ wire }) => wire.fail("/assets/store.js", async (_, response) => void response.writeHead(200, { "content-type": "text/javascript" }).end(STORE));

let browser, paper, page, axe;

before(async () => {
  axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
  browser = await openBrowser();
  paper = await openPaper();
});
beforeEach(async () => {
  page = await newReader(browser, READER);
  paper.wire.mend();
  paper.wire.cutOff(false);
  giveStore(paper);
});
afterEach(() => page.context().close());
after(async () => {
  await browser?.close();
  await paper?.close();
});

/** Opens an address, and waits until the worker has it. */
async function openKept(path, from = paper) {
  await open(page, from.url + path);
  await until(page, () => navigator.serviceWorker.controller?.state === "activated");
  await kept(path);
}

/** Waits until something that the page has to ask for is so; the page may change meanwhile. */
async function comes(test, argument) {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    if (await page.evaluate(test, argument).catch(() => false)) return;
    await page.evaluate(() => new Promise(requestAnimationFrame)).catch(() => {});
  }
  assert.fail(`it never came to be so: ${test} with ${JSON.stringify(argument)}`);
}

const kept = (path, cacheName = "habarshy:pages") => comes( ([path, cacheName]) => caches.match(path, { cacheName }).then(Boolean), [path, cacheName]);

/** Takes the network away: the site does not answer, and the device says that it has none. */
async function goOffline() {
  paper.wire.cutOff();
  await page.context().setOffline(true);
}

const names = () => page.evaluate(() => caches.keys());
const paths = (name) => page.evaluate(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname), name);
/** Whether everyone can use what is shown. */
async function isUsable() {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
}

const shells = async () => (await names()).filter((name) => name.startsWith("habarshy:shell:"));
const store = (call, ...given) => page.evaluate(([call, given]) => import("/assets/store.js").then((store) => store[call](...given)).catch((error) => error.reason ?? String(error)), [call, given]);
const drawn = (selector) => until(page, (selector) => {
  const images = [...document.querySelectorAll(selector)];
  for (const image of images) image.loading = "eager";
  return images.length > 0 && images.every((image) => image.complete && image.naturalWidth > 0);
}, selector);

/** What the worker of the site in a folder keeps from the beginning. */
async function shellOf({ site }) {
  const [, json] = /^const SHELL=(.*);\n/.exec(await readFile(join(site, "sw.js"), "utf8"));
  return JSON.parse(json);
}

describe("what was read", () => {
  test("the first visit brings the worker and the whole shell, and a page nothing to complain of", async () => {
    await openKept(ARTICLE);
    const shell = await shellOf(paper);
    assert.deepEqual(await shells(), [`habarshy:shell:${shell.build}`]);
    assert.deepEqual((await paths(`habarshy:shell:${shell.build}`)).sort(), [...shell.files].sort());
    await kept("/");
    assert.deepEqual(page.problems, []);
  });

  test("an article opens again as a document, with its client and its cover", async () => {
    await openKept(ARTICLE);
    await goOffline();
    await page.reload();
    await headed(page, TITLE);
    await taken(page);
    await drawn(".cover img");
  });

  test("an article that came as JSON opens by the client, and as a document in a new tab", async () => {
    await openKept("/");
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await headed(page, TITLE);
    await kept(ARTICLE);
    await kept(data(ARTICLE), "habarshy:data");
    await goOffline();
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
    await openKept("/");
    await open(page, paper.url + ARTICLE);
    await kept(ARTICLE);
    await open(page, `${paper.url}/`);
    await goOffline();
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await page.waitForURL(paper.url + ARTICLE);
    await headed(page, TITLE);
    await taken(page);
  });

  test("is shown where the server fails, and where its answer does not come", async () => {
    await openKept(ARTICLE);
    for (const fault of [status(503), hanging]) {
      paper.wire.fail(ARTICLE, fault);
      await page.goto(paper.url + ARTICLE);
      await headed(page, TITLE);
    }
  });

  test("is kept up to a bound, and errors and old addresses are not", async () => {
    await openKept("/");
    const files = await readdir(paper.site, { recursive: true });
    const folders = files.filter((file) => /(news|tag)\/[^/]+\/index\.html$/.test(file)).map((file) => `/${file.replace("index.html", "")}`);
    const pages = ["/no/such/page/", "/index.php/molodezh/1187", ...folders.slice(0, 70)];
    assert.ok(pages.length > 70);
    await page.evaluate((pages) => navigator.serviceWorker.controller.postMessage({ ask: "keep", build: "", pages }), pages);
    await kept(pages.at(-1));
    const documents = await paths("habarshy:pages");
    assert.equal(documents.length, 60);
    assert.ok(!documents.includes("/") && !documents.includes("/no/such/page/") && !documents.includes("/index.php/molodezh/1187"));
  });
});

describe("what is not there", () => {
  for (const [path, heading, again] of [
    ["/news/uchet-ptic-delta/", "Этой страницы на устройстве нет", "Попробовать снова"],
    ["/kk/section/nature/", "Бұл бет құрылғыда жоқ", "Қайталап көру"],
    ["/en/", "This page is not on the device", "Try again"],
  ]) {
    test(`${path} is said not to be there, under its own address, and what is there is listed`, async () => {
      await openKept(ARTICLE);
      await goOffline();
      await page.goto(paper.url + path);
      await page.getByRole("heading", { name: heading }).waitFor();
      assert.equal(new URL(page.url()).pathname, path);
      await page.getByRole("button", { name: again }).waitFor();
      await isUsable();
      await page.locator(`.saved-read a[href="${ARTICLE}"]`).waitFor();
      paper.wire.cutOff(false);
      await page.context().setOffline(false);
      await page.getByRole("heading", { name: heading }).waitFor({ state: "detached" });
      await page.locator(".masthead").waitFor();
    });
  }

  test("a way that has begun is not broken off when the network is back", async () => {
    await openKept("/");
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
    await openKept("/");
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

  test("a page that the client asks for is said to be missing, and the saved ones are one press away", async () => {
    await openKept("/");
    await goOffline();
    await page.locator("main article.card a").last().click();
    await headed(page, "Нет сети");
    await page.locator(".message-actions").getByRole("link", { name: "Сохраненное" }).click();
    await headed(page, "Сохраненное");
  });
});

describe("what was saved", () => {
  test("stays with its pictures when everything else is gone, and opens without a network", async () => {
    await openKept("/");
    const { bytes } = await store("save", PICTURED, { section: "Природа" });
    assert.ok(bytes > 50_000, `${bytes} bytes`);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) if (/pages|data|pictures/.test(name)) await caches.delete(name);
    });
    await goOffline();
    await page.goto(paper.url + PICTURED);
    await taken(page);
    await drawn("article.article img, .cover img, [data-body] img");
    await page.goto(`${paper.url}/saved/`);
    await taken(page);
    await page.locator(`.saved-list a[href="${PICTURED}"]`).click();
    await page.waitForURL(paper.url + PICTURED);
    await page.locator("[data-body]").waitFor();
  });

  test("is listed with section, age and size; is let go of, and taken back", async () => {
    await openKept("/");
    await open(page, `${paper.url}/saved/`);
    await page.getByText("Пока ничего не сохранено").waitFor();
    await store("save", PICTURED);
    await store("save", ARTICLE);
    const facts = page.locator(".saved-list li", { has: page.locator(`a[href="${PICTURED}"]`) }).locator(".saved-facts");
    assert.match(await facts.innerText(), /^Природа\s· \d\d\.\d\d\.\d{4}\s· сохранено сегодня\s· \d+(,\d)?\s(кБ|МБ)$/);
    assert.match(await page.locator(".saved-used").innerText(), /^Занято \d+(,\d)?\s(кБ|МБ) из \d+(,\d)?\s(МБ|ГБ)/);
    await isUsable();
    const before = (await paths("habarshy:saved")).sort();
    await page.getByRole("button", { name: /^Убрать: .*лесо/i }).click();
    await page.locator(`.saved-list a[href="${PICTURED}"]`).waitFor({ state: "detached" });
    assert.equal(await store("isSaved", PICTURED), false);
    assert.ok((await paths("habarshy:saved")).every((path) => !path.includes("lesopolosa")));
    await page.getByRole("button", { name: "Вернуть" }).click();
    await page.locator(`.saved-list a[href="${PICTURED}"]`).waitFor();
    assert.deepEqual((await paths("habarshy:saved")).sort(), before);
    await page.getByRole("button", { name: "Убрать все" }).click();
    await page.getByText("Пока ничего не сохранено").waitFor();
    assert.deepEqual(await paths("habarshy:saved"), []);
  });

  test("is kept by a press on its button, and let go of by another, here or on the list of another tab", async () => {
    await openKept(ARTICLE);
    const save = page.locator(".actions [data-does=save]");
    const shows = (kept) => page.locator(`.actions [data-does=save][aria-pressed=${kept}]`, { hasText: kept ? "Сохранено" : "Сохранить" }).waitFor();
    await shows(false);
    await save.click();
    await shows(true);
    const listed = page.locator(`.saved-list a[href="${ARTICLE}"]`);
    // By the client, and by the browser.
    await page.evaluate(() => { window.same = true; });
    await page.locator('a[href="/saved/"]').first().click();
    await listed.waitFor();
    assert.equal(await page.evaluate(() => window.same), true, "by the client");
    await page.reload();
    await listed.click();
    await page.waitForURL(paper.url + ARTICLE);
    await shows(true);
    await save.click();
    await shows(false);
    assert.equal(await store("isSaved", ARTICLE), false);
    await save.click();
    await shows(true);
    const other = await page.context().newPage();
    await open(other, `${paper.url}/saved/`);
    await other.getByRole("button", { name: /^Убрать: / }).click();
    await shows(false);
  });

  test("is drawn once for a change, and documents that were read are not read again", async () => {
    await openKept(ARTICLE);
    await open(page, `${paper.url}/saved/`);
    await page.locator(`.saved-read a[href="${ARTICLE}"]`).waitFor();
    await page.evaluate(() => {
      window.draws = 0;
      new MutationObserver(() => { window.draws += 1; }).observe(document.querySelector(".saved-note + div"), { childList: true });
      const { parseFromString } = DOMParser.prototype;
      window.parsed = [];
      DOMParser.prototype.parseFromString = function (html, type) {
        window.parsed.push(/<h1[^>]*>([^<]*)/.exec(html)?.[1]);
        return parseFromString.call(this, html, type);
      };
    });
    await store("save", PICTURED);
    await page.locator(`.saved-list a[href="${PICTURED}"]`).waitFor();
    await page.getByRole("button", { name: /^Убрать: / }).click();
    await page.getByText("Пока ничего не сохранено").waitFor();
    assert.equal(await page.evaluate(() => window.draws), 2);
    assert.ok(!(await page.evaluate(() => window.parsed)).some((title) => title?.includes(TITLE)), "read before");
  });

  test("is said to stay where it cannot be let go of", async () => {
    await openKept("/");
    await store("save", PICTURED);
    await open(page, `${paper.url}/saved/`);
    await page.evaluate(() => { Cache.prototype.delete = () => Promise.reject(new DOMException("broken", "UnknownError")); });
    await page.getByRole("button", { name: /^Убрать: / }).click();
    await page.locator(".saved-note", { hasText: "Браузер не дает хранить статьи" }).waitFor();
    assert.equal(await page.locator(`.saved-list a[href="${PICTURED}"]`).count(), 1);
    assert.deepEqual(page.problems, []);
  });

  test("is whole or not there: on a device that is full it says so", async () => {
    await openKept("/");
    const session = await page.context().newCDPSession(page);
    const { usage } = await page.evaluate(() => navigator.storage.estimate());
    await session.send("Storage.overrideQuotaForOrigin", { origin: paper.url, quotaSize: usage + 20_000 });
    await page.evaluate(() => caches.open("elsewhere").then((cache) => cache.put("/room", new Response("x".repeat(1_000)))).catch(() => {}));
    assert.equal(await store("save", PICTURED), "full");
    assert.deepEqual(await paths("habarshy:saved"), []);
    assert.equal(await store("isSaved", PICTURED), false);
    await session.send("Storage.overrideQuotaForOrigin", { origin: paper.url });
    assert.ok((await store("save", PICTURED)).bytes > 0);
  });

  test("is not begun without a network, nor where the browser keeps nothing", async () => {
    await openKept("/");
    await page.evaluate(() => import("/assets/store.js"));
    await goOffline();
    assert.equal(await store("save", PICTURED), "network");
    assert.deepEqual(await paths("habarshy:saved"), []);
    await page.evaluate(() => Object.defineProperty(window, "caches", { value: undefined }));
    assert.equal(await store("save", PICTURED), "unavailable");
    assert.equal(await store("isSaved", PICTURED), "unavailable");
  });
});

test("who saves data gets the worker with the first article that they save", async () => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await open(page, paper.url + ARTICLE);
  await until(page, () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/parts/offline-")));
  assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)), 0);
  // The part begins at an idle moment of its own, so the wish is repeated until it is heard.
  assert.ok((await store("save", ARTICLE)).bytes > 0);
  await comes(async () => {
    document.dispatchEvent(new Event("habarshy:saved"));
    return navigator.serviceWorker.controller?.state === "activated";
  });
});

describe("two builds", () => {
  let second, client;

  before(async () => {
    second = await openPaper();
    client = join(second.folder, "client");
    await cp("target/client", client, { recursive: true });
    await writeFile(join(client, "boot.js"), `${await readFile(join(client, "boot.js"), "utf8")}\nglobalThis.second = true;\n`);
    // The settings get another name, as if they had changed.
    const parts = await readdir(join(client, "parts"));
    const old = parts.find((name) => name.startsWith("settings-"));
    await rename(join(client, "parts", old), join(client, "parts", "settings-SECOND22.js"));
    for (const name of parts.filter((name) => name.startsWith("index-"))) {
      const file = join(client, "parts", name);
      await writeFile(join(client, "parts", "index-SECOND22.js"), (await readFile(file, "utf8")).replace(old, "settings-SECOND22.js"));
      await rename(file, join(second.folder, name));
    }
  });
  beforeEach(() => {
    second.wire.mend();
    giveStore(second);
  });
  after(() => second?.close());

  test("the new one is announced, and takes over with the next page; the old page keeps its own files until then", async () => {
    await build(second.newsroom, second.site);
    await openKept(ARTICLE, second);
    const old = await shellOf(second);
    const settings = old.files.find((file) => file.includes("/settings-"));
    await build(second.newsroom, second.site, client);
    const fresh = await shellOf(second);
    assert.notEqual(fresh.build, old.build);
    assert.equal((await fetch(second.url + settings)).status, 404, "the site has it no more");
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
    await page.locator(".new-build").getByText("Вышла новая версия газеты").waitFor();
    await isUsable();
    assert.equal(await page.evaluate((url) => fetch(url).then(({ status }) => status), settings), 200, "the old page has it still");
    assert.deepEqual((await shells()).sort(), [old, fresh].map(({ build }) => `habarshy:shell:${build}`).sort());
    // The next page is another document, all of it of the new build.
    await page.locator(".brand").click();
    await until(page, () => globalThis.second === true);
    await taken(page);
    assert.equal(await page.locator(".new-build").count(), 0);
    const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith("/assets/")));
    assert.deepEqual(asked.filter((path) => !fresh.files.includes(path)), []);
    await comes((name) => caches.has(name).then((has) => !has), `habarshy:shell:${old.build}`);
    // The article is kept as the old build's document: it opens, and no script of either build runs in it.
    second.wire.cutOff();
    await page.goto(second.url + ARTICLE);
    await headed(page, TITLE);
    assert.equal(await page.evaluate(() => globalThis.second), undefined);
    second.wire.cutOff(false);
  });

  test("the new one is told in a place that was there before, and leaves room to the bars of the reader", async () => {
    await build(second.newsroom, second.site);
    await openKept(ARTICLE, second);
    const place = await page.locator("body > [role=status]:empty:not([class])").elementHandle();
    await build(second.newsroom, second.site, client);
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
    const notice = page.locator(".new-build");
    await notice.waitFor();
    assert.ok(await place.evaluate((element) => element.contains(document.querySelector(".new-build"))));
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

  test("a press takes it at once", async () => {
    await build(second.newsroom, second.site);
    await openKept(ARTICLE, second);
    await build(second.newsroom, second.site, client);
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
    await page.getByRole("button", { name: "Обновить сейчас" }).click();
    await until(page, () => globalThis.second === true);
    await headed(page, TITLE);
  });

  test("a saved article is brought up to the new one", async () => {
    await build(second.newsroom, second.site);
    await openKept("/", second);
    await store("save", PICTURED, { section: "Природа" });
    const [{ at }] = await store("list");
    await build(second.newsroom, second.site, client);
    const fresh = await shellOf(second);
    await page.reload();
    await comes(async ([path, build]) => (await (await caches.match(path, { cacheName: "habarshy:saved" })).text()).includes(build), [PICTURED, fresh.build]);
    await comes(async (build) => (await (await caches.open("habarshy:saved")).match("/saved/record/news/lesopolosa-u-reki/")).json().then((record) => record.build === build), fresh.build);
    const [record] = await store("list");
    assert.deepEqual([record.at, record.section], [at, "Природа"]);
  });

  describe("a saved article that cannot be brought up to it", () => {
    /** A reader with a saved article, and the build that comes after. */
    async function savedBefore() {
      await build(second.newsroom, second.site);
      await openKept("/", second);
      await store("save", PICTURED);
      const [{ build: first }] = await store("list");
      await build(second.newsroom, second.site, client);
      return { first, fresh: (await shellOf(second)).build };
    }
    const buildOfSaved = async () => (await store("list"))[0].build;
    const forget = () => page.evaluate(() => localStorage.clear());

    test("for an error of the server is asked for again later, one that was taken back is not", async () => {
      const { first, fresh } = await savedBefore();
      for (const code of [500, 503, 429]) {
        await forget();
        second.wire.fail(PICTURED, status(code));
        await store("renew", fresh);
        assert.equal(await buildOfSaved(), first, `${code}`);
      }
      second.wire.forget();
      await store("renew", fresh);
      assert.ok(!second.wire.asked.some(({ path }) => path === PICTURED), "not at once");
      await forget();
      second.wire.fail(PICTURED, status(404));
      await store("renew", fresh);
      assert.equal(await buildOfSaved(), fresh);
      assert.ok(await page.evaluate((path) => caches.match(path, { cacheName: "habarshy:saved" }).then(Boolean), PICTURED), "it stays");
    });

    test("for want of room stays as it is, and what was visited stays with it", async () => {
      const { first, fresh } = await savedBefore();
      await page.evaluate(() => caches.open("habarshy:pictures").then((cache) => cache.put("/media/visited.webp", new Response("…"))));
      const before = (await paths("habarshy:saved")).sort();
      // The document is the first file that finds no room.
      await page.evaluate((path) => {
        const { put } = Cache.prototype;
        Cache.prototype.put = function (file, answer) {
          return file === path ? Promise.reject(new DOMException("full", "QuotaExceededError")) : put.call(this, file, answer);
        };
      }, PICTURED);
      await store("renew", fresh);
      assert.equal(await buildOfSaved(), first);
      assert.deepEqual((await paths("habarshy:saved")).sort(), before);
      assert.ok((await paths("habarshy:pictures")).includes("/media/visited.webp"));
      second.wire.forget();
      await store("renew", fresh);
      assert.ok(!second.wire.asked.some(({ path }) => path === PICTURED), "it is not fetched with every page");
    });
  });

  test("the kill switch takes the worker and what it kept, but nothing that was saved", async () => {
    await build(second.newsroom, second.site);
    await openKept(ARTICLE, second);
    await store("save", PICTURED);
    const file = join(second.newsroom, "site.toml");
    const config = await readFile(file, "utf8");
    await writeFile(file, `${config}\n[offline]\nworker = false\n`);
    await build(second.newsroom, second.site);
    await page.goto(second.url);
    await comes(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    assert.deepEqual(await names(), ["habarshy:saved"]);
    await page.reload();
    await taken(page);
    assert.equal(await page.locator("script[data-worker]").count(), 0);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    await page.goto(`${second.url}/saved/`);
    await page.locator(`.saved-list a[href="${PICTURED}"]`).waitFor();
    await writeFile(file, config);
  });
});

describe("mishaps", () => {
  test("a wiped device says that there is no network, and is whole again after a visit", async () => {
    await openKept(ARTICLE);
    const wipe = () => page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
    await wipe();
    await goOffline();
    await page.goto(paper.url + ARTICLE);
    await page.getByRole("heading", { name: "Нет сети" }).waitFor();
    paper.wire.cutOff(false);
    await page.context().setOffline(false);
    await page.getByRole("link", { name: "Попробовать снова" }).click();
    await headed(page, TITLE);
    const { build, files } = await shellOf(paper);
    await comes(async ([name, count]) => (await (await caches.open(name)).keys()).length === count, [`habarshy:shell:${build}`, files.length]);
  });

  test("a worker that is stopped in the middle of its installation is installed by the next visit", async () => {
    paper.wire.fail("/data/en/saved.json", hanging);
    const session = await page.context().newCDPSession(page);
    await session.send("ServiceWorker.enable");
    await open(page, paper.url + ARTICLE);
    const { build } = await shellOf(paper);
    await kept("/saved/", `habarshy:shell:${build}`);
    await session.send("ServiceWorker.stopAllWorkers");
    await comes(async () => !(await navigator.serviceWorker.getRegistration())?.installing);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known?.active ?? null)), null);
    paper.wire.mend("/data/en/saved.json");
    await page.reload();
    await headed(page, TITLE);
    await until(page, () => navigator.serviceWorker.controller?.state === "activated");
    await kept("/data/en/saved.json", `habarshy:shell:${build}`);
  });

  test("a device without room for the shell has the paper as it is, and nothing half there", async () => {
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: paper.url, quotaSize: 60_000 });
    await open(page, paper.url + ARTICLE);
    await comes(async () => {
      const known = await navigator.serviceWorker.getRegistration();
      window.begun ||= Boolean(known?.installing);
      return window.begun && !known?.installing;
    });
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    await comes(async () => !(await caches.keys()).some((name) => name.startsWith("habarshy:shell:")));
    await page.locator(".brand").click();
    await page.locator("main article.card").first().waitFor();
  });
});

test("browsers offer to install the paper, with its pictures and short ways", async () => {
  for (const path of ["/", "/kk/", "/en/"]) {
    await openKept(path);
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
