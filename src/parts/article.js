// What a reader can do with an article: share, keep, hear and print it, and go on where they stopped.

import { listening } from "./article/listen.js";
import { printing } from "./article/print.js";
import { resuming } from "./article/resume.js";
import { saving } from "./article/save.js";
import { sharing } from "./article/share.js";

/** Fills the row of actions at the foot of an article. */
export function mount(element, { lang, words }) {
  const article = element.closest("article");
  if (!article) return undefined;
  const note = element.querySelector(".action-note");
  const row = {
    article,
    body: article.querySelector("[data-body]"),
    element,
    lang,
    words: words.article,
    button: (does) => element.querySelector(`[data-does="${does}"]`),
    /** Says something to the eye and to screen readers. */
    say: (text) => { note.textContent = text; },
  };
  const leave = [sharing, printing, saving, resuming, listening].map((begin) => begin(row));
  return () => leave.forEach((end) => end?.());
}
