// Loads the client once the page is idle, tries again where it cannot be had, and steps aside where
// it traps: docs/adr/021-failures-of-the-client.md. Without this file the page is complete.

import { CLIENT_READY } from "./constants.js";
import { clearTraps, isPlain, noteTrap, refetch } from "./loader/failures.js";
import { follow } from "./loader/settings.js";

const { client, wasm } = document.querySelector("script[data-client]").dataset;
const root = document.documentElement;
const isReady = () => root.dataset.client === CLIENT_READY;
const isTrapped = () => state === "trapped";
/** The page does as without scripts: what needs the client is hidden, and why is said. */
const stepAside = () => { delete root.dataset.script; };
const loadIfSeen = () => document.hidden || load();

// In milliseconds: without a trap, which clears their count; before a retry, at first and at most.
const [SOUND, PAUSE, LONGEST_PAUSE] = [10_000, 2_000, 300_000];
let state = "idle"; // What the client is here: "idle", "loading", "running" or "trapped".
let isHalfDrawn = false; // It may have been about to draw when it trapped.
let left = false; // The document was left, which breaks off its requests.
let shown = location.pathname; // Whose document this is, as long as no client shows others.
let [attempts, cache, isResting, nextTry] = [0, "default", false];
const reloaded = performance.getEntriesByType("navigation")[0]?.type === "reload" && shown;
const heading = document.querySelector("main h1");

// Listeners of the window are called in their order, so these come before the client's.
addEventListener("click", (event) => {
  const link = event.target?.closest?.("a[href]");
  const isTheBrowsers = () => isTrapped() || (isReady() && isPlain(link.pathname));
  if (link && isTheBrowsers()) event.stopImmediatePropagation();
}, { capture: true });
// Where no client follows, a step in the history may change the address alone.
addEventListener("popstate", (event) => {
  if (isReady() ? !isPlain(location.pathname) : location.pathname === shown) return;
  event.stopImmediatePropagation();
  location.reload();
});

/** Whether an error broke off the client: its own, or JavaScript's that went through it. */
function isTrap(error) {
  if (error instanceof WebAssembly.RuntimeError) return true;
  // A request or a transition that was given up breaks nothing off.
  if (!(error instanceof Error) || error instanceof DOMException) return false;
  return [client, wasm].some((file) => error.stack?.includes(file));
}

/** This path does without the client from now on; after a second trap, all do. */
function trap() {
  if (state !== "running" || left) return;
  state = "trapped";
  shown = root.dataset.drawing ?? location.pathname;
  noteTrap(shown);
  isHalfDrawn = isReady() || !heading?.isConnected;
  delete root.dataset.client;
  // The reader was on the way to another page: the browser goes there.
  if (shown !== location.pathname) return location.assign(shown);
  // Where the trap is not remembered, the client would come back and trap again, for ever.
  if (!isHalfDrawn || !isPlain(shown) || shown === reloaded) return stepAside();
  history.scrollRestoration = "auto";
  location.reload();
}

async function load() {
  if (state !== "idle" || left || isPlain(location.pathname)) return;
  state = "loading";
  clearTimeout(nextTry);
  const attempt = attempts++;
  const script = attempt > 0 ? `${client}?${attempt}` : client;
  // Where the document was left meanwhile and has come back, another attempt is under way.
  const isOutdated = () => left || attempts > attempt + 1;
  try {
    const [module, compiled] = await Promise.all([import(script), compile()]);
    if (isOutdated()) return;
    state = "running";
    await module.default({ module_or_path: compiled });
  } catch (error) {
    if (isOutdated()) return;
    if (state !== "loading") {
      // From its start on a failure is the client's own.
      console.error(error);
      return trap();
    }
    cache = error instanceof WebAssembly.CompileError ? refetch() : "default";
    tryLater();
  }
}

function tryLater() {
  [state, isResting] = ["idle", true];
  nextTry = setTimeout(loadIfSeen, Math.min(PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE));
  setTimeout(() => { isResting = false; }, PAUSE);
}

async function compile() {
  const answer = await fetch(wasm, { cache });
  if (!answer.ok) throw new Error(`${wasm}: ${answer.status}`);
  // Without its type, which a server may not know, it cannot be compiled while it comes.
  const isTyped = answer.headers.get("content-type") === "application/wasm";
  if (isTyped) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

const waiting = new AbortController();
const watch = new MutationObserver(() => {
  // It could not have what it needed, and has left the page as it is.
  if (!root.dataset.client && !isTrapped()) tryLater();
  if (!isReady()) return;
  watch.disconnect();
  waiting.abort();
  setTimeout(() => isTrapped() || clearTraps(), SOUND);
});

function begin() {
  const options = { capture: true, passive: true, signal: waiting.signal };
  const listen = (names, call) => names.forEach((name) => addEventListener(name, call, options));
  listen(["pointerover", "pointerdown", "touchstart", "focusin"], ({ target }) => {
    if (!isResting && target?.closest?.("a[href], [data-part], [data-does]")) load();
  });
  listen(["online"], load);
  listen(["visibilitychange"], loadIfSeen);
  addEventListener("pagehide", () => { left = true; });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (isHalfDrawn) return location.reload();
    left = false;
    if (state === "loading") state = "idle";
    load();
  });
  const noticeTrap = ({ error, reason }) => { if (isTrap(error ?? reason)) trap(); };
  for (const name of ["error", "unhandledrejection"]) addEventListener(name, noticeTrap);
  watch.observe(root, { attributeFilter: ["data-client"] });
  if (document.querySelector(".search-field, .saved")) load();
  else if ("requestIdleCallback" in window) requestIdleCallback(load, { timeout: 2000 });
  else addEventListener("load", () => setTimeout(load, 200));
}

follow();
if (typeof WebAssembly === "object" && !isPlain(shown)) begin();
else stepAside();
