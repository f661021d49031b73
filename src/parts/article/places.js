// Where a reader stopped in long articles: kept on this device, shared by all tabs, and never trusted.

const KEY = "habarshy:places";
const VERSION = 1;
/** The longest ago are forgotten first. */
const MOST = 100;

/** The place in an article, or undefined. */
export const placeIn = (path) => read().get(path);

/** Notes a place: the number of the paragraph, and how much of it lies above the line of reading, from 0 to 1. */
export function note(path, { paragraph, offset }) {
  change((places) => {
    places.set(path, { paragraph, offset: Math.round(offset * 100) / 100, time: Date.now() });
    const byAge = [...places].sort(([, a], [, b]) => a.time - b.time);
    for (const [oldest] of byAge.slice(0, Math.max(0, byAge.length - MOST))) places.delete(oldest);
  });
}

/** Forgets the place in an article. */
export function forget(path) {
  if (placeIn(path)) change((places) => places.delete(path));
}

/** Reads anew each time: another tab may have written. */
function change(alter) {
  const places = read();
  alter(places);
  try {
    // What a later version of the paper wrote is its own.
    if (stored().version > VERSION) return;
    const rows = [...places].map(([path, { paragraph, offset, time }]) => [path, [paragraph, offset, time]]);
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, places: Object.fromEntries(rows) }));
  } catch { /* Refused or full: then nothing is remembered. */ }
}

function read() {
  try {
    const { version, places } = stored();
    if (version !== VERSION) return new Map();
    return new Map(Object.entries(places).filter(([, place]) => isSound(place)).map(([path, [paragraph, offset, time]]) => [path, { paragraph, offset, time }]));
  } catch {
    return new Map();
  }
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch (error) {
    // What cannot be read counts as nothing; a storage that is refused stays refused.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

const isSound = (place) =>
  Array.isArray(place) && Number.isSafeInteger(place[0]) && place[0] >= 0 && place[1] >= 0 && place[1] <= 1 && Number.isFinite(place[2]);
