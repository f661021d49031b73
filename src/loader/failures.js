// The client's failures in this tab, for one build (docs/adr/021): how many traps count, the paths
// that do without it (`plain`), and how often a broken module was fetched again (`refetches`).

import { CLIENT_FAILURES } from "../constants.js";

const { build } = document.querySelector("script[data-client]").dataset;
const [MOST_TRAPS, MOST_REFETCHES] = [2, 3];

function read() {
  try {
    const record = JSON.parse(sessionStorage.getItem(CLIENT_FAILURES));
    if (record.build === build && record.traps >= 0 && Array.isArray(record.plain)) return record;
  } catch { /* Storage is refused, or holds the form of an earlier version. */ }
  return { build, traps: 0, plain: [], refetches: 0 };
}

function change(values) {
  try {
    sessionStorage.setItem(CLIENT_FAILURES, JSON.stringify({ ...read(), ...values }));
  } catch { /* Where storage is refused, a failure is known as long as the document lives. */ }
}

export function isPlain(path) {
  const { traps, plain } = read();
  return traps >= MOST_TRAPS || plain.includes(path);
}

export function noteTrap(path) {
  const { traps, plain } = read();
  change({ traps: traps + 1, plain: [...plain, path] });
}

/** Forgets the traps that were counted, unless they have turned the client off. */
export function clearTraps() {
  const { traps } = read();
  if (traps > 0 && traps < MOST_TRAPS) change({ traps: 0 });
}

/** How to fetch a module that could not be compiled. */
export function refetch() {
  const { refetches = 0 } = read();
  if (refetches >= MOST_REFETCHES) return "no-cache";
  change({ refetches: refetches + 1 });
  return "reload";
}
