// Times of going from page to page, in Chromium and Firefox: node tools/bench/navigation.mjs [--rounds N] [--beside SITE]
//
// SITE is a built site, or a checkout of another version that is built (./navigation/sites.mjs): then both are measured in
// turns, each in a browser of its own, and a ratio is that of this version's time to the other's in the same round: the
// median, and the range of the middle half. A ratio over `LIMIT` for what has one ends the command with a failure, and so does
// a long article that has a task over 50 ms in most rounds with the CPU at its own speed.
//
// The CPU is slowed down by Chromium's own throttle; Firefox has none, and reports no long tasks. ONLY=Firefox measures in
// one browser, NOAHEAD=1 leaves out what is asked for ahead of clicks.

import { chromium, firefox } from "playwright-core";
import { LONG } from "../../tests/e2e/support/long.mjs";
import { openSites } from "./navigation/sites.mjs";
import { cards, click, headline, load, openWindow, quiet, step, tasks } from "./navigation/window.mjs";

const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);

const ROUNDS = Number(option("--rounds", 20));
const LONG_ROUNDS = Math.ceil(ROUNDS / 4);
const SLOWED = 4;
const { ONLY, NOAHEAD } = process.env;

/** How much longer than beside it a click that was asked for ahead and a step back may take. */
const LIMIT = 1.1;

const BROWSERS = {
  Chromium: () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] }),
  Firefox: () => firefox.launch({ channel: "moz-firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" }),
};

/** The sides in turns: who is first in one round is last in the next. */
const inTurns = (sides, round) => (round % 2 === 0 ? sides : [...sides].reverse());

/** The times of clicks and of steps back, in a window of each side at its front page. */
async function clicksAndBacks(sides, { ahead, slowed }) {
  const windows = new Map();
  const times = new Map(sides.map((side) => [side, { clicks: [], backs: [] }]));
  for (const side of sides) {
    const page = await openWindow(side.browser, side.url, { slowed, ahead });
    const known = (await cards(page)).filter(([path]) => path !== LONG.path);
    windows.set(side, { page, known, front: await headline(page) });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of inTurns(sides, round)) {
      const { page, known, front } = windows.get(side);
      times.get(side).clicks.push(await click(page, known[round % known.length], { ahead }));
      times.get(side).backs.push(await step(page, "back", front));
      // A page that was seen is kept: those that are seen again have to come from the network.
      if ((round + 1) % known.length === 0) await load(page, side.url);
    }
  }
  for (const { page } of windows.values()) await page.context().close();
  return times;
}

/** The time and the long tasks of the long article: from a click, going back to it, and when it is loaded as a document. */
async function longArticles(sides, slowed) {
  const results = new Map(sides.map((side) => [side, { clicks: [], clickTasks: [], stepTasks: [], loadTasks: [] }]));
  for (let round = 0; round < LONG_ROUNDS; round += 1) {
    for (const side of inTurns(sides, round)) {
      const result = results.get(side);
      const page = await openWindow(side.browser, side.url, { slowed });
      const front = await headline(page);
      await tasks(page);
      result.clicks.push(await click(page, [LONG.path, LONG.title], { ahead: round % 2 === 0 && !NOAHEAD }));
      result.clickTasks.push(longestOf(await tasks(page)));
      await step(page, "back", front);
      await tasks(page);
      await step(page, "forward", LONG.title);
      result.stepTasks.push(longestOf(await tasks(page)));
      await load(page, side.url + LONG.path);
      await quiet(page);
      result.loadTasks.push(longestOf(await tasks(page)));
      await page.context().close();
    }
  }
  return results;
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const at = (numbers, part) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
const said = (numbers) => `${at(numbers, 0.5).toFixed(0)} ms (${at(numbers, 0).toFixed(0)} to ${at(numbers, 1).toFixed(0)})`;
/** Of the tasks of a round: browsers report those over 50 ms. */
const longestOf = (tasks) => Math.max(0, ...tasks);
const saidOfTasks = (longest) => (Math.max(...longest) ? `${at(longest, 0.5).toFixed(0)} ms (to ${Math.max(...longest).toFixed(0)})` : "none over 50 ms");

const faults = [];
const print = (what, value) => console.log(`  ${what.padEnd(62)} ${value}`);

/** A line of times: of this version, and if there is one beside it, of that, and the ratio. */
function line(what, [own, beside], limit = Infinity) {
  if (!beside) return print(what, said(own));
  const ratios = own.map((time, round) => time / beside[round]);
  const ratio = at(ratios, 0.5);
  print(what, `${said(own)} beside ${said(beside)}: ${ratio.toFixed(2)} (${at(ratios, 0.25).toFixed(2)} to ${at(ratios, 0.75).toFixed(2)})`);
  if (ratio > limit) faults.push(`${what}: ${ratio.toFixed(2)} is over ${limit}`);
}

async function report(name, launch, { sites, hasLong }) {
  const sides = await Promise.all(sites.map(async (site) => ({ ...site, browser: await launch() })));
  console.log(`${name} ${sides[0].browser.version()}`);
  const of = (results, what) => sides.map((side) => results.get(side)[what]);
  for (const slowed of name === "Chromium" ? [1, SLOWED] : [1]) {
    const by = slowed > 1 ? `, CPU slowed ${slowed} times` : "";
    if (!NOAHEAD) {
      const ahead = await clicksAndBacks(sides, { slowed, ahead: true });
      line(`click to painted, asked for ahead${by}`, of(ahead, "clicks"), LIMIT);
    }
    const plain = await clicksAndBacks(sides, { slowed, ahead: false });
    line(`click to painted, from loopback${by}`, of(plain, "clicks"));
    line(`back to painted${by}`, of(plain, "backs"), LIMIT);
    if (!hasLong) continue;
    const long = await longArticles(sides, slowed);
    line(`60,000 characters, click to painted${by}`, of(long, "clicks"));
    if (name !== "Chromium") continue;
    for (const [what, when] of [["clickTasks", "after a click"], ["stepTasks", "after a step"], ["loadTasks", "of loading the document"]]) {
      const [own, ...others] = of(long, what);
      print(`60,000 characters, longest task ${when}${by}`, [own, ...others].map(saidOfTasks).join(" beside "));
      if (slowed === 1 && at(own, 0.5) > 0) faults.push(`60,000 characters, ${when}: a task of ${at(own, 0.5).toFixed(0)} ms`);
    }
  }
  for (const { browser } of sides) await browser.close();
}

const opened = await openSites(option("--beside"));
if (!opened.hasLong) console.log("The site beside has no very long article: name a built checkout, which publishes one.");
try {
  for (const [name, launch] of Object.entries(BROWSERS)) {
    if (!ONLY || ONLY === name) await report(name, launch, opened);
  }
} finally {
  await opened.close();
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
