// The service worker: registers it, tells it what is shown, and tells the reader of a new build and of old copies.

import { tellCopies } from "./offline/copy.js";
import { notice, preparePlace } from "./offline/notice.js";
import { answerOf } from "./offline/worker.js";
import { renew } from "./saved/store.js";

/** A page that stays open asks for a new build at most so often, in milliseconds. */
const ASK_EVERY = 30 * 60_000;

/** Begins where the build has a worker and the browser can run one. */
export async function begin(context) {
  if (!context.worker || !navigator.serviceWorker) return;
  const known = await navigator.serviceWorker.getRegistration("/");
  // Who saves data has the shell fetched only for an article that they save.
  if (!known && navigator.connection?.saveData) {
    document.addEventListener("habarshy:saved", () => register(context), { once: true });
    return;
  }
  await register(context);
}

async function register(context) {
  const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  preparePlace();
  tellCopies(context);
  watch(registration, context);
  // A worker that has just taken the page over knows nothing of it.
  navigator.serviceWorker.addEventListener("controllerchange", () => keepShown(context, true));
  keepShown(context, true);
  let asked = Date.now();
  document.addEventListener("habarshy:shown", () => {
    whenIdle(() => keepShown(context, false));
    if (Date.now() - asked < ASK_EVERY) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
  if (!navigator.connection?.saveData) whenIdle(() => renew(context.build));
}

const whenIdle = (call) => ("requestIdleCallback" in window ? requestIdleCallback(call) : setTimeout(call, 500));

/**
 * Has the document of the page kept: a page that the client shows came as JSON, and the one that stood here before there was
 * a worker came past it. The front page is where the app begins.
 */
function keepShown({ build }, isFirst) {
  const { controller } = navigator.serviceWorker;
  if (!controller) return;
  const pages = [];
  if (!navigator.connection?.saveData) {
    if (isOwnPage()) pages.push(location.pathname);
    const front = document.querySelector(".brand")?.getAttribute("href");
    if (isFirst && front) pages.push(front);
  }
  controller.postMessage({ ask: "keep", build, pages, pictures: isFirst ? loadedPictures() : [] });
}

/** Whether what is shown is the page of this address: only such a page has one of its own in the head. */
const isOwnPage = () => new URL(document.querySelector("link[rel=canonical]")?.href ?? "about:blank").pathname === location.pathname;

const loadedPictures = () => performance.getEntriesByType("resource")
  .map(({ name }) => new URL(name))
  .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/media/"))
  .map(({ pathname }) => pathname);

/** A worker that waits belongs to a new build, or to the one that this page is of already. */
function watch(registration, context) {
  const meet = async (worker) => {
    const build = await answerOf(worker, { ask: "build" });
    if (build === context.build) takeOver(worker);
    else if (build) tell(worker, context);
  };
  const follow = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && registration.active) meet(worker);
  });
  if (registration.waiting) meet(registration.waiting);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
}

const takeOver = (worker) => worker.postMessage({ ask: "take over" });

/** Tells of the new build. */
async function tell(worker, { speak }) {
  const { offline: words } = await speak();
  const act = () => {
    // Another tab may have let it take over already.
    if (worker.state !== "installed") return location.reload();
    // Only the tab that asked for it is loaded anew: in others somebody may be reading.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    return takeOver(worker);
  };
  notice(words.new_build, { label: words.update_now, act, close: words.close });
}
