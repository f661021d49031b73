// People as quiet shapes, and what they ride.

import { circle, line, path, place, rect } from "./kit.mjs";

/** Somebody standing or walking, about 100 high, feet at the origin. */
export function person(x, y, scale, { coat = "#333", legs = "#222", skin = "#e8c4a0", hair = "#2a211d", bag, stride = 8 } = {}) {
  return place(
    x,
    y,
    scale,
    line(`M-3-42L${-stride} 0M3-42L${stride} 0`, legs, 9),
    bag ? `<rect x="-19" y="-78" width="15" height="27" rx="6" fill="${bag}"/>` : "",
    path("M-12-38q-3-28 0-38 3-8 12-8t12 8q3 10 0 38-12 4-24 0z", coat),
    line("M9-74q8 14 4 30", coat, 7),
    circle(0, -93, 9.5, skin),
    path("M-10-92q-1-13 10-13t10 11q-8-4-12-4-4 6-8 6z", hair),
  );
}

/** Somebody reading at a table, seen against the light; about 110 wide. */
export function reader(x, y, scale, fill) {
  return place(
    x,
    y,
    scale,
    circle(0, -92, 15, fill),
    path("M-30-12c-4-36 4-60 28-62 14 0 22 10 27 26l18 20-6 8-24-16-2 24z", fill),
    path("M30-34l28-14 6 16-28 12z", fill),
    path("M26-18l2-4 18-7 2 3 20-11 2 5-22 14z", fill),
    rect(-52, -12, 134, 9, fill),
    rect(-42, -4, 7, 46, fill),
    rect(66, -4, 7, 46, fill),
  );
}

/** A country bus, 300 long, its wheels on the line y, going left. */
export function bus(art, x, y, scale, { body = "#f6ecd6", stripe = "#1f7f94", glass = "#37535f" } = {}) {
  const shine = art.lin([
    [0, "#9fc7cf"],
    [1, glass],
  ]);
  let windows = "";
  for (let at = -84; at < 130; at += 44) windows += `<rect x="${at}" y="-98" width="37" height="34" rx="4" fill="${shine}"/>`;
  const wheel = (at) => circle(at, -14, 19, "#22272b") + circle(at, -14, 9, "#b9c0c2");
  return place(
    x,
    y,
    scale,
    `<ellipse cx="0" cy="2" rx="160" ry="8" fill="#000" opacity=".22"/>`,
    path("M-146-18v-56q4-32 18-40 8-5 24-5h236q14 0 14 14v87z", body),
    path("M-146-50h292v16h-292z", stripe),
    path("M-140-62q4-30 14-37h30v37z", shine),
    windows,
    path("M-60-122h150v-8h-150z", "#8b6d4b"),
    path("M-48-130q4-12 18-12h30v12zM10-130q2-18 20-18t20 18z", "#a9814f"),
    path("M-148-30h12v10h-12z", "#ffd97a"),
    path("M-146-22h292v8h-292z", "#55483a"),
    wheel(-90),
    wheel(88),
  );
}

/** A train going right; carriages are 230 long, `x` is the nose, `y` the rail. */
export function train(art, x, y, carriages, { body = "#1f6d80", dark = "#16343f", light = "#ffd98a" } = {}) {
  const side = art.lin([
    [0, body],
    [0.7, body],
    [1, dark],
  ]);
  let out = path(`M${x} ${y - 22}q-6-50-76-66h-130v66z`, side) + path(`M${x - 22} ${y - 54}q-16-18-46-24h-14v24z`, "#bfe0e6");
  out += rect(x - 206, y - 40, 200, 6, "#f3ead6");
  const wheels = (from, to) => {
    let list = "";
    for (let at = from; at < to; at += 34) list += circle(at, y - 11, 11, dark);
    return list;
  };
  out += rect(x - 206, y - 24, 200, 10, dark) + wheels(x - 190, x - 120) + wheels(x - 86, x - 20);
  out += `<rect x="${x - 190}" y="${y - 76}" width="52" height="24" rx="3" fill="${light}"/>`;
  for (let car = 0; car < carriages; car++) {
    const left = x - 444 - car * 238;
    out += `<path d="M${left} ${y - 22}v-58q0-10 10-10h210q10 0 10 10v58z" fill="${side}"/>`;
    out += rect(left, y - 40, 230, 6, "#f3ead6") + rect(left, y - 24, 230, 10, dark);
    out += wheels(left + 22, left + 84) + wheels(left + 150, left + 220);
    for (let pane = 0; pane < 6; pane++)
      out += `<rect x="${left + 16 + pane * 34}" y="${y - 78}" width="25" height="28" rx="3" fill="${(pane + car) % 4 === 2 ? "#7fb0ba" : light}"/>`;
  }
  return out;
}
