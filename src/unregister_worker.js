// What `/sw.js` is where the paper has no worker: it takes the place of the one that readers have,
// and goes. What they saved stays, and so does what other papers of the host keep, each in its
// folder. The build puts the folder and the names of the caches before it.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
  await Promise.all(names.filter((name) => name !== SAVED_CACHE).map(empty));
  await registration.unregister();
}

async function empty(name) {
  const cache = await caches.open(name);
  const isOwn = ({ url }) => new URL(url).pathname.startsWith(`${FOLDER}/`);
  await Promise.all((await cache.keys()).filter(isOwn).map((request) => cache.delete(request)));
  if ((await cache.keys()).length === 0) await caches.delete(name);
}
