// A reader's browser window that times what happens in it.
//
// A time begins with the event that the browser made of the click (its `timeStamp`), or with the call of `history.back()`.
// It ends in the first task after the first frame in which the new headline stands in the page: by then the browser has
// done all that this frame asks of the page's own thread. A view transition shows the new page in that frame already,
// with the old one fading on top of it.

import { taken } from "../../../tests/e2e/support/reader.mjs";
import { data } from "../../../tests/e2e/support/wire.mjs";

const VIEW = { viewport: { width: 1280, height: 800 } };

/** What runs in the page: it notes when a headline has been painted. */
function probe() {
  const afterFrame = (call) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = call;
    port2.postMessage(0);
  };
  window.painted = (title, begin) => new Promise((done) => {
    const look = () => {
      if (document.querySelector("main h1")?.textContent !== title) return void requestAnimationFrame(look);
      afterFrame(() => done(performance.now() - begin()));
    };
    requestAnimationFrame(look);
  });
  addEventListener("click", (event) => { window.clickedAt = event.timeStamp; }, { capture: true });
  window.tasks = [];
  try {
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((task) => task.duration))).observe({ type: "longtask", buffered: true });
  } catch { /* Firefox has none. */ }
}

/** Nothing is asked for ahead of the click. */
const thrifty = () => Object.defineProperty(navigator, "connection", { value: { saveData: true } });

/** A window at an address, the client up and at rest: with the CPU slowed down so many times, asking ahead of clicks or not. */
export async function openWindow(browser, url, { slowed = 1, ahead = true } = {}) {
  const context = await browser.newContext(VIEW);
  const page = await context.newPage();
  await page.addInitScript(probe);
  if (!ahead) await page.addInitScript(thrifty);
  if (slowed > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await load(page, url);
  return page;
}

/** Loads a document, and waits until the client is up and at rest. */
export async function load(page, url) {
  await page.goto(url);
  await taken(page);
  await quiet(page);
}

/** Waits until the page has had nothing to do for a while. */
export const quiet = (page) => page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(done), 300))));

/** The headline of the page that is shown. */
export const headline = (page) => page.locator("main h1").textContent();

/** The articles of the page that is shown, each once: path and headline. */
export const cards = (page) => page.locator("main .card-title a").evaluateAll((links) => links.map((link) => [link.getAttribute("href"), link.textContent]));

/** Clicks on the headline of a card, and gives the milliseconds until the article was painted. */
export async function click(page, [path, title], { ahead }) {
  const link = page.locator(`main .card-title a[href="${path}"]`).first();
  await link.scrollIntoViewIfNeeded();
  if (ahead) {
    await link.hover();
    await page.waitForFunction((url) => performance.getEntriesByType("resource").some((one) => one.name.endsWith(url)), data(path));
    await quiet(page);
  }
  const painted = page.evaluate((title) => window.painted(title, () => window.clickedAt), title);
  await link.click();
  const time = await painted;
  await quiet(page);
  return time;
}

/** Goes back or forward to the page with a headline, and gives the milliseconds until it was painted. */
export async function step(page, direction, title) {
  const time = await page.evaluate(([direction, title]) => {
    const begin = performance.now();
    const painted = window.painted(title, () => begin);
    history[direction]();
    return painted;
  }, [direction, title]);
  await quiet(page);
  return time;
}

/** The long tasks since the last call, in milliseconds. */
export const tasks = (page) => page.evaluate(() => window.tasks.splice(0));
