// What the previous version of the client left on a device is read by this one: nothing that a reader had is lost.
//
// Views are in stored_views.test.mjs, pages and saved articles in stored_pages.test.mjs.
//
// tests/e2e/fixtures/stored.json has all of it, as tools/fixtures/stored.mjs wrote it down:
//
//   localStorage    habarshy:settings      what was chosen, and under `before` what was chosen before the version for low vision
//                   habarshy:views         the reader's own views, with the headlines of the last articles
//                   habarshy:shared        what the shared counter said
//                   habarshy:hit:…         views that the counter has not confirmed yet, a key each
//                   habarshy:told, :asked  how long a counter that failed is left alone
//                   habarshy:telling       the key of the view that is being told
//                   habarshy:lease         who tells, in browsers without Web Locks
//                   habarshy:places        where the reader stopped in long articles
//                   habarshy:search        what was looked for
//                   habarshy:renewal       the saved article that could not be brought up to a build
//   sessionStorage  habarshy:scroll        where the reader was on the entries of the history
//                   habarshy:ahead         bytes that were fetched ahead of clicks
//                   habarshy:found         what the search showed last
//                   habarshy:failed        the build whose client failed in the tab
//   history.state   a number, the name of the entry
//   caches          habarshy:shell:…       scripts and pages of a build (here without the scripts)
//                   habarshy:pages, :data, :pictures   what was visited
//                   habarshy:saved         what the reader saved, with a record for each article
//   IndexedDB, cookies                     nothing
//
// The channels `habarshy:saved` and `habarshy:listen` keep nothing; what tabs say there is in deployed.test.mjs.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LONG, acting } from "./support/article.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { headed, open, taken, until } from "./support/reader.mjs";
import { HIT, buildOf, comeBack, complaints, local, read, returns, stored } from "./support/returning.mjs";
import { paper } from "./support/stage.mjs";
import { becomeTab } from "./support/stored.mjs";

returns();

const tab = (name) => stored.tabs.find((one) => one.name === name);

test("the fixture has everything that the previous version stored", () => {
  const keys = Object.keys(stored.local).map((key) => (key.startsWith(HIT) ? `${HIT}…` : key));
  assert.deepEqual([...new Set(keys)].sort(), [
    "asked", "hit:…", "lease", "places", "renewal", "search", "settings", "shared", "telling", "told", "views",
  ].map((name) => `habarshy:${name}`));
  const ofTabs = stored.tabs.flatMap(({ session }) => Object.keys(session));
  assert.deepEqual([...new Set(ofTabs)].sort(), ["ahead", "failed", "found", "scroll"].map((name) => `habarshy:${name}`));
  const caches = Object.keys(stored.caches).map((name) => name.replace(/(?<=shell:).+/, "…"));
  assert.deepEqual(caches.sort(), ["data", "pages", "pictures", "saved", "shell:…"].map((name) => `habarshy:${name}`));
  assert.deepEqual(stored.databases, []);
  assert.ok(Object.values(stored.caches).every((entries) => entries.length > 0));
});

describe("settings", () => {
  const { version, before, ...chosen } = read("habarshy:settings");
  const names = Object.keys(chosen);
  const shown = (page) => page.evaluate((names) => Object.fromEntries(names.map((name) => [name, document.documentElement.dataset[name]])), names);
  const texts = Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, String(value)]));

  test("are on the page before its body is, and stay when the client is up", async () => {
    const page = await comeBack();
    await page.addInitScript(() => {
      // The first element of the body comes into the page after the head's script, and before anything is painted.
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        window.first = { ...document.documentElement.dataset };
      }).observe(document, { childList: true, subtree: true });
    });
    await open(page, paper.url + ARTICLE);
    const first = await page.evaluate(() => window.first);
    assert.deepEqual(Object.fromEntries(names.map((name) => [name, first[name]])), texts);
    assert.deepEqual(await shown(page), texts);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("stand in the panel, which goes back to what was chosen before the version for low vision", async () => {
    const page = await comeBack();
    await open(page, `${paper.url}/`);
    await page.locator("[data-part=settings]").click();
    const preset = page.locator("dialog.settings .settings-preset");
    await preset.and(page.locator("[aria-pressed=true]")).click();
    await until(page, (before) => Object.entries(before).every(([name, value]) => document.documentElement.dataset[name] === String(value)), before);
    assert.equal(await page.locator("dialog.settings").getByLabel("Сепия").isChecked(), true);
    assert.deepEqual(await local(page, "habarshy:settings"), { version, ...before });
    await page.context().close();
  });
});

test("the place in a long article is offered again", async () => {
  assert.ok(read("habarshy:places").places[LONG]);
  const page = await comeBack();
  await open(page, paper.url + LONG);
  await acting(page);
  const offer = page.locator(".resume-go");
  assert.match(await offer.innerText(), /· \d\d\s%$/);
  assert.equal(await page.evaluate(() => scrollY), 0, "nothing scrolls by itself");
  await offer.click();
  assert.ok(await page.evaluate(() => document.activeElement.closest("[data-body]") !== null && document.activeElement.getBoundingClientRect().top < innerHeight / 2));
  assert.deepEqual(complaints(page), []);
  await page.context().close();
});

describe("the search", () => {
  test("offers what was looked for, the last first", async () => {
    const page = await comeBack();
    await open(page, `${paper.url}/search/`);
    const { queries } = read("habarshy:search");
    const list = page.locator(".search-list", { hasText: queries[0] });
    await list.waitFor();
    assert.deepEqual(await list.getByRole("link").allInnerTexts(), queries);
    await page.context().close();
  });

  test("shows what it showed, where it was, to a reader who goes back in a tab of before", async () => {
    const { entries, session } = tab("search");
    const { y, found } = JSON.parse(session["habarshy:found"]);
    const page = await comeBack();
    await becomeTab(page, tab("search"));
    await taken(page);
    assert.equal(page.url(), paper.url + entries.at(-1).path);
    // The version before kept the articles themselves; this one asks again.
    await page.goBack();
    await page.locator(".found .card").nth(found.articles.length - 1).waitFor();
    await until(page, (y) => Math.abs(scrollY - y) < 2, y);
    assert.equal(page.url(), paper.url + entries[0].path);
    await page.context().close();
  });
});

describe("a tab of before", () => {
  test("is where the reader was, and so is the entry before in its history", async () => {
    const { entries, session } = tab("reading");
    const places = new Map(session["habarshy:scroll"].split(";").map((pair) => pair.split(",").map(Number)));
    const at = ({ state }) => places.get(state) / 64;
    assert.ok(entries.every((entry) => at(entry) > 0));
    const page = await comeBack();
    await becomeTab(page, tab("reading"));
    await taken(page);
    const isAt = (y) => until(page, (y) => Math.abs(scrollY - y) < 1, y);
    await isAt(at(entries[1]));
    await page.goBack();
    await page.locator("main article.card").first().waitFor();
    await isAt(at(entries[0]));
    await page.goForward();
    await headed(page, read("habarshy:views").views[ARTICLE][4]);
    await isAt(at(entries[1]));
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });

  test("goes on with the bytes that it has fetched ahead", async () => {
    const { session } = tab("reading");
    const bytes = Number(session["habarshy:ahead"]);
    assert.ok(bytes > 0);
    const page = await comeBack();
    await becomeTab(page, tab("reading"));
    await open(page, `${paper.url}/`);
    await page.locator("main article.card h3 a").nth(3).hover();
    await until(page, (bytes) => Number(sessionStorage.getItem("habarshy:ahead")) > bytes, bytes);
    await page.context().close();
  });

  test("in which the client of another build failed has a client again", async () => {
    assert.notEqual(tab("failed").session["habarshy:failed"], await buildOf());
    const page = await comeBack();
    await becomeTab(page, tab("failed"));
    await taken(page);
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });
});
