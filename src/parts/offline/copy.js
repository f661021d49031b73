// Yesterday's paper does not pass for today's: where the worker had nothing but a copy, the page says from when it is.

import { dataPath } from "../data_path.js";
import { day } from "../saved/figures.js";
import { notice } from "./notice.js";
import { answerOf } from "./worker.js";

/** Asks the worker about the document, and about the JSON of every page that is shown after it, or has been by now. */
export function tellCopies(context) {
  let away = () => {};
  const look = async (files) => {
    const path = location.pathname;
    const { controller } = navigator.serviceWorker;
    const at = controller && Math.max(...(await Promise.all(files.map((file) => answerOf(controller, { ask: "kept", file })))));
    if (path !== location.pathname) return;
    away();
    away = () => {};
    if (!at) return;
    const { offline, saved } = await context.speak();
    if (path !== location.pathname) return;
    const text = `${offline.copy}${day(calendar(at), context.lang)}, ${clock(at)}`;
    away = notice(text, { label: saved.again, act: () => location.reload(), close: offline.close });
  };
  look([location.pathname, dataPath(location.pathname)]);
  document.addEventListener("habarshy:shown", () => look([dataPath(location.pathname)]));
}

const two = (number) => String(number).padStart(2, "0");

/** The day and the time of a moment where the reader is. */
function calendar(at) {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function clock(at) {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}
