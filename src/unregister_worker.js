// Takes the place of the worker where the paper has none any more (docs/adr/019-offline.md). The
// build puts before it the names of the caches, and the folder: a host may have other papers.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const isOwn = ({ url }) => new URL(url).pathname.startsWith(`${FOLDER}/`);
  for (const name of await caches.keys()) {
    if (!name.startsWith(CACHES) || name === SAVED_CACHE) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) if (isOwn(request)) await cache.delete(request);
    if ((await cache.keys()).length === 0) await caches.delete(name);
  }
  await registration.unregister();
}
