// Readers who come back to the demo with what the previous version of the client has stored.

import { after, beforeEach } from "node:test";
import { openGoatCounter } from "./goatcounter.mjs";
import { COUNTED } from "./paper.mjs";
import { DESKTOP, newReader, until } from "./reader.mjs";
import { browser, opens, paper } from "./stage.mjs";
import { putOnDevice, readStored, writtenAt } from "./stored.mjs";
import { data } from "./wire.mjs";

/** The shared counter of the paper: it knows nothing of what was read. */
export const goat = await openGoatCounter();

/** What is on the device. */
export const stored = await readStored();

/** What the keys of views begin with that the counter has not confirmed. */
export const HIT = "habarshy:hit:";

/** An article that the reader has not opened. */
export const UNREAD = "/news/cifrovye-vnuki/";

/** Opens a browser and a paper with the counter for the tests of a file. */
export function returns() {
  opens({ views: `${COUNTED}\ncounter = "goatcounter"\nendpoint = "${goat.url}"` });
  beforeEach(() => {
    goat.mode = "up";
    goat.forget();
  });
  after(() => goat.close());
}

/**
 * A fresh window of such a reader, which shows nothing yet. What is on the device was stored long ago, unless a moment `at` is
 * given; `change` may change it, and `prepare` the page before anything runs in it.
 */
export async function comeBack({ at = stored.written, change = (same) => same, prepare = async () => {}, ...options } = {}) {
  const page = await newReader(browser, { ...DESKTOP, ...options });
  await prepare(page);
  await putOnDevice(page, change(writtenAt(at, stored)), paper, goat.url);
  return page;
}

/** A value of the fixture. */
export const read = (key) => JSON.parse(stored.local[key]);

/** A value on the device of a page. */
export const local = (page, key) => page.evaluate((key) => JSON.parse(localStorage.getItem(key)), key);

/** Waits until the reader's view of an article is counted. */
export const isCounted = (page, path) => until(page, (path) => JSON.parse(localStorage.getItem("habarshy:views")).views[path], path);

/** What the console says, but for articles that the counter does not know. */
export const complaints = ({ problems }) => problems.filter((problem) => !problem.includes(goat.url));

/** The build of the site. */
export const buildOf = async () => (await (await fetch(paper.url + data("/"))).json()).build;
