// Times of going from page to page, in Chromium and Firefox: node tools/bench/navigation.mjs [--rounds N]
//
// A time begins with the event that the browser made of the click (its `timeStamp`), or with the call of `history.back()`.
// It ends in the first task after the first frame in which the new headline stands in the page: by then the browser has
// done all that this frame asks of the page's own thread. A view transition shows the new page in that frame already,
// with the old one fading on top of it.
//
// The CPU is slowed down by Chromium's own throttle; Firefox has none, and reports no long tasks.

import { chromium, firefox } from "playwright-core";
import { LONG, longArticle } from "../../tests/e2e/support/long.mjs";
import { openPaper } from "../../tests/e2e/support/paper.mjs";
import { taken } from "../../tests/e2e/support/reader.mjs";
import { data } from "../../tests/e2e/support/wire.mjs";

const ROUNDS = Number(process.argv[process.argv.indexOf("--rounds") + 1]) || 20;
const SLOWED = 4;
const VIEW = { viewport: { width: 1280, height: 800 } };

const BROWSERS = {
  Chromium: () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] }),
  Firefox: () => firefox.launch({ channel: "moz-firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" }),
};

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

/** A browser window at an address, with the CPU slowed down so many times. */
async function reader(browser, url, { slowed = 1, script } = {}) {
  const context = await browser.newContext(VIEW);
  const page = await context.newPage();
  await page.addInitScript(probe);
  if (script) await page.addInitScript(script);
  if (slowed > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.goto(url);
  await taken(page);
  await quiet(page);
  return page;
}

/** Waits until the page has had nothing to do for a while. */
const quiet = (page) => page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(done), 300))));

/** The articles of the page that is shown, each once: path and headline. */
const cards = (page) => page.locator("main .card-title a").evaluateAll((links) => links.map((link) => [link.getAttribute("href"), link.textContent]));

/** Clicks on the headline of a card, and gives the milliseconds until the article was painted. */
async function click(page, path, title, { ahead }) {
  const link = page.locator(`main .card-title a[href="${path}"]`).first();
  await link.scrollIntoViewIfNeeded();
  if (ahead) {
    await link.hover();
    await page.waitForFunction((url) => performance.getEntriesByType("resource").some((one) => one.name.endsWith(url)), data(path));
    await quiet(page);
  }
  const painted = page.evaluate((title) => window.painted(title, () => window.clickedAt), title);
  await link.click();
  return painted;
}

const back = (page, title) => page.evaluate((title) => {
  const begin = performance.now();
  const painted = window.painted(title, () => begin);
  history.back();
  return painted;
}, title);

/** The times of clicks and of steps back, in a window at the front page. */
async function rounds(browser, url, { ahead, slowed }) {
  const page = await reader(browser, url, { slowed, script: ahead ? undefined : thrifty });
  const known = (await cards(page)).filter(([path]) => path !== LONG.path);
  const front = await page.locator("main h1").textContent();
  const times = { clicks: [], backs: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const [path, title] = known[round % known.length];
    times.clicks.push(await click(page, path, title, { ahead }));
    await quiet(page);
    times.backs.push(await back(page, front));
    await quiet(page);
    // A page that was seen is kept: those that are seen again have to come from the network.
    if ((round + 1) % known.length === 0) await page.reload().then(() => taken(page)).then(() => quiet(page));
  }
  await page.context().close();
  return times;
}

/** The time and the long tasks of the long article: from a click, going back to it, and when it is loaded as a document. */
async function long(browser, url, slowed) {
  const tasks = (page) => page.evaluate(() => window.tasks.splice(0));
  const results = { clicks: [], clickTasks: [], backTasks: [], loadTasks: [] };
  for (let round = 0; round < 5; round += 1) {
    const page = await reader(browser, url, { slowed });
    const front = await page.locator("main h1").textContent();
    await tasks(page);
    results.clicks.push(await click(page, LONG.path, LONG.title, { ahead: round % 2 === 0 && !process.env.NOAHEAD }));
    await quiet(page);
    results.clickTasks.push(...(await tasks(page)));
    await back(page, front);
    await quiet(page);
    await tasks(page);
    await page.evaluate((title) => (history.forward(), window.painted(title, () => 0)), LONG.title);
    await quiet(page);
    results.backTasks.push(...(await tasks(page)));
    await page.goto(url + LONG.path);
    await taken(page);
    await quiet(page);
    results.loadTasks.push(...(await tasks(page)));
    await page.context().close();
  }
  return results;
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const said = (numbers) => `${median(numbers).toFixed(0)} ms (${sorted(numbers)[0].toFixed(0)} to ${sorted(numbers).at(-1).toFixed(0)})`;
const longest = (tasks) => (tasks.length ? `${Math.max(...tasks)} ms` : "none over 50 ms");

async function report(name, launch, url) {
  const browser = await launch();
  const line = (what, value) => console.log(`  ${what.padEnd(62)} ${value}`);
  console.log(`${name} ${browser.version()}`);
  for (const slowed of name === "Chromium" ? [1, SLOWED] : [1]) {
    const by = slowed > 1 ? `, CPU slowed ${slowed} times` : "";
    const plain = await rounds(browser, url, { slowed, ahead: false });
    if (!process.env.NOAHEAD) {
      const ahead = await rounds(browser, url, { slowed, ahead: true });
      line(`click to painted, asked for ahead${by}`, said(ahead.clicks));
    }
    line(`click to painted, from loopback${by}`, said(plain.clicks));
    line(`back to painted${by}`, said(plain.backs));
    const { clicks, clickTasks, backTasks, loadTasks } = await long(browser, url, slowed);
    line(`60,000 characters, click to painted${by}`, said(clicks));
    if (name !== "Chromium") continue;
    line(`60,000 characters, longest task after a click${by}`, longest(clickTasks));
    line(`60,000 characters, longest task after a step${by}`, longest(backTasks));
    line(`60,000 characters, longest task of loading the document${by}`, longest(loadTasks));
  }
  await browser.close();
}

const paper = await openPaper({ articles: { [LONG.file]: longArticle() } });
try {
  for (const [name, launch] of Object.entries(BROWSERS)) {
    if (!process.env.ONLY || process.env.ONLY === name) await report(name, launch, paper.url);
  }
} finally {
  await paper.close();
}
