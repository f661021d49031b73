// A reader's device, on which the worker keeps pages and the reader saves articles.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach } from "node:test";
import { buildSync } from "esbuild";
import { complaints } from "./axe.mjs";
import { PATIENCE } from "./patience.mjs";
import { DESKTOP, newReader, open, until } from "./reader.mjs";
import { browser, paper } from "./stage.mjs";
import { changed } from "./wire.mjs";

/** The headline of `ARTICLE`, or enough of it. */
export const TITLE = "Центр наставников";
/** An article with pictures in its text. */
export const PICTURED = "/news/lesopolosa-u-reki/";
export const READER = { ...DESKTOP, worker: true };

/** The store of saved articles as a module of its own: in the client it is bundled with the parts that use it. */
const STORE = buildSync({ entryPoints: ["src/parts/saved/store.js"], bundle: true, format: "esm", write: false }).outputFiles[0].text;

/** Puts that module on the wire of a paper. */
export const giveStore = ({ wire }) => wire.fail("/assets/store.js", async (_, response) => void response.writeHead(200, { "content-type": "text/javascript" }).end(STORE));

/** Has the worker of a paper wait for the network much longer than it does: then only what fails is shown from what was kept. */
const makePatient = ({ wire }) => wire.fail("/sw.js", changed((worker) => `{ const { setTimeout } = globalThis; globalThis.setTimeout = (call, milliseconds) => setTimeout(call, 100 * milliseconds); }\n${worker}`));

/** What the worker of a paper's site keeps from the beginning. */
export async function shellOf({ site }) {
  const [, json] = /^const SHELL=(.*);\n/.exec(await readFile(join(site, "sw.js"), "utf8"));
  return JSON.parse(json);
}

/** A page of a device that has kept nothing yet, and what is done on it: of the test that runs. */
export let page, on;

/** Gives each test of the file such a device. `opens` is to be called before. */
export function hasDevice() {
  beforeEach(async () => {
    page = await newReader(browser, READER);
    on = device(page, paper);
    giveStore(paper);
    makePatient(paper);
  });
  afterEach(() => page.context().close());
}

/** What a test does and asks of the device that a page is open on. */
export function device(page, paper) {
  /** Waits until something that the page has to ask for is so; the page may change meanwhile. */
  async function comes(test, argument) {
    for (const end = Date.now() + PATIENCE; Date.now() < end;) {
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
    /** Calls a function of the store; gives what it gives, or why it failed. */
    store: (call, ...given) => page.evaluate(([call, given]) => import("/assets/store.js").then((store) => store[call](...given)).catch((error) => error.reason ?? String(error)), [call, given]),
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
