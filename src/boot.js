// Loads the client once the page is idle, and steps aside for good when anything fails.
//
// The page is complete without this file. Whatever happens here, its text stays and its links work as plain links.

const script = document.querySelector("script[data-client]");
const { client, wasm, build, parts } = script.dataset;
const FAILED = "habarshy:failed";

// What the hydration of Leptos looks for; nothing on our pages is streamed.
Object.assign(globalThis, { __RESOLVED_RESOURCES: [], __SERIALIZED_ERRORS: [], __INCOMPLETE_CHUNKS: [] });

// Storage may be forbidden: then a failure is remembered as long as the page lives.
const remembered = () => { try { return sessionStorage.getItem(FAILED) === build; } catch { return false; } };
const remember = () => { try { sessionStorage.setItem(FAILED, build); } catch { /* see above */ } return remembered(); };

const isReady = () => document.documentElement.dataset.client === "ready";

let started = false;
let over = false;

// A client that has trapped still listens to clicks and to the history, and does nothing of use with them. The window's
// listeners are called in the order in which they came, so these come before the client's. A step in the history changes
// the address alone: then its page is loaded.
addEventListener("click", (event) => { if (over) event.stopImmediatePropagation(); }, { capture: true });
addEventListener("popstate", (event) => {
  if (!over) return;
  event.stopImmediatePropagation();
  location.reload();
});

function stepAside() {
  if (over) return;
  over = true;
  const known = remember();
  // A page that the client had taken over may be half drawn: the server's is whole. Without a memory the client would
  // come back with it, so then the page stays.
  if (isReady() && known) location.reload();
}

const trapped = (error) => error instanceof WebAssembly.RuntimeError;

// What loads on demand works without the client, and comes after it. A click that asks for it earlier is kept; what such a
// page is about does not wait. `settled`: the client is up, or will not come.
let settle;
const settled = new Promise((done) => { settle = done; });
let asked;
let brought = false;
let tries = 0;
function ask(event) {
  asked = event.target?.closest?.("[data-part], [data-does]") ?? asked;
  if (asked) bring();
}
addEventListener("click", ask);
async function bring() {
  if (brought) return;
  brought = true;
  try {
    // Some browsers remember what failed by its address.
    const module = await import(tries ? `${parts}?${tries}` : parts);
    removeEventListener("click", ask);
    module.begin(script.dataset, asked, settled);
  } catch {
    // The page is complete without, and the next click tries again.
    brought = false;
    tries += 1;
  }
}

async function start() {
  if (started) return;
  started = true;
  for (const name of INTENTS) removeEventListener(name, intent, LISTEN);
  addEventListener("error", (event) => { if (trapped(event.error)) stepAside(); });
  addEventListener("unhandledrejection", (event) => { if (trapped(event.reason)) stepAside(); });
  try {
    const module = await import(client);
    await module.default({ module_or_path: wasm });
    // From here on the client fetches ahead of clicks: the browser would do so a second time.
    if (isReady()) document.querySelector("script[type=speculationrules]")?.remove();
  } catch {
    stepAside();
  }
  settle();
  bring();
}

const INTENTS = ["pointerover", "pointerdown", "touchstart", "focusin"];
const LISTEN = { capture: true, passive: true };
const intent = (event) => { if (event.target?.closest?.("a[href]")) start(); };

const idle = (call) => {
  if ("requestIdleCallback" in window) requestIdleCallback(call, { timeout: 2000 });
  else addEventListener("load", () => setTimeout(call, 200));
};
if (typeof WebAssembly === "object" && !remembered()) {
  for (const name of INTENTS) addEventListener(name, intent, LISTEN);
  idle(start);
} else {
  settle();
  idle(bring);
}
if (document.querySelector('[data-mount="search"]')) bring();
