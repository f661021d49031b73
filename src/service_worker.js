// The service worker: pages come from the network while there is one, and else from what was kept.
// docs/adr/019-offline.md has the rules. The build puts `CONFIG` before it (service_worker.rs).

import { CACHE, FOLDER, FORMAT, KEPT_HEADER, MESSAGE } from "./constants.js";

// A host may have several papers, each in its folder.
const SHELLS = CACHE.shell + CONFIG.folder;
const OWN = SHELLS + CONFIG.build;
const isOld = (name) => name.startsWith(SHELLS) && name.length === OWN.length && name !== OWN;
const keptAt = (answer) => Number(answer.headers.get(KEPT_HEADER));
// How many files a cache holds; then times in milliseconds.
const MOST = { [CACHE.pages]: 60, [CACHE.data]: 60, [CACHE.pictures]: 120 };
const TIMEOUT = 3_500; // For the network, where something is kept.
const FRESH = 10 * 60_000; // Kept so lately, a document is not fetched again for being shown.
/** When what a page was given had been kept, by page and path; 0 for the network's. */
const given = new Map();

addEventListener("install", (event) => {
  // Who saves data, and has a shell, is spared another.
  if (registration.active && navigator.connection?.saveData) return;
  event.waitUntil(takeShell(true));
});
const start = () => Promise.all([registration.navigationPreload?.enable(), clients.claim()]);
addEventListener("activate", (event) => event.waitUntil(start()));
addEventListener("message", (event) => {
  const { ask, file, ...shown } = event.data ?? {};
  const answer = (value) => event.ports[0]?.postMessage(value);
  if (ask === MESSAGE.askBuild) answer(CONFIG.build);
  if (ask === MESSAGE.askKept) answer(given.get(event.source.id + file) ?? 0);
  if (ask === MESSAGE.takeOver) skipWaiting();
  if (ask === MESSAGE.keep) event.waitUntil(keepShown(shown));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === location.origin && pathname.startsWith(`${CONFIG.folder}/`);
  if (request.method !== "GET" || !isOurs || request.headers.has("range")) return;
  const file = pathname.slice(CONFIG.folder.length);
  const byFolder = { [FOLDER.data]: data, [FOLDER.assets]: asset, [FOLDER.media]: picture };
  const answer = request.mode === "navigate" ? page : byFolder[file.slice(0, file.indexOf("/", 1))];
  if (answer) event.respondWith(answer(event, pathname));
});

/** Fetches what is missing of the shell: all of it for a new worker, the rest after a mishap. */
async function takeShell(isNew) {
  const shell = await caches.open(OWN);
  try {
    await Promise.all(CONFIG.files.map((file) => takeFile(shell, file)));
  } catch (error) {
    // Half of it would take the room that the device lacks; else the next attempt goes on here.
    if (isNew && error.name === "QuotaExceededError") await caches.delete(OWN);
    throw error;
  }
}

async function takeFile(shell, file) {
  if (await shell.match(file)) return;
  const isAsset = file.startsWith(`${CONFIG.folder}${FOLDER.assets}/`);
  const options = { cache: isAsset ? "default" : "no-cache", signal: AbortSignal.timeout(30_000) };
  const answer = (isAsset && (await caches.match(file))) || (await fetch(file, options));
  const isOwn = isAsset || (await answer.clone().text()).includes(CONFIG.build);
  if (!answer.ok || answer.redirected || !isOwn) {
    throw new Error(`${file} is not of build ${CONFIG.build}: ${answer.status}`);
  }
  await shell.put(file, answer);
}

/** Keeps what a page shows and did not come through here, and lets go of shells of old builds. */
async function keepShown({ build, pages = [], pictures = [] }) {
  await takeShell().catch(() => {});
  for (const path of [...pages, ...pictures]) {
    const name = pages.includes(path) ? CACHE.pages : CACHE.pictures;
    const own = await caches.match(path, { cacheName: name });
    if (own && (name === CACHE.pictures || Date.now() - keptAt(own) < FRESH)) continue;
    const answer = await fetch(path, { priority: "low" }).catch(() => {});
    if (answer) await keep(name, path, answer).catch(() => {});
  }
  // One of the shells is the next worker's.
  if (registration.installing || registration.waiting) return;
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  // Some page may be of an old build still, unless the one that speaks is alone.
  const isAlone = open.length < 2 && build === CONFIG.build;
  const old = (await caches.keys()).filter(isOld).slice(0, isAlone ? undefined : -2);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function page(event, path) {
  // Where the network fails, Firefox gives an error for an answer.
  const network = Promise.resolve(event.preloadResponse)
    .then((answer) => (answer && answer.type !== "error" ? answer : fetch(event.request)));
  return (await freshOrKept(event, network, CACHE.pages, path)) ?? notHere(path);
}

async function data(event, path) {
  const answer = await freshOrKept(event, fetch(event.request), CACHE.data, path);
  const name = path.slice(CONFIG.folder.length + FOLDER.data.length);
  const page = CONFIG.folder + name.replace(/(?:^\/index)?\.json$/, "/");
  if (answer || !(await kept(CACHE.pages, page))) return answer ?? Response.error();
  // The document is kept, its JSON is not: of another build, the client has the document loaded.
  return Response.json({ format: FORMAT, build: "kept" });
}

/** The network's answer, or what is kept where that is late, fails, or is a server's error. */
async function freshOrKept(event, network, name, path) {
  event.waitUntil(network.then((answer) => keep(name, path, answer)).catch(() => {}));
  const own = await kept(name, path);
  const late = new Promise((_, fail) => own && setTimeout(fail, TIMEOUT));
  const answer = await Promise.race([network, late]).catch(() => undefined);
  const isGone = [404, 410].includes(answer?.status);
  // What the paper has taken back stays with those who saved it.
  const copy = isGone ? await kept(CACHE.saved, path) : !(answer?.status < 500) && own;
  given.set((event.resultingClientId || event.clientId) + path, copy ? keptAt(copy) : 0);
  return copy || answer;
}

/** A page or its JSON: the shell's, or the newer one of what was shown and what was saved. */
async function kept(name, path) {
  const spelled = path.endsWith("/") || path.includes(".") ? path : `${path}/`;
  const found = [OWN, name, CACHE.saved].map((cacheName) => caches.match(spelled, { cacheName }));
  const [own, ...copies] = await Promise.all(found);
  return own ?? copies.filter(Boolean).sort((a, b) => keptAt(b) - keptAt(a))[0];
}

/** A file whose name says what is in it, whatever build it is of. Some are kept when first used. */
async function asset(event, path) {
  const own = await caches.match(path);
  const answer = own ?? (await fetch(event.request));
  if (!own && answer.ok && CONFIG.later.includes(path)) {
    const copy = answer.clone();
    event.waitUntil(caches.open(OWN).then((shell) => shell.put(path, copy)).catch(() => {}));
  }
  return answer;
}

async function picture(event, path) {
  const own = await caches.match(path);
  if (own) return own;
  const answer = await fetch(event.request).catch(() => otherWidth(path));
  event.waitUntil(keep(CACHE.pictures, path, answer));
  return answer;
}

async function otherWidth(path) {
  const stem = path.match(/^.*\/[^/]+\.[0-9a-f]+(?=[-.])/)?.[0];
  for (const name of stem ? [CACHE.saved, CACHE.pictures] : []) {
    const cache = await caches.open(name);
    const same = (await cache.keys()).find(({ url }) => new URL(url).pathname.startsWith(stem));
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
  if (!(name === CACHE.pictures ? type.startsWith("image/") : await isPage())) return;
  try {
    const cache = await caches.open(name);
    const headers = { "content-type": type, [KEPT_HEADER]: Date.now() };
    await cache.put(path, new Response(body, { headers }));
    for (const old of (await cache.keys()).slice(0, -MOST[name])) await cache.delete(old);
  } catch {
    // A device that is full is helped by what can be had again.
    await caches.delete(CACHE.pictures);
  }
}

async function notHere(path) {
  const { page, bare, why } = CONFIG.editions.find(({ base }) => path.startsWith(base));
  const saved = await caches.match(page, { cacheName: OWN });
  const html = saved ? (await saved.text()).replace('<div id="app"', `${why}$&`) : bare;
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}
