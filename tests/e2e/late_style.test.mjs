// A page has within it what its first paint needs. The sheet of all else comes when the page has been read; nothing moves then.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { clientFiles, styleFile } from "./support/client.mjs";
import { ARTICLE, PAGES } from "./support/pages.mjs";
import { DESKTOP, PHONE, headed, newReader, open, painted, taken, until, watchShifts } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { hanging, held, refused, status } from "./support/wire.mjs";

const TABLET = { viewport: { width: 800, height: 1280 }, hasTouch: true, isMobile: true };
const SIZES = { "a phone": PHONE, "a tablet": TABLET, "a desktop": DESKTOP };

/** Articles that end on the first screen. */
const SHORT = {
  "an article of a sentence": ["flash", "Мост открыт."],
  "an article of a table": ["flash-table", "| Река | Длина |\n| - | -: |\n| Или | 1439 |\n| Каратал | 390 |"],
};

const text = (title, body) => `+++\ntitle = "${title}"\ndate = 2026-11-20T09:00:00+05:00\nsection = "nature"\ntags = ["Каратал"]\n+++\n\n${body}\n`;
const files = Object.entries(SHORT).map(([name, [slug, body]]) => [`ru/${slug}.md`, text(name, body)]);

opens({ articles: Object.fromEntries(files) });

const FIRST = {
  "an article": ARTICLE,
  ...Object.fromEntries(Object.entries(SHORT).map(([name, [slug]]) => [name, `/news/${slug}/`])),
  ...Object.fromEntries([
    "an article with footnotes", "an article with a drawn cover", "the front page", "an older front page", "a section", "a tag",
    "what is read most", "the search", "what is saved", "a year of the archive", "an unknown address",
  ].map((name) => [name, PAGES[name]])),
};

/** A reader whose page stands still: what would be shown after a while is not. */
async function stillReader(options) {
  const page = await newReader(browser, options);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Animation.enable");
  await devtools.send("Animation.setPlaybackRate", { playbackRate: 0 });
  await watchShifts(page);
  return page;
}

/** The first screen with its pictures; of an article that ends there what is above that which is read after it. */
async function firstScreen(page) {
  await until(page, () => document.readyState !== "loading" && [...document.images].every((image) => {
    const { top, width } = image.getBoundingClientRect();
    return image.complete || top >= innerHeight || width === 0;
  }));
  await painted(page);
  const { width, height } = page.viewportSize();
  const end = await page.evaluate(() => document.querySelector(".article")?.getBoundingClientRect().bottom ?? innerHeight);
  return (await page.screenshot({ clip: { x: 0, y: 0, width, height: Math.floor(Math.min(end, height)) } })).toString("base64");
}

for (const [name, path] of Object.entries(FIRST)) {
  describe(`${name}, whose late sheet comes late`, () => {
    for (const [size, options] of Object.entries(SIZES)) {
      for (const colorScheme of size === "a phone" ? ["light", "dark"] : ["light"]) {
        test(`looks the same before and after on ${size}, ${colorScheme}`, async () => {
          const page = await stillReader({ ...options, colorScheme });
          const hold = held();
          paper.wire.fail(await styleFile(paper), hold.fault);
          // The page alone: what the client adds has tests of its own.
          paper.wire.fail((await clientFiles(paper)).loader, refused);
          await page.goto(paper.url + path, { waitUntil: "commit" });
          const before = await firstScreen(page);
          hold.release();
          assert.equal(await page.evaluate(() => document.loadStyle()), true);
          assert.ok(before === await firstScreen(page), "another picture");
          assert.deepEqual(await page.evaluate(() => window.shifts), []);
          await page.context().close();
        });
      }
    }
  });
}

const title = (page) => page.locator("main article.card h3 a").nth(1).innerText();
const toArticle = (page) => page.locator("main article.card h3 a").nth(1).click();
const toFront = (page) => page.locator(".brand").click();

/** Opens a page whose late sheet does not come, up to where the client has taken it over. */
async function openEarly(page, url) {
  await page.goto(url, { waitUntil: "commit" });
  await taken(page);
}

test("a page of another kind waits for its rules", async () => {
  for (const [path, go, isThere] of [["/", toArticle, "main .article"], [ARTICLE, toFront, "main .front"]]) {
    const page = await newReader(browser);
    const hold = held();
    paper.wire.fail(await styleFile(paper), hold.fault);
    await openEarly(page, paper.url + path);
    paper.wire.forget();
    await go(page);
    await page.locator(".progress[data-busy=true]").waitFor({ state: "attached" });
    await paper.wire.until(() => paper.wire.asked.some((one) => one.path.startsWith("/data/")));
    await painted(page);
    assert.equal(await page.locator(isThere).count(), 0);
    assert.equal(new URL(page.url()).pathname, path);
    hold.release();
    await page.locator(isThere).waitFor();
    assert.deepEqual(paper.wire.documents(), []);
    assert.equal(paper.wire.asked.filter((one) => one.kind === "style").length, 0, "one sheet, asked for once");
    assert.deepEqual(page.problems, []);
    paper.wire.mend();
    await page.context().close();
  }
});

for (const [name, fault] of [["is refused", refused], ["is not there", status(404)]]) {
  test(`where the late sheet ${name}, pages are documents of their own, until it comes`, async () => {
    const page = await newReader(browser);
    paper.wire.fail(await styleFile(paper), fault);
    await openEarly(page, `${paper.url}/`);
    const wanted = await title(page);
    paper.wire.forget();
    await toArticle(page);
    await page.locator("main .article").waitFor();
    await headed(page, wanted);
    await taken(page);
    assert.equal(paper.wire.documents().length, 1);
    // Nothing is left out: what follows the article is shown without its look.
    await page.locator(".related").waitFor();
    paper.wire.mend();
    paper.wire.forget();
    await toFront(page);
    await page.locator("main .front").waitFor();
    assert.deepEqual(paper.wire.documents(), []);
    assert.equal(await page.locator(".most-read").evaluate((one) => getComputedStyle(one).counterReset), "place 0");
    await page.goBack();
    await headed(page, wanted);
    await page.context().close();
  });
}

test("what follows an article is shown also where the late sheet never comes", async () => {
  const page = await newReader(browser, PHONE);
  paper.wire.fail(await styleFile(paper), hanging);
  await openEarly(page, paper.url + ARTICLE);
  for (const part of [".neighbours", ".related", ".footer"]) await page.locator(part).waitFor();
  await page.context().close();
});

test("without scripts the late sheet comes all the same", async () => {
  const page = await newReader(browser, { ...DESKTOP, javaScriptEnabled: false });
  await page.goto(paper.url + ARTICLE);
  const look = (selector, property) => page.locator(selector).first().evaluate((one, name) => getComputedStyle(one)[name], property);
  assert.equal(await look(".related .cards", "display"), "grid");
  assert.equal(await look(".related", "visibility"), "visible");
  assert.equal(await look(".footer", "visibility"), "visible");
  await page.emulateMedia({ media: "print" });
  assert.equal(await look(".related", "display"), "none");
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("it is asked for once, and blocks nothing", async () => {
  const page = await newReader(browser);
  for (const path of ["/", ARTICLE, "/search/"]) {
    paper.wire.forget();
    await open(page, paper.url + path);
    const style = await styleFile(paper);
    const [entry, ...more] = await page.evaluate((path) => performance.getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(path)).map((one) => one.renderBlockingStatus), style);
    assert.deepEqual([entry, more], ["non-blocking", []], path);
    assert.equal(await page.locator("link[rel=stylesheet]").count(), 1, path);
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
