// Open country: mountains at sunrise, a road across the steppe.

import { Art, circle, hills, line, mountains, path, rect, seeded } from "./kit.mjs";
import { birds, cloud, grass, wood } from "./nature.mjs";
import { bus, person } from "./people.mjs";

/** The Alatau at sunrise, two walkers on a ridge. */
export function alatau() {
  const rnd = seeded(11);
  const art = new Art();
  art.sky([0, "#7fa9cf"], [0.3, "#c9cfe0"], [0.45, "#f6d9c4"], [0.58, "#ffe3b8"]);
  art.glow(980, 400, 620, "#ffd28c", 0.85);
  art.add(circle(980, 392, 58, "#fff1cf"));
  art.add(cloud(rnd, 420, 230, 420, "#fff3e6", 0.55), cloud(rnd, 1380, 170, 300, "#fff3e6", 0.45));
  const far = {
    base: 620,
    peaks: [
      { x: 180, h: 210, w: 420 },
      { x: 620, h: 260, w: 420 },
      { x: 1230, h: 230, w: 460 },
      { x: 1560, h: 200, w: 380 },
    ],
  };
  mountains(art, rnd, {
    ...far,
    rough: 12,
    fill: art.lin([
      [0, "#b9bcd6"],
      [1, "#f0d9cf"],
    ]),
    shade: "#8f9cc4",
    shadeOpacity: 0.35,
    snow: { line: 450, colour: "#f7e9e4" },
  });
  const main = {
    base: 760,
    peaks: [
      { x: 60, h: 300, w: 420 },
      { x: 480, h: 420, w: 520 },
      { x: 800, h: 250, w: 330 },
      { x: 1180, h: 350, w: 470 },
      { x: 1520, h: 400, w: 420 },
    ],
  };
  mountains(art, rnd, {
    ...main,
    rough: 18,
    fill: art.lin([
      [0, "#8d94bd"],
      [0.5, "#8fa0c0"],
      [1, "#c9c3cf"],
    ]),
    shade: "#3f5488",
    shadeOpacity: 0.62,
    snow: {
      line: 540,
      colour: art.lin([
        [0, "#ffe9d6"],
        [0.6, "#fdf4f0"],
        [1, "#dfe3ef"],
      ]),
    },
  });
  art.mist(720, 180, "#f7e2d4", 0.75);
  const layers = [
    { level: 720, swing: 38, step: 260, top: "#6f8fae", foot: "#9fb4c4", tall: 62, gap: 15, tree: "#5f82a4" },
    { level: 790, swing: 40, step: 310, top: "#3f6b88", foot: "#7d9eb0", tall: 96, gap: 22, tree: "#355f7c" },
    { level: 880, swing: 34, step: 380, top: "#27506b", foot: "#3f6d80", tall: 150, gap: 40, tree: "#1f465f" },
  ];
  layers.forEach((layer, at) => {
    const land = hills(rnd, layer);
    const open = (x) => (at === 2 ? (Math.abs(x - 830) > 420 ? 1 : 0) : Math.sin(x / 90 + at * 2) > -0.35 ? 0.75 + 0.25 * Math.sin(x / 60) : 0);
    art.add(wood(rnd, land, { gap: layer.gap, tall: layer.tall, fill: layer.tree, where: open }));
    art.add(
      path(
        land.d,
        art.lin([
          [0, layer.top],
          [0.6, layer.foot],
        ]),
      ),
    );
    if (at < 2) art.mist(layer.level + 90, 130, "#e9dcd6", 0.35);
  });
  const near = hills(rnd, { level: 960, swing: 26, step: 420 });
  art.add(wood(rnd, near, { gap: 62, tall: 330, fill: "#0f2c40", where: (x) => (x < 330 || x > 1290 ? 1 : 0) }));
  art.add(
    path(
      near.d,
      art.lin([
        [0, "#17394c"],
        [1, "#0d2534"],
      ]),
    ),
  );
  art.add(grass(rnd, near, { gap: 34, tall: 34, fill: "#17394c" }));
  art.add(
    person(800, near.y(800) + 8, 1.25, { coat: "#c8553d", legs: "#0d2230", bag: "#e0a33f" }),
    person(880, near.y(880) + 8, 1.12, { coat: "#2f7c8c", legs: "#0d2230", bag: "#7d4b3a" }),
  );
  art.add(birds(rnd, 600, 250, 5, "#5d6f96"));
  return art;
}

/** A country bus on a road across the steppe. */
export function road() {
  const rnd = seeded(23);
  const art = new Art();
  art.sky([0, "#8fc0dc"], [0.35, "#d5e4e2"], [0.5, "#fbe8c2"]);
  art.glow(1120, 420, 420, "#ffd98f", 0.75).add(circle(1120, 410, 62, "#fff2cb"));
  art.add(cloud(rnd, 420, 190, 420, "#fff", 0.75), cloud(rnd, 760, 290, 260, "#fff", 0.55), cloud(rnd, 1420, 160, 330, "#fff", 0.65));
  mountains(art, rnd, {
    base: 590,
    peaks: [
      { x: 40, h: 150, w: 340 },
      { x: 340, h: 210, w: 360 },
      { x: 700, h: 150, w: 330 },
      { x: 1330, h: 130, w: 360 },
      { x: 1580, h: 190, w: 330 },
    ],
    rough: 10,
    fill: art.lin([
      [0, "#a9bccb"],
      [1, "#e8dcc2"],
    ]),
    shade: "#7490ad",
    shadeOpacity: 0.4,
    snow: { line: 452, colour: "#fbf6ee" },
  });
  for (const [level, swing, step, top, foot] of [
    [560, 18, 300, "#d8c48d", "#e9d7a3"],
    [600, 20, 380, "#cdb06a", "#dfc37c"],
    [655, 22, 450, "#bf9a4d", "#d2b064"],
  ]) {
    art.add(
      path(
        hills(rnd, { level, swing, step }).d,
        art.lin([
          [0, top],
          [0.5, foot],
        ]),
      ),
    );
  }
  const field = hills(rnd, { level: 722, swing: 10, step: 600 });
  art.add(path("M1060 606q-120 22-40 44t-120 40-40 60h130q-30-34 60-62t0-46 30-36z", "#e8dcc0", 'opacity=".85"'));
  art.add(
    path(
      field.d,
      art.lin([
        [0, "#ab8238"],
        [1, "#7c5a25"],
      ]),
    ),
  );
  let poles = "";
  for (let at = 0; at < 7; at++) {
    const x = 90 + at * 250;
    poles += line(`M${x} 742v-210M${x - 30} 552h60`, "#6a4d2c", 7) + line(`M${x - 24} 546h0M${x + 24} 546h0`, "#f3ead6", 8);
    poles += line(`M${x - 24} 546q125 34 250 0M${x + 24} 546q125 34 250 0`, "#6a4d2c", 2, 'opacity=".7"');
  }
  art.add(poles);
  art.add(
    path(
      "M-10 770H1610V872H-10z",
      art.lin([
        [0, "#73706b"],
        [1, "#55534f"],
      ]),
    ),
    rect(-10, 764, 1620, 8, "#e3d3a6"),
    rect(-10, 870, 1620, 9, "#caa864"),
  );
  art.add(line("M-20 822H1620", "#f6ecd0", 6, 'stroke-dasharray="66 54"'));
  const dust = art.lin(
    [
      [0, "#f4e3bd", 0.75],
      [1, "#f4e3bd", 0],
    ],
    true,
  );
  art.add(path("M930 850q120-70 240-50t240-40 240 70v20z", dust, art.blur(9)));
  art.add(bus(art, 740, 844, 1.55));
  const near = hills(rnd, { level: 930, swing: 18, step: 420 });
  art.add(
    path(
      near.d,
      art.lin([
        [0, "#7c5a25"],
        [1, "#4b3413"],
      ]),
    ),
    grass(rnd, near, { gap: 22, tall: 92, fill: "#6b4c1d" }),
    grass(rnd, near, { gap: 46, tall: 60, fill: "#a67c34" }),
  );
  art.add(birds(rnd, 640, 330, 4, "#6f7f88"));
  return art;
}
