// Asking the index: Pagefind, which is loaded with the first question.

import { telling, term, words } from "./fold.js";
import { readings } from "./latin.js";

const FOLDER = "/pagefind/";

/** Days of a choice of time. */
export const SPANS = { week: 7, month: 31, year: 366 };

let loaded;
let known;

/** The rules, and Pagefind. What could not be had is asked for anew the next time. */
export function load(lang) {
  loaded ??= begin(lang).catch((error) => {
    forget();
    throw error;
  });
  return loaded;
}

/** The rules alone: a kilobyte, with the sections of the paper. */
export function rules(lang) {
  known ??= have(`${FOLDER}${lang}/habarshy.json`).then(JSON.parse);
  known.catch(() => { known = undefined; });
  return known;
}

/** Lets the next question load all of it anew. */
export const forget = () => { loaded = known = undefined; };

async function begin(lang) {
  addEventListener("unhandledrejection", calm, { capture: true });
  const folder = `${FOLDER}${lang}/`;
  const entry = have(`${folder}pagefind-entry.json`);
  // A paper without articles in this language has none.
  entry.catch(() => {});
  const [settings, pagefind] = await Promise.all([rules(lang), import(`${FOLDER}pagefind.js`)]);
  if (!settings.articles) return { settings, ask: async () => [], isCurrent: async () => true };
  const instance = pagefind.createInstance({ basePath: folder, baseUrl: "/", noWorker: true, metaCacheTag: "1" });
  await Promise.all([entry, instance.init()]);
  return {
    settings,
    ask: async (question, options) => (await instance.search(question, options)).results,
    /** Whether the site has the same index still. Pagefind does not say that it could not load a piece of it. */
    isCurrent: async () => (await have(`${folder}pagefind-entry.json`)) === (await entry),
  };
}

async function have(url) {
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer.text();
}

// Pagefind begins on its own and leaves its failures to nobody; those of the questions come to us. A trap in it is none of the
// paper's client, which `loader.js` would take away.
function calm(event) {
  if (!String(event.reason?.stack ?? event.reason).includes(FOLDER)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The terms of each reading of a question: as it was typed, then its Latin words in Cyrillic. Letters alone ask nothing. */
export function askings(typed, settings) {
  // Some devices write a letter and its mark apart.
  const question = typed.normalize("NFC");
  const all = [question, ...readings(question)].map((text) => words(text).map(({ word }) => term(word, settings)).filter(Boolean));
  const known = new Set();
  return all.filter((terms) => telling(terms).length && !known.has(terms.join(" ")) && known.add(terms.join(" ")));
}

/** The days of a span, ending after that of a moment: an article has the day that it was where the paper is. */
export function days(span, now) {
  const day = (back) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
  const two = (number) => String(number).padStart(2, "0");
  const text = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return Array.from({ length: SPANS[span] + 1 }, (_, back) => text(day(back - 1)));
}
