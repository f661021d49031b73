// A long article that was left in the middle: the reader is asked whether to go on there. Nothing scrolls by itself.

import { button, draw, lineButton } from "./draw.js";
import { forget, note, placeIn } from "./places.js";
import { paragraphs } from "./text.js";

/** Articles of fewer screens are read in one go. */
const SCREENS = 3;
/** From here on an article has been read, in parts of its text. */
const READ = 0.9;
/** Between two notes lie so many milliseconds. */
const PAUSE = 1000;
const CLOSE = "M6 6l12 12M18 6 6 18";

/** The path of the page that is shown, if a step in the history led there: then the reader is where they were. */
let arrived = performance.getEntriesByType("navigation").filter(({ type }) => type === "back_forward").map(({ name }) => new URL(name).pathname)[0];
/** The path of a step whose page is not shown yet; a step within the page leaves it standing until then. */
let stepped;
addEventListener("popstate", () => { stepped = location.pathname; });
document.addEventListener("habarshy:shown", () => { [arrived, stepped] = [stepped]; });

export function resuming({ article, body, lang, words }) {
  const path = location.pathname;
  // Most articles are never asked: to find their paragraphs now would keep the page from answering.
  let found;
  const blocks = () => (found ??= paragraphs(body));
  const kept = placeIn(path);
  const known = kept && kept.paragraph < blocks().length ? kept : undefined;
  const offer = known && arrived !== path && location.hash === "" && isAtTop()
    ? offered({ article, body, lang, words, place: known, block: blocks()[known.paragraph], dismissed: () => { forget(path); watch.free(); } })
    : undefined;
  const watch = watched({ body, blocks, path, offer, known: offer && known });
  return () => {
    offer?.close();
    watch.end();
  };
}

const isAtTop = () => scrollY < innerHeight / 2;
const isLong = (body) => body.offsetHeight > SCREENS * innerHeight;

/** Below what sticks to the top of the window, as the style sheet says for anchors. */
const line = () => Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;

/** Where the running text ends: footnotes are looked up, not read. */
function endOf(body) {
  const footnotes = body.querySelector(".footnotes");
  return footnotes ? footnotes.getBoundingClientRect().top : body.getBoundingClientRect().bottom;
}

/** Writes down where the reader is, at most every second and when they leave. */
function watched({ body, blocks, path, offer, known }) {
  let before = known;
  let here;
  let timer;
  let read = false;

  function look() {
    // The scrolling of a page that has been left says nothing of this one, nor does that to a footnote.
    if (read || location.pathname !== path || document.querySelector(".footnotes :target")) return;
    // The client may fill the same body anew.
    if (!isLong(body) || !blocks()[0]?.isConnected) return;
    offer?.scrolled();
    const { top } = body.getBoundingClientRect();
    const end = endOf(body);
    if (top > 0) return;
    if (innerHeight - top >= READ * (end - top)) {
      read = true;
      here = undefined;
      offer?.close();
      forget(path);
      return;
    }
    here = placeAt(blocks(), line());
    if (before && isBefore(here, before)) here = undefined;
    else if (before) passed();
    if (here) timer ??= setTimeout(write, PAUSE);
  }
  function passed() {
    before = undefined;
    offer?.close();
  }
  function write() {
    clearTimeout(timer);
    timer = undefined;
    if (here) note(path, here);
    here = undefined;
  }
  const onHidden = () => document.visibilityState === "hidden" && write();
  addEventListener("scroll", look, { passive: true });
  addEventListener("pagehide", write);
  document.addEventListener("visibilitychange", onHidden);
  return {
    /** There is no earlier place to be kept any more. */
    free: () => { before = undefined; },
    end() {
      write();
      removeEventListener("scroll", look);
      removeEventListener("pagehide", write);
      document.removeEventListener("visibilitychange", onHidden);
    },
  };
}

/** The last paragraph that begins above a line, by halving: paragraphs stand below one another. */
function placeAt(blocks, y) {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (blocks[middle].getBoundingClientRect().top <= y) low = middle;
    else high = middle - 1;
  }
  const { top, height } = blocks[low].getBoundingClientRect();
  return { paragraph: low, offset: Math.min(1, Math.max(0, (y - top) / (height || 1))) };
}

const isBefore = (a, b) => a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.offset < b.offset);

/** A bar at the lower edge of the window. It covers no control, and moves nothing. */
function offered({ article, body, lang, words, place, block, dismissed }) {
  const goal = () => {
    const { top, height } = block.getBoundingClientRect();
    return top + height * place.offset;
  };
  const { top } = body.getBoundingClientRect();
  const part = new Intl.NumberFormat(lang, { style: "percent" }).format(Math.max(0.01, (goal() - top) / (endOf(body) - top)));
  const go = button("resume-go", `${words.go_on} · ${part}`, () => {
    close();
    scrollTo({ top: scrollY + goal() - line(), behavior: "instant" });
    focusOn(block);
  });
  const dismiss = lineButton("resume-close", words.dismiss, CLOSE, () => {
    close();
    dismissed();
    article.querySelector("#headline").focus({ preventScroll: true });
  });
  const bar = draw("div", { className: "resume", attributes: { role: "group", "aria-label": words.go_on_name } }, go, dismiss);
  const close = () => bar.remove();
  // The first stop after the headline, wherever the bar is seen.
  article.querySelector(".article-head").append(bar);
  return { close, scrolled: () => scrollY > innerHeight && close() };
}

/** Whoever uses a keyboard or a screen reader goes on from here. */
function focusOn(block) {
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
}
