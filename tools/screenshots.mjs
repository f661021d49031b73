// Takes the pictures that browsers show before they install the paper: node tools/screenshots.mjs URL FOLDER
//
// The sizes are those that the manifest names (src/publish/syndication/manifest.rs).

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "../tests/e2e/support/reader.mjs";

const SCREENS = {
  wide: { viewport: { width: 1280, height: 800 } },
  narrow: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

/** The picture as WebP: the browser can write that, its remote control cannot. */
async function toWebp(png) {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  const webp = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
  return [...new Uint8Array(await webp.arrayBuffer())];
}

const [url, folder] = process.argv.slice(2);
const browser = await openBrowser();
const writer = await browser.newPage();
for (const [name, screen] of Object.entries(SCREENS)) {
  const context = await browser.newContext(screen);
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  const png = (await page.screenshot()).toString("base64");
  await writeFile(join(folder, `screenshot-${name}.webp`), Buffer.from(await writer.evaluate(toWebp, png)));
  await context.close();
}
await browser.close();
