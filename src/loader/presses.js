// Keeps a press that comes before the client that it is for.

const BUTTON = "[data-part], [data-does]";

/** The selector of the button that was pressed last, and the path of its page. */
let pressed;

function keep({ target }) {
  const { part, does } = target?.closest?.(BUTTON)?.dataset ?? {};
  if (part) pressed = [`[data-part="${part}"]`];
  if (does) pressed = [`[data-does="${does}"]`, location.pathname];
}

/** Begins to listen. What was pressed before this file was there, the page's first script has kept. */
export function keepPresses() {
  addEventListener("click", keep);
  onclick = null;
  keep({ target: document.pressed });
}

/** The client is up: it hears the press that it has missed. It may have drawn the page anew. */
export function passOn() {
  removeEventListener("click", keep);
  const [selector, path = location.pathname] = pressed ?? [];
  if (selector && path === location.pathname) document.querySelector(selector)?.click();
}

/** A module's address for one more attempt: some browsers remember what failed by its address. */
export const named = (module, attempt) => (attempt > 0 ? `${module}?${attempt}` : module);
