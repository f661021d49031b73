// What axe finds on a page that not everyone could use.

import { readFile } from "node:fs/promises";

const source = readFile("node_modules/axe-core/axe.min.js", "utf8");

/** The complaints about what is shown, a line each. `options` are those of `axe.run`. */
export async function complaints(page, options = {}) {
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(await source);
  const { violations } = await page.evaluate((options) => window.axe.run(document, { resultTypes: ["violations"], ...options }), options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" | ")}`);
}
