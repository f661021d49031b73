// What is kept of the client's failures: in `sessionStorage`, so for this tab, and for one build.
//   traps      how often the client has trapped, as far as that still counts
//   plain      the paths at which it did: it is not started there again
//   refetches  how often its module could not be compiled, and was fetched past the cache

const { build } = document.querySelector("script[data-client]").dataset;
const KEY = "habarshy:failed";
/** So many traps turn the client off in this tab, until there is another build. */
const MOST_TRAPS = 2;
/** So often in a tab the module is fetched past the browser's cache. */
const MOST_REFETCHES = 3;

function kept() {
  try {
    const record = JSON.parse(sessionStorage.getItem(KEY));
    const isOurs = record?.build === build && record.traps >= 0 && Array.isArray(record.plain);
    if (isOurs) return record;
  } catch { /* Storage is refused, or holds the form of an earlier version. */ }
  return { build, traps: 0, plain: [], refetches: 0 };
}

/** Where storage is refused, a failure is known as long as the document lives. */
function keep(change) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...kept(), ...change }));
  } catch { /* As said. */ }
}

/** Whether the page at a path does without the client. */
export function isPlain(path) {
  const { traps, plain } = kept();
  return traps >= MOST_TRAPS || plain.includes(path);
}

/** Notes a trap at a path. */
export function noteTrap(path) {
  const { traps, plain } = kept();
  keep({ traps: traps + 1, plain: [...plain, path] });
}

/** Forgets the traps that were counted, unless they have turned the client off. */
export function clearTraps() {
  const { traps } = kept();
  if (traps > 0 && traps < MOST_TRAPS) keep({ traps: 0 });
}

/** How to fetch a module that could not be compiled as it was kept. */
export function refetch() {
  const { refetches = 0 } = kept();
  if (refetches >= MOST_REFETCHES) return "no-cache";
  keep({ refetches: refetches + 1 });
  return "reload";
}
