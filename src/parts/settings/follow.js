// What is chosen in one tab holds in all: also in a page that the browser kept aside meanwhile.

import { KEY, apply, parse } from "./choices.js";

export function begin() {
  addEventListener("storage", (event) => {
    // Without a key everything was removed.
    if (event.key === KEY || event.key === null) show(event.newValue);
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    try {
      show(localStorage.getItem(KEY));
    } catch { /* Where nothing is kept, the page knows best. */ }
  });
  // Whatever was put on the page before this: pictures that are off have their words.
  tell();
  document.addEventListener("habarshy:shown", tell);
  document.addEventListener("habarshy:settings", tell);
}

function show(stored) {
  apply(parse(stored));
  document.dispatchEvent(new Event("habarshy:settings"));
}

/** Lets a style sheet say what a picture shows while it is not shown: it can read an attribute of the figure alone. */
function tell() {
  if (document.documentElement.dataset.pictures !== "off") return;
  for (const image of document.querySelectorAll("figure img")) {
    const { dataset } = image.closest("figure");
    // The client keeps the figure from article to article.
    if (image.alt) dataset.alt = image.alt;
    else delete dataset.alt;
  }
}
