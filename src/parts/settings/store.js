// Where the choices are kept: on the device, as one record. Only the panel writes it.

import { CHOICES, KEY, VERSION, parse } from "./choices.js";

/** The preset for readers who see badly: what the versions for them on public sites have, in one press. */
const PRESET = { theme: "contrast", text: 150, lines: "wide", letters: "wide", face: "sans", motion: "less" };

/** The record as it holds on this page where the browser keeps none. */
let unkept;

/** Only what is known: a record may have been written by anybody. */
function known(record) {
  const names = Object.keys(CHOICES).filter((name) => CHOICES[name].includes(record?.[name]));
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}

/** What is chosen, and under `before` what was chosen before the preset, if the preset is on. */
export function load() {
  if (unkept) return unkept;
  try {
    const record = parse(localStorage.getItem(KEY));
    const before = record.before && typeof record.before === "object" ? { before: known(record.before) } : {};
    return { ...known(record), ...before };
  } catch {
    return {};
  }
}

/** Keeps a record, and says whether it could be kept. */
export function keep(record) {
  try {
    if (Object.keys(record).length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...record }));
    unkept = undefined;
    return true;
  } catch {
    unkept = record;
    return false;
  }
}

/** The record with one choice made anew; nothing stands for the paper as it comes. */
export function choose(record, name, value) {
  const { [name]: _, ...others } = record;
  return value === undefined ? others : { ...others, [name]: value };
}

/** The record with the preset put on, or with what was there before it. */
export function turn(record) {
  const { before, ...chosen } = record;
  return before ?? { ...chosen, ...PRESET, before: chosen };
}
