// Letters of a reader's own size: words stay whole, and columns as wide as they need.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen, record } from "./support/chosen.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { DESKTOP, PHONE, headed, open } from "./support/reader.mjs";
import { opens, paper } from "./support/stage.mjs";

/** What the version for low vision chooses. */
const LOW_VISION = { theme: "contrast", text: 150, lines: "wide", letters: "wide", face: "sans", motion: "less" };

opens();

for (const path of ["/", ARTICLE, `/kk${ARTICLE}`, "/section/society/", "/saved/"]) {
  for (const choice of [{ text: 200 }, LOW_VISION]) {
    test(`the headlines of ${path} in letters of ${choice.text} percent break between words on a phone`, async () => {
      const page = await chosen(record(choice), PHONE);
      await open(page, paper.url + path);
      const broken = await page.locator("main h1:not(.visually-hidden), .card-lead .card-title").evaluateAll((all) => all.flatMap((heading) => {
        const broken = [];
        const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          for (const { 0: word, index } of texts.currentNode.data.matchAll(/[^\s-]+-?/g)) {
            const range = new Range();
            range.setStart(texts.currentNode, index);
            range.setEnd(texts.currentNode, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
          }
        }
        return broken;
      }));
      assert.deepEqual(broken, []);
      await page.context().close();
    });
  }
}

for (const [text, width] of [[110, 1440], [120, 768], [150, 1440]]) {
  test(`what the search finds stands in one column of ${text} percent on ${width} pixels`, async () => {
    const page = await chosen(record({ text }), { viewport: { width, height: 900 } });
    await open(page, `${paper.url}/search/?q=автобус`);
    await page.locator(".found .card").nth(2).waitFor();
    const places = await page.locator(".found .card").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
    assert.deepEqual(new Set(places).size, 1, String(places));
    const widths = await page.locator(".found .card-title").evaluateAll((all) => all.map((one) => one.clientWidth));
    assert.ok(Math.min(...widths) >= 300, String(widths));
    await page.context().close();
  });
}

test("a desktop page in large letters keeps its columns readable", async () => {
  const page = await chosen(record({ text: 200 }), DESKTOP);
  await open(page, `${paper.url}/`);
  await headed(page, "");
  const widths = await page.locator(".cards .card-title").evaluateAll((all) => all.map((one) => one.clientWidth));
  assert.ok(Math.min(...widths) >= 400, String(widths));
  await page.context().close();
});
