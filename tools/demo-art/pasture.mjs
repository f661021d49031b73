// Where things grow and graze: an orchard, a summer pasture.

import { Art, circle, hills, line, mix, mountains, oval, path, place, points, seeded, W } from "./kit.mjs";
import { cloud, grass, horse, tree, wood, yurt } from "./nature.mjs";
import { person } from "./people.mjs";

/** One apple tree of the orchard. */
function appleTree(rnd, x, y, h, tone) {
  const greens = ["#2f6238", "#4a8544", "#7cab54"].map((green) => mix(green, "#cfe0cf", tone));
  let out = oval(x + h * 0.08, y + h * 0.01, Math.round(h * 0.42), Math.round(h * 0.07), "#1f3d1f", 'opacity=".28"');
  out += tree(rnd, x, y, h, greens, mix("#5d4029", "#cfe0cf", tone), 1);
  for (let apple = 0; apple < 15; apple++) {
    const angle = rnd.in(0, Math.PI * 2);
    const far = Math.sqrt(rnd.next()) * h * 0.34;
    const [ax, ay, r] = [x + Math.cos(angle) * far, y - h * 0.6 + Math.sin(angle) * far * 0.85, Math.max(1.6, h * 0.026)];
    out += circle(ax, ay, r, mix("#cf2f2b", "#e8c9c0", tone)) + circle(ax - r * 0.3, ay - r * 0.35, r * 0.3, "#ffb9a0");
  }
  return out;
}

/** Rows of apple trees under the mountains, a ladder and baskets. */
export function orchard() {
  const rnd = seeded(37);
  const art = new Art();
  art.sky([0, "#8cc3dd"], [0.45, "#e6f0e6"], [0.55, "#fdf1d2"]);
  art.glow(520, 250, 360, "#ffe7a8", 0.8).add(circle(520, 250, 56, "#fff3c4"));
  art.add(cloud(rnd, 1180, 170, 420, "#fff", 0.8), cloud(rnd, 180, 320, 260, "#fff", 0.55));
  mountains(art, rnd, {
    base: 640,
    light: -1,
    peaks: [
      { x: 120, h: 240, w: 400 },
      { x: 470, h: 190, w: 340 },
      { x: 860, h: 350, w: 480 },
      { x: 1240, h: 260, w: 380 },
      { x: 1560, h: 320, w: 420 },
    ],
    rough: 14,
    fill: art.lin([
      [0, "#93b1c9"],
      [1, "#d3e0d6"],
    ]),
    shade: "#4f7aa0",
    shadeOpacity: 0.5,
    snow: { line: 445, colour: "#fbfbf7" },
  });
  art.add(
    path(
      hills(rnd, { level: 575, swing: 22, step: 300 }).d,
      art.lin([
        [0, "#8fb493"],
        [0.4, "#bcd0a4"],
      ]),
    ),
  );
  art.add(
    path(
      hills(rnd, { level: 612, swing: 12, step: 420 }).d,
      art.lin([
        [0, "#8bb06a"],
        [1, "#4f7c38"],
      ]),
    ),
  );
  art.add(
    path(
      "M786 612L560 1067H1090L826 612z",
      art.lin([
        [0, "#c7d68f"],
        [1, "#87ab4d"],
      ]),
    ),
  );
  let strokes = "";
  for (let at = 0; at < 120; at++) {
    const t = rnd.next() ** 1.6;
    strokes += `M${points([[rnd.in(0, W), 640 + t * 420]])}q3 ${-8 - t * 16} ${rnd.in(2, 12)} ${-10 - t * 20}`;
  }
  art.add(line(strokes, "#3f6b2c", 3, 'opacity=".45"'));
  for (let row = 9; row >= 0; row--) {
    const scale = 1 / (0.62 + row * 0.42);
    const y = 604 + 300 * scale;
    const h = 350 * scale;
    const tone = Math.min(0.55, row * 0.06);
    for (const lane of [-3, -2, -1, 1, 2, 3]) {
      const x = 806 + (lane + (lane > 0 ? -0.32 : 0.32)) * 395 * scale;
      if (x > -200 && x < W + 200) art.add(appleTree(rnd, x, y, h * rnd.in(0.94, 1.06), tone));
    }
  }
  art.add(line("M574 1006L640 690M634 1010L668 692M584 962l55 0M592 920l51 0M601 878l47 0M610 836l43 0M619 794l39 0M627 752l35 0", "#8a5a30", 9));
  art.add(
    basket(rnd, 760, 1010, 1),
    basket(rnd, 880, 1030, 1.15),
    person(980, 960, 1.75, { coat: "#d8a13a", legs: "#37506a", hair: "#4a2f22", stride: 5 }),
  );
  return art;
}

function basket(rnd, x, y, scale) {
  let apples = "";
  for (let at = 0; at < 15; at++)
    apples +=
      circle(-46 + (at % 8) * 13, -50 - Math.floor(at / 8) * 11 + rnd.in(-4, 4), 11, rnd.pick(["#cf2f2b", "#dd4a36", "#b82a2c"])) +
      circle(-49 + (at % 8) * 13, -54 - Math.floor(at / 8) * 11, 3, "#ffb9a0");
  return place(
    x,
    y,
    scale,
    oval(4, 2, 62, 9, "#1f3d1f", 'opacity=".35"'),
    apples,
    path("M-60-48h120l-12 48q-48 8-96 0z", "#a9743a"),
    line("M-57-34h114M-53-18h106", "#7d5226", 4),
    line("M-30-46l4 46M0-46v49M30-46l-4 46", "#7d5226", 3),
  );
}

/** A summer pasture: yurts, a herd, a rider's fire. */
export function jailau() {
  const rnd = seeded(51);
  const art = new Art();
  art.sky([0, "#6fb0d6"], [0.4, "#cfe5ea"], [0.55, "#fdf0d4"]);
  art.glow(1180, 240, 380, "#fff0bf", 0.8).add(circle(1180, 230, 54, "#fff7d8"));
  art.add(cloud(rnd, 330, 170, 460, "#fff", 0.85), cloud(rnd, 760, 260, 300, "#fff", 0.6), cloud(rnd, 1480, 330, 260, "#fff", 0.5));
  mountains(art, rnd, {
    base: 640,
    peaks: [
      { x: 60, h: 260, w: 380 },
      { x: 430, h: 350, w: 470 },
      { x: 790, h: 220, w: 330 },
      { x: 1060, h: 280, w: 380 },
      { x: 1480, h: 370, w: 480 },
    ],
    rough: 15,
    fill: art.lin([
      [0, "#8fb0c6"],
      [1, "#c7dccb"],
    ]),
    shade: "#47769b",
    shadeOpacity: 0.52,
    snow: { line: 450, colour: "#fcfdfb" },
  });
  const slopes = [
    [570, 34, 300, "#6f9f8c", "#94bb95", 46, "#4f8478"],
    [630, 34, 380, "#5f9a63", "#8bb86c", 84, "#35705a"],
  ];
  for (const [level, swing, step, top, foot, tall, dark] of slopes) {
    const land = hills(rnd, { level, swing, step });
    art.add(
      wood(rnd, land, { gap: tall / 4, tall, fill: dark, where: (x) => (Math.sin(x / 110 + level) > 0.1 ? 0.9 : 0) }),
      path(
        land.d,
        art.lin([
          [0, top],
          [0.45, foot],
        ]),
      ),
    );
  }
  const meadow = hills(rnd, { level: 735, swing: 20, step: 460 });
  art.add(
    path(
      meadow.d,
      art.lin([
        [0, "#86b556"],
        [1, "#4d8238"],
      ]),
    ),
  );
  const smoke = art.lin([
    [0, "#fff", 0],
    [1, "#fff", 0.75],
  ]);
  art.add(line(`M640 596c-30-50 40-70 8-130s50-70 20-150`, smoke, 16, art.blur(4)));
  art.add(yurt(art, 330, 742, 0.92, { trim: "#9c4a3c" }), yurt(art, 960, 738, 0.98, { trim: "#2f6f8a" }), yurt(art, 640, 790, 1.5));
  art.add(person(850, 800, 0.95, { coat: "#b0483c", legs: "#3a2a22" }), person(905, 806, 0.66, { coat: "#e0a33f", legs: "#37506a" }));
  const near = hills(rnd, { level: 880, swing: 20, step: 520 });
  art.add(
    path(
      near.d,
      art.lin([
        [0, "#5d943f"],
        [1, "#2f5f2a"],
      ]),
    ),
  );
  art.add(
    horse(1180, 850, 1.5, "#8a4f2b", "#3b2216"),
    horse(1370, 880, 1.7, "#e9dcc6", "#b59f83", true),
    horse(1100, 935, -2.3, "#5b3420", "#26150d", true),
    horse(1395, 985, 2.2, "#b0713b", "#4a2a17"),
    horse(330, 935, -1.9, "#3f2a20", "#1d120c"),
    horse(500, 960, -1.25, "#a5683a", "#4a2a17"),
  );
  const front = hills(rnd, { level: 1010, swing: 14, step: 420 });
  art.add(path(front.d, "#2a5527"), grass(rnd, front, { gap: 20, tall: 62, fill: "#2a5527" }));
  let flowers = "";
  for (let at = 0; at < 90; at++)
    flowers += circle(rnd.in(0, W), rnd.in(905, 1060), rnd.in(3, 6), rnd.pick(["#f6e27a", "#f3f0e4", "#d85f6c", "#a98ad0"]));
  art.add(flowers);
  return art;
}
