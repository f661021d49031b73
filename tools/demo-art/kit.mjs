// A small drawing kit: seeded chance, smooth land, mountains, SVG fragments. No dependencies.

export const W = 1600;
export const H = 1067;

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    in: (low, high) => low + next() * (high - low),
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}

/** Smooth one-dimensional noise in [-1, 1]. */
export function noise(rnd) {
  const knots = Array.from({ length: 512 }, () => rnd.next() * 2 - 1);
  return (x) => {
    const cell = Math.floor(x);
    const t = x - cell;
    const s = t * t * (3 - 2 * t);
    return knots[cell & 511] * (1 - s) + knots[(cell + 1) & 511] * s;
  };
}

const round = (value) => Math.round(value * 10) / 10;
export const points = (list) => list.map(([x, y]) => `${round(x)} ${round(y)}`).join("L");

/** One picture: definitions and shapes, from back to front. */
export class Art {
  constructor(width = W, height = H) {
    this.width = width;
    this.height = height;
    this.defs = "";
    this.body = "";
    this.count = 0;
  }

  /** Adds raw SVG. */
  add(...parts) {
    this.body += parts.join("");
    return this;
  }

  /** A straight gradient: stops are [offset, colour, opacity?]; across runs left to right. */
  lin(stops, across = false) {
    const id = `g${this.count++}`;
    this.defs += `<linearGradient id="${id}" x2="${across ? 1 : 0}" y2="${across ? 0 : 1}">${stopTags(stops)}</linearGradient>`;
    return `url(#${id})`;
  }

  /** A round gradient. */
  rad(stops) {
    const id = `g${this.count++}`;
    this.defs += `<radialGradient id="${id}">${stopTags(stops)}</radialGradient>`;
    return `url(#${id})`;
  }

  /** A blur of the given size, as a filter attribute. */
  blur(size) {
    const id = `b${size}`.replace(".", "_");
    if (!this.defs.includes(`"${id}"`)) {
      this.defs += `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${size}"/></filter>`;
    }
    return `filter="url(#${id})"`;
  }

  /** A clip to the given path data, as an attribute. */
  clip(d) {
    const id = `g${this.count++}`;
    this.defs += `<clipPath id="${id}"><path d="${d}"/></clipPath>`;
    return `clip-path="url(#${id})"`;
  }

  sky(...stops) {
    return this.add(rect(0, 0, this.width, this.height, this.lin(stops)));
  }

  /** Light that thins out to nothing. */
  glow(x, y, radius, colour, strength = 0.8) {
    const fill = this.rad([
      [0, colour, strength],
      [0.35, colour, strength * 0.4],
      [1, colour, 0],
    ]);
    return this.add(circle(x, y, radius, fill));
  }

  /** A band of mist. */
  mist(y, height, colour, opacity) {
    const fill = this.lin([
      [0, colour, 0],
      [0.5, colour, opacity],
      [1, colour, 0],
    ]);
    return this.add(rect(0, y - height / 2, this.width, height, fill));
  }

  svg() {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${this.width} ${this.height}" width="${this.width}" height="${this.height}"><defs>${this.defs}</defs>${this.body}</svg>`;
  }
}

const stopTags = (stops) =>
  stops
    .map(
      ([offset, colour, opacity]) => `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? "" : ` stop-opacity="${opacity}"`}/>`,
    )
    .join("");

export const rect = (x, y, w, h, fill, more = "") => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
export const circle = (x, y, r, fill, more = "") => `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${more}/>`;
export const oval = (x, y, rx, ry, fill, more = "") => `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
export const path = (d, fill, more = "") => `<path d="${d}" fill="${fill}" ${more}/>`;
export const line = (d, colour, width, more = "") =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const group = (transform, ...parts) => `<g transform="${transform}">${parts.join("")}</g>`;
/** A thing drawn about the origin, put at a place; a negative scale turns it round. */
export const place = (x, y, scale, ...parts) => group(`translate(${round(x)} ${round(y)}) scale(${scale} ${Math.abs(scale)})`, ...parts);

/** Mixes two #rrggbb colours; `part` of the second. */
export function mix(a, b, part) {
  const read = (colour, at) => parseInt(colour.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round(read(a, at) * (1 - part) + read(b, at) * part)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** Rolling land: its height at x, and its outline down to the floor. */
export function hills(rnd, { level, swing, step, rough = 0.12, slope = 0, floor = H }) {
  const wide = noise(rnd);
  const fine = noise(rnd);
  const y = (x) => level + (slope * (x - W / 2)) / W + swing * (wide(x / step + 7) + rough * fine((x / step) * 5));
  const list = [];
  for (let x = -20; x <= W + 20; x += 10) list.push([x, y(x)]);
  return { y, d: `M-20 ${floor}L${points(list)}V${floor}z` };
}

/**
 * A mountain range with a lit and a shaded side. Peaks are {x, h, w}; `light` is the side the sun is on.
 * Snow lies above `snow.line` and reaches down in tongues.
 */
export function mountains(art, rnd, { base, peaks, rough = 14, fill, shade, shadeOpacity = 0.5, snow, light = 1, floor = H }) {
  const coarse = noise(rnd);
  const fine = noise(rnd);
  const tongue = noise(rnd);
  const rise = (x, { x: top, h, w }) => h * Math.max(0, 1 - Math.abs(x - top) / w) ** 1.25;
  const y = (x) => base - Math.max(...peaks.map((peak) => rise(x, peak))) + rough * coarse(x / 46) + rough * 0.45 * fine(x / 15);
  const list = [];
  for (let x = -20; x <= W + 20; x += 5) list.push([x, y(x)]);
  const outline = `M-20 ${floor}L${points(list)}V${floor}z`;
  art.add(path(outline, fill));
  if (snow) {
    const down = (x) => Math.max(y(x), snow.line + 60 * tongue(x / 34) + 34 * fine(x / 9) + 18 * coarse(x / 21));
    const low = list.map(([x]) => [x, down(x)]).reverse();
    art.add(path(`M${points(list)}L${points(low)}z`, snow.colour));
  }
  const clip = art.clip(outline);
  const dim = art.lin([
    [0, shade, shadeOpacity],
    [0.75, shade, shadeOpacity * 0.35],
    [1, shade, 0],
  ]);
  let ribs = "";
  for (const peak of peaks) {
    const top = y(peak.x);
    const away = -light;
    // The shaded face: from the top along the ridge, back along a wandering spine.
    const face = [[peak.x, top - 2]];
    for (let t = 0.06; t <= 1; t += 0.06) face.push([peak.x + away * peak.w * t, y(peak.x + away * peak.w * t) - 2]);
    face.push([peak.x + away * peak.w * 0.6, base + 30]);
    for (let t = 1; t > 0.05; t -= 0.12) {
      face.push([peak.x - away * peak.w * (0.17 * Math.sin(t * 7 + peak.x) * t + rnd.in(-0.04, 0.04)), top + peak.h * t]);
    }
    ribs += path(`M${points(face)}z`, dim);
    // Gullies on the lit face.
    for (let rib = 0; rib < 3; rib++) {
      const x0 = peak.x + light * peak.w * (0.16 + rib * 0.2 + rnd.in(-0.05, 0.05));
      const y0 = y(x0);
      const long = peak.h * rnd.in(0.25, 0.5);
      const lean = light * long * rnd.in(0.1, 0.4);
      ribs += path(
        `M${points([
          [x0, y0],
          [x0 + lean * 0.5 - away * 14, y0 + long * 0.5],
          [x0 + lean, y0 + long],
          [x0 + lean * 0.35 + away * 16, y0 + long * 0.55],
        ])}z`,
        dim,
      );
    }
  }
  art.add(`<g ${clip}>${ribs}</g>`);
  return { y };
}
