// What a client leaves on a reader's device: tools/fixtures/stored.mjs writes it down, tests put it on a fresh device.
//
// `written` is when that was, in milliseconds since 1970; `local` is localStorage, `databases` the names in IndexedDB, and
// `caches` their entries by name. `tabs` have sessionStorage and the entries of their history, the current one last. A body
// is a buffer, or null where it was left out: an entry without a body is not put back.

import { readFile } from "node:fs/promises";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

const FILE = "tests/e2e/fixtures/stored.json";
/** What stands for the address of the shared counter in it. */
export const COUNTER = "https://counter.example";
/** A page of the origin that runs nothing. */
const BLANK = "/blank.html";
/** In milliseconds. */
const DAY = 24 * 60 * 60_000;

/** Writes down what the origin of an open page keeps for all tabs. */
export async function dumpDevice(page) {
  const device = await page.evaluate(async () => {
    const base64 = async (answer) => btoa(Array.from(new Uint8Array(await answer.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
    const dumped = async (cache, request) => {
      const answer = await cache.match(request);
      const { pathname, search } = new URL(request.url);
      return { path: pathname + search, status: answer.status, headers: Object.fromEntries(answer.headers), body: await base64(answer) };
    };
    const stored = {};
    for (const name of (await caches.keys()).sort()) {
      const cache = await caches.open(name);
      stored[name] = await Promise.all((await cache.keys()).map((request) => dumped(cache, request)));
    }
    return {
      local: Object.fromEntries(Object.keys(localStorage).sort().map((key) => [key, localStorage.getItem(key)])),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: stored,
    };
  });
  return withBodies(device, (body) => Buffer.from(body, "base64"));
}

/** Writes down what the tab of an open page keeps, and the name of its history entry. */
export const dumpTab = (page) => page.evaluate(() => ({
  path: location.pathname + location.search,
  state: history.state,
  session: Object.fromEntries(Object.keys(sessionStorage).sort().map((key) => [key, sessionStorage.getItem(key)])),
}));

/** The fixture. */
export async function readStored() {
  const { bodies, ...stored } = JSON.parse(await readFile(FILE, "utf8"));
  const unpacked = JSON.parse(brotliDecompressSync(Buffer.from(bodies, "base64")));
  return withBodies(stored, (number) => (typeof unpacked[number] === "string" ? Buffer.from(unpacked[number]) : Buffer.from(unpacked[number].base64, "base64")));
}

/** The text of the fixture's file. Bodies are compressed together, each of them once; texts as texts, because base64 does not compress. */
export function packed(stored) {
  const bodies = [];
  const written = (body) => (Buffer.from(body.toString()).equals(body) ? body.toString() : { base64: body.toString("base64") });
  const numbered = withBodies(stored, (body) => {
    const text = JSON.stringify(written(body));
    return bodies.includes(text) ? bodies.indexOf(text) : bodies.push(text) - 1;
  });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return `${JSON.stringify({ ...numbered, bodies: brotliCompressSync(`[${bodies.join()}]`, { params }).toString("base64") }, null, 1)}\n`;
}

/**
 * The same as if it had been written at another moment: the times that are stored move with it. They are known by being
 * within a day of it; what the entries of the history are called is no time to those who read it.
 */
export function writtenAt(moment, stored) {
  const moved = (text) => text.replaceAll(/(?<!\d)(0*)(\d{13})(?!\d)/g, (all, zeros, time) => (
    Math.abs(time - stored.written) < DAY ? zeros + (Number(time) + moment - stored.written) : all
  ));
  const movedEntry = ({ body, headers, ...entry }) => ({
    ...entry,
    headers: mapped(headers, moved),
    body: body && entry.path.startsWith("/saved/record/") ? Buffer.from(moved(body.toString())) : body,
  });
  return {
    ...stored,
    written: moment,
    local: Object.fromEntries(Object.entries(stored.local).map((pair) => pair.map(moved))),
    caches: mapped(stored.caches, (entries) => entries.map(movedEntry)),
  };
}

const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
const withBodies = (stored, change) => ({
  ...stored,
  caches: mapped(stored.caches, (entries) => entries.map((entry) => (entry.body === null ? entry : { ...entry, body: change(entry.body) }))),
});

/**
 * Puts all of it on the device of a page that is open nowhere yet, with the shared counter at an address, and leaves the page
 * where nothing runs.
 */
export async function putOnDevice(page, stored, { url, wire }, counter) {
  // A page of another policy would not be one of the same history: its entries would lose their names.
  const headers = { "content-type": "text/html", "cross-origin-opener-policy": "same-origin" };
  wire.fail(BLANK, async (_, response) => void response.writeHead(200, headers).end("<!doctype html><title>Blank</title>"));
  await page.goto(url + BLANK);
  const pointed = (body) => (body.includes(COUNTER) ? Buffer.from(body.toString().replaceAll(COUNTER, counter)) : body);
  await page.evaluate(async ({ local, caches: all }) => {
    for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
    for (const [name, entries] of Object.entries(all)) {
      const cache = await caches.open(name);
      for (const { path, status, headers, body } of entries) {
        if (body !== null) await cache.put(path, new Response(Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0)), { status, headers }));
      }
    }
  }, withBodies(stored, (body) => pointed(body).toString("base64")));
}

/** Makes the tab of a page what a tab of the fixture was, as if its last entry had been loaded anew. */
export async function becomeTab(page, { entries, session }) {
  await page.evaluate(({ entries: [first, ...others], session: stored }) => {
    for (const [key, value] of Object.entries(stored)) sessionStorage.setItem(key, value);
    history.replaceState(first.state, "", first.path);
    for (const { state, path } of others) history.pushState(state, "", path);
  }, { entries, session });
  await page.reload();
}
