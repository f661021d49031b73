// How the paper looks: one panel. What is chosen shows at once, on this page and in all tabs.

import { apply } from "./settings/choices.js";
import { controls, make } from "./settings/panel.js";
import { choose, keep, load, turn } from "./settings/store.js";

/** The panel that is open. */
let dialog;

/** Opens the panel. */
export function open(button, context) {
  if (dialog) return;
  const words = context.words.settings;
  const status = make("p", { className: "settings-status", role: "status" });
  const preset = make("button", { type: "button", className: "action settings-preset", textContent: words.preset });
  const reset = make("button", { type: "button", className: "action", textContent: words.reset });
  const close = make("button", { type: "button", className: "settings-close" });
  close.setAttribute("aria-label", words.close);
  const panel = controls(words, (name, value) => take(choose(load(), name, value)));

  /** Puts a record on the page, keeps it, and says so where the reader could not know. */
  function take(record, said = "") {
    apply(record);
    const kept = keep(record);
    show();
    status.textContent = [said, kept ? "" : words.unkept].join(" ").trim();
    document.dispatchEvent(new Event("habarshy:settings"));
  }
  function show() {
    const record = load();
    panel.show(record);
    preset.setAttribute("aria-pressed", String("before" in record));
  }

  preset.addEventListener("click", () => {
    const record = turn(load());
    take(record, record.before ? words.preset_on : words.preset_off);
  });
  reset.addEventListener("click", () => take({}, words.reset_done));
  close.addEventListener("click", () => dialog.close());
  dialog = make("dialog", { className: "settings" }, make("div", { className: "settings-inside" },
    make("div", { className: "settings-head" }, make("h2", { id: "settings-title", textContent: words.title }), close),
    preset, make("p", { className: "settings-note", textContent: words.preset_note }),
    ...panel.elements, make("div", { className: "settings-foot" }, reset, status, make("p", { className: "settings-note", textContent: words.kept }))));
  dialog.setAttribute("aria-labelledby", "settings-title");
  show();
  hold(dialog, button, show);
}

/** Shows a panel until the reader has done with it; then the focus is where it was, or on the page that has come meanwhile. */
function hold(panel, button, show) {
  closeFromOutside(panel);
  let back = button;
  const leave = () => {
    back = document.querySelector("main h1");
    panel.close();
  };
  document.addEventListener("habarshy:settings", show);
  document.addEventListener("habarshy:shown", leave);
  panel.addEventListener("close", () => {
    document.removeEventListener("habarshy:settings", show);
    document.removeEventListener("habarshy:shown", leave);
    panel.remove();
    dialog = undefined;
    back?.focus({ preventScroll: true });
  });
  document.body.append(panel);
  panel.showModal();
}

/** A press beside the panel closes it; one that began on the panel and slid off does not. */
function closeFromOutside(panel) {
  let outside = false;
  panel.addEventListener("pointerdown", (event) => { outside = event.target === panel; });
  panel.addEventListener("click", (event) => { if (outside && event.target === panel) panel.close(); });
}
