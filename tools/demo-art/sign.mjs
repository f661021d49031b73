// The paper's sign, a ram's-horn double spiral («қошқар мүйіз»), and what is made of it.

import { Art, circle, hills, line, mountains, path, rect, seeded } from "./kit.mjs";
import { wood } from "./nature.mjs";

/** The sign as one stroke in a 32 by 32 box: no fill, round ends and joins, 2.4 wide. */
export const HORNS =
  "M8.9 16.2C10.3 15.9 11.3 16.9 11.3 18.1 11.3 19.8 10 21 8.2 21 5.6 21 3.7 18.8 3.7 15.8 3.7 12.2 6 9.6 9.2 9.6 13.4 9.6 15.2 13.2 16 22.6 16.8 13.2 18.6 9.6 22.8 9.6 26 9.6 28.3 12.2 28.3 15.8 28.3 18.8 26.4 21 23.8 21 22 21 20.7 19.8 20.7 18.1 20.7 16.9 21.7 15.9 23.1 16.2";
const TEAL = "#0f6480";
const stroke = (colour, width = 2.4) => `fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;

/** The favicon: the sign, white on a filled circle. */
export function favicon() {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="${TEAL}"/><path ${stroke("#fff")} d="${HORNS}"/></svg>\n`;
}

/** An icon that fills its square; the sign takes `size` of the width. */
export function icon({ corner, size }) {
  const scale = size * (32 / 25.5);
  const shift = 16 - 16 * scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="512" height="512"><defs><linearGradient id="t" x2="0" y2="1"><stop stop-color="#14748f"/><stop offset="1" stop-color="#0b5168"/></linearGradient></defs><rect width="32" height="32" rx="${corner}" fill="url(#t)"/><path transform="translate(${shift} ${shift - 0.1}) scale(${scale})" ${stroke("#fff")} d="${HORNS}"/></svg>`;
}

/** A band of the ornament along the bottom of a picture. */
function band(y, width, colour) {
  let out = "";
  for (let x = 0; x < width; x += 50) out += `<path transform="translate(${x} ${y}) scale(1.5)" ${stroke(colour, 1.8)} d="${HORNS}"/>`;
  return out;
}

/** The picture for shared links: the sign as a sun over the mountains. */
export function share() {
  const rnd = seeded(307);
  const art = new Art(1600, 840);
  // Flat rings instead of gradients: this file is a PNG, and flat colour is what PNG packs well.
  art.add(rect(0, 0, 1600, 840, "#b9d6df"));
  for (const [radius, colour] of [
    [760, "#c6dde0"],
    [620, "#d3e4e0"],
    [500, "#e1eadf"],
    [400, "#eeeedb"],
    [312, "#f8edd0"],
  ])
    art.add(circle(800, 330, radius, colour));
  const range = {
    base: 640,
    peaks: [
      { x: 90, h: 250, w: 400 },
      { x: 430, h: 200, w: 360 },
      { x: 1180, h: 220, w: 380 },
      { x: 1530, h: 300, w: 430 },
    ],
    rough: 13,
  };
  mountains(art, rnd, { ...range, fill: "#a3c1cc", shade: "#4d7f9f", shadeOpacity: 0.5, snow: { line: 470, colour: "#fcfbf6" }, floor: 840 });
  art.add(circle(800, 330, 226, TEAL), circle(800, 330, 208, "none", 'stroke="#f3c97a" stroke-width="4"'));
  art.add(`<path transform="translate(594 120) scale(12.9)" ${stroke("#fff")} d="${HORNS}"/>`);
  for (const [level, swing, step, top, tall, dark] of [
    [580, 26, 300, "#6ba0b2", 52, "#5b93a8"],
    [640, 28, 360, "#3f7f97", 84, "#34708a"],
    [715, 24, 420, "#1f5a73", 130, "#1a4f67"],
  ]) {
    const land = hills(rnd, { level, swing, step, floor: 840 });
    art.add(
      wood(rnd, land, {
        gap: tall / 4,
        tall,
        fill: dark,
        where: (x) => (Math.abs(x - 800) > (tall > 100 ? 380 : 120) && Math.sin(x / 100 + level) > -0.2 ? 1 : 0),
      }),
      path(land.d, top),
    );
  }
  art.add(
    rect(0, 780, 1600, 60, "#123f52"),
    line("M0 781H1600M0 834H1600", "#f3c97a", 2.5, 'opacity=".7"'),
    `<g opacity=".85">${band(784, 1600, "#f3c97a")}</g>`,
  );
  return art;
}
