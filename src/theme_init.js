// Runs within the page, before its first paint. The policy of the page allows exactly these bytes,
// by their hash. Whatever fails here, the page is the paper as it comes.

import { SETTINGS_KEY } from "./constants.js";
import { apply, parse } from "./loader/choices.js";

document.documentElement.dataset.script = "";
// A press that comes before the loader is kept for it (src/loader/presses.js).
onclick = (event) => (document.pressed = event.target);
try {
  apply(parse(localStorage[SETTINGS_KEY]));
} catch { /* Storage may be forbidden. */ }
