// Evenings indoors and out: a library, a stage.

import { Art, circle, H, hills, line, oval, path, points, rect, seeded, W } from "./kit.mjs";
import { stars, tree, wood } from "./nature.mjs";
import { person, reader } from "./people.mjs";

/** Shelves of books, seen through a window. */
function shelves(rnd, x, y, w, h, rows) {
  const step = h / rows;
  let out = "";
  for (let row = 0; row < rows; row++) {
    const foot = y + (row + 1) * step - 7;
    for (let at = x + 4; at < x + w - 10;) {
      const thick = rnd.in(8, 17);
      if (rnd.next() < 0.1) {
        at += thick * 1.6;
        continue;
      }
      const tall = step * rnd.in(0.55, 0.82);
      out += rect(
        Math.round(at),
        Math.round(foot - tall),
        Math.round(thick - 1),
        Math.round(tall),
        rnd.pick(["#a0522f", "#b8763a", "#7d4a34", "#8f6a3a", "#5f6f5a", "#c48a4a", "#94503f"]),
      );
      at += thick;
    }
    out += rect(x, foot, w, 7, "#8a5a30");
  }
  return out;
}

/** A lamp in the street. */
function streetLamp(art, x, y, h) {
  art.glow(x, y - h, 210, "#ffd893", 0.6);
  return art.add(
    line(`M${x} ${y}V${y - h + 26}`, "#14202e", 8),
    rect(x - 12, y - 16, 24, 16, "#14202e"),
    path(`M${x - 15} ${y - h + 28}l-7-44h44l-7 44z`, "#ffe6ae"),
    path(`M${x - 27} ${y - h - 14}L${x} ${y - h - 36}l27 22z`, "#14202e"),
  );
}

/** The town library in the evening, readers at the windows. */
export function library() {
  const rnd = seeded(211);
  const art = new Art();
  art.sky([0, "#14264a"], [0.5, "#37527f"], [0.75, "#8a7f9f"]);
  art.add(stars(rnd, 110, 420), circle(1330, 92, 38, "#f9ecc9")).glow(1330, 92, 170, "#f9ecc9", 0.5);
  const hill = hills(rnd, { level: 640, swing: 26, step: 260 });
  art.add(path(hill.d, "#2b4168"));
  const wall = art.lin([
    [0, "#33425f"],
    [1, "#27344f"],
  ]);
  art.add(
    rect(150, 250, 1300, 620, wall),
    rect(120, 226, 1360, 34, "#40506f"),
    path("M140 226h1320l-40-46H180z", "#1d2942"),
    rect(150, 800, 1300, 70, "#1f2b45"),
  );
  let bricks = "";
  for (let at = 0; at < 90; at++) bricks += `M${points([[rnd.in(160, 1410), Math.round(rnd.in(270, 790) / 16) * 16]])}h${Math.round(rnd.in(18, 40))}`;
  art.add(line(bricks, "#4b5c7d", 3, 'opacity=".45"'));
  const light = art.lin([
    [0, "#ffe2a0"],
    [0.6, "#ffcf7d"],
    [1, "#f0aa58"],
  ]);
  const dark = "#3a2331";
  [220, 460, 700, 940, 1180].forEach((x, at) => {
    const arch = `M${x} 770V410a100 92 0 0 1 200 0V770z`;
    art.add(path(`M${x - 16} 786V410a116 106 0 0 1 232 0V786z`, "#4a5a79"), path(arch, light));
    art.add(`<g ${art.clip(arch)}>`);
    if (at !== 2) art.add(shelves(rnd, x + (at % 2 ? 96 : 0), 370, 104, 400, 5));
    else art.add(shelves(rnd, x, 350, 200, 180, 2));
    art
      .add(line(`M${x + 60 + (at % 2) * 60} 310v96`, dark, 4), path(`M${x + 30 + (at % 2) * 60} 436q4-34 30-34t30 34z`, "#7d3a2a"))
      .glow(x + 60 + (at % 2) * 60, 450, 130, "#fff3cf", 0.85);
    if (at === 2) art.add(reader(x + 70, 738, 1.05, dark), reader(x + 158, 738, -0.86, dark));
    else if (at === 1 || at === 3) art.add(reader(x + (at === 1 ? 64 : 76), 738, 1.12, dark));
    else
      art.add(
        person(x + (at ? 52 : 150), 782, 1.95, { coat: dark, legs: dark, skin: dark, hair: dark, stride: 3 }),
        path(`M${x + (at ? 74 : 172)} 648l26-14 4 26-26 12z`, "#f6e3bd"),
      );
    art.add(
      "</g>",
      line(`M${x} 770V410a100 92 0 0 1 200 0V770M${x + 100} 318V770M${x} 520h200`, "#26304a", 7),
      rect(x - 24, 780, 248, 18, "#55668a"),
    );
  });
  art.add(
    rect(
      0,
      866,
      W,
      210,
      art.lin([
        [0, "#2b3a58"],
        [1, "#121b2e"],
      ]),
    ),
  );
  for (const x of [220, 460, 700, 940, 1180])
    art.add(
      path(
        `M${x} 872h200l70 195h-340z`,
        art.lin([
          [0, "#ffcf7d", 0.42],
          [1, "#ffcf7d", 0],
        ]),
      ),
    );
  art.add(
    tree(rnd, 30, 900, 420, ["#16243c", "#1d2f4b", "#27405f"], "#101a2b"),
    tree(rnd, 1570, 900, 440, ["#16243c", "#1d2f4b", "#27405f"], "#101a2b"),
  );
  streetLamp(art, 140, 950, 360);
  streetLamp(art, 1460, 950, 360);
  art.add(
    person(640, 985, 1.75, { coat: "#1b2338", legs: "#10172a", skin: "#5a4650", hair: "#10172a", bag: "#6a3f3a" }),
    person(715, 990, 1.3, { coat: "#7a3b3f", legs: "#10172a", skin: "#6a5056", hair: "#10172a" }),
  );
  art.add(
    rect(990, 962, 210, 12, "#0f1829"),
    rect(1010, 974, 10, 40, "#0f1829"),
    rect(1170, 974, 10, 40, "#0f1829"),
    rect(990, 926, 210, 10, "#0f1829"),
  );
  return art;
}

/** A dombra, 700 long, standing; the bottom of its body is the origin. */
function dombra(art) {
  const wood = art.lin(
    [
      [0, "#d9924c"],
      [0.5, "#b8692f"],
      [1, "#6f3517"],
    ],
    true,
  );
  const deck = art.lin(
    [
      [0, "#ffdf9f"],
      [0.6, "#f3bd6d"],
      [1, "#c9803a"],
    ],
    true,
  );
  let frets = "";
  for (let fret = 0; fret < 12; fret++) frets += `M-9 ${-618 + fret * 25 - fret * fret * 0.4}h18`;
  return [
    path("M-11-262L-8-648h16L11-262z", wood),
    path("M-8-648l-13-74q21-24 42 0l-13 74z", wood),
    line("M-32-696h14M18-676h14", "#5a2c14", 9),
    path("M0-306C36-276 118-208 118-112 118-34 62 0 0 0s-118-34-118-112C-118-208-36-276 0-306z", wood),
    path("M0-284C32-256 101-196 101-112 101-46 54-17 0-17s-101-29-101-95C-101-196-32-256 0-284z", deck),
    path("M-11-262L-8-640h16L11-262z", "#8a4a20"),
    line(frets, "#f6d9a0", 3),
    circle(0, -138, 15, "#3a1a0d"),
    circle(0, -138, 19, "none", 'stroke="#8a4a20" stroke-width="3"'),
    line("M0-190c0-16-22-18-22-2s14 12 13 2M0-190c0-16 22-18 22-2s-14 12-13 2M0-190v22", "#8a4a20", 4),
    rect(-38, -64, 76, 9, "#5a2c14"),
    line("M-4-700V-60M4-700V-60", "#fff4d8", 1.6),
  ].join("");
}

/** A curtain tied back at one side, in folds. */
function drape(art, side) {
  let out = "";
  const folds = 9;
  for (let fold = folds; fold > 0; fold--) {
    const t = fold / folds;
    const fill = art.lin(
      [
        [0, "#4d0f22"],
        [0.55, "#8a1f33"],
        [0.8, "#b23a44"],
        [1, "#6a1629"],
      ],
      true,
    );
    out += path(
      `M${430 * t} -10C${430 * t} 420 ${60 + 190 * t} 520 ${40 + 96 * t} 640C${30 + 100 * t} 760 ${230 * t} 800 ${235 * t} 1000H-10V-10z`,
      fill,
    );
  }
  out += line("M-10 650q90 24 150-16", "#e8b85c", 18) + line("M128 646q10 40-6 84M140 642q24 40 18 86", "#e8b85c", 7);
  return side > 0 ? out : `<g transform="matrix(-1 0 0 1 ${W} 0)">${out}</g>`;
}

/** A dombra alone on the stage, the audience before it. */
export function stage() {
  const rnd = seeded(223);
  const art = new Art();
  art.add(
    rect(
      0,
      0,
      W,
      H,
      art.lin([
        [0, "#170a1c"],
        [0.6, "#4a1730"],
        [0.8, "#5f2233"],
      ]),
    ),
  );
  for (let fold = 0; fold < 16; fold++)
    art.add(
      rect(
        fold * 100,
        0,
        100,
        800,
        art.lin(
          [
            [0, "#2a0d20", 0.9],
            [0.5, "#5a1a34", 0.5],
            [1, "#2a0d20", 0.9],
          ],
          true,
        ),
      ),
    );
  art.add(
    rect(
      0,
      780,
      W,
      290,
      art.lin([
        [0, "#8a5230"],
        [0.5, "#5f3420"],
        [1, "#2a1512"],
      ]),
    ),
  );
  let boards = "";
  for (let at = -10; at <= 10; at++) boards += `M${800 + at * 90} 780L${800 + at * 190} 1067`;
  art.add(line(boards, "#3a1d14", 4, 'opacity=".7"'), rect(0, 776, W, 8, "#b06a3a", 'opacity=".5"'));
  const beam = art.lin([
    [0, "#fff0c4", 0.62],
    [0.7, "#ffdf9c", 0.2],
    [1, "#ffdf9c", 0.05],
  ]);
  art.add(path("M690-10H780L1160 880Q800 950 440 880z", beam, art.blur(7)), path("M700-10H770L1020 870Q800 910 580 870z", beam, art.blur(5)));
  art.add(oval(800, 884, 370, 62, "#ffdf9c", `opacity=".55" ${art.blur(5)}`), oval(800, 884, 260, 40, "#fff0c8", `opacity=".55" ${art.blur(5)}`));
  let dust = "";
  for (let at = 0; at < 60; at++) {
    const t = rnd.next();
    dust += circle(735 + 65 * t + rnd.in(-1, 1) * (30 + 290 * t), t * 840, rnd.in(1.2, 3), "#fff3d2", `opacity="${Math.round(rnd.in(2, 7)) / 10}"`);
  }
  art.add(
    dust,
    oval(812, 894, 150, 19, "#1d0b0c", `opacity=".6" ${art.blur(4)}`),
    line("M800 780L716 896M800 780L884 896M800 780L826 880", "#1d0f14", 12),
  );
  art.add(`<g transform="translate(796 884) rotate(7) scale(.92)">${dombra(art)}</g>`, line("M748 854q10 24 52 24t56-20", "#1d0f14", 11));
  art.add(drape(art, 1), drape(art, -1));
  const valance = art.lin([
    [0, "#4d0f22"],
    [0.6, "#8a1f33"],
    [1, "#b23a44"],
  ]);
  let scallop = "M-10-10V120";
  let fringe = "M-10 120";
  for (let at = 0; at < 9; at++) {
    scallop += "q90 78 180 0";
    fringe += "q90 78 180 0";
  }
  art.add(
    path(`${scallop}V-10z`, valance),
    line(fringe, "#e8b85c", 10),
    path(fringe, "none", 'stroke="#f6d98c" stroke-width="20" stroke-dasharray="2 9" transform="translate(0 12)"'),
  );
  let heads = "";
  for (const [y, size, gap, fill] of [
    [985, 36, 92, "#1d0d18"],
    [1052, 46, 118, "#0f0710"],
  ]) {
    for (let x = -20 + (size % 7) * 8; x < W + 40; x += gap * rnd.in(0.85, 1.2)) {
      if (rnd.next() < 0.08) continue;
      const top = y + rnd.in(-12, 12);
      heads +=
        circle(x, top, size * 0.62, fill) +
        path(
          `M${points([[x - size * 1.25, top + 110]])}q${size * 0.1} ${-90} ${size * 0.95} ${-92}h${size * 0.6}q${size * 0.85} 2 ${size * 0.95} 92z`,
          fill,
        );
    }
  }
  return art.add(heads);
}
