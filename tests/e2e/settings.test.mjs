// How the paper looks is the reader's to say: before the first paint, on every page, in every tab, for everyone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SETTINGS_KEY as KEY, SETTINGS_VERSION as VERSION } from "../../src/constants.js";
import { isLegible } from "./support/article.mjs";
import { complaints, small } from "./support/axe.mjs";
import { chosen, openPanel, panel, record, shown } from "./support/chosen.mjs";
import { ARTICLE, PAGES } from "./support/pages.mjs";
import { PHONE, atRest, newReader, open, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";

const PRESET = { theme: "contrast", text: "150", lines: "wide", letters: "wide", face: "sans", motion: "less" };
const SEPIA = "rgb(245, 236, 217)";

opens();

const stored = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key)), KEY);
const paperColour = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

describe("before the first paint", () => {
  test("what was chosen is on the page before its body", async () => {
    const page = await chosen(record({ theme: "sepia", text: 150 }));
    await page.addInitScript(() => {
      // The first element of the body comes into the page after the head's script, and before anything is painted.
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        window.first = { ...document.documentElement.dataset, colour: getComputedStyle(document.documentElement).backgroundColor };
      }).observe(document, { childList: true, subtree: true });
    });
    await open(page, paper.url + ARTICLE);
    assert.deepEqual(await page.evaluate(() => window.first), { script: "", theme: "sepia", text: "150", colour: SEPIA });
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test("the script in the page does it alone", async () => {
    const page = await chosen(record({ theme: "sepia", pictures: "off" }));
    await page.route(/\/assets\/|\/parts\//, (route) => route.abort());
    await page.goto(paper.url + ARTICLE);
    assert.equal(await paperColour(page), SEPIA);
    assert.deepEqual(await page.locator("[name=theme-color]").evaluateAll((all) => all.map((one) => one.content)), [SEPIA, SEPIA]);
    assert.equal(await page.locator("img").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length), 0);
    await page.context().close();
  });

  test("what makes no sense changes nothing", async () => {
    const own = await newReader(browser);
    await open(own, `${paper.url}/`);
    const colour = await paperColour(own);
    await own.context().close();
    const hostile = [
      "", "{", "null", "7", "[]", '"dark"', record({ version: 2, theme: "dark" }), '{"theme":"dark"}',
      record({ theme: "\"><script>alert(1)</script>", text: "200", lines: 3, face: ["sans"], pictures: { off: 1 }, motion: null, script: "x" }),
      '{"version":1,"__proto__":{"theme":"dark"},"constructor":1,"client":"ready"}',
    ];
    for (const value of hostile) {
      const page = await chosen(value);
      await open(page, `${paper.url}/`);
      assert.deepEqual(await shown(page), {}, value);
      assert.equal(await paperColour(page), colour, value);
      await openPanel(page);
      assert.equal(await panel(page).locator("input[name=settings-theme][value='']").isChecked(), true, value);
      assert.deepEqual(page.problems, [], value);
      await page.context().close();
    }
  });
});

describe("choosing", () => {
  test("shows at once, and lasts over a navigation, a reload and another language", async () => {
    const page = await newReader(browser);
    await open(page, `${paper.url}/`);
    await openPanel(page);
    await panel(page).getByLabel("Сепия").check();
    assert.equal(await paperColour(page), SEPIA);
    await panel(page).getByLabel("Размер текста").fill("130");
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "20.8px");
    assert.equal(await panel(page).locator("output").textContent(), "130\u00a0%");
    await panel(page).getByLabel("Без засечек").check();
    assert.deepEqual(await stored(page), { version: VERSION, theme: "sepia", text: 130, face: "sans" });
    await page.keyboard.press("Escape");
    await page.locator(".card-title a").first().click();
    await page.locator(".article").waitFor();
    const all = { theme: "sepia", text: "130", face: "sans" };
    assert.deepEqual(await shown(page), all);
    await page.reload();
    await taken(page);
    assert.deepEqual(await shown(page), all);
    await open(page, `${paper.url}/kk/`);
    assert.deepEqual(await shown(page), all);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test("is the same in all tabs, also in an open panel", async () => {
    const page = await newReader(browser);
    await open(page, `${paper.url}/`);
    const other = await page.context().newPage();
    await open(other, paper.url + ARTICLE);
    await openPanel(other);
    await openPanel(page);
    await panel(page).getByLabel("Белым по черному").check();
    await until(other, () => document.documentElement.dataset.theme === "contrast-dark");
    assert.equal(await panel(other).getByLabel("Белым по черному").isChecked(), true);
    await panel(page).getByRole("button", { name: "Сбросить настройки" }).click();
    await until(other, () => !("theme" in document.documentElement.dataset));
    await page.context().close();
  });

  test("the version for low vision comes and goes, and leaves what was there", async () => {
    const page = await newReader(browser);
    await open(page, paper.url + ARTICLE);
    await openPanel(page);
    await panel(page).getByLabel("Сепия").check();
    const preset = panel(page).getByRole("button", { name: "Версия для слабовидящих" });
    await preset.click();
    assert.equal(await preset.getAttribute("aria-pressed"), "true");
    assert.deepEqual(await shown(page), PRESET);
    assert.match(await panel(page).getByRole("status").textContent(), /включена/);
    // It can be bettered, and is still that version.
    await panel(page).getByLabel("Размер текста").fill("200");
    await page.reload();
    await taken(page);
    assert.deepEqual(await shown(page), { ...PRESET, text: "200" });
    await openPanel(page);
    await preset.click();
    assert.equal(await preset.getAttribute("aria-pressed"), "false");
    assert.deepEqual(await shown(page), { theme: "sepia" });
    await preset.click();
    await panel(page).getByRole("button", { name: "Сбросить настройки" }).click();
    assert.deepEqual(await shown(page), {});
    assert.equal(await page.evaluate((key) => localStorage.getItem(key), KEY), null);
    assert.deepEqual(await page.locator("[name=theme-color]").evaluateAll((all) => all.map((one) => one.content)), ["#fbfaf6", "#14171a"]);
    await page.context().close();
  });

  test("without storage it holds for the page, and says so", async () => {
    const page = await newReader(browser);
    await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } }));
    await open(page, `${paper.url}/`);
    await openPanel(page);
    await panel(page).getByLabel("Темная тема").check();
    assert.equal(await paperColour(page), "rgb(20, 23, 26)");
    assert.match(await panel(page).getByRole("status").textContent(), /не разрешает/);
    await panel(page).getByLabel("Без засечек").check();
    assert.deepEqual(await shown(page), { theme: "dark", face: "sans" });
    await page.keyboard.press("Escape");
    await page.locator(".card-title a").first().click();
    await page.locator(".article").waitFor();
    assert.deepEqual(await shown(page), { theme: "dark", face: "sans" });
    await openPanel(page);
    assert.equal(await panel(page).getByLabel("Темная тема").isChecked(), true);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test("pictures that are off leave their words, and those further down are not loaded", async () => {
    const page = await chosen(record({ pictures: "off" }));
    paper.wire.forget();
    await open(page, `${paper.url}/news/lesopolosa-u-reki/`);
    await atRest(page);
    assert.equal(await page.locator("img").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length), 0);
    const figure = page.locator(".article-body figure[data-alt]").first();
    await figure.waitFor();
    const words = await figure.evaluate((one) => [getComputedStyle(one, "::before").content, one.querySelector("img").alt]);
    assert.equal(words[0], JSON.stringify(words[1]));
    assert.deepEqual(paper.wire.asked.filter((one) => one.kind === "image" && one.path.includes("shema-polosy")), []);
    await open(page, `${paper.url}/`);
    // Nor is that of an article that the reader is about to open.
    const other = page.locator("main .card-title a").nth(3);
    paper.wire.forget();
    const came = page.waitForEvent("requestfinished", (request) => request.url().includes("/data/"));
    await other.focus();
    await came;
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    assert.deepEqual(paper.wire.asked.filter((one) => one.kind === "image"), []);
    const heights = await page.locator(".card-picture").evaluateAll((all) => all.map((one) => one.offsetHeight));
    assert.ok(heights.length > 5 && heights.every((height) => height === 0), String(heights));
    await page.context().close();
  });

  test("less motion is none", async () => {
    const page = await chosen(record({ motion: "less" }));
    await open(page, `${paper.url}/`);
    await openPanel(page);
    const moving = await page.evaluate(() => [...document.querySelectorAll("a, dialog, .progress")].map((one) => getComputedStyle(one))
      .filter((style) => style.transitionDuration !== "0s" || !["0s", "0.001s"].includes(style.animationDuration)).length);
    assert.equal(moving, 0);
    await page.context().close();
  });

  test("on paper there is no theme", async () => {
    const page = await chosen(record({ theme: "contrast-dark", text: 200 }));
    await open(page, paper.url + ARTICLE);
    await page.emulateMedia({ media: "print" });
    const [colour, ink, size] = await page.evaluate(() => {
      const style = getComputedStyle(document.querySelector(".article-body"));
      return [getComputedStyle(document.documentElement).backgroundColor, style.color, style.fontSize];
    });
    assert.deepEqual([colour, ink], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    assert.equal(Math.round(parseFloat(size)), 15);
    await page.context().close();
  });
});

describe("every page", () => {
  const PLACES = { ...PAGES };
  for (const lang of ["kk", "en"]) for (const path of ["/section/nature/", "/popular/", "/search/", "/saved/"]) PLACES[`${lang}${path}`] = `/${lang}${path}`;
  for (const [name, path] of Object.entries(PLACES)) {
    test(`${name} can be read in every theme, and fits into 320 pixels in letters twice as large`, async () => {
      const page = await newReader(browser, { viewport: { width: 320, height: 740 }, reducedMotion: "reduce" });
      await open(page, paper.url + path);
      await isLegible(page);
      await page.evaluate(() => Object.assign(document.documentElement.dataset, { text: "200", lines: "widest", letters: "widest", face: "sans" }));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.deepEqual(await complaints(page), []);
      await page.context().close();
    });
  }

  for (const path of ["/", "/kk/", ARTICLE, "/section/nature/", "/popular/", "/search/", "/saved/"]) {
    test(`${path} has targets for fingers`, async () => {
      const page = await newReader(browser, PHONE);
      await open(page, paper.url + path);
      assert.deepEqual(await small(page, "body"), []);
      await page.context().close();
    });
  }
});
