// Two drawn figures for the text: a map of a trail and a cross-section of a shelter belt. No words, digits only.

import { Art, circle, hills, line, oval, path, place, points, rect, seeded } from "./kit.mjs";
import { grass, poplar, reeds, ripples, spruce, tree } from "./nature.mjs";

/** Digits as strokes, 10 by 16 about their middle, so that no font decides how they look. */
const DIGITS = {
  1: "M-3-5L1-8V8",
  2: "M-5-4q0-4 5-4t5 4q0 3-4 6l-6 6H5",
  3: "M-4-6q2-2 4-2 5 0 5 4t-6 4q6 0 6 4t-5 4q-3 0-5-2",
  4: "M3 8V-8L-6 4H6",
  5: "M4-8H-3L-4-1q2-2 4-2 5 0 5 5t-5 6q-3 0-5-2",
  6: "M3-8q-8 3-8 11 0 5 5 5t5-5-5-5q-3 0-5 3",
};

/** A smooth line through points (Catmull-Rom as cubics). */
function through(list) {
  let d = `M${list[0].join(" ")}`;
  for (let at = 0; at < list.length - 1; at++) {
    const [a, b, c, e] = [list[at - 1] ?? list[at], list[at], list[at + 1], list[at + 2] ?? list[at + 1]];
    const n = (value) => Math.round(value * 10) / 10;
    d += `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (e[0] - b[0]) / 6)} ${n(c[1] - (e[1] - b[1]) / 6)} ${c[0]} ${c[1]}`;
  }
  return d;
}

/** A closed wobbling ring, as contour lines are. */
function ring(rnd, x, y, rx, ry) {
  const list = [];
  const [a, b] = [rnd.in(0, 6), rnd.in(0, 6)];
  for (let at = 0; at < 40; at++) {
    const angle = (at / 40) * Math.PI * 2;
    const k = 1 + 0.09 * Math.sin(angle * 3 + a) + 0.05 * Math.sin(angle * 5 + b);
    list.push([x + Math.cos(angle) * rx * k, y + Math.sin(angle) * ry * k]);
  }
  return `M${points(list)}z`;
}

const cottage = (x, y, scale, roof) =>
  place(
    x,
    y,
    scale,
    oval(2, 1, 34, 6, "#5d6b3f", 'opacity=".3"'),
    rect(-24, -26, 48, 26, "#fbf3e2"),
    path("M-31-24L-18-46H18L31-24z", roof),
    rect(-15, -18, 10, 10, "#6f9fb2"),
    rect(5, -18, 11, 18, "#8a5a3c"),
    rect(8, -54, 7, 14, "#8a5a4a"),
  );

/** A map of a trail from a village to a lake, six numbered stops. */
export function map() {
  const rnd = seeded(401);
  const art = new Art(1200, 750);
  art.add(
    rect(
      0,
      0,
      1200,
      750,
      art.lin([
        [0, "#e4e7c9"],
        [1, "#eee6c6"],
      ]),
    ),
  );
  const tops = [
    [330, 190, 250, 150],
    [700, 560, 270, 130],
    [660, 150, 170, 100],
  ];
  const tints = ["#d8deb4", "#ccd6a6", "#c2cc9a", "#d3c79a", "#dcc9a4"];
  for (const [x, y, rx, ry] of tops) {
    for (let at = 0; at < 5; at++) {
      const k = 1 - at * 0.19;
      const d = ring(rnd, x + at * 4, y - at * 3, rx * k, ry * k);
      art.add(path(d, tints[at]), line(d, "#a9a878", 1.6, 'opacity=".75"'));
    }
  }
  const river = through([
    [410, -20],
    [470, 90],
    [500, 220],
    [430, 330],
    [470, 440],
    [400, 560],
    [300, 640],
    [260, 780],
  ]);
  art.add(line(river, "#8fb7c4", 20), line(river, "#b5d6dd", 13));
  const lake = ring(seeded(9), 985, 215, 165, 105);
  art.add(
    line(lake, "#d9cf9f", 16),
    path(
      lake,
      art.lin([
        [0, "#9ccbd6"],
        [1, "#6fa9bd"],
      ]),
    ),
    line(ring(seeded(9), 985, 215, 140, 86), "#c4e2e6", 2.5, 'opacity=".8"'),
    line(ring(seeded(9), 985, 215, 112, 66), "#c4e2e6", 2, 'opacity=".6"'),
  );
  const feeder = through([
    [1100, 150],
    [1150, 90],
    [1210, 60],
  ]);
  art.add(
    line(feeder, "#8fb7c4", 11),
    line(feeder, "#b5d6dd", 7),
    ripples(rnd, { top: 170, bottom: 270, from: 890, to: 1080, count: 12, colour: "#eef7f5", opacity: 0.8, long: 30 }),
  );
  for (const [x, y, s] of [
    [300, 165, 1],
    [372, 190, 1.25],
    [640, 138, 0.95],
  ])
    art.add(
      place(
        x,
        y,
        s,
        path("M-46 24L-6-44 10-20 20-30 52 24z", "#a3a69a"),
        path("M-6-44L10-20 20-30 52 24H4l6-26z", "#7f877f"),
        path("M-6-44L4-29-4-22-10-26-16-18-19-22z", "#fbfaf2"),
      ),
    );
  const groves = [
    [560, 320, 12],
    [640, 400, 14],
    [860, 430, 16],
    [180, 420, 12],
    [1060, 470, 14],
    [540, 640, 10],
    [790, 300, 9],
    [1010, 620, 12],
    [150, 90, 10],
  ];
  const trees = [];
  for (const [x, y, count] of groves) for (let at = 0; at < count; at++) trees.push([x + rnd.in(-62, 62), y + rnd.in(-34, 34)]);
  trees.sort((a, b) => a[1] - b[1]);
  const stops = [
    [205, 585],
    [392, 492],
    [575, 470],
    [742, 455],
    [800, 345],
    [862, 262],
  ];
  const trail = [[150, 640], ...stops.slice(0, 2), [470, 478], stops[2], [660, 500], ...stops.slice(3), [868, 256]];
  const near = ([x, y]) => trail.some(([tx, ty]) => Math.abs(tx - x) < 42 && Math.abs(ty - y) < 46);
  for (const [x, y] of trees.filter((spot) => !near(spot)))
    art.add(
      oval(Math.round(x + 3), Math.round(y), 9, 3, "#5d6b3f", 'opacity=".3"'),
      spruce(rnd, x, y, rnd.in(30, 44), rnd.pick(["#5f8a5a", "#4f7a55", "#6f965c"])),
    );
  const fields = [
    ["M60 700L40 610 120 590 135 672z", "#dfc87f"],
    ["M20 560L110 540 116 580 36 602z", "#c9c57a"],
  ];
  for (const [d, fill] of fields) art.add(path(d, fill), line(d, "#b09a55", 1.6));
  for (const [x, y, s, roof] of [
    [120, 652, 0.95, "#b5533f"],
    [196, 662, 1.05, "#c56b46"],
    [88, 704, 1.1, "#4f7d86"],
    [164, 716, 1.15, "#a8473c"],
    [240, 708, 0.95, "#b5533f"],
  ])
    art.add(cottage(x, y, s, roof));
  art.add(
    `<g transform="translate(434 484) rotate(-8)">${rect(-26, -15, 52, 30, "#c49a62")}${line("M-26-15H26M-26 15H26", "#7d5a34", 4)}${line("M-14-14V14M-2-14V14M10-14V14", "#7d5a34", 1.6)}</g>`,
  );
  const d = through(trail);
  art.add(line(d, "#fbf6e4", 10, 'opacity=".85"'), line(d, "#b8412f", 5.5, 'stroke-dasharray="13 12"'));
  for (const [at, [x, y]] of stops.entries()) {
    art.add(
      oval(x + 3, y + 25, 20, 6, "#3a3a22", 'opacity=".3"'),
      circle(x, y, 24, "#fbf9f0"),
      circle(x, y, 20, "#0f6480"),
      `<g transform="translate(${x} ${y}) scale(1.12)">${line(DIGITS[at + 1], "#fff", 3)}</g>`,
    );
  }
  art.add(
    place(
      1010,
      236,
      0.7,
      path("M-60 0q60 22 120 0-8 26-30 26h-60q-22 0-30-26z", "#8a5a3c"),
      line("M0 2V-70", "#6a4228", 4),
      path("M3-68q44 24 40 56H3z", "#fbf6e4"),
    ),
  );
  art.add(
    place(
      1110,
      640,
      1,
      circle(0, 0, 50, "#fbf9f0", 'opacity=".9"'),
      circle(0, 0, 50, "none", 'stroke="#8d8a5f" stroke-width="2.5"'),
      path("M0-42L11 0H-11z", "#b8412f"),
      path("M0 42L11 0H-11z", "#6b6a55"),
      circle(0, 0, 4, "#fbf9f0"),
      line("M-42 0h8M34 0h8", "#8d8a5f", 3),
    ),
  );
  let bar = "";
  for (let at = 0; at < 4; at++) bar += rect(830 + at * 45, 696, 45, 9, at % 2 ? "#fbf9f0" : "#55543f");
  art.add(
    bar,
    rect(830, 696, 180, 9, "none", 'stroke="#55543f" stroke-width="2"'),
    rect(10, 10, 1180, 730, "none", 'stroke="#8d8a5f" stroke-width="3"'),
    rect(18, 18, 1164, 714, "none", 'stroke="#8d8a5f" stroke-width="1.2"'),
  );
  return art;
}

/** Roots under a tree. */
function roots(rnd, x, y, deep, wide) {
  let d = "";
  for (let at = -3; at <= 3; at++)
    d += `M${x} ${y}q${at * wide * 0.1} ${deep * 0.4} ${at * wide * 0.33 + rnd.in(-6, 6)} ${deep * (1 - Math.abs(at) * 0.16)}`;
  return line(d, "#c9a77c", 3.2, 'opacity=".75"');
}

/** A shelter belt in section: field, three rows, river. Arrows show the wind lifted over it. */
export function belt() {
  const rnd = seeded(419);
  const art = new Art(1200, 600);
  const ground = 400;
  art.sky([0, "#bfdce4"], [0.6, "#eef2e4"], [0.7, "#f7f0d8"]);
  art.add(
    path(
      hills(rnd, { level: 350, swing: 14, step: 240, floor: 420 }).d,
      art.lin([
        [0, "#c3d3bd"],
        [1, "#dfe2c4"],
      ]),
    ),
  );
  const wind = (d, colour = "#5f93a8") => line(d, colour, 5, 'opacity=".9"') + arrow(d, colour);
  const arrow = (d, colour) => {
    const numbers = d.match(/-?[\d.]+/g).map(Number);
    const [cx, cy, x, y] = numbers.slice(-4);
    const angle = (Math.atan2(y - cy, x - cx) * 180) / Math.PI;
    return `<path d="M-16-9L2 0-16 9" fill="none" stroke="${colour}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" transform="translate(${x} ${y}) rotate(${Math.round(angle)})"/>`;
  };
  art.add(wind("M30 250C150 250 300 240 420 130"), wind("M30 180C180 180 330 150 500 66"), wind("M30 110C220 110 380 80 560 36"));
  art.add(wind("M700 40C850 60 960 110 1090 140"), wind("M760 100C880 130 980 180 1110 215", "#8fb5c2"));
  const soil = `M-10 ${ground}H880C930 ${ground} 930 470 990 478H1210V610H-10z`;
  art.add(
    path(
      soil,
      art.lin([
        [0, "#9a734a"],
        [0.25, "#8a6440"],
        [1, "#5f432c"],
      ]),
    ),
    path(`M-10 470Q300 452 600 474T1000 520L1210 530V610H-10z`, "#6f4f33", 'opacity=".55"'),
    path("M-10 545Q300 530 640 548T1210 570V610H-10z", "#54391f", 'opacity=".5"'),
  );
  let stones = "";
  for (let at = 0; at < 46; at++)
    stones += oval(
      Math.round(rnd.in(0, 1200)),
      Math.round(rnd.in(490, 595)),
      Math.round(rnd.in(4, 11)),
      Math.round(rnd.in(3, 6)),
      rnd.pick(["#a98b68", "#b59a78", "#7d6246"]),
      'opacity=".7"',
    );
  art.add(stones);
  const rows = [
    [520, 92, 150],
    [650, 118, 180],
    [785, 60, 110],
  ];
  for (const [x, deep, wide] of rows) art.add(roots(rnd, x, ground, deep, wide));
  art.add(
    path(
      "M893 412H1210V610C1210 500 1100 482 990 478 940 474 920 440 893 412z",
      art.lin([
        [0, "#8fc3d0"],
        [1, "#3f7f97"],
      ]),
    ),
    line("M899 412H1210", "#e3f3f2", 3),
    path("M893 412H1210V500Q1080 486 990 478 940 474 893 412z", "#6fb0c2", 'opacity=".35"'),
  );
  art.add(
    ripples(rnd, { top: 424, bottom: 470, from: 960, to: 1190, count: 10, colour: "#e3f3f2", opacity: 0.6, long: 60 }),
    place(1080, 456, 1, path("M-24 0q16-14 36 0l12-9v18l-12-9q-20 14-36 0z", "#dfeaea")),
  );
  let crops = "";
  for (let x = 14; x < 420; x += 26)
    crops += `M${x} ${ground}v-44M${x} ${ground - 10}q-12-4-13-18M${x} ${ground - 10}q12-4 13-18M${x} ${ground - 26}q-9-3-10-14M${x} ${ground - 26}q9-3 10-14`;
  art.add(line(crops, "#6f9a3f", 4));
  for (let x = 14; x < 420; x += 26) art.add(oval(x, ground - 50, 4.5, 11, "#e0b54a"));
  art.add(rect(-10, ground - 4, 900, 8, "#6b8a3f"));
  const greens = ["#3f6e3f", "#5d9150", "#8dba68"];
  art.add(
    tree(rnd, 520, ground, 216, greens, "#6a4a30", -1),
    poplar(rnd, 622, ground, 316, "#3a6a4a", "#6fa566"),
    poplar(rnd, 678, ground, 340, "#35634a", "#67a064"),
  );
  for (const [x, s] of [
    [752, 1],
    [790, 1.2],
    [828, 0.9],
  ])
    art.add(
      circle(x, ground - 28 * s, 30 * s, greens[0]),
      circle(x - 5, ground - 36 * s, 21 * s, greens[1]),
      circle(x - 9, ground - 42 * s, 11 * s, greens[2]),
      circle(x + 9, ground - 24, 4, "#c8402f"),
      circle(x - 8, ground - 18, 4, "#c8402f"),
      circle(x + 1, ground - 38, 4, "#c8402f"),
    );
  art.add(reeds(rnd, { from: 884, to: 936, y: 424, tall: 120, count: 12, stem: "#5f7f43", head: "#6a4228" }));
  const bank = { y: () => ground };
  art.add(grass(rnd, bank, { from: 430, to: 884, gap: 20, tall: 20, fill: "#6b8a3f" }));
  const braces = [
    [10, 424],
    [456, 584],
    [594, 710],
    [722, 866],
    [900, 1190],
  ];
  for (const [from, to] of braces) art.add(line(`M${from} 560v14H${to}v-14`, "#f3e6c8", 3, 'opacity=".9"'));
  for (const [at, x] of [520, 652, 794].entries())
    art.add(circle(x, 540, 15, "#fbf9f0"), `<g transform="translate(${x} 540) scale(.82)">${line(DIGITS[at + 1], "#0f6480", 3.2)}</g>`);
  return art;
}
