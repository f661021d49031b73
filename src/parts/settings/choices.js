// What a reader can choose, and how a choice is put on the page. The first script of every page has this within it, so each
// byte counts here; what only the panel needs stands in `store.js`.

export const KEY = "habarshy:settings";

/** Rises when a value changes its meaning. Records of another version are left alone. */
export const VERSION = 1;

/** All values that mean something. The paper as it comes is none of them: then the name is not there. */
export const CHOICES = {
  theme: ["light", "dark", "sepia", "contrast", "contrast-dark", "contrast-blue"],
  text: [110, 120, 130, 140, 150, 160, 170, 180, 190, 200],
  lines: ["wide", "widest"],
  letters: ["wide", "widest"],
  face: ["sans"],
  pictures: ["off"],
  motion: ["less"],
};

/** A record as it was stored. Whoever wrote it, only what CHOICES knows gets further than `apply`. */
export function parse(text) {
  try {
    const record = JSON.parse(text);
    return record.version === VERSION ? record : {};
  } catch {
    return {};
  }
}

/** Puts what was chosen on the root element, and the theme on the browser's own frame. */
export function apply(chosen) {
  const root = document.documentElement;
  for (const name in CHOICES) {
    if (CHOICES[name].includes(chosen[name])) root.dataset[name] = chosen[name];
    else delete root.dataset[name];
  }
  const { theme } = root.dataset;
  for (const meta of document.querySelectorAll("[name=theme-color]")) {
    meta.own ??= meta.content;
    meta.content = theme ? getComputedStyle(root).backgroundColor : meta.own;
  }
}
