// What may be fetched ahead: bytes of a tab's session, and no page a second time for nothing but being in view.

import { dataPath } from "../data_path.js";

const KEY = "habarshy:ahead";

/** Bytes over the network, JSON and pictures together, until cards are no longer asked for, and until nothing is. */
const FOR_CARDS = 1_000_000;
const FOR_INTENTS = 3_000_000;

// Storage may be forbidden or full: then the sum is as old as the page.
const stored = () => { try { return Number(sessionStorage.getItem(KEY)) || 0; } catch { return 0; } };
const store = (sum) => { try { sessionStorage.setItem(KEY, sum); } catch { /* see above */ } };

/** The budget, and the pages that were asked for. */
export function budget() {
  const known = new Set();
  /** Those of them that are on their way: what is asked for after that is the reader's own. */
  const coming = new Set();
  let spent = Math.max(0, stored());

  const isOurs = ({ name, initiatorType }) => {
    const { pathname } = new URL(name);
    if (initiatorType === "img") return isAhead(name);
    return coming.delete(pathname);
  };
  const look = (entries) => {
    const sum = entries.filter(isOurs).reduce((all, { transferSize }) => all + (transferSize || 0), 0);
    if (sum === 0) return;
    spent += sum;
    store(spent);
  };
  try {
    new PerformanceObserver((list) => look(list.getEntries())).observe({ type: "resource" });
  } catch { /* A browser that tells nothing has the count of cards for a limit. */ }

  return {
    /** A page is asked for; `ask` says whether it is fetched. */
    expect(link, ask) {
      const path = dataPath(link.pathname);
      const isComing = coming.has(path);
      known.add(path);
      coming.add(path);
      if (!ask() && !isComing) coming.delete(path);
    },
    knows: (link) => known.has(dataPath(link.pathname)),
    hasForCards: () => spent < FOR_CARDS,
    hasForIntents: () => spent < FOR_INTENTS,
  };
}

/** A picture that stands nowhere on the page was loaded for another one. */
const isAhead = (name) => !Array.from(document.images).some((image) => image.currentSrc === name);
