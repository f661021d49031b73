// What the reader keeps for good: articles with their pictures, in a cache that only this file writes.
//
// An article is saved if and only if its record is there: written last, taken away first. The record names all of its files,
// so whatever else lies in the cache was left by an attempt that broke off, and goes with the next change.

import { dataPath } from "../data_path.js";

const SAVED = "habarshy:saved";
const PICTURES = "habarshy:pictures";
const RECORDS = "/saved/record";
const VERSION = 1;

/** The last attempt to bring saved articles up to a build that failed, `{ build, path, at }`; and how long it is left at that. */
const FAILED = "habarshy:renewal";
const PAUSE = 60 * 60_000;

/** How long a file may take, in milliseconds: all tabs wait for each other's changes. */
const PATIENCE = 30_000;

/** About twice the width of the text, and of a card: what a picture is kept in, in pixels. */
const [WIDE, NARROW] = [1000, 400];

/** Why an article could not be saved: "unavailable" (the browser keeps nothing here), "full", "network". */
export class NotSaved extends Error {
  constructor(reason) {
    super(`not saved: ${reason}`);
    this.reason = reason;
    // As the browser calls it, for those who ask for that name.
    if (reason === "full") this.name = "QuotaExceededError";
  }
}

/** Whether the article at a path is saved. Throws a `NotSaved` where the browser keeps nothing. */
export async function isSaved(path) {
  try {
    return Boolean(await caches.match(RECORDS + path, { cacheName: SAVED }));
  } catch {
    throw new NotSaved("unavailable");
  }
}

/**
 * Saves the article at a path with its pictures, or nothing of it: then it throws a `NotSaved`. `known` may hold `title`,
 * `section` (its name) and `date`; what it leaves out is read from the article. Gives `{ bytes }`.
 */
export function save(path, known = {}) {
  return alone(async (cache) => {
    const { files, record } = await taken(path, known);
    try {
      await write(cache, files, record);
    } catch {
      // What was only visited makes room for what is saved.
      await caches.delete(PICTURES);
      await writeOrSweep(cache, files, record);
    }
    navigator.storage?.persist?.().catch(() => {});
    changed();
    return { bytes: record.bytes };
  });
}

/** Lets go of the article at a path. Gives a function that brings it back, as long as the page is open. */
export function remove(path) {
  return alone(async (cache) => {
    const record = await recordOf(cache, path);
    if (!record) return async () => {};
    const bodies = await Promise.all(record.files.map(async (file) => fileOf(file, await cache.match(file))));
    await cache.delete(RECORDS + path);
    // With its record it is gone. Files that stay behind go with the next change.
    await sweep(cache).catch(() => {});
    changed();
    const files = bodies.filter(([, body]) => body);
    return () => alone(async (again) => {
      await write(again, files, record).catch(() => { throw new NotSaved("full"); });
      changed();
    });
  });
}

/** The records of all saved articles, the latest first: `path`, `title`, `section`, `date`, `lang`, `at`, `bytes`. */
export async function list() {
  try {
    const found = (await caches.has(SAVED)) ? await records(await caches.open(SAVED)) : [];
    return found.sort((a, b) => b.at - a.at || (a.path < b.path ? -1 : 1));
  } catch {
    throw new NotSaved("unavailable");
  }
}

/** Brings saved articles up to a newer build of the site, so that their scripts are those that are kept; a few at a time. */
export async function renew(build) {
  const failed = lastFailure(build);
  if (failed && Math.abs(Date.now() - failed.at) < PAUSE) return;
  const old = (await list().catch(() => [])).filter((record) => record.build !== build);
  // What failed last time does not stand in the way of the others.
  old.sort((a, b) => (a.path === failed?.path) - (b.path === failed?.path));
  for (const record of old.slice(0, 5)) {
    // Whether it is there at all; what it holds is fetched with its pictures.
    const answer = await fetch(record.path, { method: "HEAD", priority: "low", signal: inTime() }).catch(() => undefined);
    if (!answer) return;
    try {
      await renewOne(record, build, answer);
    } catch {
      return rememberFailure({ build, path: record.path, at: Date.now() });
    }
  }
}

/** What was visited does not make room here: nobody asked for this, and it would be so for every article that is too large. */
function renewOne(record, build, { ok, status }) {
  return alone(async (cache) => {
    // Meanwhile the reader may have let go of it.
    if (!(await recordOf(cache, record.path))) return;
    // An article that the paper has taken back stays with those who saved it, and is not asked for again.
    if (status === 404 || status === 410) return cache.put(RECORDS + record.path, written({ ...record, build }));
    if (!ok) throw new NotSaved("network");
    const fresh = await taken(record.path, { section: record.section, at: record.at });
    // An address that leads elsewhere now gives what was saved before: that is no newer.
    if (fresh.record.build !== build) throw new NotSaved("network");
    await writeOrSweep(cache, fresh.files, fresh.record);
    changed();
  });
}

function lastFailure(build) {
  try {
    const failed = JSON.parse(localStorage.getItem(FAILED));
    return failed?.build === build ? failed : undefined;
  } catch { /* Storage is refused or damaged: then each page tries anew. */ }
}

function rememberFailure(failed) {
  try {
    localStorage.setItem(FAILED, JSON.stringify(failed));
  } catch { /* As above. */ }
}

/** One change at a time, in all tabs. */
async function alone(change) {
  if (!globalThis.caches) throw new NotSaved("unavailable");
  const work = async () => change(await caches.open(SAVED).catch(() => { throw new NotSaved("unavailable"); }));
  return navigator.locks ? navigator.locks.request(SAVED, work) : work();
}

/** Tells this page and other tabs that something was saved or let go. */
function changed() {
  document.dispatchEvent(new Event("habarshy:saved"));
  try {
    const channel = new BroadcastChannel(SAVED);
    channel.postMessage("changed");
    channel.close();
  } catch { /* Other tabs will see it when they are loaded. */ }
}

/** An article as it is now, with all its files and the record of them. */
async function taken(path, known) {
  const files = await articleFiles(path);
  return { files, record: { version: VERSION, path, ...(await readArticle(path, files)), ...given(known), ...measured(files) } };
}

/** All files of an article: its document, its JSON, its pictures. Pictures that cannot be had are missing, as they are now. */
async function articleFiles(path) {
  const pages = await Promise.all([path, dataPath(path)].map(async (file) => fileOf(file, await have(file, "no-cache"))));
  if (pages.some(([, body]) => !body)) throw new NotSaved("network");
  const sources = picturesOf(await pages[0][1].text());
  const pictures = await Promise.all(sources.map(async (file) => fileOf(file, await have(file, "default"))));
  return [...pages, ...pictures.filter(([, body]) => body)];
}

/** From the network, or as it was kept when it was shown. */
async function have(file, cache) {
  const own = cache === "default" && (await caches.match(file));
  if (own) return own;
  const answer = await fetch(file, { cache, signal: inTime() }).catch(() => undefined);
  return answer?.ok && !answer.redirected ? answer : caches.match(file);
}

/** Older browsers wait for as long as it takes. */
const inTime = () => AbortSignal.timeout?.(PATIENCE);

/** A file's name, its body, and when it was kept if it does not come from the network: an old copy does not get young again. */
const fileOf = async (file, answer) => [file, await answer?.blob(), answer?.headers.get("x-kept") ?? undefined];

/** One file of each picture: that of the width which suits its place. */
function picturesOf(html) {
  const article = new DOMParser().parseFromString(html, "text/html");
  const files = [...article.querySelectorAll("main img")].map((image) => {
    const set = image.closest("picture")?.querySelector("source")?.getAttribute("srcset") ?? "";
    const wanted = image.closest("[data-body], .cover") ? WIDE : NARROW;
    const widths = [...set.matchAll(/(\S+) (\d+)w/g)].map(([, file, width]) => [file, Number(width)]);
    return (widths.find(([, width]) => width >= wanted) ?? widths.at(-1))?.[0] ?? image.getAttribute("src");
  });
  return [...new Set(files)].filter((file) => file?.startsWith("/media/"));
}

/** What the list says of an article. */
async function readArticle(path, files) {
  const page = JSON.parse(await files[1][1].text());
  const article = page.content?.article;
  if (!article) throw new NotSaved("network");
  const shown = new DOMParser().parseFromString(await files[0][1].text(), "text/html");
  const section = shown.querySelector(`main a[href$="/section/${CSS.escape(article.section)}/"]`)?.textContent ?? "";
  return { title: article.title, date: article.date, section, lang: page.lang, build: page.build };
}

/** What is known already, but for what is missing in it. */
const given = ({ title, section, date, at = Date.now() }) => Object.fromEntries(Object.entries({ title, section, date, at }).filter(([, value]) => value));

const measured = (files) => ({ bytes: files.reduce((sum, [, body]) => sum + body.size, 0), files: files.map(([file]) => file) });

/**
 * Pictures first, so that no document is there without its own; the record last. Where the article was saved before, its
 * record names the files of both until then: whatever breaks off in between, none that is needed goes with the next change.
 */
async function write(cache, files, record) {
  const isPicture = ([file]) => file.startsWith("/media/");
  await putAll(cache, files.filter(isPicture));
  const old = await recordOf(cache, record.path);
  const both = old && { ...old, files: [...new Set([...old.files, ...record.files])] };
  if (both) await cache.put(RECORDS + record.path, written(both));
  await putAll(cache, files.filter((file) => !isPicture(file)));
  await cache.put(RECORDS + record.path, written(record));
}

async function putAll(cache, files) {
  for (const [file, body, at = Date.now()] of files) {
    await cache.put(file, new Response(body, { headers: { "content-type": body.type, "x-kept": at } }));
  }
}

/** Writes, or leaves nothing of the attempt. */
async function writeOrSweep(cache, files, record) {
  try {
    await write(cache, files, record);
  } catch {
    await sweep(cache).catch(() => {});
    throw new NotSaved("full");
  }
}

const written = (record) => new Response(JSON.stringify(record), { headers: { "content-type": "application/json" } });

async function recordOf(cache, path) {
  const record = await (await cache.match(RECORDS + path))?.json().catch(() => undefined);
  return record?.version === VERSION && Array.isArray(record.files) ? record : undefined;
}

async function records(cache) {
  return (await allRecords(cache)).filter(Boolean);
}

/** Those that cannot be read are undefined. */
async function allRecords(cache) {
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith(`${RECORDS}/`));
  return Promise.all(paths.map((path) => recordOf(cache, path.slice(RECORDS.length))));
}

/** Takes away what no record names. A record of a later version may name anything: then all stays. */
async function sweep(cache) {
  const known = await allRecords(cache);
  if (known.includes(undefined)) return;
  const named = new Set(known.flatMap(({ path, files }) => [RECORDS + path, ...files]));
  const stray = (await cache.keys()).filter(({ url }) => !named.has(new URL(url).pathname));
  await Promise.all(stray.map((file) => cache.delete(file)));
}
