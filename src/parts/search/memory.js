// What was found, for a reader who comes back from one of the results: it stands again at once, where it stood.

const KEY = "habarshy:found";

/** Keeps what is shown at this entry of the history. */
export function keep(found) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ version: 1, entry: history.state, address: location.search, y: scrollY, found }));
  } catch { /* Refused or full: then it is looked for again. */ }
}

/** What was shown at this entry, and how far down the reader was. */
export function recall() {
  try {
    const { version, entry, address, y, found } = JSON.parse(sessionStorage.getItem(KEY));
    const isHere = version === 1 && entry === history.state && address === location.search;
    return isHere && Array.isArray(found.articles) && Array.isArray(found.sections) ? { y, found } : undefined;
  } catch {
    return undefined;
  }
}
