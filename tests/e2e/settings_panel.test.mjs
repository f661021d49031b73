// The panel in which a reader says how the paper looks: by keys and by fingers, in every theme, and where it does not come.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SETTINGS as CHOICES } from "../../src/constants.js";
import { complaints, small } from "./support/axe.mjs";
import { chunkFile, styleFile } from "./support/client.mjs";
import { openPanel, panel, shown } from "./support/chosen.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { newReader, open, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { changed, data, refused, status } from "./support/wire.mjs";

opens();

describe("the panel", () => {
  test("is used by keys alone, and gives the focus back", async () => {
    const page = await newReader(browser);
    await open(page, `${paper.url}/`);
    const button = page.locator("[data-part=settings]");
    await button.focus();
    await page.keyboard.press("Enter");
    await panel(page).waitFor();
    const walk = [];
    for (let steps = 0; steps < 12; steps += 1) {
      walk.push(await page.evaluate(() => document.activeElement.name || document.activeElement.type));
      await page.keyboard.press("Tab");
    }
    const order = ["button", "button", "settings-theme", "range", "settings-lines", "settings-letters", "settings-face", "checkbox", "checkbox", "button"];
    assert.deepEqual(walk.slice(0, order.length), order);
    await panel(page).getByLabel("Как на устройстве").focus();
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await shown(page), { theme: "light" });
    await panel(page).getByLabel("Размер текста").focus();
    await page.keyboard.press("End");
    assert.deepEqual(await shown(page), { theme: "light", text: "200" });
    await panel(page).getByLabel("Меньше движения").focus();
    await page.keyboard.press("Space");
    assert.deepEqual(await shown(page), { theme: "light", text: "200", motion: "less" });
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "detached" });
    assert.equal(await button.evaluate((one) => one === document.activeElement), true);
    await page.context().close();
  });

  for (const [size, viewport, text] of [["a low window", { width: 1440, height: 500 }, "100"], ["a phone", { width: 320, height: 640 }, "100"], ["a phone in large letters", { width: 320, height: 640 }, "200"]]) {
    test(`shows whatever the keyboard reaches below its head, on ${size}`, async () => {
      const page = await newReader(browser, { viewport });
      await open(page, `${paper.url}/`);
      await openPanel(page);
      await panel(page).getByLabel("Размер текста").fill(text);
      await panel(page).getByRole("button", { name: "Сбросить настройки" }).focus();
      // From the lower end up: what comes into sight comes from above.
      const walk = [];
      for (let steps = 0; steps < 10; steps += 1) {
        walk.push(await page.evaluate(() => {
          const own = document.activeElement;
          if (own.closest(".settings-head")) return "head";
          const { bottom } = document.querySelector(".settings-head").getBoundingClientRect();
          const { top } = (own.closest("label") ?? own).getBoundingClientRect();
          return top < bottom ? `hidden: ${own.name || own.type}` : own.name || own.type;
        }));
        await page.keyboard.press("Shift+Tab");
      }
      assert.deepEqual(walk, ["button", "checkbox", "checkbox", "settings-face", "settings-letters", "settings-lines", "range", "settings-theme", "button", "head"]);
      await page.context().close();
    });
  }

  test("is closed by a step back, which gives the focus to the page that comes", async () => {
    const page = await newReader(browser);
    await open(page, `${paper.url}/`);
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await page.waitForURL(paper.url + ARTICLE);
    await openPanel(page);
    await page.goBack();
    await panel(page).waitFor({ state: "detached" });
    await until(page, () => document.activeElement.matches("main h1"));
    await page.context().close();
  });

  test("is closed by a press beside it, and by its button", async () => {
    const page = await newReader(browser);
    await open(page, `${paper.url}/`);
    await openPanel(page);
    await page.mouse.click(200, 400);
    await panel(page).waitFor({ state: "detached" });
    await openPanel(page);
    await panel(page).getByRole("button", { name: "Закрыть" }).click();
    await panel(page).waitFor({ state: "detached" });
    assert.equal(await page.locator("[data-part=settings]").evaluate((one) => one === document.activeElement), true);
    await page.context().close();
  });

  for (const [what, file] of [["its chunk", () => chunkFile(paper, "settings")], ["its style sheet", () => styleFile(paper)]]) {
    test(`says so where ${what} does not come, and can be asked for again`, async () => {
      const page = await newReader(browser);
      paper.wire.fail(await file(), refused);
      await open(page, `${paper.url}/`);
      const asked = page.waitForEvent("dialog");
      await page.locator("[data-part=settings]").click({ noWaitAfter: true });
      const question = await asked;
      assert.match(question.message(), /Не загрузилось/);
      await question.dismiss();
      await page.locator("[data-part=settings]:not([aria-busy])").waitFor();
      assert.equal(await panel(page).count(), 0);
      paper.wire.mend();
      await openPanel(page);
      await page.context().close();
    });
  }

  test("offers the new page where another build has taken its chunk away", async () => {
    const page = await newReader(browser);
    await open(page, `${paper.url}/`);
    paper.wire.fail(await chunkFile(paper, "settings"), status(404));
    paper.wire.fail(data("/"), changed((text) => text.replace(/"build":"[^"]*"/, '"build":"newer"')));
    const asked = page.waitForEvent("dialog");
    await page.locator("[data-part=settings]").click({ noWaitAfter: true });
    const question = await asked;
    assert.match(question.message(), /Сайт обновился/);
    paper.wire.mend();
    await Promise.all([page.waitForEvent("load"), question.accept()]);
    await taken(page);
    await openPanel(page);
    await page.context().close();
  });

  for (const [prefix, lang] of [["", "ru"], ["/kk", "kk"], ["/en", "en"]]) {
    test(`is open to everyone in every theme, in ${lang}`, async () => {
      const page = await newReader(browser, { viewport: { width: 320, height: 740 }, hasTouch: true, reducedMotion: "reduce" });
      await open(page, `${paper.url}${prefix}/`);
      await openPanel(page);
      assert.doesNotMatch(await panel(page).innerText(), /undefined/);
      for (const theme of CHOICES.theme) {
        await panel(page).locator(`input[value="${theme}"]`).check();
        assert.deepEqual(await complaints(page), [], theme);
      }
      await panel(page).locator("input[type=range]").fill("200");
      await panel(page).locator("[name=settings-letters][value=widest]").check();
      assert.deepEqual(await panel(page).evaluate((one) => [one.scrollWidth <= one.clientWidth, document.documentElement.scrollWidth]), [true, 320]);
      assert.deepEqual(await small(page, "dialog.settings"), []);
      await page.context().close();
    });
  }

  test("works in forced colours", async () => {
    const page = await newReader(browser);
    await page.emulateMedia({ forcedColors: "active" });
    await open(page, `${paper.url}/`);
    await openPanel(page);
    await panel(page).getByLabel("Темная тема").check();
    const outline = (label) => panel(page).locator("label", { hasText: label }).evaluate((one) => getComputedStyle(one).outlineStyle);
    // What the keyboard is on looks otherwise than what is chosen.
    await panel(page).getByLabel("Без засечек").check();
    await panel(page).getByLabel("Темная тема").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    assert.deepEqual([await outline("Темная тема"), await outline("Без засечек"), await outline("Светлая тема")], ["dashed", "solid", "none"]);
    // Axe is told the colours of the sheet, not those that the browser puts in their place.
    assert.deepEqual(await complaints(page, { rules: { "color-contrast": { enabled: false } } }), []);
    assert.equal(await panel(page).evaluate((one) => getComputedStyle(one).backgroundColor), "rgb(255, 255, 255)");
    await page.context().close();
  });
});
