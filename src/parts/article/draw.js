// Elements that the part puts into the page.

/** An element with its properties, attributes and children. */
export function draw(name, { attributes = {}, ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A button with a word. */
export const button = (className, textContent, onclick) => draw("button", { type: "button", className, textContent, onclick });

/** A button with a drawing of lines in the place of a word, which says its name. */
export function lineButton(className, name, path, onclick) {
  const made = draw("button", { type: "button", className, title: name, onclick, attributes: { "aria-label": name } });
  made.append(lines(path));
  return made;
}

/** A drawing of lines, like the page's own. */
export function lines(path) {
  const svg = vector("svg", { class: "icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": "1.75", "aria-hidden": "true" });
  svg.append(vector("path", { d: path }));
  return svg;
}

function vector(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
