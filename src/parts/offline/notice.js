// A line at the lower edge. It takes no focus and covers no text for good: it can be put away, and is gone with the page.

let place;

/** Makes the place. It is there from the beginning, so that what comes into it is told to those who hear the page. */
export function preparePlace() {
  place = document.createElement("div");
  place.setAttribute("role", "status");
  document.body.append(place);
}

/**
 * Shows a sentence with a button of its own and one that puts it away, in place of the notice before. Gives a function that
 * takes it away.
 */
export function notice(text, { label, act, close }) {
  const line = Object.assign(document.createElement("div"), { className: "notice" });
  const said = Object.assign(document.createElement("p"), { textContent: text });
  line.append(said, button(label, act), button(close, () => {
    line.remove();
    // The focus does not get lost with the button that it was on.
    document.querySelector("#main h1")?.focus({ preventScroll: true });
  }));
  place.replaceChildren(line);
  return () => line.remove();
}

function button(words, press) {
  const element = Object.assign(document.createElement("button"), { type: "button", className: "action", textContent: words });
  element.addEventListener("click", press);
  return element;
}
