// Puts what is chosen on the page: in the panel, which says so, or in another tab, also while the
// browser kept this page aside. That needs no client, so that it holds for readers without one.

import { SETTINGS_EVENT, SETTINGS_KEY } from "../constants.js";
import { apply, parse } from "./choices.js";

export function follow() {
  addEventListener("storage", ({ key, newValue }) => {
    // Without a key everything was removed.
    if (key === SETTINGS_KEY || key === null) show(newValue);
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    try {
      show(localStorage.getItem(SETTINGS_KEY));
    } catch { /* Where nothing is kept, the page knows best. */ }
  });
  document.addEventListener(SETTINGS_EVENT, ({ detail }) => show(detail));
  // Whatever was put on the page before this: pictures that are off have their words.
  describePictures();
  document.addEventListener("habarshy:shown", describePictures);
}

function show(record) {
  apply(parse(record));
  describePictures();
}

/**
 * Lets a style sheet say what a picture shows while it is not shown: it can read an attribute of the
 * figure alone.
 */
function describePictures() {
  if (document.documentElement.dataset.pictures !== "off") return;
  for (const image of document.querySelectorAll("figure img")) {
    const { dataset } = image.closest("figure");
    // The client keeps the figure from article to article.
    if (image.alt) dataset.alt = image.alt;
    else delete dataset.alt;
  }
}
