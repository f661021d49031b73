// One page of each type, and of each language.

/** The article that most tests read: it has a cover, tags, translations and a published count. */
export const ARTICLE = "/news/centr-nastavnikov-taldykorgan/";

/** Pages by what they are. */
export const PAGES = {
  "the front page": "/",
  "an older front page": "/page/2/",
  "a section": "/section/nature/",
  "a tag": "/tag/karatal/",
  "what is read most": "/popular/",
  "the search": "/search/",
  "what is saved": "/saved/",
  "the archive": "/archive/",
  "a year of the archive": "/archive/2026/",
  "a month of the archive": "/archive/2026/10/",
  "an article": ARTICLE,
  "an article with a table and many parts": "/news/sutki-na-stancii-ustobe/",
  "an article with footnotes": "/news/uchet-ptic-delta/",
  "an article with a drawn cover": "/news/cifrovye-vnuki/",
  "an article with pictures": "/news/lesopolosa-u-reki/",
  "a Kazakh front page": "/kk/",
  "a Kazakh article": `/kk${ARTICLE}`,
  "a Kazakh archive": "/kk/archive/",
  "an English front page": "/en/",
  "an English article": `/en${ARTICLE}`,
  "an unknown address": "/there/is/nothing/",
  "an unknown Kazakh address": "/kk/news/joq/",
};

/** What the browser itself says of an unknown address, whatever stands there. */
export const isBrowsersOwn = (problem) => /the server responded with a status of 404/.test(problem) && /nothing|joq/.test(problem);
