// In town: roofs and a train, a school.

import { Art, circle, H, hills, line, mix, mountains, oval, path, place, rect, seeded, W } from "./kit.mjs";
import { birds, cloud, grass, poplar, specks, tree, wood } from "./nature.mjs";
import { person, train } from "./people.mjs";

/** A gabled house; x is its left, y its foot. */
function house(rnd, x, y, w, { wall, roof, light, front }) {
  const h = w * rnd.in(0.5, 0.68);
  const rise = w * rnd.in(0.34, 0.46);
  const eave = w * 0.07;
  const dark = mix(roof, "#1d2430", 0.3);
  const pane = (px, py, lit) =>
    rect(px - 2, py - 2, w * 0.15 + 4, w * 0.2 + 4, mix(wall, "#ffffff", 0.45)) +
    rect(px, py, w * 0.15, w * 0.2, lit ? light : "#52707f") +
    line(`M${px + w * 0.075} ${py}v${w * 0.2}M${px} ${py + w * 0.09}h${w * 0.15}`, mix(wall, "#ffffff", 0.45), 2);
  let out = "";
  const chimney = x + w * rnd.in(0.58, 0.75);
  out += rect(chimney, y - h - rise * 0.95, w * 0.1, rise * 0.8, "#a0604a") + rect(chimney - 3, y - h - rise * 0.95, w * 0.1 + 6, 6, "#7d4636");
  if (front) {
    out += path(`M${x} ${y}V${y - h}L${x + w / 2} ${y - h - rise}L${x + w} ${y - h}V${y}z`, wall);
    out += path(`M${x} ${y}V${y - h}L${x + w / 2} ${y - h - rise}V${y}z`, "#fff", 'opacity=".12"');
    out += line(`M${x - eave} ${y - h + eave * 0.9}L${x + w / 2} ${y - h - rise}L${x + w + eave} ${y - h + eave * 0.9}`, roof, w * 0.085);
    out += circle(x + w / 2, y - h - rise * 0.3, w * 0.07, mix(wall, "#ffffff", 0.5)) + circle(x + w / 2, y - h - rise * 0.3, w * 0.05, light);
  } else {
    out += rect(x, y - h, w, h, wall);
    out += path(`M${x - eave} ${y - h + 3}L${x + w * 0.13} ${y - h - rise}H${x + w * 0.87}L${x + w + eave} ${y - h + 3}z`, roof);
    let tiles = "";
    for (let row = 1; row < 3; row++)
      tiles += `M${x + w * 0.13 - ((w * 0.13 + eave) * row) / 4} ${y - h - rise + (rise * row) / 4}H${x + w * 0.87 + ((w * 0.13 + eave) * row) / 4}`;
    out += line(tiles, dark, 2.5, 'opacity=".5"');
  }
  return out + pane(x + w * 0.17, y - h * 0.72, rnd.next() < 0.6) + pane(x + w * 0.64, y - h * 0.72, rnd.next() < 0.5);
}

function street(rnd, y, wide, colours, fade) {
  let out = "";
  for (let x = -60; x < W + 20;) {
    const w = wide * rnd.in(0.85, 1.3);
    const tone = (colour) => mix(colour, "#c9d4dc", fade);
    out += house(rnd, Math.round(x), y + Math.round(rnd.in(-6, 6)), Math.round(w), {
      wall: tone(rnd.pick(colours.walls)),
      roof: tone(rnd.pick(colours.roofs)),
      light: "#ffd98a",
      front: rnd.next() < 0.45,
    });
    x += w + rnd.in(0, wide * 0.3);
  }
  return out;
}

/** The station: a hall with arched windows and a clock. */
function station(x, y) {
  let windows = "";
  for (const at of [-230, -165, -100, 82, 147, 212])
    windows += path(`M${at} -30v-62a20 20 0 0 1 40 0v62z`, "#ffdf9c") + line(`M${at + 20}-30v-82M${at}-70h40`, "#a98f6b", 3);
  return place(
    x,
    y,
    1,
    path("M-262 0v-150H262V0z", "#efe2c8"),
    path("M-262-26H262V0H-262z", "#d2bd97"),
    path("M-280-146l34-48H246l34 48z", "#3f7d84"),
    rect(-270, -152, 540, 12, "#fbf3e2"),
    windows,
    path("M-52 0v-268H52V0z", "#f6ecd6"),
    path("M0-268H52V0H0z", "#c9b48e", 'opacity=".45"'),
    rect(-62, -276, 124, 14, "#fbf3e2"),
    path("M-60-274Q-30-300 0-392 30-300 60-274z", "#2f6a72"),
    line("M0-392v-34", "#2f6a72", 5),
    circle(0, -428, 6, "#ffd36e"),
    circle(0, -214, 34, "#a98f6b"),
    circle(0, -214, 29, "#fff7e2"),
    line("M0-214v-19M0-214l13 8", "#37332c", 4),
    path("M-28 0v-84a28 28 0 0 1 56 0V0z", "#7d5a3c"),
    line("M0 0v-110", "#efe2c8", 3),
  );
}

/** Roofs of the town, the station, a train coming in. */
export function roofs() {
  const rnd = seeded(101);
  const art = new Art();
  art.sky([0, "#86b6d6"], [0.35, "#dfe6e2"], [0.5, "#fde3bd"]);
  art.glow(500, 300, 420, "#ffdf9f", 0.85).add(circle(500, 300, 56, "#fff2ce"));
  art.add(cloud(rnd, 1100, 150, 520, "#fff", 0.8), cloud(rnd, 240, 180, 380, "#fff", 0.6));
  mountains(art, rnd, {
    base: 560,
    light: -1,
    peaks: [
      { x: 100, h: 200, w: 380 },
      { x: 480, h: 170, w: 330 },
      { x: 830, h: 290, w: 420 },
      { x: 1190, h: 230, w: 380 },
      { x: 1520, h: 300, w: 420 },
    ],
    rough: 12,
    fill: art.lin([
      [0, "#9db5cb"],
      [1, "#e0dccf"],
    ]),
    shade: "#5f83a8",
    shadeOpacity: 0.45,
    snow: { line: 385, colour: "#fcfaf6" },
  });
  const hill = hills(rnd, { level: 525, swing: 18, step: 280 });
  art.add(
    wood(rnd, hill, { gap: 16, tall: 46, fill: "#7fa39a" }),
    path(
      hill.d,
      art.lin([
        [0, "#8fb0a0"],
        [1, "#a9b88f"],
      ]),
    ),
  );
  const colours = {
    walls: ["#f3e6cd", "#e6cfae", "#dcd9cc", "#f0d2b8", "#cfd9d6", "#eadfc4"],
    roofs: ["#b5533f", "#c56b46", "#8f4a41", "#4f7d86", "#7d5a4d", "#a8473c"],
  };
  const trees = (y, count, tall, fade) => {
    let out = "";
    for (let at = 0; at < count; at++) {
      const x = rnd.in(-20, W + 20);
      const tone = (list) => list.map((colour) => mix(colour, "#c9d4dc", fade));
      const greens = tone(["#3f6e4c", "#5f8f52", "#8db565"]);
      out += rnd.next() < 0.4 ? poplar(rnd, x, y, tall * 1.5, greens[0], greens[1]) : tree(rnd, x, y, tall, greens, "#5d4029");
    }
    return out;
  };
  art.add(
    street(rnd, 620, 92, colours, 0.5),
    trees(640, 15, 82, 0.45),
    street(rnd, 690, 118, colours, 0.28),
    trees(712, 12, 105, 0.25),
    street(rnd, 770, 146, colours, 0.08),
    trees(800, 8, 130, 0.05),
  );
  art.add(
    rect(
      0,
      770,
      W,
      300,
      art.lin([
        [0, "#8c8f78"],
        [1, "#5d5a4e"],
      ]),
    ),
    station(1010, 812),
  );
  art.add(rect(0, 808, W, 30, "#d8cfbd"), rect(0, 834, W, 9, "#a3988a"));
  const folk = [
    [690, "#c8553d", "#e0a33f"],
    [735, "#2f6f8a"],
    [1315, "#37506a", "#b0483c"],
    [1370, "#d8a13a"],
    [600, "#5d7d4a"],
  ];
  for (const [x, coat, bag] of folk) art.add(person(x, 830, 0.62, { coat, bag }));
  art.add(
    rect(
      0,
      843,
      W,
      224,
      art.lin([
        [0, "#6f6557"],
        [0.5, "#57503f"],
        [1, "#3a382b"],
      ]),
    ),
  );
  let ties = "";
  for (let x = -10; x < W + 20; x += 34) ties += `M${x} 928l-8 16`;
  art.add(line(ties, "#3c342b", 10), line("M-10 930H1610M-10 942H1610", "#b9b4a8", 4), train(art, 1270, 930, 5));
  const verge = hills(rnd, { level: 1010, swing: 12, step: 380 });
  art.add(path(verge.d, "#3d4a2c"), grass(rnd, verge, { gap: 34, tall: 60, fill: "#3d4a2c" }), birds(rnd, 700, 170, 5, "#5f7788"));
  return art;
}

/** A school among autumn trees, children on their way in. */
export function school() {
  const rnd = seeded(113);
  const art = new Art();
  art.sky([0, "#84b9dc"], [0.5, "#eef0e4"], [0.7, "#fdf0d2"]);
  art.glow(330, 220, 360, "#ffeab4", 0.8).add(circle(330, 220, 50, "#fff6d6"));
  art.add(cloud(rnd, 900, 140, 520, "#fff", 0.85), cloud(rnd, 1400, 240, 360, "#fff", 0.6));
  mountains(art, rnd, {
    base: 600,
    light: -1,
    peaks: [
      { x: 60, h: 230, w: 380 },
      { x: 480, h: 150, w: 300 },
      { x: 1180, h: 170, w: 330 },
      { x: 1520, h: 270, w: 400 },
    ],
    rough: 12,
    fill: art.lin([
      [0, "#a5bfd3"],
      [1, "#e2e4d6"],
    ]),
    shade: "#6a90b2",
    shadeOpacity: 0.42,
    snow: { line: 420, colour: "#fcfbf7" },
  });
  const autumn = [
    ["#a4502a", "#cf7f35", "#eab355"],
    ["#9c6a22", "#d19f38", "#efcf6c"],
    ["#7d3a2a", "#b5563a", "#dc8a54"],
    ["#6d7a3a", "#98a24d", "#c3c26c"],
  ];
  for (let x = -20; x < W + 60; x += rnd.in(70, 110))
    art.add(
      tree(
        rnd,
        x,
        690,
        rnd.in(170, 260),
        rnd.pick(autumn).map((colour) => mix(colour, "#d9dccf", 0.3)),
        "#7d6049",
      ),
    );
  const wall = art.lin([
    [0, "#f4e4c4"],
    [1, "#e8d2aa"],
  ]);
  art.add(
    rect(300, 440, 1000, 300, wall),
    path("M270 446L330 372H1270L1330 446z", "#a8473c"),
    rect(282, 440, 1036, 14, "#fff7e6"),
    rect(300, 580, 1000, 8, "#d9c193"),
    rect(300, 716, 1000, 24, "#b59c72"),
  );
  const pane = art.lin([
    [0, "#cfe5ea"],
    [1, "#6f9fb2"],
  ]);
  for (const y of [480, 612]) {
    for (let at = 0; at < 9; at++) {
      const x = 334 + at * 106;
      if (at === 4) continue;
      art.add(
        rect(x - 6, y - 6, 84, 92, "#fff7e6"),
        rect(x, y, 72, 80, pane),
        line(`M${x + 36} ${y}v80M${x} ${y + 28}h72`, "#fff7e6", 5),
        path(`M${x} ${y}h40l-40 50z`, "#fff", 'opacity=".25"'),
      );
    }
  }
  art.add(
    path("M668 740V396L800 318 932 396V740z", "#fbf0d9"),
    path("M650 404L800 308 950 404l-10 16L800 332 660 420z", "#a8473c"),
    circle(800, 400, 38, "#c9ad7d"),
    circle(800, 400, 32, "#fffaf0"),
    line("M800 400v-20M800 400l14 8", "#37332c", 4.5),
  );
  for (const x of [690, 744, 842, 896])
    art.add(rect(x, 470, 18, 270, "#fffaf0"), rect(x - 5, 464, 28, 12, "#e3cfa5"), rect(x + 11, 476, 7, 264, "#d9c6a0"));
  art.add(
    rect(660, 452, 280, 14, "#fff7e6"),
    path("M768 740V560a32 32 0 0 1 64 0v180z", "#5f7f86"),
    line("M800 740V530", "#e3cfa5", 5),
    path("M640 762l20-24h280l20 24z", "#e3d6bb"),
    path("M616 784l24-22h320l24 22z", "#d2c3a4"),
  );
  art.add(
    path(
      hills(rnd, { level: 744, swing: 2, step: 500 }).d,
      art.lin([
        [0, "#a8a75c"],
        [1, "#6f7a38"],
      ]),
    ),
    path(
      "M640 778H960L1190 1067H410z",
      art.lin([
        [0, "#e6d8bc"],
        [1, "#cdb893"],
      ]),
    ),
  );
  art.add(path("M616 784l24-22h320l24 22z", "#d2c3a4"));
  for (const [x, y, h, tone] of [
    [150, 830, 430, 0],
    [1450, 824, 460, 1],
    [30, 900, 520, 2],
    [1590, 910, 560, 0],
  ])
    art.add(oval(x + 20, y, 130, 16, "#4a4a20", 'opacity=".3"'), tree(rnd, x, y, h, autumn[tone], "#5d4029"));
  const pupils = [
    [760, 850, 1, "#c8553d", "#2f6f8a"],
    [832, 862, 1.05, "#2f6f8a", "#e0a33f"],
    [905, 905, 1.2, "#5d7d4a", "#b0483c"],
    [640, 905, 1.15, "#e0a33f", "#37506a"],
    [700, 950, 1.42, "#7d4a72", "#d8a13a"],
    [1010, 985, 1.5, "#37506a", "#c8553d"],
  ];
  for (const [x, y, s, coat, bag] of pupils)
    art.add(oval(x, y + 2, Math.round(26 * s), 5, "#5d4f38", 'opacity=".35"'), person(x, y, s, { coat, bag, legs: "#2d3340" }));
  let leaves = "";
  for (let at = 0; at < 150; at++) {
    const x = rnd.in(0, W);
    leaves += oval(
      Math.round(x),
      Math.round(rnd.in(800, 1062)),
      8,
      4,
      rnd.pick(["#d98a36", "#b5563a", "#efcf6c", "#a4502a"]),
      `transform="rotate(${Math.round(rnd.in(-20, 20))} ${Math.round(x)} 900)"`,
    );
  }
  return art.add(leaves, specks(rnd, 26, ["#d98a36", "#efcf6c", "#b5563a"], 9, { top: 420, bottom: 800 }));
}
