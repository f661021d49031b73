// The service worker: pages come from the network while there is one, and else from what was kept. The build puts `SHELL`
// before it (src/site/worker.rs). Nothing of two builds can meet: assets are named by their content, and a page's JSON says
// its build. Its caches:
//   habarshy:shell:<build>  scripts, words, and the page for what is not kept: of one build, whole or not at all
//   habarshy:pages          documents that were shown, habarshy:data their JSON, habarshy:pictures their pictures: bounded
//   habarshy:saved          what the reader saved (src/features/saved/store.rs): never touched here

const [SHELLS, PAGES, DATA, PICTURES, SAVED] = ["shell:", "pages", "data", "pictures", "saved"].map((name) => `habarshy:${name}`);
const OWN = SHELLS + SHELL.build;
const MOST = { [PAGES]: 60, [DATA]: 60, [PICTURES]: 120 };
/** How long the network may take where something kept is at hand, and a file of the shell in any case; milliseconds. */
const [PATIENCE, PATIENCE_FOR_A_FILE] = [3_500, 30_000];
/** A document that was kept so lately is not fetched again for having been shown. */
const FRESH = 10 * 60_000;
/** When what a page was given had been kept, by page and path; 0 for what came from the network. */
const given = new Map();

addEventListener("install", (event) => event.waitUntil(takeShell(true)));
addEventListener("activate", (event) => event.waitUntil(Promise.all([registration.navigationPreload?.enable(), clients.claim()])));

addEventListener("message", (event) => {
  const { ask, ...said } = event.data ?? {};
  if (ask === "build") event.ports[0]?.postMessage(SHELL.build);
  if (ask === "kept") event.ports[0]?.postMessage(given.get(event.source.id + said.file) ?? 0);
  if (ask === "take over") skipWaiting();
  if (ask === "keep") event.waitUntil(keepShown(said));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(page(event, pathname));
  else if (pathname.startsWith("/data/")) event.respondWith(data(event, pathname));
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (pathname.startsWith("/media/")) event.respondWith(picture(event, pathname));
});

/** Fetches what is missing of the shell: all of it when the worker is new, nothing as a rule, the rest after a mishap. */
async function takeShell(isNew) {
  const shell = await caches.open(OWN);
  const have = new Set((await shell.keys()).map(({ url }) => new URL(url).pathname));
  try {
    await Promise.all(SHELL.files.filter((file) => !have.has(file)).map((file) => takeFile(shell, file)));
  } catch (error) {
    // What is half there would take the room that the device does not have; else the next attempt goes on from here.
    if (isNew && error.name === "QuotaExceededError") await caches.delete(OWN);
    throw error;
  }
}

async function takeFile(shell, file) {
  const named = file.startsWith("/assets/");
  const how = { cache: named ? "default" : "no-cache", signal: AbortSignal.timeout(PATIENCE_FOR_A_FILE) };
  const answer = (named && (await caches.match(file))) || (await fetch(file, how));
  const right = named || (await answer.clone().text()).includes(SHELL.build);
  if (!answer.ok || answer.redirected || !right) throw new Error(`${file} is not of build ${SHELL.build}: ${answer.status}`);
  await shell.put(file, answer);
}

/** Keeps what a page shows and did not come through here, mends the shell, and lets go of those of old builds. */
async function keepShown({ build, pages = [], pictures = [] }) {
  await takeShell().catch(() => {});
  for (const [name, path] of [...pages.map((path) => [PAGES, path]), ...pictures.map((path) => [PICTURES, path])]) {
    const own = await caches.match(path, { cacheName: name });
    if (own && (name === PICTURES || Date.now() - own.headers.get("x-kept") < FRESH)) continue;
    await fetch(path, { priority: "low" }).then((answer) => keep(name, path, answer)).catch(() => {});
  }
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = (await caches.keys()).filter((name) => name.startsWith(SHELLS) && name !== OWN);
  // Some page may be of an old build still, unless the one that speaks is alone: two old shells are enough for any. While the
  // next worker is on its way, one of them is its own.
  const [alone, isNext] = [open.length < 2 && build === SHELL.build, registration.installing || registration.waiting];
  if (!isNext) await Promise.all((alone ? others : others.slice(0, -2)).map((name) => caches.delete(name)));
}

async function page(event, path) {
  // Where the network fails, Firefox gives an error for an answer.
  const network = Promise.resolve(event.preloadResponse).then((answer) => (answer && answer.type !== "error" ? answer : fetch(event.request)));
  return (await freshOrKept(event, network, PAGES, path)) ?? notHere(path);
}

async function data(event, path) {
  const answer = await freshOrKept(event, fetch(event.request), DATA, path);
  const document = `${path.slice("/data".length, -".json".length)}/`.replace(/^\/index\/$/, "/");
  if (answer || !(await kept(PAGES, document))) return answer ?? Response.error();
  // The document is here and its JSON is not: told of another build, the client lets the browser load the document.
  return new Response('{"format":1,"build":"kept"}', { headers: { "content-type": "application/json" } });
}

/** The network's answer; what is kept where that is late, fails or is an error of the server; what was saved and is gone. */
async function freshOrKept(event, network, name, path) {
  event.waitUntil(network.then((answer) => keep(name, path, answer)).catch(() => {}));
  const own = await kept(name, path);
  const late = new Promise((_, fail) => own && setTimeout(fail, PATIENCE));
  const answer = await Promise.race([network, late]).catch(() => undefined);
  const copy = [404, 410].includes(answer?.status) ? await kept(SAVED, path) : !(answer?.status < 500) && own;
  given.set((event.resultingClientId || event.clientId) + path, copy ? Number(copy.headers.get("x-kept")) : 0);
  return copy || answer;
}

/** A page or its JSON: the shell's, or the newer one of what was shown and what was saved. */
async function kept(name, path) {
  const spelled = path.endsWith("/") || path.includes(".") ? path : `${path}/`;
  const [own, ...copies] = await Promise.all([OWN, name, SAVED].map((cacheName) => caches.match(spelled, { cacheName })));
  return own ?? copies.filter(Boolean).sort((a, b) => b.headers.get("x-kept") - a.headers.get("x-kept"))[0];
}

/** Whatever build an asset belongs to: its name says what is in it. */
const asset = async (request) => (await caches.match(request.url)) ?? fetch(request);

async function picture(event, path) {
  const own = await caches.match(path);
  if (own) return own;
  const answer = await fetch(event.request).catch(() => otherWidth(path));
  event.waitUntil(keep(PICTURES, path, answer));
  return answer;
}

/** The same picture as it was kept, in another width. */
async function otherWidth(path) {
  const stem = path.match(/^\/media\/[^/]+\.[0-9a-f]+(?=[-.])/)?.[0];
  for (const name of stem ? [SAVED, PICTURES] : []) {
    const cache = await caches.open(name);
    const same = (await cache.keys()).find(({ url }) => new URL(url).pathname.startsWith(stem));
    if (same) return cache.match(same);
  }
  return Response.error();
}

/** Keeps an answer and lets go of the oldest; not errors, redirects, or what a foreign network says in our place. */
async function keep(name, path, answer) {
  if (answer.status !== 200 || answer.type !== "basic" || answer.redirected) return;
  const [type, body] = [answer.headers.get("content-type") ?? "", await answer.clone().blob()];
  if (!(name === PICTURES ? type.startsWith("image/") : (await body.text()).includes('"build":"'))) return;
  try {
    const cache = await caches.open(name);
    await cache.put(path, new Response(body, { headers: { "content-type": type, "x-kept": Date.now() } }));
    const paths = await cache.keys();
    await Promise.all(paths.slice(0, Math.max(0, paths.length - MOST[name])).map((old) => cache.delete(old)));
  } catch { await caches.delete(PICTURES); } // A device that is full is helped by what can be had again.
}

/** What stands in for a page that is not kept: the page of the saved articles, which says so; at the worst a bare one. */
async function notHere(path) {
  const { page, lang, title, why, again } = SHELL.editions.find(({ base }) => path.startsWith(base)) ?? SHELL.editions.at(-1);
  const html = `<!DOCTYPE html><html lang="${lang}"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${why}</p><p><a href="">${again}</a></p>`;
  return (await caches.match(page, { cacheName: OWN })) ?? new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}
