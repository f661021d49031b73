// The service worker: pages come from the network while there is one, and else from what was kept.
// The build puts `SHELL` before it (src/publish/service_worker.rs); docs/adr/019-offline.md has the rules.

import {
  ASK_BUILD, ASK_KEPT, ASSETS_FOLDER, DATA_CACHE, DATA_FOLDER, FORMAT, KEEP, KEPT_HEADER,
  MEDIA_FOLDER, PAGE_CACHE, PICTURE_CACHE, SAVED_CACHE, SHELL_CACHE, TAKE_OVER,
} from "./constants.js";

// A host may have several papers, each in its folder.
const SHELLS = SHELL_CACHE + SHELL.folder;
const OWN = SHELLS + SHELL.build;
const isOld = (name) => name.startsWith(SHELLS) && name.length === OWN.length && name !== OWN;
// How many files the caches hold.
const MOST = { [PAGE_CACHE]: 60, [DATA_CACHE]: 60, [PICTURE_CACHE]: 120 };
/** How long the network may take where something is kept, and for the shell; milliseconds. */
const [TIMEOUT, SHELL_TIMEOUT] = [3_500, 30_000];
/** A document that was kept so lately is not fetched again for having been shown. */
const FRESH = 10 * 60_000;
/** When what a page was given had been kept, by page and path; 0 for what came from the network. */
const given = new Map();

addEventListener("install", (event) => {
  // Who saves data has had a shell for an article that they saved: its pages need no other.
  const isSpared = registration.active && navigator.connection?.saveData;
  if (!isSpared) event.waitUntil(takeShell(true));
});
const start = () => Promise.all([registration.navigationPreload?.enable(), clients.claim()]);
addEventListener("activate", (event) => event.waitUntil(start()));
addEventListener("message", (event) => {
  const { ask, ...said } = event.data ?? {};
  const answer = (value) => event.ports[0]?.postMessage(value);
  if (ask === ASK_BUILD) answer(SHELL.build);
  if (ask === ASK_KEPT) answer(given.get(event.source.id + said.file) ?? 0);
  if (ask === TAKE_OVER) skipWaiting();
  if (ask === KEEP) event.waitUntil(keepShown(said));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === location.origin && pathname.startsWith(`${SHELL.folder}/`);
  if (request.method !== "GET" || !isOurs || request.headers.has("range")) return;
  const byFolder = { [DATA_FOLDER]: data, [ASSETS_FOLDER]: asset, [MEDIA_FOLDER]: picture };
  const file = pathname.slice(SHELL.folder.length);
  const folder = file.slice(0, file.indexOf("/", 1));
  const answer = request.mode === "navigate" ? page : byFolder[folder];
  if (answer) event.respondWith(answer(event, pathname));
});

/** Fetches what is missing of the shell: all of it for a new worker, the rest after a mishap. */
async function takeShell(isNew) {
  const shell = await caches.open(OWN);
  const have = new Set((await shell.keys()).map(({ url }) => new URL(url).pathname));
  const missing = SHELL.files.filter((file) => !have.has(file));
  try {
    await Promise.all(missing.map((file) => takeFile(shell, file)));
  } catch (error) {
    // Half of it would take the room that the device lacks; else the next attempt goes on here.
    if (isNew && error.name === "QuotaExceededError") await caches.delete(OWN);
    throw error;
  }
}

async function takeFile(shell, file) {
  const isAsset = file.startsWith(`${SHELL.folder}${ASSETS_FOLDER}/`);
  const cache = isAsset ? "default" : "no-cache";
  const options = { cache, signal: AbortSignal.timeout(SHELL_TIMEOUT) };
  const answer = (isAsset && (await caches.match(file))) || (await fetch(file, options));
  const isOwn = isAsset || (await answer.clone().text()).includes(SHELL.build);
  if (!answer.ok || answer.redirected || !isOwn) {
    throw new Error(`${file} is not of build ${SHELL.build}: ${answer.status}`);
  }
  await shell.put(file, answer);
}

/** Keeps what a page shows and did not come through here, and lets go of shells of old builds. */
async function keepShown({ build, pages = [], pictures = [] }) {
  await takeShell().catch(() => {});
  const shown = (name, paths) => paths.map((path) => ({ name, path }));
  for (const { name, path } of [...shown(PAGE_CACHE, pages), ...shown(PICTURE_CACHE, pictures)]) {
    const own = await caches.match(path, { cacheName: name });
    if (own && (name === PICTURE_CACHE || Date.now() - keptAt(own) < FRESH)) continue;
    const answer = await fetch(path, { priority: "low" }).catch(() => {});
    if (answer) await keep(name, path, answer).catch(() => {});
  }
  // The next worker is on its way: one of the shells is its own.
  if (registration.installing || registration.waiting) return;
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = (await caches.keys()).filter(isOld);
  // Some page may be of an old build still, unless the one that speaks is alone.
  const isAlone = open.length < 2 && build === SHELL.build;
  const old = isAlone ? others : others.slice(0, -2);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function page(event, path) {
  const { preloadResponse, request } = event;
  // Where the network fails, Firefox gives an error for an answer.
  const network = Promise.resolve(preloadResponse)
    .then((answer) => (answer && answer.type !== "error" ? answer : fetch(request)));
  return (await freshOrKept(event, network, PAGE_CACHE, path)) ?? notHere(path);
}

async function data(event, path) {
  const answer = await freshOrKept(event, fetch(event.request), DATA_CACHE, path);
  const name = path.slice(SHELL.folder.length + DATA_FOLDER.length);
  const page = SHELL.folder + name.replace(/(?:^\/index)?\.json$/, "/");
  if (answer || !(await kept(PAGE_CACHE, page))) return answer ?? Response.error();
  // The document is kept, its JSON is not: of another build, the client has the document loaded.
  const headers = { "content-type": "application/json" };
  return new Response(JSON.stringify({ format: FORMAT, build: "kept" }), { headers });
}

/** The network's answer, or what is kept where that is late, fails, or is a server's error. */
async function freshOrKept(event, network, name, path) {
  event.waitUntil(network.then((answer) => keep(name, path, answer)).catch(() => {}));
  const own = await kept(name, path);
  const late = new Promise((_, fail) => own && setTimeout(fail, TIMEOUT));
  const answer = await Promise.race([network, late]).catch(() => undefined);
  const isGone = [404, 410].includes(answer?.status);
  // What the paper has taken back stays with those who saved it.
  const copy = isGone ? await kept(SAVED_CACHE, path) : !(answer?.status < 500) && own;
  given.set((event.resultingClientId || event.clientId) + path, copy ? keptAt(copy) : 0);
  return copy || answer;
}

const keptAt = (answer) => Number(answer.headers.get(KEPT_HEADER));

/** A page or its JSON: the shell's, or the newer one of what was shown and what was saved. */
async function kept(name, path) {
  const spelled = path.endsWith("/") || path.includes(".") ? path : `${path}/`;
  const found = [OWN, name, SAVED_CACHE].map((cacheName) => caches.match(spelled, { cacheName }));
  const [own, ...copies] = await Promise.all(found);
  return own ?? copies.filter(Boolean).sort((a, b) => keptAt(b) - keptAt(a))[0];
}

/** Whatever build an asset is of: its name says what is in it. Some are kept when first used. */
async function asset(event, path) {
  const own = await caches.match(path);
  if (own) return own;
  const answer = await fetch(event.request);
  if (answer.ok && SHELL.later.includes(path)) {
    const copy = answer.clone();
    event.waitUntil(caches.open(OWN).then((shell) => shell.put(path, copy)).catch(() => {}));
  }
  return answer;
}

async function picture(event, path) {
  const own = await caches.match(path);
  if (own) return own;
  const answer = await fetch(event.request).catch(() => otherWidth(path));
  event.waitUntil(keep(PICTURE_CACHE, path, answer));
  return answer;
}

/** The same picture as it was kept, in another width. */
async function otherWidth(path) {
  const stem = path.match(/^.*\/[^/]+\.[0-9a-f]+(?=[-.])/)?.[0];
  for (const name of stem ? [SAVED_CACHE, PICTURE_CACHE] : []) {
    const cache = await caches.open(name);
    const isSame = ({ url }) => new URL(url).pathname.startsWith(stem);
    const same = (await cache.keys()).find(isSame);
    if (same) return cache.match(same);
  }
  return Response.error();
}

/** Keeps an answer, if it is whole and ours, and lets go of the oldest. */
async function keep(name, path, answer) {
  if (answer.status !== 200 || answer.type !== "basic" || answer.redirected) return;
  const type = answer.headers.get("content-type") ?? "";
  const body = await answer.clone().blob();
  const isPage = async () => (await body.text()).includes('"build":"');
  if (!(name === PICTURE_CACHE ? type.startsWith("image/") : await isPage())) return;
  try {
    const cache = await caches.open(name);
    const headers = { "content-type": type, [KEPT_HEADER]: Date.now() };
    await cache.put(path, new Response(body, { headers }));
    const old = (await cache.keys()).slice(0, -MOST[name]);
    await Promise.all(old.map((path) => cache.delete(path)));
  } catch {
    // A device that is full is helped by what can be had again.
    await caches.delete(PICTURE_CACHE);
  }
}

/** What stands in for a page that is not kept: the page of what is saved, or a bare one. */
async function notHere(path) {
  const found = SHELL.editions.find(({ base }) => path.startsWith(base));
  const { page, lang, title, why, again } = found ?? SHELL.editions.at(-1);
  const saved = await caches.match(page, { cacheName: OWN });
  const bare = `<!DOCTYPE html><html lang="${lang}"><title>${title}</title>
<meta name="viewport" content="width=device-width"><h1>${title}</h1><p>${why}</p>
<p><a href="">${again}</a></p>`;
  // Where there is no client to say why. No link: the first of a page is the one to its content.
  const plain = `<p class="without-script wrap">${why}</p><div id="app"`;
  const html = saved ? (await saved.text()).replace('<div id="app"', plain) : bare;
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}
