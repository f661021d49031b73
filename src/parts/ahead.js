// Asks for pages ahead of the click: those that the reader is about to open, and then those that have been in view for a
// while. The client fetches and keeps them (`PageLoader::prefetch` in src/navigation/page_loader.rs): it hears `habarshy:ahead` of a
// link, and says `habarshy:came` when that is dealt with, however it went.

import { layOutLate } from "./ahead/late.js";
import { budget } from "./ahead/budget.js";
import { turnGently } from "./ahead/turn.js";

/** How long a mouse rests on a link that is meant, and a card stays in view, in milliseconds. */
const RESTING = 60;
const STAYING = 1_500;

/** How many of the cards in view are asked for. */
const CARDS = 8;
/** How many pages are on their way at once, whoever they are for. */
const AT_ONCE = 2;

const root = document.documentElement;
const purse = budget();

/** Requests that the client has not dealt with. */
let underWay = 0;
/** What the reader was about to open when there was no room; only the last of it still matters. */
let intent;
/** Asks for the cards that wait, once there are any. */
let nextCards = () => {};

export function begin() {
  layOutLate();
  turnGently();
  whenReady(() => {
    document.addEventListener("habarshy:came", () => {
      underWay = Math.max(0, underWay - 1);
      idle(next);
    });
    followIntents();
    followCards();
  });
}

/** Without the client nobody would hear. */
function whenReady(call) {
  if (root.dataset.client === "ready") return call();
  const watch = new MutationObserver(() => {
    if (root.dataset.client !== "ready") return;
    watch.disconnect();
    call();
  });
  watch.observe(root, { attributeFilter: ["data-client"] });
}

/** The kind of the connection, where the browser tells; `none` where nothing may be fetched that nobody has asked for. */
function connection() {
  const { saveData, effectiveType = "4g" } = navigator.connection ?? {};
  const refused = saveData || effectiveType.endsWith("2g") || !navigator.onLine || document.hidden;
  return refused ? "none" : effectiveType;
}

function expect(link) {
  purse.expect(link, () => {
    underWay += 1;
    const all = underWay;
    link.dispatchEvent(new Event("habarshy:ahead", { bubbles: true }));
    // Of what is at hand, or none of the client's, it is said at once that it came.
    return underWay === all;
  });
}

/** What has waited for room: the reader's own wish before the cards. */
function next() {
  const link = intent;
  intent = undefined;
  if (link) intend(link);
  nextCards();
}

function intend(link) {
  if (!link?.isConnected || connection() === "none" || !purse.hasForIntents()) return;
  if (underWay < AT_ONCE) expect(link);
  else intent = link;
}

/** What the reader points at, touches, or has reached by the keyboard. */
function followIntents() {
  let resting;
  const linkOf = (event) => event.target?.closest?.("a[href]");
  const on = (name, call) => document.addEventListener(name, call, { capture: true, passive: true });
  on("pointerover", (event) => {
    clearTimeout(resting);
    const link = linkOf(event);
    if (link && event.pointerType === "mouse") resting = setTimeout(intend, RESTING, link);
  });
  // The click asks by itself.
  on("pointerdown", () => clearTimeout(resting));
  on("touchstart", (event) => intend(linkOf(event)));
  on("focusin", (event) => intend(linkOf(event)));
}

/** Cards that stay in view. */
function followCards() {
  const waits = new Map();
  let queue = [];
  let asked = 0;

  nextCards = () => {
    while (queue.length > 0 && asked < CARDS && underWay < AT_ONCE && connection().endsWith("4g") && purse.hasForCards()) {
      const link = queue.shift();
      if (!link.isConnected || purse.knows(link)) continue;
      asked += 1;
      expect(link);
    }
  };
  const stayed = (card) => {
    waits.delete(card);
    const link = card.querySelector(".card-title a[href]");
    if (link) queue.push(link);
    idle(nextCards);
  };
  const view = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(waits.get(target));
      waits.delete(target);
      if (isIntersecting) waits.set(target, setTimeout(stayed, STAYING, target));
    }
  }, { threshold: 0.5 });
  const look = () => {
    for (const wait of waits.values()) clearTimeout(wait);
    waits.clear();
    view.disconnect();
    [queue, asked] = [[], 0];
    for (const card of document.querySelectorAll("main .card")) view.observe(card);
  };

  document.addEventListener("habarshy:shown", look);
  look();
}

const idle = (call) => ("requestIdleCallback" in window ? requestIdleCallback(() => call()) : setTimeout(call, 50));
