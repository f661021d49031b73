// An article with its actions.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { CHOICES } from "../../../src/parts/settings/choices.js";
import { PHONE, open } from "./reader.mjs";

/** Long, with headings, a table and lists. */
export const LONG = "/news/sutki-na-stancii-ustobe/";
export const NARROW = { ...PHONE, viewport: { width: 320, height: 640 } };

const axe = readFile("node_modules/axe-core/axe.min.js", "utf8");

/** Opens an article and waits until its actions work. */
export async function openArticle(page, url) {
  await open(page, url);
  await acting(page);
}

/** Waits until the actions of an article work. */
export const acting = (page) => page.locator(".actions [data-does=save][aria-pressed]").waitFor({ state: "attached" });
export const action = (page, does) => page.locator(`.actions [data-does=${does}]`);

/** Waits until something is said beside the actions. */
export const said = (page, text) => page.locator(".action-note", { hasText: text }).waitFor({ state: "attached" });
export const summary = (page) => page.locator(".share summary");

/** Asserts that axe finds nothing, that every theme can be read, and that nothing sticks out. */
export async function isSound(page) {
  await page.evaluate(await axe);
  const complaints = (theme, rules) => page.evaluate(async ([theme, rules]) => {
    const { dataset } = document.documentElement;
    dataset.theme = theme;
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...rules });
    delete dataset.theme;
    return violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map((node) => node.target).join(" | ")}`);
  }, [theme, rules]);
  assert.deepEqual(await complaints("", {}), []);
  // Colours that are still turning are nobody's.
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const theme of CHOICES.theme) assert.deepEqual(await complaints(theme, { runOnly: ["color-contrast", "link-in-text-block"] }), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), page.viewportSize().width);
}
