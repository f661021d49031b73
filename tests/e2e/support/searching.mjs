// The page of the search.

import { newReader, open } from "./reader.mjs";

export const FIELD = ".search-field";
/** A result with a text in its headline. */
export const result = (page, text) => page.locator(".found .card", { hasText: text });

/** A reader on the search page of a paper, with a field that is ready. */
export async function searchOf(browser, paper, path = "/search/", options = {}) {
  const page = await newReader(browser, options);
  await open(page, paper.url + path);
  await page.locator(".search-filters select").first().waitFor();
  return page;
}
