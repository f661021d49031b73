// Runs within the page, before its first paint (docs/adr/016-chunks.md).

import { applyStored } from "./loader/settings.js";

document.documentElement.dataset.script = "";
// The last press on what needs the client is for the client, when it is up.
onclick = ({ target }) => {
  const button = target.closest?.("[data-part], [data-does]");
  if (button) document.pressed = { ...button.dataset, path: location.pathname };
};
applyStored();
