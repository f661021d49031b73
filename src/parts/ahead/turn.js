// From page to page in a transition of the browser's, where it has them, the reader wants things to move, and it costs them no
// time. The client calls `document.turnPage` with what changes the page and settles it (src/browser/transition.rs).

import { wantsLessMotion } from "../motion.js";

/** Milliseconds until the new page has to be there: with the click itself, and the painting, that is 50. */
const PATIENCE = 42;
/** So often in a row a device may need longer; then this document goes without. The first time is always slow. */
const CHANCES = 2;

export function turnGently() {
  let late = 0;
  document.turnPage = (update) => {
    if (late >= CHANCES || !document.startViewTransition || wantsLessMotion() || document.hidden) return void update();
    const asked = performance.now();
    const transition = document.startViewTransition(() => update(true));
    // The next frame shows the new page. A transition that the next cuts short is refused, and nobody should hear of that.
    transition.ready.then(() => { late = performance.now() - asked > PATIENCE ? late + 1 : 0; }, () => {});
    transition.finished.catch(() => {});
  };
}
