// By the water: a lake with a heron, a bridge over a river.

import { Art, circle, H, hills, line, mountains, oval, path, points, rect, seeded, W } from "./kit.mjs";
import { birds, cloud, grass, heron, poplar, reeds, ripples, tree, wood } from "./nature.mjs";
import { bus, person } from "./people.mjs";

/** What stands above the water line, once more and upside down. */
function mirrored(art, above, level, squash, opacity) {
  art.add(`<g transform="matrix(1 0 0 ${-squash} 0 ${level * (1 + squash)})" opacity="${opacity}" ${art.blur(3.5)}>${above}</g>`);
}

/** A lake at evening, a heron among the reeds. */
export function lake() {
  const rnd = seeded(72);
  const art = new Art();
  const shore = 600;
  art.sky([0, "#3f7f95"], [0.3, "#a5cbc6"], [0.48, "#fbe0b0"], [0.57, "#ffcf94"]);
  art.glow(880, 470, 480, "#ffd694", 0.9).add(circle(880, 470, 62, "#fff0c9"));
  art.add(cloud(rnd, 360, 210, 420, "#ffe7cd", 0.5), cloud(rnd, 1290, 260, 380, "#ffe7cd", 0.45));
  const start = art.body.length;
  mountains(art, rnd, {
    base: 610,
    peaks: [
      { x: 20, h: 210, w: 360 },
      { x: 330, h: 290, w: 420 },
      { x: 660, h: 150, w: 290 },
      { x: 1120, h: 190, w: 330 },
      { x: 1430, h: 310, w: 440 },
    ],
    rough: 13,
    fill: art.lin([
      [0, "#6d9aa8"],
      [1, "#dcc9a8"],
    ]),
    shade: "#2f6378",
    shadeOpacity: 0.5,
    snow: { line: 415, colour: "#fdf0dd" },
    floor: shore,
  });
  const far = hills(rnd, { level: 565, swing: 20, step: 260, floor: shore });
  art.add(
    wood(rnd, far, { gap: 22, tall: 48, fill: "#3d7478", where: (x) => (Math.abs(x - 860) > 180 ? 1 : 0) }),
    path(
      far.d,
      art.lin([
        [0, "#3d7478"],
        [1, "#5f8f86"],
      ]),
    ),
  );
  const above = art.body.slice(start);
  art.add(
    rect(
      0,
      shore,
      W,
      H - shore,
      art.lin([
        [0, "#ffd9a0"],
        [0.25, "#b9cfc0"],
        [0.6, "#4f8d9b"],
        [1, "#174a5c"],
      ]),
    ),
  );
  mirrored(art, above, shore, 0.72, 0.42);
  art.add(
    rect(
      0,
      shore,
      W,
      H - shore,
      art.lin([
        [0, "#ffe0b0", 0.1],
        [0.5, "#2d6f82", 0.35],
        [1, "#123f50", 0.75],
      ]),
    ),
  );
  art.add(rect(0, shore - 2, W, 4, "#fff0cf", 'opacity=".6"'));
  let sun = "";
  for (let row = 0; row < 15; row++) {
    const half = (20 + row * 8) * rnd.in(0.5, 1);
    sun += `M${points([[880 + rnd.in(-18, 18) - half, 612 + row * 22 + row * row * 0.5]])}h${Math.round(half * 2)}`;
  }
  art.add(line(sun, "#ffe6b4", 7, 'opacity=".8"'), ripples(rnd, { top: 640, bottom: 1000, count: 22, colour: "#d9efe6", opacity: 0.32 }));
  art.add(birds(rnd, 1020, 250, 6, "#2f5f70"));
  const duck = (x, y, s) =>
    path(
      `M${x} ${y}q${14 * s} ${12 * s} ${44 * s} ${4 * s}q${8 * s} ${-4 * s} ${12 * s} ${-10 * s}q${-14 * s} ${4 * s} ${-30 * s} 0q${-8 * s} ${-2 * s} ${-10 * s} ${-12 * s}a${7 * s} ${7 * s} 0 0 0 ${-13 * s} ${-3 * s}l${-8 * s} ${4 * s}l${8 * s} ${2 * s}q0 ${8 * s} ${-3 * s} ${15 * s}z`,
      "#1d4654",
    );
  art.add(duck(1130, 720, 1), duck(1215, 742, 1.15), duck(1060, 752, 0.9));
  art.add(oval(620, 905, 74, 9, "#cfe6df", 'opacity=".35"'), heron(620, 905, 1.7, "#dfe8e8", "#35596b", "#e8a23f"));
  const bank = hills(rnd, { level: 1010, swing: 20, step: 380 });
  art.add(
    reeds(rnd, { from: -20, to: 420, y: 1040, tall: 620, count: 24, stem: "#1c4a4a", head: "#5a3320" }),
    reeds(rnd, { from: 1240, to: 1620, y: 1040, tall: 560, count: 20, stem: "#143e42", head: "#4d2b1b" }),
  );
  art.add(reeds(rnd, { from: 420, to: 560, y: 1050, tall: 260, count: 9, stem: "#1c4a4a", head: "#5a3320" }));
  art.add(path(bank.d, "#0f3036"), grass(rnd, bank, { gap: 60, tall: 80, fill: "#0f3036" }));
  return art;
}

/** One arch of the bridge. */
const arch = (x, span, top, foot) => `M${x} ${foot}V${foot - 40}A${span / 2} ${span / 2.5} 0 0 1 ${x + span} ${foot - 40}V${foot}z`;

/** An arched bridge over a river in autumn, a bus on it. */
export function bridge() {
  const rnd = seeded(83);
  const art = new Art();
  const level = 742;
  art.sky([0, "#8fb9d6"], [0.4, "#e5eae4"], [0.6, "#fbe6c4"]);
  art.glow(420, 270, 380, "#ffe6b0", 0.8).add(circle(420, 270, 54, "#fff4d2"));
  art.add(cloud(rnd, 1130, 180, 460, "#fff", 0.75), cloud(rnd, 760, 290, 260, "#fff", 0.5));
  const start = art.body.length;
  mountains(art, rnd, {
    base: 640,
    light: -1,
    peaks: [
      { x: 120, h: 190, w: 360 },
      { x: 560, h: 250, w: 420 },
      { x: 940, h: 200, w: 340 },
      { x: 1330, h: 320, w: 460 },
    ],
    rough: 12,
    fill: art.lin([
      [0, "#9db4c9"],
      [1, "#e2dcc9"],
    ]),
    shade: "#5f83a6",
    shadeOpacity: 0.45,
    snow: { line: 460, colour: "#fcf9f3" },
    floor: level,
  });
  const far = hills(rnd, { level: 640, swing: 20, step: 300, floor: level });
  art.add(
    path(
      far.d,
      art.lin([
        [0, "#a5a878"],
        [1, "#c9bf86"],
      ]),
    ),
  );
  const bank = hills(rnd, { level: 664, swing: 8, step: 300, floor: level });
  for (let x = -20; x < W + 40; x += rnd.in(44, 78)) {
    const warm = rnd.pick([
      ["#a4502a", "#cf7f35", "#eab355"],
      ["#8f6a26", "#c79a3a", "#e8c868"],
      ["#6d7a3a", "#98a24d", "#c3c26c"],
    ]);
    art.add(
      rnd.next() < 0.3
        ? poplar(rnd, x, bank.y(x) + 14, rnd.in(190, 270), warm[1], warm[2])
        : tree(rnd, x, bank.y(x) + 16, rnd.in(130, 210), warm, "#5d4029"),
    );
  }
  art.add(
    path(
      bank.d,
      art.lin([
        [0, "#8d8447"],
        [1, "#6f6a3a"],
      ]),
    ),
  );
  const stone = art.lin([
    [0, "#e9ddc6"],
    [1, "#b9a588"],
  ]);
  let holes = "";
  for (let at = 0; at < 5; at++) holes += arch(150 + at * 268, 228, 0, level);
  art.add(path(`M-10 596Q800 548 1610 596V${level}H-10z${holes}`, stone, 'fill-rule="evenodd"'));
  let ribs = "";
  for (let at = 0; at < 5; at++) ribs += arch(150 + at * 268, 228, 0, level).replace(/z$/, "");
  art.add(line(ribs, "#9c8767", 7), line("M-10 596Q800 548 1610 596", "#8f7a5b", 12), line("M-10 572Q800 524 1610 572", "#6f5f49", 6));
  let posts = "";
  for (let x = 0; x <= W; x += 32) {
    const y = 572 - 24 * (1 - ((x - 800) / 810) ** 2);
    posts += `M${points([[x, y]])}v24`;
  }
  art.add(line(posts, "#6f5f49", 3.5));
  for (const x of [284, 552, 820, 1088, 1356]) {
    const y = 570 - 24 * (1 - ((x - 800) / 810) ** 2);
    art.add(line(`M${x} ${y}v-92q0-14 22-14`, "#54483a", 5), circle(x + 25, y - 104, 8, "#ffe3a0"));
  }
  const carried = `<g transform="rotate(-.6 980 560)">${bus(art, 980, 566, 0.62, { stripe: "#c8553d" })}</g>`;
  art.add(
    carried,
    line("M-10 574Q800 526 1610 574", "#6f5f49", 5),
    person(640, 556, 0.62, { coat: "#2f6f8a" }),
    person(672, 556, 0.58, { coat: "#c8553d" }),
    line("M560 555h160", "#6f5f49", 5),
  );
  const above = art.body.slice(start);
  art.add(
    rect(
      0,
      level,
      W,
      H - level,
      art.lin([
        [0, "#d6dccb"],
        [0.5, "#6f9bb0"],
        [1, "#2d5f7c"],
      ]),
    ),
  );
  art.add(`<g ${art.clip(`M0 ${level}H${W}V${H}H0z`)}>`);
  mirrored(art, above, level, 0.9, 0.5);
  art.add(
    "</g>",
    rect(
      0,
      level,
      W,
      H - level,
      art.lin([
        [0, "#e5e2cf", 0.12],
        [0.6, "#3f7391", 0.42],
        [1, "#234f6b", 0.85],
      ]),
    ),
  );
  art.add(ripples(rnd, { top: level + 12, bottom: 1040, count: 55, colour: "#f4f1e2", opacity: 0.38, long: 170 }));
  const front = hills(rnd, { level: 1020, swing: 22, step: 520, slope: 0 });
  art.add(
    path(front.d, "#4d4a26"),
    grass(rnd, front, { gap: 32, tall: 80, fill: "#4d4a26" }),
    grass(rnd, front, { gap: 50, tall: 60, fill: "#8d7a37" }),
  );
  return art;
}
