// Brings the host of what loads on demand (src/parts/index.js). None of it needs the client, but it
// fills places in the page that the client hydrates.

const { dataset } = document.querySelector("script[data-client]");

/** For so many milliseconds an early press waits for a client that is on its way. */
const PATIENCE = 5_000;

/** Says that the client is up, or will not come soon. */
export let settle;
const settled = new Promise((done) => { settle = done; });

/** Says that it is up, which may be long after that. */
export let rise;
const up = new Promise((done) => { rise = done; });

let asked;
let isBrought = false;
let misses = 0;

/** Keeps a press that comes before what it is for. */
function press({ target }) {
  const button = target?.closest?.("[data-part], [data-does]");
  if (!button) return;
  asked = button;
  setTimeout(settle, PATIENCE);
  bring();
}
addEventListener("click", press);
// What was pressed before this file was there, the first script of the page has kept (src/early.js).
onclick = null;
press({ target: document.pressed });

/** Brings the host: after the client, or before it where the reader or the page asks for it. */
export async function bring() {
  if (isBrought) return;
  isBrought = true;
  try {
    const host = await import(named(dataset.parts, misses));
    removeEventListener("click", press);
    host.begin(dataset, asked, settled, up);
  } catch {
    // The page is complete without, and the next press tries again.
    isBrought = false;
    misses += 1;
  }
}

/** A module's address for one more attempt: some browsers remember what failed by its address. */
export function named(module, attempt) {
  return attempt > 0 ? `${module}?${attempt}` : module;
}
