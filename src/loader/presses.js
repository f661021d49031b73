// Keeps the last press that comes before the client that it is for.

let selector;
let path;

function keep({ target }) {
  const { part, does } = target?.closest?.("[data-part], [data-does]")?.dataset ?? {};
  if (!part && !does) return;
  selector = part ? `[data-part="${part}"]` : `[data-does="${does}"]`;
  // What belongs to a page is for that page alone.
  path = part ? undefined : location.pathname;
}

/** Begins to listen. What was pressed before this file was there, the first script has kept. */
export function keepPresses() {
  addEventListener("click", keep);
  onclick = null;
  keep({ target: document.pressed });
}

/** The client is up: it hears the press that it has missed. It may have drawn the page anew. */
export function passOn() {
  removeEventListener("click", keep);
  if (!selector || (path ?? location.pathname) !== location.pathname) return;
  document.querySelector(selector)?.click();
}
