// Under lamps and stars: a stadium, an observatory.

import { Art, circle, hills, line, mountains, oval, path, place, rect, seeded, W } from "./kit.mjs";
import { grass, spruce, stars, wood } from "./nature.mjs";
import { person } from "./people.mjs";

/** Floodlights on a mast. */
function floodlight(art, x, top, foot, scale) {
  const w = 150 * scale;
  art.glow(x, top, 330 * scale, "#fff2c8", 0.75);
  let out = line(`M${x - 12 * scale} ${foot}L${x - 5 * scale} ${top}M${x + 12 * scale} ${foot}L${x + 5 * scale} ${top}`, "#131c33", 6 * scale);
  for (let y = top + 70 * scale; y < foot; y += 46 * scale) out += line(`M${x - 8 * scale} ${y}l${16 * scale} ${30 * scale}`, "#131c33", 3 * scale);
  out += rect(x - w / 2, top - 52 * scale, w, 104 * scale, "#131c33");
  for (let row = 0; row < 4; row++)
    for (let at = 0; at < 6; at++) out += circle(x - w / 2 + (15 + at * 24) * scale, top + (-38 + row * 25) * scale, 9.5 * scale, "#fff6d8");
  return art.add(out);
}

/** A stadium under its lights, mountains behind. */
export function stadium() {
  const rnd = seeded(239);
  const art = new Art();
  art.sky([0, "#101d45"], [0.25, "#2f4a86"], [0.45, "#8a7fae"], [0.55, "#f2b79a"]);
  art.add(stars(rnd, 50, 300));
  mountains(art, rnd, {
    base: 590,
    peaks: [
      { x: 120, h: 200, w: 380 },
      { x: 560, h: 260, w: 420 },
      { x: 1010, h: 180, w: 340 },
      { x: 1420, h: 290, w: 430 },
    ],
    rough: 13,
    fill: art.lin([
      [0, "#5c6a9f"],
      [1, "#b58f9f"],
    ]),
    shade: "#2d3f7a",
    shadeOpacity: 0.6,
    snow: { line: 395, colour: "#e3d9e6" },
  });
  art.add(
    path(
      "M-10 470Q800 620 1610 470V760H-10z",
      art.lin([
        [0, "#232c54"],
        [1, "#3d4876"],
      ]),
    ),
    path("M-10 440Q800 596 1610 440V476Q800 628-10 476z", "#dfe3ee"),
    path("M-10 470Q800 622 1610 470v10Q800 632-10 480z", "#8f9bc0"),
  );
  for (let at = 0; at <= 16; at++) {
    const x = at * 100;
    const y = 472 + 76 * (1 - ((x - 800) / 810) ** 2);
    art.add(line(`M${x} ${y}v46`, "#c7cede", 4));
  }
  let crowd = "";
  const shirts = ["#f3e6cd", "#e0a33f", "#c8553d", "#6fb0c4", "#9aa6c9", "#5f6c9a", "#d8dcea"];
  for (let row = 0; row < 6; row++) {
    for (let x = -5 + (row % 2) * 10; x < W; x += 26) {
      if (rnd.next() < 0.25) continue;
      const u = 1 - ((x - 800) / 810) ** 2;
      const y = 534 + row * 34 + u * (72 - row * 13);
      crowd += circle(x + rnd.in(-3, 3), y, 8.5, rnd.pick(shirts));
    }
  }
  art.add(`<g opacity=".55" ${art.blur(1.6)}>${crowd}</g>`, path("M-10 742H1610V790H-10z", "#1d2c55"), rect(0, 742, W, 5, "#8f9bc0"));
  for (let at = 0; at < 8; at++) art.add(rect(at * 204 + 6, 752, 192, 32, ["#2f7c8c", "#c8553d", "#e0a33f", "#37507f"][at % 4]));
  art.add(
    rect(
      0,
      788,
      W,
      290,
      art.lin([
        [0, "#6fae5c"],
        [1, "#2b6a3a"],
      ]),
    ),
  );
  for (let at = -9; at < 9; at += 2) art.add(path(`M${800 + at * 120} 788h120L${800 + (at + 1) * 250} 1067h-250z`, "#fff", 'opacity=".09"'));
  art.add(
    line("M-10 806H1610M800 806V1067", "#f3f6ea", 5, 'opacity=".85"'),
    oval(800, 960, 290, 78, "none", 'stroke="#f3f6ea" stroke-width="5" opacity=".85"'),
    circle(800, 960, 7, "#f3f6ea"),
  );
  art.add(line("M-10 850H190L120 990H-10M1610 850H1410L1480 990H1610", "#f3f6ea", 5, 'opacity=".85"'));
  for (const [x, top, scale] of [
    [150, 190, 1.15],
    [1450, 190, 1.15],
    [440, 300, 0.8],
    [1160, 300, 0.8],
  ])
    floodlight(art, x, top, 540, scale);
  const beam = art.lin([
    [0, "#fff6d8", 0.3],
    [1, "#fff6d8", 0],
  ]);
  art.add(path("M90 190L210 190 1000 1000 300 1050z", beam, art.blur(9)), path("M1390 190L1510 190 1300 1050 600 1000z", beam, art.blur(9)));
  const team = [
    [620, 900, 0.95, "#c8553d", 16],
    [735, 968, 1.2, "#c8553d", 22],
    [905, 930, 1.05, "#f3f0e4", 20],
    [1040, 880, 0.85, "#f3f0e4", 14],
    [470, 985, 1.2, "#f3f0e4", 18],
    [1190, 990, 1.25, "#c8553d", 18],
    [330, 880, 0.82, "#c8553d", 12],
    [1330, 890, 0.85, "#f3f0e4", 14],
  ];
  for (const [x, y, s, coat, stride] of team)
    art.add(oval(x + 14, y + 2, 40 * s, 6, "#123a24", 'opacity=".5"'), person(x, y, s, { coat, legs: "#22305a", stride }));
  return art.add(oval(806, 1001, 20, 5, "#123a24", 'opacity=".5"'), circle(800, 988, 13, "#fff"), path("M800 981l7 5-3 8h-8l-3-8z", "#2a3350"));
}

/** An observatory dome, 300 wide, its foot at the origin. */
function dome(art, x, y, scale, open) {
  const wall = art.lin(
    [
      [0, "#e3e6f2"],
      [0.5, "#9aa5c9"],
      [1, "#4d5a8c"],
    ],
    true,
  );
  const cap = art.lin(
    [
      [0, "#f4f5fb"],
      [0.45, "#aab4d6"],
      [1, "#48558a"],
    ],
    true,
  );
  return place(
    x,
    y,
    scale,
    path("M-136 40V-120H136V40z", wall),
    path("M-150-112a150 156 0 0 1 300 0z", cap),
    line("M-98-112q4-90 62-140M98-112q-2-90-58-142", "#7d89b5", 3, 'opacity=".7"'),
    open
      ? path("M-4-268q62 34 80 156h-58q-6-92-50-153z", "#1a2146") +
          path("M22-190l54-86 22 14-50 92z", "#d6dcef") +
          line("M68-290l40 26", "#8a96c2", 12) +
          path("M-4-268q36 26 56 100l8 56h-42q-6-92-50-153z", "#ffcf7d", 'opacity=".4"')
      : "",
    rect(-158, -120, 316, 18, "#5a679b"),
    rect(-158, -120, 316, 5, "#c3cbe4"),
    rect(-26, -46, 52, 86, "#2a3360"),
    rect(-20, -40, 40, 80, "#ffd58a"),
    rect(-98, -64, 34, 34, "#ffd58a"),
    rect(66, -64, 34, 34, "#39447a"),
  );
}

/** Domes on a ridge under the Milky Way. */
export function observatory() {
  const rnd = seeded(251);
  const art = new Art();
  art.sky([0, "#0a1030"], [0.4, "#1d2c63"], [0.65, "#4a5a9a"], [0.8, "#9a8fb5"]);
  let way = "";
  for (let at = 0; at < 46; at++) {
    const t = at / 45;
    way += oval(
      Math.round(200 + 1250 * t + rnd.in(-60, 60)),
      Math.round(820 - 900 * t + rnd.in(-50, 50)),
      Math.round(rnd.in(50, 120)),
      Math.round(rnd.in(26, 60)),
      rnd.pick(["#8f9ce0", "#b59ad6", "#c9d3f5"]),
      'opacity=".16" transform="rotate(0)"',
    );
  }
  art.add(`<g ${art.blur(26)}>${way}</g>`, stars(rnd, 330, 760));
  let dust = "";
  for (let at = 0; at < 260; at++) {
    const t = rnd.next();
    dust += circle(
      200 + 1250 * t + rnd.in(-1, 1) * rnd.in(0, 110),
      820 - 900 * t + rnd.in(-1, 1) * rnd.in(0, 110),
      rnd.in(0.7, 1.8),
      "#fff",
      'opacity=".75"',
    );
  }
  art.add(
    dust,
    path(
      "M470 150L250 236l222-78z",
      art.lin(
        [
          [0, "#fff", 0],
          [1, "#fff", 0.95],
        ],
        true,
      ),
    ),
    circle(471, 154, 4.5, "#fff"),
  );
  mountains(art, rnd, {
    base: 800,
    light: -1,
    peaks: [
      { x: 80, h: 220, w: 380 },
      { x: 520, h: 170, w: 340 },
      { x: 1080, h: 200, w: 360 },
      { x: 1500, h: 300, w: 430 },
    ],
    rough: 13,
    fill: art.lin([
      [0, "#4a5a9a"],
      [1, "#6f75ab"],
    ]),
    shade: "#1d2960",
    shadeOpacity: 0.6,
    snow: { line: 640, colour: "#b9c2e6" },
  });
  const wooded = hills(rnd, { level: 800, swing: 26, step: 300 });
  art.add(
    wood(rnd, wooded, { gap: 17, tall: 66, fill: "#2d3b78" }),
    path(
      wooded.d,
      art.lin([
        [0, "#2d3b78"],
        [1, "#232f63"],
      ]),
    ),
  );
  const ridge = hills(rnd, { level: 872, swing: 12, step: 520 });
  art.glow(760, 790, 420, "#ffd58a", 0.35);
  art.add(dome(art, 1110, 850, 0.68, false), dome(art, 760, 858, 1.16, true), dome(art, 420, 856, 0.5, false));
  art.add(
    path(
      ridge.d,
      art.lin([
        [0, "#1b2552"],
        [1, "#0d1330"],
      ]),
    ),
    path("M735 896q-40 60-180 100t-200 80h130q60-50 190-90t120-90z", "#5a679b", 'opacity=".55"'),
  );
  art.add(
    person(900, 905, 0.98, { coat: "#2f3d78", legs: "#0d1330", skin: "#8a7f9f", hair: "#0d1330" }),
    person(955, 908, 0.7, { coat: "#7a4a5f", legs: "#0d1330", skin: "#8a7f9f", hair: "#0d1330" }),
  );
  for (const [x, h] of [
    [40, 330],
    [120, 250],
    [-10, 420],
    [1500, 300],
    [1570, 430],
    [1430, 210],
  ])
    art.add(spruce(rnd, x, 1010, h, "#0b1129"));
  const near = hills(rnd, { level: 1000, swing: 20, step: 420 });
  return art.add(path(near.d, "#090e24"), grass(rnd, near, { gap: 26, tall: 50, fill: "#090e24" }));
}
