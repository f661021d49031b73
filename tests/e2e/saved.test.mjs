// What a reader saves stays until they let go of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PICTURED, TITLE, device, hasDevice, on, page } from "./support/device.mjs";
import { acting } from "./support/article.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { hold, newReader, open, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { data, status } from "./support/wire.mjs";

/** How long the list waits for a change to have been told in full, in milliseconds. */
const GATHERING = 30;

/** The list of what was saved; that of what was read lately stands below. */
const SAVED_LIST = ":not(.saved-read) > .saved-list";
/** What is said when an article was saved. */
const SAVED = "Статья сохранена на этом устройстве";

opens();
hasDevice();

test("stays with its pictures when everything else is gone, and opens without a network", async () => {
  await on.openKept("/");
  await on.save(PICTURED);
  const [{ bytes }] = await on.records();
  assert.ok(bytes > 50_000, `${bytes} bytes`);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (/pages|data|pictures/.test(name)) await caches.delete(name);
  });
  await on.goOffline();
  await page.goto(paper.url + PICTURED);
  await taken(page);
  await on.drawn("article.article img, .cover img, [data-body] img");
  await page.goto(`${paper.url}/saved/`);
  await taken(page);
  await page.locator(`.saved-list a[href="${PICTURED}"]`).click();
  await page.waitForURL(paper.url + PICTURED);
  await page.locator("[data-body]").waitFor();
});

test("stays readable when the paper has taken it back, and says that it is a copy", async () => {
  await on.openKept("/");
  await on.save(PICTURED);
  paper.wire.fail(PICTURED, status(404));
  paper.wire.fail(data(PICTURED), status(404));
  await page.goto(`${paper.url}/saved/`);
  await taken(page);
  await page.locator(`.saved-list a[href="${PICTURED}"]`).click();
  await page.waitForURL(paper.url + PICTURED);
  await page.locator("[data-body]").waitFor();
  await page.reload();
  await taken(page);
  assert.ok((await page.locator("[data-body]").innerText()).length > 1_000);
  await page.locator(".notice", { hasText: "Показана копия от" }).waitFor();
  // What was only visited goes with the paper's own.
  await on.letGo(PICTURED);
  await page.reload();
  assert.equal(await page.locator("[data-body]").count(), 0);
});

test("is listed with section, age and size; is let go of, and taken back", async () => {
  await on.openKept("/");
  await open(page, `${paper.url}/saved/`);
  await page.getByText("Пока ничего не сохранено").waitFor();
  await on.save(PICTURED);
  await on.save(ARTICLE);
  const facts = page.locator(`${SAVED_LIST} li`, { has: page.locator(`a[href="${PICTURED}"]`) }).locator(".saved-facts");
  assert.match(await facts.innerText(), /^Природа\s· \d\d\.\d\d\.\d{4}\s· сохранено сегодня\s· \d+(,\d)?\s(кБ|МБ)$/);
  assert.match(await page.locator(".saved-used").innerText(), /^Занято \d+(,\d)?\s(кБ|МБ) из \d+(,\d)?\s(МБ|ГБ)/);
  await on.isUsable();
  const before = (await on.paths("habarshy:saved")).sort();
  await page.getByRole("button", { name: /^Убрать: .*лесо/i }).click();
  await page.locator(`${SAVED_LIST} a[href="${PICTURED}"]`).waitFor({ state: "detached" });
  assert.equal(await on.isSaved(PICTURED), false);
  assert.ok((await on.paths("habarshy:saved")).every((path) => !path.includes("lesopolosa")));
  await page.getByRole("button", { name: "Вернуть" }).click();
  await page.locator(`${SAVED_LIST} a[href="${PICTURED}"]`).waitFor();
  assert.deepEqual((await on.paths("habarshy:saved")).sort(), before);
  await page.getByRole("button", { name: "Убрать все" }).click();
  await page.getByText("Пока ничего не сохранено").waitFor();
  assert.deepEqual(await on.paths("habarshy:saved"), []);
});

test("is kept by a press on its button, and let go of by another, here or on the list of another tab", async () => {
  await on.openKept(ARTICLE);
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
  assert.equal(await on.isSaved(ARTICLE), false);
  await save.click();
  await shows(true);
  const other = await page.context().newPage();
  await open(other, `${paper.url}/saved/`);
  await other.getByRole("button", { name: /^Убрать: / }).click();
  await shows(false);
});

test("is drawn once for a change, and documents that were read are not read again", async () => {
  await hold(page, GATHERING);
  await on.openKept(ARTICLE);
  await open(page, `${paper.url}/saved/`);
  await page.locator(`.saved-read a[href="${ARTICLE}"]`).waitFor();
  const draws = async (heard) => {
    await until(page, (heard) => window.begun === heard, heard);
    await page.evaluate(() => window.pass());
  };
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
  await on.save(PICTURED);
  await draws(1);
  await page.locator(`.saved-list a[href="${PICTURED}"]`).waitFor();
  await page.getByRole("button", { name: /^Убрать: / }).click();
  // This page hears of it twice: as the one that made it, and as every tab does.
  await draws(3);
  await page.getByText("Пока ничего не сохранено").waitFor();
  assert.equal(await page.evaluate(() => window.draws), 2);
  assert.ok(!(await page.evaluate(() => window.parsed)).some((title) => title?.includes(TITLE)), "read before");
});

test("is said to stay where it cannot be let go of", async () => {
  await on.openKept("/");
  await on.save(PICTURED);
  await open(page, `${paper.url}/saved/`);
  await page.evaluate(() => { Cache.prototype.delete = () => Promise.reject(new DOMException("broken", "UnknownError")); });
  await page.getByRole("button", { name: /^Убрать: / }).click();
  await page.locator(".saved-note", { hasText: "Браузер не дает хранить статьи" }).waitFor();
  assert.equal(await page.locator(`.saved-list a[href="${PICTURED}"]`).count(), 1);
  assert.deepEqual(page.problems, []);
});

test("is whole or not there: on a device that is full it says so", async () => {
  await on.openKept("/");
  const session = await page.context().newCDPSession(page);
  const { usage } = await page.evaluate(() => navigator.storage.estimate());
  await session.send("Storage.overrideQuotaForOrigin", { origin: paper.url, quotaSize: usage + 20_000 });
  await page.evaluate(() => caches.open("elsewhere").then((cache) => cache.put("/room", new Response("x".repeat(1_000)))).catch(() => {}));
  assert.equal(await on.save(PICTURED), "На устройстве не хватает места");
  assert.deepEqual(await on.paths("habarshy:saved"), []);
  assert.equal(await on.isSaved(PICTURED), false);
  await session.send("Storage.overrideQuotaForOrigin", { origin: paper.url });
  assert.equal(await on.save(PICTURED), SAVED);
});

test("is said to be impossible where the browser keeps nothing", async () => {
  await page.addInitScript(() => Object.defineProperty(window, "caches", { value: undefined }));
  await open(page, paper.url + ARTICLE);
  await page.locator(".actions [data-does=save]").click();
  await page.locator(".action-note", { hasText: "В этом браузере сохранить статью нельзя" }).waitFor({ state: "attached" });
  await page.locator(".actions [data-does=save][aria-pressed=false]").waitFor();
});

test("is not begun without a network", async () => {
  await on.openKept(PICTURED);
  await on.goOffline();
  await page.locator(".actions [data-does=save]").click();
  await page.locator(".action-note", { hasText: "Сохранить не удалось" }).waitFor({ state: "attached" });
  await page.locator(".actions [data-does=save][aria-pressed=false]").waitFor();
  assert.deepEqual(await on.paths("habarshy:saved"), []);
});

test("who saves data gets the worker with the first article that they save", async () => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await open(page, paper.url + ARTICLE);
  await acting(page);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)), 0);
  await page.locator(".actions [data-does=save]").click();
  await page.locator(".action-note", { hasText: SAVED }).waitFor({ state: "attached" });
  await on.comes(() => navigator.serviceWorker.controller?.state === "activated");
});
