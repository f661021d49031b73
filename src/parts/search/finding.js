// From a question to the articles that answer it.

import { askings, days, forget, load } from "./engine.js";
import { matcher } from "./fold.js";

/**
 * The articles that answer what is asked, at most so many of them; `total` counts all. `isHit` says of a word of their texts
 * whether it is why.
 */
export async function find(lang, said, limit, now) {
  try {
    return await findOnce(lang, said, limit, now);
  } catch (error) {
    // The site may have another index by now, and no more the files of the one that is known here.
    forget();
    if (error === STALE) return findOnce(lang, said, limit, now);
    throw error;
  }
}

/** So many letters are half an ending. */
const HALF = 2;
const shorter = (terms) => (terms.at(-1).length > 3 ? [...terms.slice(0, -1), terms.at(-1).slice(0, -1)] : undefined);

const STALE = new Error("the index has changed");

async function findOnce(lang, { q, section, when, sort }, limit, now) {
  const { settings, ask, isCurrent } = await load(lang);
  const filters = { ...(section && { section: [section] }), ...(when && { day: { any: days(when, now) } }) };
  const options = { filters, ...(sort && { sort: { date: "desc" } }) };
  let all = askings(q, settings);
  const answers = () => Promise.all(all.map(async (terms) => meant(terms, await ask(terms.join(" "), options))));
  let lists = await answers();
  // Half an ending is typed: what stands before it is the word.
  for (let cut = 0; cut < HALF && settings.endings && lists.every((list) => !list.length); cut += 1) {
    all = all.map(shorter).filter(Boolean);
    lists = await answers();
  }
  const isHit = matcher(all.flat(), settings);
  if (lists.every((list) => !list.length) && !(await isCurrent())) throw STALE;
  const unique = new Map();
  for (const result of lists.flat()) if (!unique.has(result.id)) unique.set(result.id, result);
  // Of several readings each has its own order in time: the first of each are enough to find the first of all.
  const isMixed = sort && lists.filter((list) => list.length).length > 1;
  const results = [...unique.values()];
  if (!sort) results.sort((one, other) => other.score - one.score);
  const wanted = isMixed ? [...new Map(lists.flatMap((list) => list.slice(0, limit)).map((one) => [one.id, one])).values()] : results.slice(0, limit);
  const articles = (await Promise.all(wanted.map(read))).filter(Boolean);
  if (isMixed) articles.sort((one, other) => Date.parse(other.date) - Date.parse(one.date));
  return { total: results.length, articles: articles.slice(0, limit), isHit, sections: settings.sections };
}

/** So many results are looked into: those that are shown next, so that they come once and all at once. */
const LOOK = 10;

/** The results, if they have what was asked for: of a word that nothing has, Pagefind finds what begins with its first letters. */
async function meant(terms, results) {
  const records = await Promise.all(results.slice(0, LOOK).map((result) => result.data()));
  const words = records.flatMap(({ raw_content, content, meta }) => [raw_content ?? content, ...Object.values(meta)].join(" ").split(" "));
  return terms.some((term) => words.some((word) => isNear(term, word))) ? results : [];
}

/** Whether two words begin alike for as long as forms of one word do. */
export function isNear(term, word) {
  const needed = Math.min(term.length, Math.max(3, Math.ceil(term.length / 2)));
  return word.slice(0, needed) === term.slice(0, needed);
}

/** What a result shows; nothing of one that is not ours. */
async function read(result) {
  const { raw_url: shown } = await result.data();
  const article = JSON.parse(shown);
  return /^\/(?!\/)/.test(article.path) ? article : undefined;
}

/** So many characters of a text stand in a result. */
const PASSAGE = 180;
/** So many of them before the first hit. */
const BEFORE = 50;

/** The passage of a text with the first hit: its teaser where the hit is there or nowhere. */
export function passage({ teaser, text }, hits) {
  if (hits(teaser).length) return teaser;
  const [first] = hits(text);
  if (!first) return teaser;
  // A sentence that begins nearby is a better beginning.
  const sentence = /[.!?…]\s+([^.!?…]*)$/u.exec(text.slice(Math.max(0, first.at - BEFORE * 2), first.at));
  let from = sentence ? first.at - sentence[1].length : Math.max(0, first.at - BEFORE);
  if (!sentence && from > 0) from = text.indexOf(" ", from) + 1 || from;
  let to = Math.min(text.length, from + PASSAGE);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), first.at + first.word.length);
  return `${from > 0 && !sentence ? "… " : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}
