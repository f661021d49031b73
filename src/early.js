// Runs within the page, before its first paint: what the reader has chosen is there from the first picture on.
//
// The policy of the page allows exactly these bytes, by their hash (docs/adr/016-parts.md). Whatever fails here, the page is
// the paper as it comes.

import { KEY, apply, parse } from "./parts/settings/choices.js";

document.documentElement.dataset.script = "";
try {
  apply(parse(localStorage[KEY]));
} catch { /* Storage may be forbidden. */ }
