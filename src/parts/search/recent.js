// What was asked for on this device, the last first.

const KEY = "habarshy:search";
const MOST = 8;
/** What a field takes. */
const LONGEST = 200;

/** The questions. What cannot be read counts as none. */
export function recent() {
  try {
    const { version, queries } = JSON.parse(localStorage.getItem(KEY));
    const sound = (query) => typeof query === "string" && query.trim() !== "" && query.length <= LONGEST;
    return version === 1 && Array.isArray(queries) ? queries.filter(sound).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps a question, if storage may be written. */
export function remember(query) {
  const text = query.trim().slice(0, LONGEST);
  if (text) keep([text, ...recent().filter((known) => known !== text)].slice(0, MOST));
}

/** Forgets all of them. */
export const forget = () => keep([]);

function keep(queries) {
  try {
    if (queries.length) localStorage.setItem(KEY, JSON.stringify({ version: 1, queries }));
    else localStorage.removeItem(KEY);
  } catch { /* Refused or full: then nothing is remembered. */ }
}
