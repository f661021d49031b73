// An article with its actions.

import assert from "node:assert/strict";
import { SETTINGS as CHOICES } from "../../../src/constants.js";
import { complaints } from "./axe.mjs";
import { PHONE, open, taken } from "./reader.mjs";

/** Long, with headings, a table and lists. */
export const LONG = "/news/sutki-na-stancii-ustobe/";
export const NARROW = { ...PHONE, viewport: { width: 320, height: 640 } };

/** Opens an article and waits until its actions work. */
export async function openArticle(page, url) {
  await open(page, url);
  await acting(page);
}

/** Turns to the actions of an article. */
export const turnToActions = (page) => page.locator(".actions").dispatchEvent("pointerover");

/** Turns to the actions of an article, and waits until they work. */
export async function acting(page) {
  await taken(page);
  await turnToActions(page);
  await page.locator(".actions .share li .action:is(button)").waitFor({ state: "attached" });
}
export const action = (page, does) => page.locator(`.actions [data-does=${does}]`);

/** Waits until something is said beside the actions. */
export const said = (page, text) => page.locator(".action-note", { hasText: text }).waitFor({ state: "attached" });
export const summary = (page) => page.locator(".share summary");

/** Asserts that what is shown can be read in every theme, and leaves the page in the last one. */
export async function isLegible(page) {
  // Colours that are still turning are nobody's.
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const theme of CHOICES.theme) {
    await page.evaluate((theme) => { document.documentElement.dataset.theme = theme; }, theme);
    assert.deepEqual(await complaints(page, { runOnly: ["color-contrast", "link-in-text-block"] }), [], theme);
  }
}

/** Asserts that axe finds nothing, that every theme can be read, and that nothing sticks out. */
export async function isSound(page) {
  assert.deepEqual(await complaints(page), []);
  await isLegible(page);
  await page.evaluate(() => delete document.documentElement.dataset.theme);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), page.viewportSize().width);
}
