// Puts what the reader has chosen on the page, with a client or without: docs/adr/018-settings.md.

import { SETTINGS, SETTINGS_EVENT, SETTINGS_KEY, SETTINGS_VERSION, SHOWN } from "../constants.js";

export function applyStored() {
  try {
    apply(localStorage.getItem(SETTINGS_KEY));
  } catch { /* Storage may be forbidden: the page stays as it is. */ }
}

/** Puts a record on the root element, and its theme on the browser's own frame. */
function apply(record) {
  const [root, chosen] = [document.documentElement, parse(record)];
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

function parse(record) {
  try {
    const chosen = JSON.parse(record);
    if (chosen.version === SETTINGS_VERSION) return chosen;
  } catch { /* It is none, or was broken off. */ }
  return {};
}

/** Follows the panel, other tabs, and what was chosen while the browser kept the page aside. */
export function follow() {
  // Without a key everything was removed.
  addEventListener("storage", ({ key }) => (key ?? SETTINGS_KEY) === SETTINGS_KEY && applyStored());
  addEventListener("pageshow", ({ persisted }) => persisted && applyStored());
  document.addEventListener(SETTINGS_EVENT, ({ detail }) => apply(detail));
  document.addEventListener(SHOWN, describePictures);
  const options = { attributeFilter: ["data-pictures"] };
  new MutationObserver(describePictures).observe(document.documentElement, options);
  describePictures();
}

/** Has the figure of a picture that is not shown say what is on it: style sheets read no other. */
function describePictures() {
  if (document.documentElement.dataset.pictures !== "off") return;
  for (const image of document.querySelectorAll("figure img")) {
    const { dataset } = image.closest("figure");
    if (image.alt) dataset.alt = image.alt;
    else delete dataset.alt;
  }
}
