// A reader's device, on which the worker keeps pages and the reader saves articles.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { DESKTOP, open, until } from "./reader.mjs";

/** The headline of `ARTICLE`, or enough of it. */
export const TITLE = "Центр наставников";
/** An article with pictures in its text. */
export const PICTURED = "/news/lesopolosa-u-reki/";
export const READER = { ...DESKTOP, worker: true };

/** How long anything may take, in milliseconds: far more than it does. */
const PATIENCE = 60_000;

const axe = readFile("node_modules/axe-core/axe.min.js", "utf8");

/** The store of saved articles as a module of its own: in the client it is bundled with the parts that use it. */
const STORE = buildSync({ entryPoints: ["src/parts/saved/store.js"], bundle: true, format: "esm", write: false }).outputFiles[0].text;

/** Puts that module on the wire of a paper. */
export const giveStore = ({ wire }) => wire.fail("/assets/store.js", async (_, response) => void response.writeHead(200, { "content-type": "text/javascript" }).end(STORE));

/** What the worker of a paper's site keeps from the beginning. */
export async function shellOf({ site }) {
  const [, json] = /^const SHELL=(.*);\n/.exec(await readFile(join(site, "sw.js"), "utf8"));
  return JSON.parse(json);
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
    async isUsable() {
      await page.evaluate(await axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    },
    /** Waits until pictures are there, and so drawn. */
    drawn: (selector) => until(page, (selector) => {
      const images = [...document.querySelectorAll(selector)];
      for (const image of images) image.loading = "eager";
      return images.length > 0 && images.every((image) => image.complete && image.naturalWidth > 0);
    }, selector),
  };
}
