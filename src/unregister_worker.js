// What `/sw.js` is where the paper has no worker: it takes the place of the one that readers have,
// and goes. What they saved stays. The build puts the names of the caches before it.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const isOurs = (name) => name.startsWith(CACHES) && name !== SAVED_CACHE;
  await Promise.all((await caches.keys()).filter(isOurs).map((name) => caches.delete(name)));
  await registration.unregister();
}
