// Latin letters as the Cyrillic ones that were meant. What the index folds (ә, қ, э, ь …) need not be told apart.

/** The longest first. What may be two things has both. */
const TABLE = [
  ["shch", "щ"], ["sch", "щ"], ["sh", "ш"], ["ch", "ч"], ["zh", "ж"], ["kh", "х"], ["gh", "ғ"], ["ts", "ц"],
  ["ya", "я"], ["yu", "ю"], ["yo", "ё", "йо"], ["ye", "е"], ["ja", "я", "жа"], ["ju", "ю", "жу"], ["jo", "ё", "жо"],
  ["a", "а"], ["b", "б"], ["c", "ц", "к"], ["d", "д"], ["e", "е"], ["f", "ф"], ["g", "г"], ["h", "х"], ["i", "и"], ["j", "ж"],
  ["k", "к"], ["l", "л"], ["m", "м"], ["n", "н"], ["o", "о"], ["p", "п"], ["q", "қ"], ["r", "р"], ["s", "с"], ["t", "т"],
  ["u", "у"], ["v", "в"], ["w", "у", "в"], ["x", "кс", "х"], ["y", "ы"], ["z", "з"],
  ["ä", "ә"], ["á", "ә"], ["ö", "ө"], ["ó", "ө"], ["ü", "ү"], ["ú", "ү"], ["ū", "ұ"], ["ğ", "ғ"], ["ǵ", "ғ"], ["ñ", "ң"],
  ["ń", "ң"], ["ŋ", "ң"], ["ş", "ш"], ["š", "ш"], ["ç", "ч"], ["č", "ч"], ["ž", "ж"], ["ı", "ы"], ["ï", "и"], ["í", "и"], ["ý", "у"],
  ["é", "е"], ["ë", "ё"],
];

const VOWELS = "aeiouyäáöóüúūıïí";

/** So many readings of a word are tried. */
const MOST = 4;

/** Whether a text has a Latin letter. */
export const isLatin = (text) => /\p{Script=Latin}/u.test(text);

/** The Cyrillic readings of a Latin word, the likeliest first. */
export function cyrillic(word) {
  const text = word.toLowerCase().normalize("NFC");
  let readings = [""];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const [latin, ...options] = short(text, at) ?? TABLE.find(([latin]) => rest.startsWith(latin)) ?? [rest[0], rest[0]];
    readings = options.flatMap((letters) => readings.map((reading) => reading + letters)).slice(0, MOST);
    at += latin.length;
  }
  return readings;
}

/** The short и: after a vowel, and before none. */
function short(text, at) {
  const letter = text[at];
  if ((letter !== "y" && letter !== "j") || !VOWELS.includes(text[at - 1] ?? "-")) return undefined;
  return VOWELS.includes(text[at + 1] ?? "-") ? undefined : [letter, "й"];
}

/** A question with its Latin words in Cyrillic: all readings, none where there is nothing Latin. */
export function readings(question) {
  if (!isLatin(question)) return [];
  let all = [""];
  for (const part of question.split(/([\p{L}\p{M}'’ʼ]+)/u)) {
    const options = isLatin(part) ? cyrillic(part.replace(/['’ʼ]/gu, "")) : [part];
    all = options.flatMap((option) => all.map((before) => before + option)).slice(0, MOST);
  }
  return all;
}
