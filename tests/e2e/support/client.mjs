// The files of the client on the wire of a paper, and a client that traps when a test wants it to.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { until } from "./reader.mjs";
import { changed } from "./wire.mjs";

/** The paths of the loader, the client's script and its module on a paper's site. */
export async function clientFiles({ site }) {
  const names = await readdir(join(site, "assets"));
  const path = (begins, ends) => {
    const is = (name) => name.startsWith(`${begins}.`) && name.endsWith(ends);
    return `/assets/${names.find(is)}`;
  };
  return {
    loader: path("loader", ".js"),
    script: path("client", ".js"),
    wasm: path("client", ".wasm"),
  };
}

/** Has the client's script trap whenever the page hears `test:trap`, as a handler of the client would. */
export const trapsWhenTold = changed((text) => `${text}
addEventListener("test:trap", () => { throw new WebAssembly.RuntimeError("unreachable"); });`);

/** Has the client trap while it starts. */
export const trapsAtStart = changed(() => `
export default async () => { throw new WebAssembly.RuntimeError("unreachable"); };`);

/** Has the client trap as soon as it has taken a page over. */
export const trapsWhenUp = changed((text) => `${text}
new MutationObserver((_, observer) => {
  observer.disconnect();
  throw new WebAssembly.RuntimeError("unreachable");
}).observe(document.documentElement, { attributeFilter: ["data-client"] });`);

/** What the tab has kept of the client's failures. */
export const failed = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem("habarshy:failed")));

/** Waits until an article was counted as read, in this browser. */
export const counted = (page, path) => until(page, (path) => {
  const { views } = JSON.parse(localStorage.getItem("habarshy:views") ?? "{}");
  return views?.[path]?.[0] > 0;
}, path);

/** The path of a chunk of the client: a module that is loaded when a feature is asked for. */
export async function chunkFile({ site }, feature) {
  const name = (await readdir(join(site, "assets"))).find((file) => file.startsWith(`split_${feature}.`) && file.endsWith(".wasm"));
  assert.ok(name, `there is no chunk ${feature}`);
  return `/assets/${name}`;
}

/** The path of the style sheet that comes late. */
export async function styleFile({ site }) {
  const names = await readdir(join(site, "assets"));
  return `/assets/${names.find((name) => name.startsWith("late.") && name.endsWith(".css"))}`;
}
