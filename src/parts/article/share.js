// Sharing: the device's own way where it has one, else the list of links, with a button that copies the address.

import { button, draw } from "./draw.js";

export function sharing({ article, element, words, say }) {
  const details = element.querySelector(".share");
  const summary = details.querySelector("summary");
  const address = article.dataset.address;
  const shared = { title: article.querySelector("#headline").textContent, url: address };

  summary.addEventListener("click", (event) => {
    if (details.open || !deviceShares(shared)) return;
    event.preventDefault();
    // Who finds nothing there, or has it fail, finds the links.
    navigator.share(shared).catch(() => { details.open = true; });
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    event.preventDefault();
    details.open = false;
    summary.focus();
  });
  const copy = button("action", words.copy, () => copied(address).then(
    () => say(words.copied),
    () => {
      byHand(copy, address, words.address);
      say(words.copy_by_hand);
    },
  ));
  details.querySelector("ul").prepend(draw("li", {}, copy));
}

const deviceShares = (shared) => Boolean(navigator.share) && (!navigator.canShare || navigator.canShare(shared));

/** Fails where there is no clipboard, or none for this page. */
async function copied(text) {
  await navigator.clipboard.writeText(text);
}

/** Where the clipboard is out of reach, the address stands in a field, selected. */
function byHand(copy, address, label) {
  const field = draw("input", { className: "share-address", readOnly: true, value: address, attributes: { "aria-label": label } });
  copy.replaceWith(field);
  field.focus();
  field.select();
  field.scrollLeft = 0;
}
