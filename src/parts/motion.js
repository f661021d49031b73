// Whether the page should keep still.

/** Whether the reader wants that, by the system or by the paper's own settings. */
export const wantsLessMotion = () =>
  document.documentElement.dataset.motion === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches;
