// What axe finds on a page that not everyone could use.

import { readFile } from "node:fs/promises";

const source = readFile("node_modules/axe-core/axe.min.js", "utf8");

/** The complaints about what is shown, a line each. `options` are those of `axe.run`. */
export async function complaints(page, options = {}) {
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(await source);
  const { violations } = await page.evaluate((options) => window.axe.run(document, { resultTypes: ["violations"], ...options }), options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" | ")}`);
}

/** Links and buttons that a finger would miss, outside of running text: there a target is as high as its line. */
export const small = (page, within) => page.evaluate((within) => [...document.querySelectorAll(`${within} :is(a[href], button, summary, label, [type=range])`)]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(".skip-link, .article-body a, .message p > a, .empty a, figcaption a, .visually-hidden, .size label, [inert] *"))
  .map((one) => [one, one.getBoundingClientRect(), one.closest(".card, .most-read li, .most-read-more")?.getBoundingClientRect()])
  .filter(([, own, card]) => Math.round(card?.height ?? own.height) < 44 || Math.round(card?.width ?? own.width) < 24)
  .map(([one, own]) => `${one.outerHTML.slice(0, 90)} ${Math.round(own.width)} × ${Math.round(own.height)}`), within);
