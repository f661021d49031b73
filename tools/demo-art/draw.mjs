// Draws the demo newsroom's pictures and the paper's sign: node tools/demo-art/draw.mjs [name …]
// Scenes are SVG composed in code; Chromium turns them into WebP and PNG. The same code gives the same picture.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import * as country from "./country.mjs";
import * as evening from "./evening.mjs";
import * as figures from "./figures.mjs";
import * as night from "./night.mjs";
import * as pasture from "./pasture.mjs";
import * as sign from "./sign.mjs";
import * as town from "./town.mjs";
import * as water from "./water.mjs";
import * as works from "./works.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");

const webp = (name, art, folder = "content/covers") => ({
  file: `${folder}/${name}.webp`,
  svg: art.svg(),
  width: art.width,
  height: art.height,
  type: "image/webp",
});
const png = (file, svg, width, height = width) => ({ file, svg, width, height, type: "image/png" });

const covers = {
  "alatau-morning": country.alatau,
  "steppe-road": country.road,
  "apple-orchard": pasture.orchard,
  "horses-jailau": pasture.jailau,
  "lake-reeds": water.lake,
  "river-bridge": water.bridge,
  "city-roofs": town.roofs,
  "school-yard": town.school,
  "factory-dawn": works.factory,
  "greenhouse-winter": works.greenhouse,
  "library-window": evening.library,
  "stage-dombra": evening.stage,
  "stadium-lights": night.stadium,
  "night-observatory": night.observatory,
};

const jobs = [
  ...Object.entries(covers).map(([name, draw]) => webp(name, draw())),
  webp("karta-tropy", figures.map(), "content/ru/2026/08/tropa-k-ozeru"),
  webp("shema-polosy", figures.belt(), "content/ru/2026/09/lesopolosa-u-reki"),
  png("public/apple-touch-icon.png", sign.icon({ corner: 0, size: 0.68 }), 180),
  png("public/icon-192.png", sign.favicon(), 192),
  png("public/icon-512.png", sign.favicon(), 512),
  png("public/icon-maskable-512.png", sign.icon({ corner: 0, size: 0.56 }), 512),
  png("public/share.png", sign.share().svg(), 1200, 630),
  { ...png("public/favicon.ico", sign.favicon(), 32), ico: true },
];

/** Runs in the page: draws an SVG on a canvas and gives the encoded bytes back as base64. */
async function rasterise({ svg, width, height, type, quality }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d").drawImage(image, 0, 0, width, height);
  const blob = await new Promise((done) => canvas.toBlob(done, type, quality));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** An ICO file around one PNG. */
function ico(png, size) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, png]);
}

const BUDGET = 40 * 1024;

/** A picture within the budget: quality gives way a little at a time. */
async function encode(page, job) {
  for (let quality = 0.86; ; quality -= 0.06) {
    const bytes = Buffer.from(await page.evaluate(rasterise, { ...job, quality }), "base64");
    if (job.type !== "image/webp" || bytes.length <= BUDGET || quality < 0.4) return { bytes, quality };
  }
}

const only = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage();
  if (only.length === 0 || only.includes("favicon")) await writeFile(join(root, "public/favicon.svg"), sign.favicon());
  for (const job of jobs) {
    if (only.length > 0 && !only.some((name) => job.file.includes(name))) continue;
    const { bytes, quality } = await encode(page, job);
    await mkdir(dirname(join(root, job.file)), { recursive: true });
    await writeFile(join(root, job.file), job.ico ? ico(bytes, job.width) : bytes);
    console.log(`${job.file} ${bytes.length} bytes, quality ${quality.toFixed(2)}`);
  }
} finally {
  await browser.close();
}
