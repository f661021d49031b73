// Keeping an article with its pictures on this device. How it is kept is the store's affair.

const store = () => import("../saved/store.js");

export function saving({ article, button, words, say }) {
  const save = button("save");
  const label = save.lastChild;
  const word = label.textContent;
  const path = location.pathname;

  function show(kept) {
    save.setAttribute("aria-pressed", String(kept));
    label.textContent = kept ? words.saved : word;
  }
  // In another tab, or on the page of saved articles, it may have been removed meanwhile.
  async function look() {
    if (document.visibilityState !== "visible" || save.ariaBusy === "true") return;
    try {
      show(await (await store()).isSaved(path));
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
  look();
  document.addEventListener("visibilitychange", look);
  return () => document.removeEventListener("visibilitychange", look);
}
