// What `/sw.js` is where the paper has no worker: it takes the place of the one that readers have, and goes.
//
// What they saved stays: it is theirs, and `/saved/` lists it still.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith("habarshy:") && name !== "habarshy:saved");
  await Promise.all(ours.map((name) => caches.delete(name)));
  await registration.unregister();
}
