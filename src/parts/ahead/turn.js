// From page to page in a transition of the browser's, where it has them, the reader wants things to move, and it costs them no
// time. The client calls `document.turnPage` with what changes the page and settles it (src/browser/transition.rs).

/** How long a browser may take to get ready for a transition, in milliseconds: before that it changes nothing. */
const PATIENCE = 34;

export function turnGently() {
  // What this device cannot do at once is not tried again in this document.
  let slow = false;
  document.turnPage = (update) => {
    if (slow || !document.startViewTransition || wantsLessMotion() || document.hidden) return void update();
    const asked = performance.now();
    const transition = document.startViewTransition(() => {
      slow = performance.now() - asked > PATIENCE;
      return update(true);
    });
    // One that the next cuts short is refused, and nobody should hear of that.
    transition.ready?.catch(() => {});
    transition.finished?.catch(() => {});
  };
}

const wantsLessMotion = () =>
  document.documentElement.dataset.motion === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches;
