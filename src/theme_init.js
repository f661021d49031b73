// Runs within the page, before its first paint (docs/adr/016-chunks.md).
import { applyStored } from "./loader/settings.js";

document.documentElement.dataset.script = "";
// The last press on what needs the client is for the client, when it is up.
onclick = ({ target }) => {
  const button = target.closest?.("[data-part], [data-does]");
  if (button) document.pressed = { ...button.dataset, path: location.pathname };
};
let late; // The sheet of what is not seen first (docs/adr/003); one that failed is asked for anew.
document.onreadystatechange = document.loadStyle = () => late ??= new Promise((done) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  link.href = document.querySelector("[data-style]").dataset.style;
  link.onload = () => done(true);
  link.onerror = () => done(late = link.remove());
  document.body.append(link);
});
applyStored();
