// Words of a question in the form that the index has. The rules come from the build (`/pagefind/<lang>/habarshy.json`), which
// made the index by them; only how they are followed stands here.

import { root } from "./roots.js";

const WORD = /[\p{L}\p{N}]+/gu;

/** A word in the letters that count. */
export function fold(word, { letters, before_short_i: before }) {
  let folded = "";
  for (const letter of word.toLowerCase()) folded += letters[letter] ?? (/\p{M}/u.test(letter) ? "" : letter);
  return folded.endsWith("й") && before.includes(folded.at(-2) ?? " ") ? folded.slice(0, -1) : folded;
}

/** A folded word without its endings, where Pagefind does not take them off. */
export function stem(word, endings) {
  let root = [...word];
  for (let time = 0; time < endings.most; time += 1) {
    const text = root.join("");
    let longest = 0;
    for (const ending of endings.all) {
      if (ending.length > longest && text.endsWith(ending) && root.length >= endings.root + ending.length) longest = ending.length;
    }
    if (!longest && endings.letters.includes(root.at(-1)) && root.length > endings.root + 1) longest = 1;
    if (!longest) break;
    root = root.slice(0, -longest);
  }
  const last = endings.voiceless[root.at(-1)];
  return (last ? [...root.slice(0, -1), last] : root).join("");
}

/** What the index has of a word: nothing of one without a sound. */
export function term(word, settings) {
  const folded = fold(word, settings);
  return settings.endings ? stem(folded, settings.endings) : folded;
}

/** The words of a text, each with its place. */
export const words = (text) => [...text.matchAll(WORD)].map((match) => ({ word: match[0], at: match.index }));

/** So many letters of a root are enough for words that go on after it in another way. */
const LONG_ROOT = 4;

/** Whether a word of a text is a form of one that was asked for, or begins with it. */
export function matcher(terms, settings) {
  const rootOf = settings.endings ? (word) => word : root;
  const asked = [...new Set(terms)].map((word) => ({ word, root: rootOf(word) }));
  const isForm = (folded, here) => (one) =>
    here === one.root || (one.word.length > 1 && folded.startsWith(one.word)) || (one.root.length >= LONG_ROOT && folded.startsWith(one.root));
  const known = new Map();
  return (word) => {
    if (!known.has(word)) known.set(word, asked.some(isForm(fold(word, settings), rootOf(term(word, settings)))));
    return known.get(word);
  };
}

/** The words to judge by: one letter is in every text. */
export const telling = (terms) => terms.filter((word) => word.length > 1);
