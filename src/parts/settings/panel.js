// The panel's elements. What they say comes from outside, so it is put in as text.

import { CHOICES } from "./choices.js";

/** An element with properties and children. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** The groups of the panel: those with one of several values, with the words of each. Nothing is the paper as it comes. */
const groups = (words) => [
  ["theme", words.theme, [[undefined, words.system], ["light", words.light], ["dark", words.dark], ["sepia", words.sepia],
    ["contrast", words.contrast], ["contrast-dark", words.contrast_dark], ["contrast-blue", words.contrast_blue]]],
  ["lines", words.lines, [[undefined, words.ordinary], ["wide", words.wide], ["widest", words.widest]]],
  ["letters", words.letters, [[undefined, words.ordinary], ["wide", words.wide], ["widest", words.widest]]],
  ["face", words.face, [[undefined, words.serif], ["sans", words.sans]]],
];

/**
 * The controls, each of which tells `chosen(name, value)`. Gives them as elements, and `show(record)`, which sets them all.
 */
export function controls(words, chosen) {
  const [theme, ...spacing] = groups(words).map((group) => radios(...group, chosen));
  const size = range(words.text, chosen);
  const switches = [check("pictures", "off", words.pictures, chosen), check("motion", "less", words.motion, chosen)];
  const all = [theme, size, ...spacing, ...switches];
  return { elements: all.map((one) => one.element), show: (record) => all.forEach((one) => one.show(record)) };
}

function radios(name, title, values, chosen) {
  const inputs = values.map(([value, words]) => {
    const input = make("input", { type: "radio", name: `settings-${name}`, value: value ?? "" });
    input.addEventListener("change", () => chosen(name, value));
    return { value, input, label: make("label", { className: `choice ${name}-${value ?? "own"}` }, input, make("span", { textContent: words })) };
  });
  return {
    element: make("fieldset", { className: `choices choices-${name}` }, make("legend", { textContent: title }), ...inputs.map((one) => one.label)),
    show: (record) => inputs.forEach((one) => { one.input.checked = record[name] === one.value; }),
  };
}

function range(title, chosen) {
  const sizes = [100, ...CHOICES.text];
  const input = make("input", { type: "range", min: sizes[0], max: sizes.at(-1), step: sizes[1] - sizes[0], id: "settings-text" });
  const value = make("output");
  value.setAttribute("for", input.id);
  // Read aloud with the thumb itself, not a second time.
  value.setAttribute("aria-hidden", "true");
  const say = () => {
    value.textContent = `${input.value}\u00a0%`;
    input.setAttribute("aria-valuetext", value.textContent);
  };
  input.addEventListener("input", () => {
    say();
    chosen("text", input.valueAsNumber > sizes[0] ? input.valueAsNumber : undefined);
  });
  holdStill(input);
  return {
    element: make("div", { className: "size" }, make("label", { htmlFor: input.id, textContent: title }), value, input),
    show: (record) => { input.value = record.text ?? sizes[0]; say(); },
  };
}

/** The panel would grow under the finger that drags: while it does, the panel keeps its size. */
function holdStill(input) {
  const held = () => input.closest("dialog").style;
  input.addEventListener("pointerdown", () => { held().fontSize = getComputedStyle(input.closest("dialog")).fontSize; });
  for (const end of ["pointerup", "pointercancel"]) input.addEventListener(end, () => { held().fontSize = ""; });
}

function check(name, value, title, chosen) {
  const input = make("input", { type: "checkbox" });
  input.addEventListener("change", () => chosen(name, input.checked ? value : undefined));
  return {
    element: make("label", { className: "choice choice-alone" }, input, make("span", { textContent: title })),
    show: (record) => { input.checked = record[name] === value; },
  };
}
