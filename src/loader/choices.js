// How what is chosen is put on the page. The first script of every page has this within it.

import { SETTINGS, SETTINGS_VERSION } from "../constants.js";

/** A record as it was stored. Of what is in it, `apply` takes what the table knows. */
export function parse(text) {
  try {
    const record = JSON.parse(text);
    return record.version === SETTINGS_VERSION ? record : {};
  } catch {
    return {};
  }
}

/** Puts what was chosen on the root element, and the theme on the browser's own frame. */
export function apply(chosen) {
  const root = document.documentElement;
  for (const name in SETTINGS) {
    if (SETTINGS[name].includes(chosen[name])) root.dataset[name] = chosen[name];
    else delete root.dataset[name];
  }
  const { theme } = root.dataset;
  for (const meta of document.querySelectorAll("[name=theme-color]")) {
    meta.own ??= meta.content;
    meta.content = theme ? getComputedStyle(root).backgroundColor : meta.own;
  }
}
