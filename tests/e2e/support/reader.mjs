// A reader with a real browser.

import { chromium, firefox } from "playwright-core";
import { TIMEOUT } from "./timeouts.mjs";

/** A browser that keeps to this machine. Other options are those of Playwright. */
export function openBrowser(options = {}) {
  return chromium.launch({
    ...options,
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    timeout: TIMEOUT,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
}

/** A Firefox as it is installed, not one of Playwright's making. */
export function openFirefox() {
  return firefox.launch({
    channel: "moz-firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    timeout: TIMEOUT,
  });
}

/** A phone of the cheaper kind. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** A desktop. */
export const DESKTOP = { viewport: { width: 1440, height: 900 } };

/**
 * A reader's fresh browser window: nothing is stored and nothing cached.
 *
 * `page.problems` collects all that the console and the page complain of, `page.requests` has what it asked for. Without
 * `worker` the browser has no service workers: what a test does to the wire then reaches the page itself.
 */
export async function newReader(browser, { worker = false, ...options } = DESKTOP) {
  const context = await browser.newContext(options);
  if (!worker) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  context.setDefaultTimeout(TIMEOUT);
  const page = await context.newPage();
  page.problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.problems.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => page.problems.push(String(error)));
  page.requests = { begun: 0, underWay: new Set() };
  page.on("request", (request) => {
    page.requests.begun += 1;
    page.requests.underWay.add(request);
  });
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => page.requests.underWay.delete(request));
  return page;
}

/** Waits until the client has taken the page over. */
export const taken = (page) => page.locator("html[data-client=ready]").waitFor({ state: "attached" });

/** Opens an address and waits for the client. */
export async function open(page, url) {
  const answer = await page.goto(url);
  await taken(page);
  return answer;
}

/**
 * Lets a page's own waiting pass fifty times as fast: it waits in `setTimeout`. `window.waits` holds the milliseconds that
 * were asked for, `window.waited` those that have passed and what they led to is done.
 */
export const hasten = (page) => page.addInitScript(() => {
  const { setTimeout } = window;
  Object.assign(window, { waits: [], waited: [] });
  window.setTimeout = (call, milliseconds) => {
    window.waits.push(milliseconds);
    return setTimeout(() => {
      call();
      window.waited.push(milliseconds);
    }, milliseconds / 50);
  };
});

/**
 * Lets those waits of a page that are so many milliseconds long end when the test says so: it waits in `setTimeout`.
 * `window.begun` counts them, `window.pass()` ends those that have begun by now and were not called off.
 */
export const hold = (page, milliseconds) => page.addInitScript((held) => {
  const { setTimeout, clearTimeout } = window;
  const calls = new Map();
  window.begun = 0;
  window.setTimeout = (call, milliseconds, ...given) => {
    if (milliseconds !== held) return setTimeout(call, milliseconds, ...given);
    window.begun += 1;
    // No number that the browser gives.
    calls.set(-window.begun, () => call(...given));
    return -window.begun;
  };
  window.clearTimeout = (number) => calls.delete(number) || clearTimeout(number);
  window.pass = () => {
    for (const [number, call] of [...calls]) if (calls.delete(number)) call();
  };
}, milliseconds);

/** Has the page note in `window.shifts` what has moved by itself: how much, what, from where and to where. */
export const watchShifts = (page) => page.addInitScript(() => {
  window.shifts = [];
  const place = ({ x, y, width, height }) => `${width}x${height} at ${x},${y}`;
  const moved = ({ node, previousRect, currentRect }) => `${node?.className || node?.nodeName} from ${place(previousRect)} to ${place(currentRect)}`;
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) window.shifts.push([value, ...sources.map(moved)].join(", "));
  }).observe({ type: "layout-shift", buffered: true });
});

/** Waits until the page has been painted as it is. */
export const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Waits until the page has all that it asked for, and has had its turns to ask for more. */
export async function atRest(page) {
  const { requests } = page;
  const end = Date.now() + TIMEOUT;
  for (let begun; begun !== requests.begun || requests.underWay.size > 0;) {
    if (Date.now() > end) throw new Error(`these did not come in time: ${[...requests.underWay].map((request) => request.url())}`);
    begun = requests.begun;
    await page.evaluate(async () => {
      for (const wait of [requestAnimationFrame, setTimeout, requestIdleCallback]) await new Promise((done) => wait(done));
    });
  }
}

/** Waits until the page has one heading and it says so. */
export const headed = (page, text) => page.locator("main h1", { hasText: text }).waitFor({ state: "attached" });

/** Waits until a function of the page gives something true. */
export const until = (page, test, argument) => page.waitForFunction(test, argument, { polling: "raf" });
