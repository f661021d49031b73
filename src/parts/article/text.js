// The text of an article, paragraph by paragraph.

const BLOCKS = "p, h2, h3, h4, h5, h6, li, dt, dd, blockquote";
/** What is no running text: beside it, below it, or in columns. */
const ASIDE = ".footnotes, figure, table, pre";
/** What within a paragraph is none of its words. One string: browsers know again what they have parsed. */
const OTHER = `${BLOCKS}, ${ASIDE}, .footnote-ref`;

/** Headings, paragraphs, items of lists and quotes that have words of their own, in order. */
export function paragraphs(body) {
  return [...body.querySelectorAll(BLOCKS)].filter((block) => !block.closest(ASIDE) && hasWords(block));
}

/** The texts and elements of a paragraph itself: without those of paragraphs within it, and without the marks of footnotes. */
const within = (block) => document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
  node.nodeType === Node.ELEMENT_NODE && node.matches(OTHER) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);

/** Whether a paragraph has any, as far as it takes to find the first: nearly always it begins with them. */
function hasWords(block) {
  if (block.firstChild?.data?.trim()) return true;
  const walker = within(block);
  while (walker.nextNode()) if (walker.currentNode.data?.trim()) return true;
  return false;
}

/** The words of a paragraph itself. */
export function wordsOf(block) {
  const walker = within(block);
  let words = "";
  while (walker.nextNode()) {
    if (walker.currentNode.nodeType === Node.TEXT_NODE) words += walker.currentNode.data;
    else if (walker.currentNode.localName === "br") words += " ";
  }
  return words.replace(/\s+/g, " ").trim();
}

/** Longer utterances are broken off by Chromium. */
const LONGEST = 200;

/** A paragraph in pieces that a voice can say in one go: whole sentences where they are short enough. */
export function pieces(words, lang) {
  const made = [];
  for (const part of sentences(words, lang).flatMap(shorter)) {
    const last = made.at(-1);
    if (last !== undefined && last.length + part.length <= LONGEST) made[made.length - 1] = last + part;
    else made.push(part);
  }
  return made.map((piece) => piece.trim()).filter(Boolean);
}

function sentences(words, lang) {
  if (!Intl.Segmenter) return words.match(/[^.!?…]+[.!?…]*\s*/g) ?? [words];
  return [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(words)].map(({ segment }) => segment);
}

/** A long sentence in parts: after a comma or the like if there is one, else between words. */
function shorter(sentence) {
  const parts = [];
  let rest = sentence;
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST);
    const pause = Math.max(...[", ", "; ", ": ", " — "].map((mark) => head.lastIndexOf(mark) + mark.length - 1));
    const gap = head.lastIndexOf(" ");
    const cut = (pause > LONGEST / 3 ? pause : gap) + 1 || LONGEST;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}
