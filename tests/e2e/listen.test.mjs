// An article is read aloud, by the browser's own voice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG, NARROW, action, isSound, openArticle, said } from "./support/article.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { PHONE, headed, newReader, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { giveVoices } from "./support/voice.mjs";

opens();

/** The words of the paragraph that is marked. */
const spoken = (page) => page.evaluate(() => document.querySelector("[data-spoken]")?.textContent);
/** Presses the button, and waits for what it brings. */
async function listen(page, press = (button) => button.click()) {
  await press(action(page, "listen"));
  await page.locator(".listen").waitFor();
}
const control = (page, name) => page.locator(".listen").getByRole("button", { name });

test("is offered only where there is a voice of the language, even if that comes late", async () => {
  const page = await newReader(browser);
  await giveVoices(page, "en-US");
  await openArticle(page, paper.url + ARTICLE);
  await action(page, "listen").waitFor({ state: "hidden" });
  await page.evaluate(() => window.bring("ru_RU"));
  await action(page, "listen").waitFor();
  await page.context().close();
  const kazakh = await newReader(browser);
  await giveVoices(kazakh, "ru-RU");
  await openArticle(kazakh, `${paper.url}/kk${ARTICLE}`);
  await action(kazakh, "listen").waitFor({ state: "hidden" });
  await kazakh.context().close();
});

test("reads headline, standfirst and paragraphs in order, and marks where it is", async () => {
  const page = await newReader(browser);
  await giveVoices(page, "ru-RU");
  await openArticle(page, `${paper.url}/news/uchet-ptic-delta/`);
  await listen(page);
  assert.equal(await spoken(page), await page.locator("h1").innerText());
  const marks = await page.evaluate(() => {
    const marks = new Set();
    while (!window.silent()) {
      marks.add(document.querySelector("[data-spoken]"));
      window.finish();
    }
    return [...marks].map((one) => one.textContent.trim());
  });
  const heard = await page.evaluate(() => window.heard);
  assert.ok(heard.every((text) => text.length <= 200), "no utterance is too long");
  const wanted = await page.evaluate(() => [document.querySelector("h1"), document.querySelector(".standfirst"), ...document.querySelectorAll("[data-body] > :is(p, h2, h3), [data-body] > :is(ul, ol) > li, [data-body] > blockquote > p")]
    .filter(Boolean).map((one) => {
      const copy = one.cloneNode(true);
      copy.querySelectorAll(".footnote-ref").forEach((reference) => reference.remove());
      return copy.textContent;
    }));
  const plain = (texts) => texts.join(" ").replace(/\s+/g, " ").trim();
  assert.equal(plain(heard), plain(wanted));
  assert.equal(marks.length, wanted.length);
  await said(page, "Статья прочитана до конца");
  assert.equal(await page.locator(".listen").count() + await page.locator("[data-spoken]").count(), 0);
  assert.equal(await action(page, "listen").getAttribute("aria-pressed"), "false");
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("pauses, goes on, goes back and forth, and stops, all by the keyboard", async () => {
  const page = await newReader(browser);
  await giveVoices(page, "ru-RU");
  await openArticle(page, paper.url + ARTICLE);
  await listen(page, (button) => button.press("Enter"));
  assert.equal(await page.locator(":focus").getAttribute("aria-label"), "Пауза");
  await page.keyboard.press("Enter");
  await said(page, "Чтение на паузе");
  assert.ok(await page.evaluate(() => window.silent()));
  assert.equal(await page.locator(":focus").getAttribute("aria-label"), "Читать дальше");
  await page.keyboard.press("Enter");
  const heard = () => page.evaluate(() => window.heard);
  assert.deepEqual(new Set(await heard()).size, 1, "what was broken off is said again");
  await control(page, "Следующий абзац").press("Enter");
  assert.notEqual((await heard()).at(-1), (await heard())[0]);
  await control(page, "Предыдущий абзац").press("Enter");
  assert.equal((await heard()).at(-1), (await heard())[0]);
  await page.locator(".listen-speed").selectOption("1.5");
  assert.equal(await page.evaluate(() => window.rates.at(-1)), 1.5);
  await control(page, "Остановить чтение").press("Enter");
  assert.ok(await page.evaluate(() => window.silent()));
  assert.equal(await page.locator(".listen").count(), 0);
  assert.ok(await action(page, "listen").evaluate((one) => one === document.activeElement));
  await page.context().close();
});

const LESS_MOTION = { "by the system": [{ reducedMotion: "reduce" }, {}], "by the paper's settings": [{}, { version: 1, motion: "less" }] };
for (const [where, [options, settings]] of Object.entries(LESS_MOTION)) {
  test(`keeps the paragraph in sight, at once where less motion is wanted ${where}, unless the reader has scrolled away`, async () => {
    const page = await newReader(browser, { ...PHONE, ...options });
    await giveVoices(page, "ru-RU");
    await page.addInitScript((settings) => localStorage.setItem("habarshy:settings", settings), JSON.stringify(settings));
    await openArticle(page, paper.url + LONG);
    const inSight = () => {
      const { top, bottom } = document.querySelector("[data-spoken]").getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    const on = (count) => page.evaluate((count) => { while (count-- > 0) window.finish(); }, count);
    await action(page, "listen").evaluate((button) => button.scrollIntoView());
    await listen(page);
    await until(page, inSight);
    await on(12);
    assert.ok(await page.evaluate(inSight));
    assert.ok(await page.evaluate(() => scrollY > 0), "it has moved on");
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const y = await page.evaluate(() => scrollY);
    await on(3);
    assert.equal(await page.evaluate(() => scrollY), y);
    await control(page, "Предыдущий абзац").click();
    assert.ok(await page.evaluate(inSight), "nothing glides");
    await page.context().close();
  });
}

test("ends when the page is left, and when another tab begins", async () => {
  const page = await newReader(browser);
  await giveVoices(page, "ru-RU");
  await openArticle(page, paper.url + ARTICLE);
  await listen(page);
  const other = await page.context().newPage();
  await giveVoices(other, "ru-RU");
  await openArticle(other, paper.url + ARTICLE);
  await listen(other);
  await said(page, "Чтение остановлено");
  assert.ok(await page.evaluate(() => window.silent()));
  assert.equal(await other.evaluate(() => window.silent()), false);
  const link = other.locator(".related h3 a").first();
  const title = await link.innerText();
  await link.click();
  await headed(other, title);
  await until(other, () => window.silent());
  assert.equal(await other.locator(".listen").count(), 0);
  await listen(page);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  assert.ok(await page.evaluate(() => window.silent()));
  await page.context().close();
});

test("is open to everyone, and fits into 320 pixels", async () => {
  const page = await newReader(browser, NARROW);
  await giveVoices(page, "ru-RU");
  await openArticle(page, paper.url + ARTICLE);
  await listen(page);
  await page.locator(".listen").waitFor();
  await isSound(page);
  assert.equal(await page.locator(".listen :is(button, select)").evaluateAll((all) => all.filter((one) => one.offsetHeight < 44 || one.offsetWidth < 44).length), 0);
  await page.context().close();
});
