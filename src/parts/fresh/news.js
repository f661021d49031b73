// What a page's JSON has that the page has not.

/** The format of the JSON that is read here. */
const FORMAT = 1;

/** The front page of a language, and the first page of a section: their path, without what a server forgives. */
const FIRST_PAGE = /^(?:\/[a-z]{2})?(?:\/section\/[a-z0-9_-]+)?\/$/;

/** The path of the list that an address leads to; nothing where that is no first page of one. */
export function listPath(pathname) {
  const path = `${pathname.replace(/index\.html$/, "").replace(/\/$/, "")}/`;
  return FIRST_PAGE.test(path) ? path : undefined;
}

/** What the page shows: the slugs of its cards, and when the newest of them was published, in milliseconds since 1970. */
export function shownOn(page) {
  const links = [...page.querySelectorAll(".card-title a")];
  const dates = [...page.querySelectorAll(".card time")].map((time) => Date.parse(time.dateTime));
  return { slugs: new Set(links.map((link) => slugOf(link.pathname))), newest: Math.max(...dates.filter(Number.isFinite)) };
}

const slugOf = (path) => path.split("/").filter(Boolean).at(-1);

/**
 * The articles of a list's JSON that came after what is shown, or with the newest of it; and whether all of the JSON's are
 * new, so that there may be more of them behind.
 */
export function newsIn(json, { slugs, newest }) {
  const none = { slugs: [], isAll: false };
  const list = json?.format === FORMAT ? (json.content?.front ?? json.content?.list) : undefined;
  if (!Array.isArray(list?.cards)) return none;
  const cards = [list.lead, ...list.cards].filter((card) => typeof card?.slug === "string");
  // An article that moves up because another has gone is older, and no news.
  const fresh = cards.filter((card) => !slugs.has(card.slug) && Date.parse(card.date) >= newest);
  return { slugs: fresh.map((card) => card.slug), isAll: fresh.length > 0 && fresh.length === cards.length };
}

/** What the button says, by the words of the part. */
export function invitation({ show, forms, show_many: showMany }, { slugs, isAll }, lang) {
  if (isAll) return showMany;
  return `${show} ${slugs.length}\u00a0${forms[form(slugs.length, lang)]}`;
}

/** Which form of a noun follows a number: the rule of src/format/plural.rs. Browsers know Kazakh in different ways. */
function form(number, lang) {
  if (lang !== "ru") return number === 1 ? 0 : 2;
  const [ones, tens] = [number % 10, number % 100];
  if (tens >= 11 && tens <= 14) return 2;
  if (ones === 1) return 0;
  return ones >= 2 && ones <= 4 ? 1 : 2;
}
