// Reading aloud, by the browser's own voice: the button, the bar with the controls, and the paragraph that is marked.

import { wantsLessMotion } from "../motion.js";
import { draw, lineButton, lines } from "./draw.js";
import { paragraphs, pieces, wordsOf } from "./text.js";
import { canSpeak, speaker, voiceFor, whenVoicesChange } from "./voice.js";

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
const DRAWINGS = {
  previous: "M18 5 9 12l9 7ZM6 5v14",
  next: "M6 5l9 7-9 7ZM18 5v14",
  pause: "M8 5v14M16 5v14",
  resume: "M7 4.5 19 12 7 19.5Z",
  stop: "M6 6l12 12M18 6 6 18",
};
/** The speed that was chosen last, on the next article too. */
let speed = 1;

export function listening(row) {
  const listen = row.button("listen");
  if (!canSpeak()) {
    listen.hidden = true;
    return undefined;
  }
  let player;
  const ended = (text) => {
    player = undefined;
    listen.setAttribute("aria-pressed", "false");
    if (text) row.say(text);
  };
  listen.setAttribute("aria-pressed", "false");
  listen.addEventListener("click", () => {
    if (player) {
      player.stop();
      return;
    }
    player = opened(row, voiceFor(row.lang), ended);
    listen.setAttribute("aria-pressed", "true");
    row.say(row.words.started);
  });
  // Voices come late, and without one of the language there is nothing to offer.
  const look = () => { listen.hidden = !voiceFor(row.lang); };
  look();
  const forgetVoices = whenVoicesChange(look);
  return () => {
    forgetVoices();
    player?.leave();
  };
}

/** Begins to read, from the headline on. */
function opened({ article, body, element, lang, words, button, say }, voice, ended) {
  const texts = [article.querySelector("#headline"), article.querySelector(".standfirst"), ...paragraphs(body)]
    .filter(Boolean)
    .map((block) => ({ block, pieces: pieces(wordsOf(block), lang) }));
  const bar = drawn(words, {
    previous: () => voiced.go(-1),
    toggle: () => voiced.toggle(),
    next: () => voiced.go(1),
    speed: (chosen) => { speed = chosen; voiced.again(); },
    stop: () => stop(words.stopped),
  });
  const voiced = speaker({ texts, voice, lang, rate: () => speed }, {
    at: (index, chosen) => {
      bar.count(`${index + 1} / ${texts.length}`);
      mark(article, texts[index].block, bar.element, chosen);
    },
    paused: (paused) => {
      bar.paused(paused);
      say(paused ? words.paused : words.resumed);
    },
    done: () => stop(words.finished),
    failed: () => stop(words.voice_failed),
    elsewhere: () => stop(words.stopped),
  });
  const leave = () => {
    removeEventListener("pagehide", hide);
    voiced.end();
    bar.element.remove();
    mark(article);
  };
  const stop = (text) => {
    const focused = bar.element.contains(document.activeElement);
    leave();
    ended(text);
    if (focused) button("listen").focus({ preventScroll: true });
  };
  const hide = () => stop();
  addEventListener("pagehide", hide);
  // One bar at a time lies over the text.
  article.querySelector(".resume")?.remove();
  element.append(bar.element);
  bar.focus();
  voiced.begin();
  return { stop: () => stop(words.stopped), leave };
}

/** Marks the paragraph that is read, and keeps it in sight of a reader who has not scrolled away from the one before. */
function mark(article, block, bar, chosen) {
  const before = article.querySelector("[data-spoken]");
  before?.removeAttribute("data-spoken");
  if (!block) return;
  const follows = chosen || (before && isSeen(before, bar));
  block.dataset.spoken = "";
  if (!follows || isWhole(block, bar)) return;
  const fits = block.offsetHeight < innerHeight / 2;
  block.scrollIntoView({ block: fits ? "center" : "start", behavior: wantsLessMotion() ? "instant" : "smooth" });
}

function isSeen(block, bar) {
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > 0 && top < innerHeight - bar.offsetHeight;
}

function isWhole(block, bar) {
  const { top, bottom } = block.getBoundingClientRect();
  const covered = document.querySelector(".sections")?.getBoundingClientRect().bottom ?? 0;
  return top >= Math.max(0, covered) && bottom <= innerHeight - bar.offsetHeight;
}

/** The bar with the controls. */
function drawn(words, does) {
  const control = (name, act = does[name]) => lineButton("listen-control", words[name], DRAWINGS[name], act);
  const pause = control("pause", does.toggle);
  const count = draw("span", { className: "listen-count" });
  const choice = draw("select", { className: "listen-speed", attributes: { "aria-label": words.speed } },
    ...SPEEDS.map((value) => new Option(`${value}×`, value, value === 1, value === speed)));
  choice.addEventListener("change", () => does.speed(Number(choice.value)));
  const element = draw("div", { className: "listen", attributes: { role: "group", "aria-label": words.player } },
    control("previous"), pause, control("next"), count, choice, control("stop"));
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") does.stop();
  });
  return {
    element,
    count: (text) => { count.textContent = text; },
    focus: () => pause.focus({ preventScroll: true }),
    paused(paused) {
      const name = paused ? "resume" : "pause";
      pause.title = words[name];
      pause.ariaLabel = words[name];
      pause.replaceChildren(lines(DRAWINGS[name]));
    },
  };
}
