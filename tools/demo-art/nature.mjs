// Plants, animals, water, weather.

import { circle, group, line, oval, path, place, points, W } from "./kit.mjs";

/** A spruce in tiers; x, y is its foot. */
export function spruce(rnd, x, y, h, fill) {
  const w = h * rnd.in(0.17, 0.22);
  const left = [];
  const right = [];
  const tiers = 6;
  for (let tier = 1; tier <= tiers; tier++) {
    const t = tier / tiers;
    const wide = w * t * rnd.in(0.9, 1.1);
    left.push([x - wide, y - h * (1 - t) - h * 0.03], [x - wide * 0.55, y - h * (1 - t) - h * 0.045]);
    right.push([x + wide, y - h * (1 - t) - h * 0.03], [x + wide * 0.55, y - h * (1 - t) - h * 0.045]);
  }
  left.pop();
  right.pop();
  return path(
    `M${points([[x, y - h], ...left, [x - h * 0.025, y - h * 0.03], [x - h * 0.025, y], [x + h * 0.025, y], [x + h * 0.025, y - h * 0.03], ...right.reverse()])}z`,
    fill,
  );
}

/** Spruces standing along a line of land wherever `where` says so. */
export function wood(rnd, land, { from = -20, to = W + 20, gap, tall, fill, where = () => 1 }) {
  let out = "";
  for (let x = from; x < to; x += rnd.in(gap * 0.6, gap * 1.4)) {
    const keep = where(x);
    if (keep > 0) out += spruce(rnd, x, land.y(x) + 8, rnd.in(tall * 0.6, tall) * keep, typeof fill === "function" ? fill(x) : fill);
  }
  return out;
}

/** A poplar. */
export function poplar(rnd, x, y, h, fill, light) {
  const w = h * rnd.in(0.12, 0.16);
  const lean = rnd.in(-3, 3);
  const shape = (side) => `M${x} ${y - h * 0.06}C${x - w * side} ${y - h * 0.1} ${x - w * side} ${y - h * 0.6} ${x + lean} ${y - h}`;
  return (
    line(`M${x} ${y}v${-h * 0.2}`, fill, h * 0.03) +
    path(`${shape(1.25)}C${x + w * 1.25} ${y - h * 0.6} ${x + w * 1.25} ${y - h * 0.1} ${x} ${y - h * 0.06}z`, fill) +
    (light ? path(`${shape(1.15)}C${x + w * 0.1} ${y - h * 0.6} ${x - w * 0.2} ${y - h * 0.2} ${x} ${y - h * 0.06}z`, light, 'opacity=".55"') : "")
  );
}

/** A broad-leaved tree: three tones of crown over a trunk, lit from one side. */
export function tree(rnd, x, y, h, [dark, mid, light], trunk, side = -1) {
  const r = h * 0.34;
  const cy = y - h * 0.62;
  const crown = (count, spread, size, dx, dy, fill) => {
    let out = "";
    for (let at = 0; at < count; at++) {
      const angle = (at / count) * Math.PI * 2 + rnd.in(0, 0.6);
      const far = r * spread * rnd.in(0.7, 1);
      out += circle(x + dx + Math.cos(angle) * far, cy + dy + Math.sin(angle) * far * 0.85, r * size * rnd.in(0.8, 1.15), fill);
    }
    return out;
  };
  return (
    path(
      `M${x - h * 0.03} ${y}q${h * 0.02} ${-h * 0.2} ${h * 0.005} ${-h * 0.5}h${h * 0.05}q${-h * 0.015} ${h * 0.3} ${h * 0.005} ${h * 0.5}z`,
      trunk,
    ) +
    circle(x, cy, r * 0.8, dark) +
    crown(13, 0.78, 0.36, 0, 0, dark) +
    crown(11, 0.6, 0.26, side * r * 0.14, -r * 0.14, mid) +
    crown(6, 0.3, 0.26, side * r * 0.16, -r * 0.16, mid) +
    crown(8, 0.5, 0.15, side * r * 0.3, -r * 0.34, light) +
    crown(5, 0.22, 0.15, side * r * 0.32, -r * 0.36, light)
  );
}

/** Blades of grass along a line. */
export function grass(rnd, land, { from = 0, to = W, gap = 40, tall = 50, fill }) {
  let d = "";
  for (let x = from; x < to; x += rnd.in(gap * 0.3, gap * 1.6)) {
    for (let blade = 0; blade < 4; blade++) {
      const foot = x + rnd.in(-8, 8);
      const lean = rnd.in(-20, 20);
      const h = rnd.in(tall * 0.4, tall);
      d += `M${points([[foot, land.y(foot) + 6]])}q${lean * 0.2} ${-h * 0.6} ${lean} ${-h}q${-lean * 0.5} ${h * 0.5} ${6 - lean} ${h}z`;
    }
  }
  return path(d, fill);
}

export function birds(rnd, x, y, count, colour, size = 16) {
  let d = "";
  for (let bird = 0; bird < count; bird++) {
    const s = size * rnd.in(0.7, 1.1);
    d += `M${points([[x + rnd.in(0, 240), y + rnd.in(0, 110)]])}q${s / 2} ${-s * 0.55} ${s} ${s * 0.25}q${s * 0.5} ${-s * 0.8} ${s} ${-s * 0.25}`;
  }
  return line(d, colour, 3.2);
}

/** Stars; a few are larger. */
export function stars(rnd, count, bottom, colour = "#fff") {
  let out = "";
  for (let star = 0; star < count; star++) {
    const t = rnd.next();
    out += circle(rnd.in(0, W), rnd.next() ** 1.3 * bottom, t > 0.96 ? 3.2 : t > 0.8 ? 2 : 1.2, colour, `opacity="${t > 0.8 ? 0.95 : 0.6}"`);
  }
  return out;
}

/** Ripples: short level strokes, longer towards the reader. */
export function ripples(rnd, { top, bottom, count, colour, opacity = 0.4, from = 0, to = W, long = 120 }) {
  let d = "";
  for (let at = 0; at < count; at++) {
    const t = rnd.next();
    const len = long * (0.25 + t) * rnd.in(0.4, 1);
    d += `M${points([[rnd.in(from, to) - len / 2, top + (bottom - top) * t]])}h${Math.round(len)}`;
  }
  return line(d, colour, 3.5, `opacity="${opacity}"`);
}

/** A cloud of the steppe: a few long flat lenses, one over another. */
export function cloud(rnd, x, y, wide, fill, opacity = 0.8) {
  let out = "";
  for (let layer = 0; layer < 5; layer++) {
    const half = wide * rnd.in(0.2, 0.5) * (1 - layer * 0.1);
    const h = wide * rnd.in(0.025, 0.045);
    const cx = x + rnd.in(-0.22, 0.22) * wide;
    const cy = y + (layer - 2) * wide * 0.034;
    out += path(
      `M${points([[cx - half, cy]])}c${half * 0.5} ${-h * 1.1} ${half * 1.1} ${-h * 1.5} ${half * 2} 0c${-half * 0.6} ${h * 0.7} ${-half * 1.3} ${h * 0.8} ${-half * 2} 0z`,
      fill,
      `opacity="${0.55 + layer * 0.08}"`,
    );
  }
  return `<g opacity="${opacity}">${out}</g>`;
}

/** Smoke from a chimney, rising and drifting right; `soften` is a blur. */
export function smoke(rnd, x, y, long, fill, opacity, soften) {
  let out = "";
  for (let puff = 0; puff < 16; puff++) {
    const t = puff / 15;
    out += circle(x + long * t * t * 0.9 + rnd.in(-6, 6), y - long * 0.5 * t ** 0.75 + rnd.in(-8, 8) * t, long * (0.03 + 0.09 * t), fill);
  }
  return `<g opacity="${opacity}" ${soften}>${out}</g>`;
}

export function reeds(rnd, { from, to, y, tall, count, stem, head }) {
  let out = "";
  for (let at = 0; at < count; at++) {
    const x = rnd.in(from, to);
    const h = rnd.in(tall * 0.45, tall);
    const lean = rnd.in(-0.16, 0.16) * h;
    out += line(`M${x} ${y}q${lean * 0.1} ${-h * 0.6} ${lean} ${-h}`, stem, 4.5);
    if (rnd.next() < 0.62) out += line(`M${x + lean * 0.9} ${y - h * 0.93}l${lean * 0.16} ${-h * 0.11}`, head, 14);
    else out += path(`M${x} ${y}q${lean} ${-h * 0.4} ${lean * 2.4} ${-h * 0.62}q${-lean * 0.8} ${h * 0.3} ${9 - lean * 2.4} ${h * 0.62}z`, stem);
  }
  return out;
}

/** A heron 200 high, its feet at the origin, facing left. */
export function heron(x, y, scale, body, dark, beak) {
  return place(
    x,
    y,
    scale,
    line("M-2 0l4-62M18 0l-6-58", dark, 4),
    path("M52-66c-14 12-40 16-58 6-12-8-16-24-8-36 14-16 44-10 56 6 6 8 24 22 40 34-12-2-22-4-30-10z", body),
    path("M44-84c8 8 24 22 40 34-18-2-40-6-56-14z", dark),
    line("M-12-86c-22-20 12-44-2-70-4-10-12-14-20-14", body, 11),
    path("M-24-178c-10-4-20 0-22 8l-36 8 38 0c8 4 18 2 22-4 10-2 22 4 34 12-8-14-20-24-36-24z", body),
    path("M-46-170l-38 9 40-2z", beak),
    path("M-30-178c12-4 28 4 42 22-14-10-26-14-40-14z", dark),
    circle(-36, -171, 2.2, dark),
  );
}

const HORSE =
  "M3 25c3-5 8-10 12-14l3-6 2 5c5 4 10 10 16 16 10 4 23 4 34 1 10-1 17 3 18 10 4 7 5 17 2 25l-3-2c1-6 0-10-2-13-1 6-2 10-1 14l2 18h-5l-4-16c-3-4-5-8-6-11-10 3-20 3-27 0-2 6-2 8-2 12v15h-5l-2-17c-1-8-4-12-6-18-4-8-7-14-9-18-4 2-9 3-12 3-3-1-4-2-3-4z";
const GRAZING =
  "M2 74c-2-4 2-9 6-12 4-8 8-18 14-26 6-7 12-10 20-10 9 2 20 2 30 0 10-1 17 3 18 10 4 7 5 17 2 25l-3-2c1-6 0-10-2-13-1 6-2 10-1 14l2 19h-5l-4-17c-3-4-5-8-6-11-10 3-20 3-27 0-2 6-2 8-2 12v16h-5l-2-18c-1-6-3-9-5-13-6 4-10 12-14 20-3 5-6 8-10 9-3 0-5-1-6-3z";

/** A horse 100 long, hooves at y, head up or grazing; a negative scale turns it. */
export function horse(x, y, scale, coat, mane, grazing = false) {
  const far = "M68 48l4 14-2 17h-4l-1-16-4-13zM42 50v14l3 15h-4l-4-16-1-13z";
  return place(
    x,
    y,
    scale,
    group(
      "translate(-50 -79)",
      path(far, mane),
      path(grazing ? GRAZING : HORSE, coat),
      grazing ? line("M14 52c4-8 10-18 20-24", mane, 4) : line("M20 9c5 4 9 10 15 16", mane, 4.5),
      line("M87 36c4 8 5 16 3 25", mane, 4.5),
    ),
  );
}

/** A yurt about 200 across, its foot at the origin. */
export function yurt(art, x, y, scale, { lit = "#fbf3e4", dim = "#c9b8a6", trim = "#b0483c", door = "#9c4a32", glow } = {}) {
  const wall = art.lin(
    [
      [0, lit],
      [0.55, lit],
      [1, dim],
    ],
    true,
  );
  const roof = art.lin(
    [
      [0, lit],
      [0.5, dim],
      [1, "#8d7d74"],
    ],
    true,
  );
  let horns = "";
  for (let at = -84; at <= 84; at += 24)
    horns += `M${at} ${-50 + 12 - (at * at) / 700}v-7c0-7-9-7-9-1s5 4 5 1M${at} ${-57 + 12 - (at * at) / 700}c0-7 9-7 9-1s-5 4-5 1`;
  return place(
    x,
    y,
    scale,
    oval(6, 6, 118, 13, "#000", 'opacity=".16"'),
    path("M-100 0l4-66h192l4 66q-100 14-200 0", wall),
    path("M-105-62q34-60 86-71h38q52 11 86 71-105 15-210 0", roof),
    line("M-92-78Q-50-66 0-66M92-78Q50-66 0-66M-62-104Q-30-96 0-96M62-104Q30-96 0-96", dim, 2, 'opacity=".7"'),
    path("M-99-62q99 15 198 0l1 15q-100 15-200 0z", trim),
    line(horns, "#fff4df", 2),
    path("M-18-130q18-9 36 0l-4-11q-14-8-28 0z", trim),
    path("M-19 7v-58h38v58z", trim),
    path("M-14 7v-52h28v52z", glow ?? door),
    line("M0 6v-50", trim, 2),
  );
}

/** Leaves or snow in the air. */
export function specks(rnd, count, fills, size, { top = 0, bottom = 1067, opacity = 0.8 } = {}) {
  let out = "";
  for (let at = 0; at < count; at++) {
    const r = size * rnd.in(0.4, 1);
    out += oval(
      Math.round(rnd.in(0, W)),
      Math.round(rnd.in(top, bottom)),
      Math.round(r * 10) / 10,
      Math.round(r * 7) / 10,
      rnd.pick(fills),
      `opacity="${opacity}"`,
    );
  }
  return out;
}
