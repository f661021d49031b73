// The page of the search.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { newReader, open, until } from "./reader.mjs";

export const FIELD = ".search-field";
/** A result with a text in its headline. */
export const result = (page, text) => page.locator(".found .card", { hasText: text });

/** Waits until a question is answered: parts of a word are questions, too, for somebody who types slowly. */
export const answered = (page, question) => until(page, (question) =>
  new URLSearchParams(location.search).get("q") === question && document.querySelector(".found:not([aria-busy])"), question);

/** A reader on the search page of a paper, with a field that is ready. */
export async function searchOf(browser, paper, path = "/search/", options = {}) {
  const page = await newReader(browser, options);
  await open(page, paper.url + path);
  await page.locator(".search-filters select").first().waitFor();
  return page;
}

/** The paths of the files of a paper's index: of all languages, and of one ending or any. */
export async function indexFiles(paper, ending = "") {
  const names = await readdir(join(paper.site, "search-index/files"));
  return names.filter((name) => name.endsWith(ending)).map((name) => `/search-index/files/${name}`);
}
