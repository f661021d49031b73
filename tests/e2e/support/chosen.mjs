// A reader who has chosen before how the paper looks.

import { SETTINGS, SETTINGS_KEY as KEY, SETTINGS_VERSION as VERSION } from "../../../src/constants.js";
import { newReader } from "./reader.mjs";
import { browser } from "./stage.mjs";

/** What the device keeps of choices. */
export const record = (choices) => JSON.stringify({ version: VERSION, ...choices });

/** A fresh window of such a reader; the device keeps this text. */
export async function chosen(value, options) {
  const page = await newReader(browser, options);
  await page.addInitScript(([key, value]) => { try { localStorage.setItem(key, value); } catch { /* refused */ } }, [KEY, value]);
  return page;
}

/** The panel of the settings. */
export const panel = (page) => page.locator("dialog.settings");

/** What is on the root element, of all that can be chosen. */
export const shown = (page) => page.evaluate((names) => {
  const { dataset } = document.documentElement;
  return Object.fromEntries(names.filter((name) => name in dataset).map((name) => [name, dataset[name]]));
}, Object.keys(SETTINGS));

export async function openPanel(page) {
  await page.locator("[data-part=settings]").click();
  await panel(page).waitFor();
}
