// Tells a reader who comes back to the front page or to a section that the paper has news.
//
// Asked is only when the tab is looked at again, and seldom. Nothing on the page moves: an offer lies over it, and the new
// page comes when the reader takes it. Whatever fails here fails in silence.

import { dataPath } from "./data_path.js";
import { invitation, listPath, newsIn, shownOn } from "./fresh/news.js";

/** Milliseconds between two questions. */
const PAUSE = 5 * 60 * 1000;

/** Milliseconds after which an answer is of no use. */
const PATIENCE = 15 * 1000;

export function begin(context) {
  let asked = performance.timeOrigin;
  const offer = offerOn(document.getElementById("main"));
  document.addEventListener("visibilitychange", () => {
    const passed = Date.now() - asked;
    // A clock that was set back would keep us waiting.
    if (document.hidden || (passed >= 0 && passed < PAUSE)) return;
    const path = listPath(location.pathname);
    if (!path || navigator.onLine === false) return;
    asked = Date.now();
    look(path, context, offer).catch(() => {});
  });
  // Another page, or the same one anew.
  document.addEventListener("habarshy:shown", () => offer.take());
}

/** Asks for a list, and offers what is new in it. */
async function look(path, context, offer) {
  const page = document.querySelector("#main h1");
  const answer = await fetch(dataPath(path), { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) return;
  const json = await answer.json();
  const news = newsIn(json, shownOn(document.getElementById("main")));
  if (news.slugs.length === 0 || !offer.isNew(news)) return;
  const { fresh: words } = await context.speak();
  // Meanwhile the reader may have gone on.
  if (!page.isConnected) return;
  const isKnown = json.build === context.build && document.documentElement.dataset.client === "ready";
  offer.make(invitation(words, news, context.lang), words.close, news, () => show(path, isKnown));
}

/** Shows a list anew: by the client, or by the browser where there is none, or where it belongs to an earlier build. */
function show(path, byClient) {
  if (!byClient) return location.assign(path);
  const link = Object.assign(document.createElement("a"), { href: path, hidden: true });
  document.body.append(link);
  // The client takes the way that every link takes: it asks again for the page that is open, and puts the reader on its top.
  link.click();
  link.remove();
}

/** The place of the offer, before `main` and of no height. It is there from the beginning, so that what comes into it is told. */
function offerOn(main) {
  const place = Object.assign(document.createElement("div"), { className: "fresh" });
  place.setAttribute("role", "status");
  main.before(place);
  // The last offer: what was put aside is not offered again by itself.
  let known = new Set();
  const take = () => place.replaceChildren();
  return {
    take,
    isNew: (news) => news.slugs.some((slug) => !known.has(slug)),
    make(text, close, news, accept) {
      known = new Set(news.slugs);
      const button = made("fresh-show", text, () => { take(); accept(); });
      const aside = made("fresh-close", "×", () => { take(); focusMain(); });
      aside.setAttribute("aria-label", close);
      place.replaceChildren(button, aside);
    },
  };
}

function made(className, textContent, act) {
  const button = Object.assign(document.createElement("button"), { type: "button", className, textContent });
  button.addEventListener("click", act);
  return button;
}

/** The focus does not get lost with the button that it was on. */
function focusMain() {
  document.querySelector("#main h1")?.focus({ preventScroll: true });
}
