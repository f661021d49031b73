// Loads the client once the page is idle, tries again where that fails, and steps aside where the
// client traps: docs/adr/021-failures-of-the-client.md. Without this file the page is complete.

import { CLIENT_READY } from "./constants.js";
import { clearTraps, isPlain, noteTrap, refetch } from "./loader/failures.js";
import { keepPresses, passOn } from "./loader/presses.js";
import { follow } from "./loader/settings.js";

const { client, wasm } = document.querySelector("script[data-client]").dataset;
const root = document.documentElement;
const isReady = () => root.dataset.client === CLIENT_READY;

// What the hydration of Leptos looks for; nothing on our pages is streamed.
Object.assign(globalThis, {
  __RESOLVED_RESOURCES: [], __SERIALIZED_ERRORS: [], __INCOMPLETE_CHUNKS: [],
});
// `import()` is syntax, which WebAssembly cannot call: the client calls this.
document.importModule = (address) => import(address);

/** A client that has been up for so many milliseconds without a trap has cleared their count. */
const SOUND = 10_000;
/** The pause after the first attempt that failed, in milliseconds; each is twice the one before. */
const PAUSE = 2_000;
const LONGEST_PAUSE = 300_000;

/** The client was started in this document. */
let begun = false;
/** It has trapped since. */
let over = false;
/** When it did, it may have been about to draw. */
let isHalfDrawn = false;
/** The document was left, which breaks off its requests. */
let left = false;
/** The path that the document belongs to, as long as no client shows others. */
let shown = location.pathname;
/** The same where the document was loaded anew. */
const isReload = performance.getEntriesByType("navigation")[0]?.type === "reload";
const reloaded = isReload ? shown : undefined;
const heading = document.querySelector("main h1");

// A client that has trapped listens still; a sound one must not show the page that trapped it.
// Listeners of the window are called in their order, so these come before the client's.
addEventListener("click", (event) => {
  const link = event.target?.closest?.("a[href]");
  if (link && (over || (isReady() && isPlain(link.pathname)))) event.stopImmediatePropagation();
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

/** The client failed while it ran: this path does without it; after a second trap, all do. */
function trap() {
  if (over || left) return;
  over = true;
  shown = root.dataset.drawing ?? location.pathname;
  noteTrap(shown);
  // A page that the client had taken over, or drawn anew: the server's is whole.
  isHalfDrawn = isReady() || !heading?.isConnected;
  delete root.dataset.client;
  // The reader was on the way to another page: the browser goes there.
  if (shown !== location.pathname) return location.assign(shown);
  // Where the trap is not remembered, the client would come back and trap again, for ever.
  if (!isHalfDrawn || !isPlain(shown) || shown === reloaded) return stepAside();
  history.scrollRestoration = "auto";
  location.reload();
}

/** This page does as one without scripts: what needs the client is hidden, and why is said. */
function stepAside() {
  delete root.dataset.script;
}

let attempts = 0;
let isLoading = false;
let isResting = false;
let nextTry;
let cache = "default";

/** Loads the client and starts it. One that cannot be had is asked for again. */
async function load() {
  if (isLoading || begun || left || isPlain(location.pathname)) return;
  isLoading = true;
  clearTimeout(nextTry);
  const attempt = attempts++;
  // Some browsers remember what could not be had by its address.
  const script = attempt > 0 ? `${client}?${attempt}` : client;
  // Where the document was left meanwhile and has come back, another attempt is under way.
  const isOutdated = () => left || attempts > attempt + 1;
  try {
    const [module, compiled] = await Promise.all([import(script), compile()]);
    if (!isOutdated()) start(module, compiled);
  } catch (error) {
    if (isOutdated()) return;
    // The browser may have kept wrong bytes, or be too old for the right ones.
    cache = error instanceof WebAssembly.CompileError ? refetch() : "default";
    tryLater();
  }
}

function tryLater() {
  isLoading = begun = false;
  isResting = true;
  const pause = Math.min(PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);
  nextTry = setTimeout(() => document.hidden || load(), pause);
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

/** Starts the client. A failure is its own now. */
async function start(module, compiled) {
  begun = true;
  try {
    await module.default({ module_or_path: compiled });
  } catch (error) {
    console.error(error);
    trap();
  }
}

const waiting = new AbortController();
const watch = new MutationObserver(() => {
  // It had begun, and could not have what it needed: it has left the page as it is.
  if (!root.dataset.client && !over) tryLater();
  if (!isReady()) return;
  watch.disconnect();
  waiting.abort();
  // From here on the client fetches ahead of clicks: the browser would do so a second time.
  document.querySelector("script[type=speculationrules]")?.remove();
  setTimeout(() => over || clearTraps(), SOUND);
  passOn();
});

/** Loads the client when the page is idle or the reader turns to a link, until it is up. */
function begin() {
  const options = { capture: true, passive: true, signal: waiting.signal };
  const intent = ({ target }) => {
    if (!isResting && target?.closest?.("a[href], [data-part], [data-does]")) load();
  };
  for (const name of ["pointerover", "pointerdown", "touchstart", "focusin"]) {
    addEventListener(name, intent, options);
  }
  addEventListener("online", load, options);
  addEventListener("visibilitychange", () => document.hidden || load(), options);
  addEventListener("pagehide", () => { left = true; });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (isHalfDrawn) return location.reload();
    // What was under way may have been broken off, and may never say so.
    left = isLoading = false;
    load();
  });
  for (const name of ["error", "unhandledrejection"]) {
    addEventListener(name, ({ error, reason }) => {
      if (begun && isTrap(error ?? reason)) trap();
    });
  }
  watch.observe(root, { attributeFilter: ["data-client"] });
  // What a page is about does not wait.
  if (document.querySelector(".search-field, .saved")) load();
  else if ("requestIdleCallback" in window) requestIdleCallback(load, { timeout: 2000 });
  else addEventListener("load", () => setTimeout(load, 200));
}

follow();
keepPresses();
if (typeof WebAssembly === "object" && !isPlain(shown)) begin();
else stepAside();
