// Puts what is chosen on the page: in the panel, in another tab, or while the browser kept the page
// aside. That needs no client.

import { SETTINGS_EVENT, SETTINGS_KEY, SHOWN } from "../constants.js";
import { apply, parse } from "./choices.js";

export function follow() {
  addEventListener("storage", ({ key, newValue }) => {
    // Without a key everything was removed.
    if (key === SETTINGS_KEY || key === null) show(newValue);
  });
  addEventListener("pageshow", ({ persisted }) => {
    try {
      if (persisted) show(localStorage.getItem(SETTINGS_KEY));
    } catch { /* Where nothing is kept, the page knows best. */ }
  });
  document.addEventListener(SETTINGS_EVENT, ({ detail }) => show(detail));
  describePictures();
  document.addEventListener(SHOWN, describePictures);
}

function show(record) {
  apply(parse(record));
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
