// Keeping an article with its pictures on this device. How it is kept is the store's affair.

const store = () => import("../saved/store.js");

export function saving({ article, button, words, say }) {
  const save = button("save");
  // Beside the drawing; the client's marks are comments.
  const label = [...save.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
  const word = label.textContent;
  const path = location.pathname;

  function show(kept) {
    save.setAttribute("aria-pressed", String(kept));
    label.textContent = kept ? words.saved : word;
  }
  // In another tab, or on the page of saved articles, it may have been removed meanwhile.
  async function look() {
    if (document.hidden || save.ariaBusy === "true") return;
    try {
      const kept = await (await store()).isSaved(path);
      if (save.ariaBusy !== "true") show(kept);
    } catch { /* What stands in the way is said to those who press the button. */ }
  }
  async function press() {
    const kept = save.ariaPressed === "true";
    const { isSaved, remove, save: keep } = await store();
    // A device that cannot say what it keeps cannot keep anything.
    try { await isSaved(path); } catch { return words.not_here; }
    if (kept) {
      await remove(path);
      show(false);
      return words.removed;
    }
    say(words.saving);
    await keep(path, { title: article.querySelector("#headline").textContent });
    show(true);
    return words.kept;
  }
  save.addEventListener("click", async () => {
    if (save.ariaBusy === "true") return;
    save.ariaBusy = "true";
    try {
      say(await press());
    } catch (error) {
      say(error?.name === "QuotaExceededError" ? words.full : words.not_saved);
    } finally {
      save.ariaBusy = null;
    }
  });
  show(false);
  return following(look);
}

/** Looks whenever the page comes into sight, and at each change while it is there. Gives a function that ends it. */
function following(look) {
  let channel;
  const close = () => {
    channel?.close();
    channel = undefined;
  };
  // A page that is out of sight has no channel: browsers keep such a page for the way back.
  const turn = () => {
    close();
    if (document.hidden) return;
    if ("BroadcastChannel" in window) {
      channel = new BroadcastChannel("habarshy:saved");
      channel.addEventListener("message", look);
    }
    look();
  };
  turn();
  document.addEventListener("visibilitychange", turn);
  return () => {
    document.removeEventListener("visibilitychange", turn);
    close();
  };
}
