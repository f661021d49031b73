// What most files of tests have: a browser, and a paper to read in it.

import { after, before, beforeEach } from "node:test";
import { openPaper } from "./paper.mjs";
import { openBrowser } from "./reader.mjs";

/** Open from the first test of the file to the last. */
export let browser, paper;

/**
 * Has both opened for the file's tests, with the options of `openPaper`; then the file's own `further` is waited for: `before`
 * of a file would not be in turn. Each test finds the paper's wire whole.
 */
export function opens(options, further = async () => {}) {
  before(async () => {
    browser = await openBrowser();
    paper = await openPaper(options);
    await further();
  });
  beforeEach(() => {
    paper.wire.mend();
    paper.wire.cutOff(false);
    paper.wire.forget();
  });
  after(async () => {
    await browser?.close();
    await paper?.close();
  });
}
