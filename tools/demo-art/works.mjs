// At work: a factory, greenhouses in the snow.

import { Art, circle, hills, line, mountains, oval, path, place, rect, seeded, W } from "./kit.mjs";
import { birds, cloud, grass, poplar, ripples, smoke, specks, spruce, wood } from "./nature.mjs";
import { person } from "./people.mjs";

/** A small factory at dawn, its light in a pond. */
export function factory() {
  const rnd = seeded(127);
  const art = new Art();
  art.sky([0, "#4f6f9c"], [0.3, "#b59bb5"], [0.5, "#f6b996"], [0.64, "#ffdba0"]);
  art.glow(1160, 560, 520, "#ffd08a", 0.9).add(circle(1160, 560, 66, "#fff0c6"));
  art.add(cloud(rnd, 420, 190, 560, "#f6cdb8", 0.5), cloud(rnd, 1280, 250, 460, "#f9d3b4", 0.55));
  mountains(art, rnd, {
    base: 690,
    peaks: [
      { x: 150, h: 200, w: 380 },
      { x: 600, h: 150, w: 330 },
      { x: 1450, h: 230, w: 400 },
    ],
    rough: 11,
    fill: art.lin([
      [0, "#8a84ab"],
      [1, "#e9b79c"],
    ]),
    shade: "#5f5f92",
    shadeOpacity: 0.4,
  });
  art.add(
    path(
      hills(rnd, { level: 680, swing: 16, step: 320 }).d,
      art.lin([
        [0, "#8f7693"],
        [0.3, "#b58a86"],
      ]),
    ),
  );
  const start = art.body.length;
  for (const [x, top] of [
    [470, 300],
    [580, 356],
  ]) {
    art.add(
      smoke(rnd, x + 20, top - 14, 430, "#f9dcc8", 0.5, art.blur(9)),
      path(
        `M${x} ${top}h38l14 460h-66z`,
        art.lin(
          [
            [0, "#6f4a58"],
            [0.6, "#8f5c5c"],
            [1, "#c98468"],
          ],
          true,
        ),
      ),
      rect(x - 4, top - 4, 46, 14, "#4d3348"),
      rect(x - 2, top + 34, 43, 16, "#f0d9c0"),
      rect(x - 3, top + 84, 46, 16, "#f0d9c0"),
    );
  }
  const wall = art.lin([
    [0, "#5c4460"],
    [1, "#74526a"],
  ]);
  let saw = "M330 800V600";
  let panes = "";
  let slopes = "";
  for (let tooth = 0; tooth < 5; tooth++) {
    const x = 330 + tooth * 140;
    saw += `v-84l140 84`;
    panes += path(`M${x + 10} 536v56h26v-40z`, "#ffd78a");
    slopes += `M${x} 516l140 84`;
  }
  art.add(path(`${saw}V800z`, wall), panes, line(slopes, "#3b2c47", 11));
  for (let at = 0; at < 10; at++)
    art.add(
      rect(354 + at * 68, 640, 48, 74, "#3b2c47"),
      rect(358 + at * 68, 644, 40, 66, at === 3 || at === 8 ? "#b5896f" : "#ffd88c"),
      line(`M${378 + at * 68} 644v66M${358 + at * 68} 676h40`, "#5c4460", 4),
    );
  const steel = art.lin(
    [
      [0, "#54456a"],
      [0.55, "#9a7c88"],
      [1, "#e2ab8c"],
    ],
    true,
  );
  art.add(
    path("M1060 800V590q45-26 90 0v210z", steel),
    path("M1166 800V620q40-24 80 0v180z", steel),
    line("M1062 650q44-18 86 0M1062 710q44-18 86 0M1168 676q38-16 76 0", "#54456a", 4, 'opacity=".6"'),
    line("M1026 640h60M1026 640v160", "#4d3a55", 12),
  );
  art.add(
    path("M150 800V690l90-44 90 44v110z", "#6a4d66"),
    line("M138 694l102-50 102 50", "#3b2c47", 12),
    rect(180, 716, 34, 40, "#ffd88c"),
    rect(254, 716, 40, 84, "#3b2c47"),
  );
  for (const x of [70, 112, 1310, 1352, 1400, 1540]) art.add(poplar(rnd, x, 806, rnd.in(170, 240), "#4a3f55", "#775a66"));
  const above = art.body.slice(start);
  const land = hills(rnd, { level: 792, swing: 3, step: 400, floor: 850 });
  art.add(
    path(land.d, "#4a3a4c"),
    rect(
      0,
      838,
      W,
      240,
      art.lin([
        [0, "#f3bd93"],
        [0.5, "#a9809a"],
        [1, "#3f3a5c"],
      ]),
    ),
  );
  art.add(
    `<g transform="matrix(1 0 0 -.62 0 1352)" opacity=".5" ${art.blur(3)}>${above}</g>`,
    ripples(rnd, { top: 846, bottom: 1040, count: 70, colour: "#ffe0b8", opacity: 0.4, long: 150 }),
  );
  const folk = [
    [880, "#2f3350"],
    [930, "#4d3348"],
    [985, "#37405c"],
    [1285, "#2f3350"],
    [1440, "#4d3348"],
  ];
  for (const [x, coat] of folk) art.add(person(x, 832, 0.72, { coat, legs: "#241f33", skin: "#d9a184" }));
  const near = hills(rnd, { level: 1016, swing: 20, step: 460 });
  return art.add(path(near.d, "#2a2338"), grass(rnd, near, { gap: 28, tall: 80, fill: "#2a2338" }), birds(rnd, 820, 330, 6, "#6a5a80"));
}

/** One greenhouse, its arched end at the origin, its back going off to the right. */
function glasshouse(art, x, y, scale) {
  const shift = [330, -74];
  const end = "M0 0v-96a120 112 0 0 1 240 0V0z";
  const warm = art.lin([
    [0, "#ffe9b0"],
    [0.6, "#ffd27a"],
    [1, "#f2a94e"],
  ]);
  const side = art.lin([
    [0, "#fff3d0"],
    [0.5, "#ffd98c"],
    [1, "#c98a4a"],
  ]);
  let out = oval(330, 30, 420, 70, "#ffcf7d", `opacity=".3" ${art.blur(22)}`);
  out += path("M120-208C196-208 240-158 240-96V0l330-74v-54C570-196 506-236 430-232z", side);
  let ribs = "";
  for (let rib = 1; rib <= 6; rib++) {
    const t = rib / 6;
    const k = 1 - t * 0.14;
    ribs += `M${120 + 318 * t} ${-208 - 24 * t}C${120 + 318 * t + 76 * k} ${-208 - 26 * t} ${240 + shift[0] * t} ${-158 - 40 * t} ${240 + shift[0] * t} ${-96 - 36 * t}V${shift[1] * t}`;
  }
  out += line(`${ribs}M240-96L570-132M216-164L548-198`, "#8a6a4a", 4, 'opacity=".75"');
  out += path("M120-212q120-18 318-26l16 8q-170 6-322 26z", "#f4f8fb") + path(end, warm);
  out +=
    path("M8 0q6-56 28-40 12-40 32-6 10-30 26-6 8-26 20 0 12-34 30 0 14-28 28 2 20-24 30 8 22-6 30 42z", "#4f7d45") +
    path("M10 0q14-30 30-14 20-22 34 2 20-26 36-2 18-22 34 2 22-22 40 0 28-10 46 12z", "#7fa653");
  for (const [fx, fy] of [
    [42, -26],
    [70, -34],
    [98, -20],
    [146, -30],
    [172, -18],
    [204, -26],
  ])
    out += circle(fx, fy, 6, "#d8432f");
  out += line("M0 0v-96a120 112 0 0 1 240 0V0M0-96h240M120 0v-208M60 0v-190M180 0v-190", "#7a5c40", 5);
  return place(x, y, scale, out);
}

/** Greenhouses alight in the snow. */
export function greenhouse() {
  const rnd = seeded(139);
  const art = new Art();
  art.sky([0, "#233f6b"], [0.35, "#5f86ad"], [0.55, "#d6cfd0"], [0.62, "#f4d9bf"]);
  art.add(circle(1250, 200, 44, "#fdf3d6")).glow(1250, 200, 190, "#fdf3d6", 0.5);
  mountains(art, rnd, {
    base: 640,
    light: 1,
    peaks: [
      { x: 80, h: 270, w: 400 },
      { x: 520, h: 190, w: 340 },
      { x: 900, h: 300, w: 430 },
      { x: 1420, h: 280, w: 430 },
    ],
    rough: 14,
    fill: art.lin([
      [0, "#c6d3e2"],
      [1, "#e3dcde"],
    ]),
    shade: "#5f80ab",
    shadeOpacity: 0.6,
    snow: { line: 520, colour: "#f4f6f9" },
  });
  for (const [level, swing, step, top, foot, tall, dark] of [
    [590, 22, 280, "#b5c6d8", "#dbe2ea", 56, "#56789a"],
    [645, 18, 340, "#cfdbe6", "#e9eef2", 92, "#34587c"],
  ]) {
    const land = hills(rnd, { level, swing, step });
    art.add(
      wood(rnd, land, { gap: tall / 3, tall, fill: dark, where: (x) => (Math.sin(x / 120 + level) > -0.1 ? 1 : 0) }),
      path(
        land.d,
        art.lin([
          [0, top],
          [0.5, foot],
        ]),
      ),
    );
  }
  art.add(
    path(
      hills(rnd, { level: 700, swing: 6, step: 420 }).d,
      art.lin([
        [0, "#dfe8f0"],
        [1, "#9fb8d2"],
      ]),
    ),
  );
  art.add(
    rect(1128, 560, 22, 150, "#54606e"),
    smoke(rnd, 1139, 548, 330, "#eef2f6", 0.5, art.blur(9)),
    path("M1040 740v-90l70-40 70 40v90z", "#8a5c4a"),
    path("M1022 656l88-54 88 54-8 8-80-46-80 46z", "#f4f8fb"),
    rect(1066, 676, 34, 36, "#ffd98a"),
    rect(1122, 676, 34, 64, "#54392f"),
  );
  art.add(glasshouse(art, 60, 790, 0.7), glasshouse(art, 500, 790, 0.7), glasshouse(art, 40, 950, 1.14), glasshouse(art, 730, 950, 1.14));
  art.add(
    path("M640 1067C690 990 680 900 668 820L700 816C720 900 760 990 800 1067z", "#b9c9da", 'opacity=".7"'),
    person(700, 990, 1.45, { coat: "#a8473c", legs: "#2a3a52", hair: "#37506a", stride: 9 }),
  );
  const near = hills(rnd, { level: 1018, swing: 18, step: 520 });
  art.add(
    path(
      near.d,
      art.lin([
        [0, "#dce7f2"],
        [1, "#8fabc9"],
      ]),
    ),
  );
  for (const [x, h] of [
    [1500, 560],
    [1590, 420],
    [1420, 330],
    [-10, 380],
  ]) {
    art.add(spruce(seeded(x), x - 7, 1028, h, "#dfe9f2"), spruce(seeded(x), x, 1042, h, "#1f4160"));
  }
  return art.add(specks(rnd, 50, ["#fff"], 6, { opacity: 0.85 }));
}
