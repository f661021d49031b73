// From a question to the articles that answer it.

import { askings, days, forget, load } from "./engine.js";
import { matcher, telling } from "./fold.js";

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
/** A voiceless end, in the letters that count: after one alone an ending begins with such a letter. */
const VOICELESS = "пфктсшхчц";

/** The terms without so many last letters, where those begin an ending. */
export function shorter(terms, { endings }, cut) {
  const last = terms.at(-1);
  const [root, tail] = [last.slice(0, -cut), last.slice(-cut)];
  if (root.length < endings.root || !endings.all.some((ending) => ending.startsWith(tail))) return undefined;
  if ("пкт".includes(tail[0]) && !VOICELESS.includes(root.at(-1))) return undefined;
  return [...terms.slice(0, -1), root];
}

const STALE = new Error("the index has changed");

async function findOnce(lang, { q, section, when, sort }, limit, now) {
  const { settings, ask, isCurrent } = await load(lang);
  const filters = { ...(section && { section: [section] }), ...(when && { day: { any: days(when, now) } }) };
  const options = { filters, ...(sort && { sort: { date: "desc" } }) };
  let all = askings(q, settings);
  const answers = () => Promise.all(all.map(async (terms) => meant(terms, await ask(terms.join(" "), options), settings, limit)));
  let lists = await answers();
  // Half an ending is typed: what stands before it is the word.
  const typed = all;
  for (let cut = 1; cut <= HALF && settings.endings && lists.every((list) => !list.length); cut += 1) {
    all = typed.map((terms) => shorter(terms, settings, cut)).filter(Boolean);
    lists = await answers();
  }
  const isHit = matcher(telling(all.flat()), settings);
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

/** So many results are looked into at once: those that are shown next. */
const LOOK = 10;
/** So many of them in vain. */
const IN_VAIN = 30;

/**
 * The results that have what was asked for, as far as they are shown: of a word that nothing has, Pagefind finds what begins
 * with its first letters.
 */
async function meant(terms, results, settings, limit) {
  const isHit = matcher(telling(terms), settings);
  const has = ({ raw_content, content, meta }) => [raw_content ?? content, ...Object.values(meta)].join(" ").split(" ").some(isHit);
  const kept = [];
  let at = 0;
  while (at < results.length && kept.length < limit) {
    if (!kept.length && at >= IN_VAIN) return [];
    const some = results.slice(at, at + LOOK);
    const records = await Promise.all(some.map((result) => result.data()));
    kept.push(...some.filter((_, index) => has(records[index])));
    at += LOOK;
  }
  return [...kept, ...results.slice(at)];
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
