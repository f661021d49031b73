// A reader's device, on which the worker keeps pages and the reader saves articles.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach } from "node:test";
import { complaints } from "./axe.mjs";
import { TIMEOUT } from "./timeouts.mjs";
import { DESKTOP, newReader, open, taken, until } from "./reader.mjs";
import { browser, paper } from "./stage.mjs";
import { changed } from "./wire.mjs";

/** The headline of `ARTICLE`, or enough of it. */
export const TITLE = "Центр наставников";
/** An article with pictures in its text. */
export const PICTURED = "/news/lesopolosa-u-reki/";
export const READER = { ...DESKTOP, worker: true };

/** Has the worker of a paper wait for the network much longer than it does: then only what fails is shown from what was kept. */
const makePatient = ({ wire }) => wire.fail("/sw.js", changed((worker) => `{ const { setTimeout } = globalThis; globalThis.setTimeout = (call, milliseconds) => setTimeout(call, 100 * milliseconds); }\n${worker}`));

/** What the worker of a paper's site keeps from the beginning. */
export async function shellOf({ site }) {
  const [, json] = /^const CONFIG=(.*);\n/.exec(await readFile(join(site, "sw.js"), "utf8"));
  return JSON.parse(json);
}

/** A page of a device that has kept nothing yet, and what is done on it: of the test that runs. */
export let page, on;

/** Gives each test of the file such a device. `opens` is to be called before. */
export function hasDevice() {
  beforeEach(async () => {
    page = await newReader(browser, READER);
    on = device(page, paper);
    makePatient(paper);
  });
  afterEach(() => page.context().close());
}

/** Where the records of saved articles are kept, before their paths. */
const RECORD = "/saved/record";

/** What is said when an article was saved, or could not be. */
const outcome = () => {
  const button = document.querySelector(".actions [data-does=save]");
  const said = document.querySelector(".action-note")?.textContent.trim();
  return button?.ariaBusy !== "true" && said;
};

/** What a test does and asks of the device that a page is open on. */
export function device(page, paper) {
  /** Waits until something that the page has to ask for is so; the page may change meanwhile. */
  async function comes(test, argument) {
    for (const end = Date.now() + TIMEOUT; Date.now() < end;) {
      if (await page.evaluate(test, argument).catch(() => false)) return;
      await page.evaluate(() => new Promise(requestAnimationFrame)).catch(() => {});
    }
    assert.fail(`it never came to be so: ${test} with ${JSON.stringify(argument)}`);
  }
  const kept = (path, cacheName = "habarshy:pages") => comes(([path, cacheName]) => caches.match(path, { cacheName }).then(Boolean), [path, cacheName]);
  const names = () => page.evaluate(() => caches.keys());
  return {
    comes,
    /** Waits until a path is kept. */
    kept,
    /** The names of all caches. */
    names,
    /** Opens an address, and waits until the worker has it. */
    async openKept(path) {
      await open(page, paper.url + path);
      await until(page, () => navigator.serviceWorker.controller?.state === "activated");
      await kept(path);
    },
    /** Takes the network away: the site does not answer, and the device says that it has none. */
    async goOffline() {
      paper.wire.cutOff();
      await page.context().setOffline(true);
    },
    /** Gives it back. */
    async goOnline() {
      paper.wire.cutOff(false);
      await page.context().setOffline(false);
    },
    /** The paths in a cache. */
    paths: (name) => page.evaluate(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname), name),
    /** The names of the shells. */
    shells: async () => (await names()).filter((name) => name.startsWith("habarshy:shell:")),
    /** Presses the button that saves an article, in another tab; gives what is said of it. */
    async save(path) {
      const tab = await page.context().newPage();
      await open(tab, paper.url + path);
      await tab.locator(".actions [data-does=save]").click();
      const said = await (await until(tab, outcome)).jsonValue();
      await tab.close();
      return said;
    },
    /** Lets go of an article by the same button. */
    async letGo(path) {
      const tab = await page.context().newPage();
      await tab.goto(paper.url + path);
      await taken(tab);
      await tab.locator(".actions [data-does=save][aria-pressed=true]").click();
      await tab.locator(".actions [data-does=save][aria-pressed=false]").waitFor();
      await tab.close();
    },
    /** The records of what is saved. */
    records: () => page.evaluate(async (record) => {
      if (!(await caches.has("habarshy:saved"))) return [];
      const cache = await caches.open("habarshy:saved");
      const records = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(record));
      return Promise.all(records.map(async (key) => (await cache.match(key)).json()));
    }, RECORD),
    /** Whether the article at a path is saved. */
    isSaved: (path) => page.evaluate((record) => caches.match(record, { cacheName: "habarshy:saved" }).then(Boolean), RECORD + path),
    /** Has the browser look for a new worker. */
    update: () => page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update())),
    /** Asserts that everyone can use what is shown. */
    isUsable: async () => assert.deepEqual(await complaints(page), []),
    /** Waits until pictures are there, and so drawn. */
    drawn: (selector) => until(page, (selector) => {
      const images = [...document.querySelectorAll(selector)];
      for (const image of images) image.loading = "eager";
      return images.length > 0 && images.every((image) => image.complete && image.naturalWidth > 0);
    }, selector),
  };
}
