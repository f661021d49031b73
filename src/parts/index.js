// The host of the parts: modules for what a page can do beyond being read. Each is loaded when a page has a place for it, or
// when the reader asks for it; none before the text.
//
// A part is a module with one or both of these:
//   mount(element, context)  fills an element `[data-mount="name"]` of the page that is shown; may give back a function that
//                            is called when that page has been left. A button `[data-does]` in it that was pressed before is
//                            pressed again then;
//   open(button, context)    answers a click on `[data-part="name"]`.
// and a service, which belongs to no place on the page, has `begin(context)`.

const PARTS = {
  article: () => import("./article.js"),
  saved: () => import("./saved.js"),
  search: () => import("./search.js"),
  settings: () => import("./settings.js"),
};
const SERVICES = [() => import("./ahead.js"), () => import("./offline.js"), () => import("./fresh.js"), () => import("./settings/follow.js")];

/**
 * What every part is given:
 *   lang   the page's language,
 *   words  the words of the parts in that language, by part,
 *   build  the id of the build that the page belongs to,
 *   worker whether the build has a service worker,
 *   speak  for services: loads words and style, and gives the words.
 */
let context;
let style;
let words;

/** Elements that have a part, with the path of their page and what the part wants done when that is left. */
const mounted = new Map();

/** The last press that nobody was there for: what the button does, and the path of its page. */
let pressed;

/** The client is up, or will not come soon. */
let clientSettled;

/**
 * Begins, and answers the click that came before. What belongs to no place, or to one that the
 * client hydrates, waits until the client has `settled`. A client that is `up` later than that may
 * have drawn the places anew.
 */
export function begin(data, asked, settled, up) {
  clientSettled = settled;
  document.addEventListener("click", (event) => {
    const button = event.target?.closest?.("[data-part], [data-does]");
    if (button) press(button);
  });
  document.addEventListener("keydown", toSearch);
  document.addEventListener("habarshy:shown", soon);
  style = () => styled(data.style);
  words = () => worded(data.words);
  context = { lang: document.documentElement.lang, build: data.build, words: {}, worker: "worker" in data, speak };
  if (asked) press(asked);
  mount();
  up.then(mount);
  for (const service of SERVICES) settled.then(service).then((module) => module.begin(context)).catch(() => {});
}

/** A part that cannot be had (no network, a newer build) leaves the page as it was. */
async function have(name) {
  const [module] = await Promise.all([PARTS[name](), speak()]);
  return module;
}

/** For a service that has something to say. */
async function speak() {
  [context.words] = await Promise.all([words(), style()]);
  return context.words;
}

function press(button) {
  if (button.dataset.part) open(button);
  else if (!isMounted(button.closest("[data-mount]"))) {
    pressed = { does: button.dataset.does, path: location.pathname };
    // What could not be had when the page came may be within reach by now.
    mount();
  }
}

const isMounted = (element) => mounted.get(element)?.mark !== undefined;

async function open(button) {
  const name = button.dataset.part;
  if (!Object.hasOwn(PARTS, name)) return;
  button.setAttribute("aria-busy", "true");
  try {
    (await have(name)).open(button, context);
  } catch {
    // Without a network a part may be out of reach: the button is there for another try.
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** The page is painted before its parts begin; but what was found stands again at once. */
function soon() {
  if (document.querySelector('[data-mount="search"]')) mount();
  else requestAnimationFrame(() => setTimeout(mount));
}

function mount() {
  const path = location.pathname;
  for (const [element, place] of mounted) {
    // A place goes with `main`, which is another element on each page. Where it stands, others may have emptied it.
    const isAsLeft = place.mark === undefined || element.firstChild === place.mark;
    if (element.isConnected && place.path === path && isAsLeft) continue;
    mounted.delete(element);
    place.leave?.();
  }
  for (const element of document.querySelectorAll("[data-mount]")) {
    const name = element.dataset.mount;
    if (mounted.has(element) || !Object.hasOwn(PARTS, name)) continue;
    const place = { path };
    mounted.set(element, place);
    const stands = () => mounted.get(element) === place;
    // The search only adds to what is in its place.
    const isOpen = name === "search" || clientSettled;
    Promise.all([have(name), isOpen]).then(([module]) => {
      if (!stands() || !element.isConnected) return;
      place.leave = module.mount(element, context);
      place.mark = element.firstChild;
      const again = pressed?.path === path && element.querySelector(`[data-does="${pressed.does}"]`);
      if (again && !again.hidden) again.click();
      pressed = undefined;
    }).catch(() => stands() && mounted.delete(element));
  }
}

let styling;
function styled(href) {
  styling ??= new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve });
    link.onerror = (event) => { styling = undefined; reject(event); };
    document.head.append(link);
  });
  return styling;
}

let wording;
function worded(url) {
  wording ??= fetch(url).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
  wording.catch(() => { wording = undefined; });
  return wording;
}

/** The key of searches everywhere; not where something is being written. */
function toSearch(event) {
  const writes = event.target?.closest?.("input, textarea, select, [contenteditable], dialog");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || writes) return;
  const field = document.querySelector(".search-field");
  event.preventDefault();
  if (field) field.focus();
  else document.querySelector('.tool[href]')?.click();
}
