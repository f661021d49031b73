// The articles that are kept on this device: those that were saved, and those that were read lately. Under an address whose
// page is not kept, the worker shows this page in its place: then it says so.

import { list, remove } from "./saved/store.js";
import { age, day, size } from "./saved/figures.js";

const PAGES = "habarshy:pages";

/** How long a change waits for its echo from the other channel, in milliseconds. */
const GATHER = 30;

/** Fills its place, and again whenever something is saved or let go, in this tab or another. */
export function mount(element, context) {
  const words = context.words.saved;
  const place = { words, lang: context.lang, note: make("p", "saved-note"), list: make("div"), turn: 0 };
  place.note.setAttribute("role", "status");
  const left = new AbortController();
  const missing = isElsewhere() ? apology(words, left) : [];
  element.replaceChildren(...missing, place.note, place.list);
  let waits;
  // A change in this tab is heard twice: as an event of the page, and as every tab hears it.
  const draw = () => {
    clearTimeout(waits);
    waits = setTimeout(() => drawn(place), GATHER);
  };
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("habarshy:saved") : undefined;
  channel?.addEventListener("message", draw);
  document.addEventListener("habarshy:saved", draw);
  drawn(place);
  return () => {
    channel?.close();
    document.removeEventListener("habarshy:saved", draw);
    clearTimeout(waits);
    place.turn += 1;
    left.abort();
  };
}

/** Whether the page stands in for another one. */
const isElsewhere = () => !/^(\/[a-z]{2})?\/saved\/?$/.test(location.pathname.replace(/index\.html$/, ""));

/**
 * Says what cannot be shown, in the place of what the page is else about. It goes away by itself when the network is back,
 * unless the reader is on the way elsewhere.
 */
function apology(words, left) {
  const said = make("div", "saved-missing");
  const again = press(words.again, () => location.reload());
  said.append(make("p", "", words.missing_why), again);
  addEventListener("online", () => location.reload(), { once: true, signal: left.signal });
  // To load the page anew would break off a way that has begun.
  for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, () => left.abort(), { signal: left.signal });
  document.title = `${words.missing} — ${document.querySelector(".brand")?.textContent ?? ""}`;
  // What the page is about comes first; what it is at its own address stands below.
  const heading = document.querySelector("main h1");
  const name = make("h2", "", heading.textContent);
  heading.textContent = words.missing;
  return [said, name, ...document.querySelectorAll("main .listing-note")];
}

/** Draws what there is now. Whoever began earlier has seen an older state, and says no more. */
async function drawn(place) {
  place.turn += 1;
  const { turn, words } = place;
  const parts = await listed(place).catch(() => [make("p", "empty", words.unavailable)]);
  if (turn === place.turn) place.list.replaceChildren(...parts);
}

async function listed(place) {
  const [saved, read] = [await list(), await lately()];
  const known = new Set(saved.map(({ path }) => path));
  const other = read.filter(({ path }) => !known.has(path));
  const parts = [saved.length > 0 ? savedList(saved, place) : make("p", "empty", place.words.empty), await used(saved, place)];
  if (other.length > 0) parts.push(readList(other, place));
  return parts;
}

function savedList(saved, place) {
  const items = make("ul", "saved-list");
  items.append(...saved.map((record) => savedItem(record, place)));
  return items;
}

function savedItem(record, place) {
  const { words, lang } = place;
  const item = make("li");
  const facts = [record.section, day(record.date, lang), age(record.at, words, lang), size(record.bytes, words, lang)];
  const away = press(words.remove, () => letGo([record], place));
  away.setAttribute("aria-label", `${words.remove}: ${record.title}`);
  item.append(link(record), make("p", "saved-facts", facts.filter(Boolean).join("\u00a0· ")), away);
  return item;
}

/** Lets go, and offers to take it back: that is a press, where a question beforehand would be one more each time. */
async function letGo(gone, place) {
  const { words, note } = place;
  const backs = [];
  try {
    for (const { path } of gone) backs.push(await remove(path));
  } catch {
    // What stays is in the list still. Those that have gone can be taken back as ever.
    if (backs.length === 0) return note.replaceChildren(words.unavailable);
  }
  const back = press(words.undo, async () => {
    try {
      for (const bring of backs) await bring();
      note.replaceChildren();
    } catch {
      note.replaceChildren(words.undo_failed);
    }
    focusHeading();
  });
  note.replaceChildren(gone.length === 1 ? `${words.removed}: ${gone[0].title}` : `${words.removed}: ${backs.length}`, back);
  back.focus();
}

const focusHeading = () => document.querySelector("main h1")?.focus({ preventScroll: true });

/** What it takes of the device, and what the browser would give. */
async function used(saved, place) {
  const { words, lang } = place;
  const line = make("p", "saved-used");
  if (saved.length === 0) return line;
  const bytes = saved.reduce((sum, record) => sum + record.bytes, 0);
  const { quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  const most = quota ? `${words.of}${size(quota, words, lang)}` : "";
  line.append(`${words.used}${size(bytes, words, lang)}${most}`);
  if (saved.length > 1) line.append(press(words.remove_all, () => letGo(saved, place)));
  return line;
}

function readList(pages, { words, lang }) {
  const part = make("section", "saved-read");
  const items = make("ul", "saved-list");
  items.append(...pages.map((page) => {
    const item = make("li");
    item.append(link(page), make("p", "saved-facts", age(page.at, words, lang, true)));
    return item;
  }));
  part.append(make("h2", "", words.lately), make("p", "saved-facts", words.lately_why), items);
  return part;
}

/** Articles whose documents the worker has kept, the latest first. */
async function lately() {
  if (!(await caches.has(PAGES))) return [];
  const cache = await caches.open(PAGES);
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((path) => /^(\/[a-z]{2})?\/news\//.test(path));
  const pages = await Promise.all(paths.map(async (path) => pageOf(path, await cache.match(path))));
  return pages.filter(({ title }) => title).sort((a, b) => b.at - a.at);
}

/** What was read in documents, by path: a document is read once, and again when a later one is kept in its place. */
const readPages = new Map();

async function pageOf(path, answer) {
  const at = Number(answer?.headers.get("x-kept"));
  if (readPages.get(path)?.at === at) return readPages.get(path);
  const html = new DOMParser().parseFromString((await answer?.text()) ?? "", "text/html");
  const page = { path, at, title: html.querySelector("h1")?.textContent, lang: html.documentElement.lang };
  readPages.set(path, page);
  return page;
}

function link({ path, title, lang }) {
  const element = make("a", "", title);
  element.href = path;
  // A page in another language is another document, but an article that was kept is one all the same.
  if (lang) element.lang = lang;
  return element;
}

function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function press(words, call) {
  const element = make("button", "action", words);
  element.type = "button";
  element.addEventListener("click", call);
  return element;
}
