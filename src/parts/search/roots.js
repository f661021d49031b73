// Roots of Russian and English words: Pagefind takes their endings off inside (by the rules of Snowball), and does not say what
// it took. The words are folded already: those without ь, щ and э.

const VOWELS = /[аеиоуыюя]/;

// Some endings are one behind certain letters only: these are a group, and stay. Older browsers cannot look behind.
const GERUND = /(?:([ая])(?:в|вши)|ив|ивши|ыв|ывши)$/;
const REFLEXIVE = /ся$/;
const ADJECTIVE = /(?:[иыое]е|[иы]ми|[еиыо]й|[еиыо]м|[ео]го|[ео]му|[иы]х|[уюое]ю|ая|яя)$/;
const PARTICIPLE = /(?:([ая])(?:ем|нн|вш)|ивш|ывш)$/;
const VERB = /(?:([ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|нно)|[иы]ла|ена|[еу]йте|ите|[иы]ли|[еу]й|[иы]л|[иы]м|ен|[иы]ло|ено|ят|ует|уют|[иы]т|ены|ую|ю)$/;
const NOUN = /(?:а|[ео]в|ие|е|иями|[ая]ми|еи|ии|и|ией|[еои]й|й|ия[мх]|[ая]м|ием|[ео]м|о|у|[ая]х|ы|ию|ю|ия|я)$/;

/** A word without an ending, but for the groups of that. */
const without = (word, ending) => word.replace(ending, (...found) => found.slice(1, -2).join(""));

/** What all forms of a word begin with. */
export const root = (word) => (VOWELS.test(word) ? russian(word) : english(word));

function russian(word) {
  const at = word.search(VOWELS) + 1;
  let rest = word.slice(at);
  const cut = (ending) => rest !== (rest = without(rest, ending));
  if (!cut(GERUND)) {
    cut(REFLEXIVE);
    if (cut(ADJECTIVE)) cut(PARTICIPLE);
    else if (!cut(VERB)) cut(NOUN);
  }
  cut(/и$/);
  // Behind two syllables this makes a noun of an adjective.
  if (/^[^аеиоуыюя]*[^аеиоуыюя].*[аеиоуыюя][^аеиоуыюя].*ост$/.test(rest)) cut(/ост$/);
  cut(/(н)н$/);
  return word.slice(0, at) + rest;
}

/** One after the other, each with the letters that must stay. */
const ENGLISH = [
  [/(?:(i)e[sd]|([sxzh])es|(^|[^s])s)$/, 2],
  [/(?:ed|ing)$/, 3],
  [/ly$/, 5],
  [/(?:ational|ation|ment|ness|ful|ance|ence|ant|ent|er|al)$/, 4],
  [/[eyi]$/, 2],
  [/([bdfglmnprt])\1$/, 2],
];

/** Near enough: the same is taken off what is asked and what is found. */
function english(word) {
  return ENGLISH.reduce((text, [ending, least]) => {
    const rest = without(text, ending);
    return rest.length >= least ? rest : text;
  }, word);
}
