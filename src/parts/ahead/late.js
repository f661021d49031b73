// What lies below the first screen of a page. The client has the browser lay out the beginning of a page alone that has just
// been opened (`main[data-late]`), because all of it would keep the page from answering. The rest follows here, a little at a
// time, from the top down: so that the page soon has its true height.

/** What waits: it is below the first screen of most windows. What is seen nevertheless, the browser does not let wait. */
const LATE = ".article-body > :nth-child(n + 4), .article-foot, .article ~ *, .cards > :nth-child(n + 7), .further";

/** Elements that are laid out at a time. */
const SLICE = 6;

export function layOutLate() {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`[data-late] :is(${LATE}) { content-visibility: auto; contain-intrinsic-block-size: auto 9rem; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    return; // A browser without such sheets lays out all at once.
  }
  let stop = () => {};
  document.addEventListener("habarshy:shown", () => {
    stop();
    const main = document.querySelector("[data-late]");
    if (main) stop = layOut(main);
  });
}

/** Lays a page out in slices. Gives a function that stops it, where another page stands there. */
function layOut(main) {
  const over = new AbortController();
  const { signal } = over;
  const all = [...main.querySelectorAll(LATE)];
  const rest = [...all];
  const stop = () => {
    if (signal.aborted) return;
    over.abort();
    for (const element of all) {
      element.style.removeProperty("content-visibility");
      if (element.getAttribute("style") === "") element.removeAttribute("style");
    }
  };
  const finish = () => {
    delete main.dataset.late;
    stop();
  };
  const slice = () => {
    if (signal.aborted) return;
    for (const element of rest.splice(0, SLICE)) element.style.contentVisibility = "visible";
    if (rest.length > 0) soon(slice);
    else finish();
  };
  // Whoever jumps within the text wants to land where it says, and paper has all of it.
  const jump = (event) => event.target?.closest?.('a[href*="#"]') && finish();
  document.addEventListener("click", jump, { capture: true, signal });
  addEventListener("beforeprint", finish, { signal });
  soon(slice);
  return stop;
}

/** After the next frame, when there is nothing else to do. */
const soon = (call) => requestAnimationFrame(() => ("requestIdleCallback" in window ? requestIdleCallback(() => call()) : setTimeout(call)));
