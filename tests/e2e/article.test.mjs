// What a reader can do with an article: share it, print it, keep it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NARROW, acting, action, isSound, openArticle, said, summary, turnToActions } from "./support/article.mjs";
import { chunkFile } from "./support/client.mjs";
import { ARTICLE } from "./support/pages.mjs";
import { DESKTOP, PHONE, headed, newReader, open, painted, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { giveVoices } from "./support/voice.mjs";
import { held, refused } from "./support/wire.mjs";

const ADDRESS = `https://habarshy.example${ARTICLE}`;

opens();

test("the actions work again where the client opens the page anew", async () => {
  const page = await newReader(browser);
  await openArticle(page, paper.url + ARTICLE);
  await page.locator(".share summary").evaluate((one) => one.setAttribute("data-old", ""));
  await page.locator(".languages [aria-current]").click();
  await page.locator(".share summary[data-old]").waitFor({ state: "detached" });
  await acting(page);
  assert.ok(await action(page, "listen").isHidden(), "there is no voice");
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("a press that comes before the actions work is not lost", async () => {
  const page = await newReader(browser);
  const part = await chunkFile(paper, "article");
  const { release, fault } = held();
  paper.wire.fail(part, fault);
  await page.addInitScript(() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; });
  await page.goto(paper.url + ARTICLE);
  const asked = page.waitForRequest((request) => request.url().endsWith(part));
  await action(page, "print").click();
  await asked;
  assert.equal(await page.evaluate(() => window.printed), undefined);
  release();
  await until(page, () => window.printed === 1);
  await action(page, "print").click();
  await until(page, () => window.printed === 2);
  paper.wire.mend();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("actions that could not be had work with a press when the network is back", async () => {
  const page = await newReader(browser);
  const chunk = await chunkFile(paper, "article");
  paper.wire.fail(chunk, refused);
  const failed = page.waitForEvent("requestfailed", (request) => request.url().endsWith(chunk));
  await open(page, paper.url + ARTICLE);
  await turnToActions(page);
  await failed;
  // Whoever has asked for them knows that they did not come.
  await painted(page);
  paper.wire.mend();
  await action(page, "save").click();
  await acting(page);
  await page.context().close();
});

test("without scripts nothing is offered that needs them", async () => {
  const page = await newReader(browser, { ...DESKTOP, javaScriptEnabled: false });
  await page.goto(paper.url + ARTICLE);
  assert.deepEqual(await page.locator("button:visible").count(), 0);
  await page.goto(`${paper.url}/search/`);
  assert.ok(await page.locator(".without-script").isVisible());
  await page.context().close();
});

describe("sharing", () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`leads to each service by a plain link, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
      const page = await newReader(browser, { ...DESKTOP, javaScriptEnabled });
      await page.goto(paper.url + ARTICLE);
      if (javaScriptEnabled) await acting(page);
      await summary(page).click();
      const links = await page.locator(".share a").evaluateAll((all) => all.map((link) => link.href));
      const read = links.map((link) => new URL(link));
      assert.deepEqual(read.map(({ host, protocol }) => host || protocol), ["t.me", "wa.me", "vk.com", "x.com", "mailto:"]);
      assert.deepEqual(read.map((link) => ["url", "text", "body"].map((key) => link.searchParams.get(key)).find(Boolean)), Array(5).fill(ADDRESS));
      assert.equal(read[4].searchParams.get("subject"), await page.locator("h1").innerText());
      assert.ok(links.every((link) => /^[\x21-\x7e]+$/.test(link)), "what is sent is encoded");
      assert.equal(await page.locator(".share a").first().isVisible(), true);
      await page.context().close();
    });
  }

  test("copies the address, and says so", async () => {
    const page = await newReader(browser);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await openArticle(page, paper.url + ARTICLE);
    await summary(page).click();
    await page.getByRole("button", { name: "Скопировать ссылку" }).click();
    await said(page, "Ссылка скопирована");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), ADDRESS);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test("shows the address, selected, where it may not be copied", async () => {
    const page = await newReader(browser);
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await openArticle(page, paper.url + ARTICLE);
    await summary(page).click();
    await page.getByRole("button", { name: "Скопировать ссылку" }).click();
    await said(page, "Скопируйте адрес из поля");
    assert.equal(await page.evaluate(() => getSelection().toString() || document.activeElement.value), ADDRESS);
    assert.deepEqual(await page.evaluate(() => [document.activeElement.selectionStart, document.activeElement.selectionEnd]), [0, ADDRESS.length]);
    await page.context().close();
  });

  test("goes the device's own way where there is one", async () => {
    const page = await newReader(browser, PHONE);
    await page.addInitScript(() => {
      window.shared = [];
      navigator.canShare = () => true;
      navigator.share = async (what) => {
        window.shared.push(what);
        if (window.refuses) throw new DOMException("", window.refuses);
      };
    });
    await openArticle(page, paper.url + ARTICLE);
    await summary(page).click();
    assert.deepEqual(await page.evaluate(() => window.shared), [{ title: await page.locator("h1").innerText(), url: ADDRESS }]);
    assert.equal(await page.locator(".share[open]").count(), 0);
    // Whoever did not find what they wanted there, finds the links.
    for (const refusal of ["AbortError", "NotAllowedError"]) {
      await page.evaluate((refusal) => { window.refuses = refusal; }, refusal);
      await summary(page).click();
      await page.locator(".share[open]").getByRole("link", { name: "Telegram" }).waitFor();
      await summary(page).click();
      await page.locator(".share:not([open])").waitFor();
    }
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test("closes by Escape, and the focus goes back", async () => {
    const page = await newReader(browser);
    await openArticle(page, paper.url + ARTICLE);
    await summary(page).press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(":focus").innerText(), "Скопировать ссылку");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".share[open]").count(), 0);
    assert.ok(await summary(page).evaluate((one) => one === document.activeElement));
    await page.context().close();
  });

  test("is open to everyone, and fits into 320 pixels", async () => {
    const page = await newReader(browser, NARROW);
    await openArticle(page, paper.url + ARTICLE);
    await summary(page).click();
    await page.locator(".share[open]").waitFor();
    await isSound(page);
    const low = await page.locator(".actions .action").filter({ visible: true }).evaluateAll((all) => all.filter((one) => one.offsetHeight < 44).length);
    assert.equal(low, 0, "every action is as high as a fingertip");
    await page.context().close();
  });

  test("knows the next article too", async () => {
    const page = await newReader(browser);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await openArticle(page, paper.url + ARTICLE);
    const link = page.locator(".related h3 a").first();
    const [href, title] = [await link.getAttribute("href"), await link.innerText()];
    await link.click();
    await headed(page, title);
    await acting(page);
    await summary(page).click();
    assert.equal(await page.getByRole("button", { name: "Скопировать ссылку" }).count(), 1);
    await page.getByRole("button", { name: "Скопировать ссылку" }).click();
    await said(page, "Ссылка скопирована");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `https://habarshy.example${href}`);
    await page.context().close();
  });
});

describe("printing", () => {
  test("is asked for by the button", async () => {
    const page = await newReader(browser);
    await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
    await openArticle(page, `${paper.url}/news/lesopolosa-u-reki/`);
    await action(page, "print").click();
    await until(page, () => window.printed);
    assert.ok(await page.locator(".article img").evaluateAll((all) => all.every((image) => image.naturalWidth > 0)), "every picture is there");
    await page.context().close();
  });

  test("gives the article, its address and date, and nothing else", async () => {
    const page = await newReader(browser);
    await giveVoices(page, "ru-RU");
    await openArticle(page, paper.url + ARTICLE);
    await action(page, "listen").click();
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("p"), { textContent: "Notice" })));
    await page.emulateMedia({ media: "print" });
    const visible = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const parts = new Set();
      while (walker.nextNode()) {
        const { parentElement: parent, data } = walker.currentNode;
        if (data.trim() === "" || !parent.checkVisibility()) continue;
        parts.add(parent.closest("[data-body], h1, .standfirst, .dateline, .updated, .byline, figcaption")?.className.split(" ")[0] ?? data);
      }
      return [...parts].sort();
    });
    assert.deepEqual(visible.filter((name) => name !== ""), ["article-body", "byline", "dateline", "headline", "standfirst"].filter((name) => visible.includes(name)));
    for (const part of ["article-body", "dateline", "headline"]) assert.ok(visible.includes(part), part);
    const address = await page.locator("article.article").evaluate((article) => getComputedStyle(article, "::after").content);
    assert.equal(address, `"${ADDRESS}"`);
    assert.equal(await page.locator("[data-spoken]").evaluate((one) => getComputedStyle(one).boxShadow), "none");
    await page.context().close();
  });
});

describe("tools that cannot be had", () => {
  test("say so to who presses a button, and are asked for again", async () => {
    const page = await newReader(browser);
    const chunk = await chunkFile(paper, "article");
    paper.wire.fail(chunk, refused);
    const questions = [];
    page.on("dialog", async (dialog) => {
      questions.push(dialog.message());
      // With the first yes the network is back.
      paper.wire.mend();
      await dialog.accept();
    });
    await open(page, paper.url + ARTICLE);
    await action(page, "save").click();
    // The press is not lost.
    await page.locator(".actions [data-does=save][aria-pressed=true]").waitFor();
    assert.equal(questions.length, 1);
    assert.match(questions[0], /Не загрузилось/);
    await summary(page).click();
    await page.locator(".share[open]").waitFor();
    await page.context().close();
  });
});
