// What a reader can do with an article: share it, print it, keep it, hear it, and go on where they stopped.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ARTICLE } from "./support/pages.mjs";
import { openPaper } from "./support/paper.mjs";
import { DESKTOP, PHONE, headed, newReader, open, openBrowser, until } from "./support/reader.mjs";
import { giveVoices } from "./support/voice.mjs";
import { refused } from "./support/wire.mjs";

/** Long, with headings, a table and lists. */
const LONG = "/news/sutki-na-stancii-ustobe/";
const ADDRESS = `https://habarshy.example${ARTICLE}`;
const NARROW = { ...PHONE, viewport: { width: 320, height: 640 } };

let paper, browser, axe;

before(async () => {
  axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
  browser = await openBrowser();
  paper = await openPaper();
});
after(async () => {
  await browser?.close();
  await paper?.close();
});

/** Opens an article and waits until its actions work. */
async function openArticle(page, path = ARTICLE) {
  await open(page, paper.url + path);
  await acting(page);
}
const acting = (page) => page.locator(".actions [data-does=save][aria-pressed]").waitFor({ state: "attached" });
const action = (page, does) => page.locator(`.actions [data-does=${does}]`);
const said = (page, text) => page.locator(".action-note", { hasText: text }).waitFor({ state: "attached" });
const summary = (page) => page.locator(".share summary");

/** What axe finds, and whether anything sticks out. */
async function isSound(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" | ")}`), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), page.viewportSize().width);
}

test("the actions work again where the client opens the page anew", async () => {
  const page = await newReader(browser);
  await openArticle(page);
  await page.locator(".share summary").evaluate((one) => one.setAttribute("data-old", ""));
  await page.locator(".languages [aria-current]").click();
  await page.locator(".share summary[data-old]").waitFor({ state: "detached" });
  await acting(page);
  assert.ok(await action(page, "listen").isHidden(), "there is no voice");
  assert.deepEqual(page.problems, []);
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
    await openArticle(page);
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
    await openArticle(page);
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
    await openArticle(page);
    await summary(page).click();
    assert.deepEqual(await page.evaluate(() => window.shared), [{ title: await page.locator("h1").innerText(), url: ADDRESS }]);
    // A change of mind is no failure.
    await page.evaluate(() => { window.refuses = "AbortError"; });
    await summary(page).click();
    await until(page, () => window.shared.length === 2);
    assert.equal(await page.locator(".share[open]").count(), 0);
    await page.evaluate(() => { window.refuses = "NotAllowedError"; });
    await summary(page).click();
    await page.locator(".share[open]").waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test("closes by Escape, and the focus goes back", async () => {
    const page = await newReader(browser);
    await openArticle(page);
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
    await openArticle(page);
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
    await openArticle(page);
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
    await openArticle(page, "/news/lesopolosa-u-reki/");
    await action(page, "print").click();
    await until(page, () => window.printed);
    assert.ok(await page.locator(".article img").evaluateAll((all) => all.every((image) => image.naturalWidth > 0)), "every picture is there");
    await page.context().close();
  });

  test("gives the article, its address and date, and nothing else", async () => {
    const page = await newReader(browser);
    await giveVoices(page, "ru-RU");
    await openArticle(page);
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

describe("keeping", () => {
  test("breaks nothing where the store cannot be had", async () => {
    const page = await newReader(browser);
    const files = await readdir(join(paper.site, "assets/parts"));
    const store = files.find((name) => name.startsWith("store"));
    paper.wire.fail(`/assets/parts/${store}`, refused);
    await openArticle(page);
    await action(page, "save").click();
    await said(page, "Сохранить не удалось");
    assert.equal(await action(page, "save").getAttribute("aria-busy"), null);
    await summary(page).click();
    await page.locator(".share[open]").waitFor();
    paper.wire.mend();
    await page.context().close();
  });
});

describe("hearing", () => {
  /** The words of the paragraph that is marked. */
  const spoken = (page) => page.evaluate(() => document.querySelector("[data-spoken]")?.textContent);
  const listen = (page) => action(page, "listen").click();
  const control = (page, name) => page.locator(".listen").getByRole("button", { name });

  test("is offered only where there is a voice of the language, even if that comes late", async () => {
    const page = await newReader(browser);
    await giveVoices(page, "en-US");
    await openArticle(page);
    await action(page, "listen").waitFor({ state: "hidden" });
    await page.evaluate(() => window.bring("ru_RU"));
    await action(page, "listen").waitFor();
    await page.context().close();
    const kazakh = await newReader(browser);
    await giveVoices(kazakh, "ru-RU");
    await openArticle(kazakh, `/kk${ARTICLE}`);
    await action(kazakh, "listen").waitFor({ state: "hidden" });
    await kazakh.context().close();
  });

  test("reads headline, standfirst and paragraphs in order, and marks where it is", async () => {
    const page = await newReader(browser);
    await giveVoices(page, "ru-RU");
    await openArticle(page, "/news/uchet-ptic-delta/");
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
    await openArticle(page);
    await action(page, "listen").press("Enter");
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

  test("keeps the paragraph in sight, unless the reader has scrolled away", async () => {
    const page = await newReader(browser, { ...PHONE, reducedMotion: "reduce" });
    await giveVoices(page, "ru-RU");
    await openArticle(page, LONG);
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
    await page.context().close();
  });

  test("ends when the page is left, and when another tab begins", async () => {
    const page = await newReader(browser);
    await giveVoices(page, "ru-RU");
    await openArticle(page);
    await listen(page);
    const other = await page.context().newPage();
    await giveVoices(other, "ru-RU");
    await openArticle(other);
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
    await openArticle(page);
    await listen(page);
    await page.locator(".listen").waitFor();
    await isSound(page);
    assert.equal(await page.locator(".listen :is(button, select)").evaluateAll((all) => all.filter((one) => one.offsetHeight < 44 || one.offsetWidth < 44).length), 0);
    await page.context().close();
  });
});

describe("going on in a long article", () => {
  const places = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("habarshy:places")));
  const offer = (page) => page.locator(".resume-go");
  /** Scrolls to where a part of the text has been read, and waits until that is noted. */
  async function readTo(page, part) {
    await page.evaluate((part) => {
      const { top, height } = document.querySelector("[data-body]").getBoundingClientRect();
      scrollTo(0, scrollY + top + part * height);
    }, part);
    await until(page, (path) => localStorage.getItem("habarshy:places")?.includes(path), LONG);
  }
  /** Comes back later, at the top: by a link in a tab of its own. */
  async function comeBack(page, fragment = "") {
    const later = await page.context().newPage();
    later.problems = [];
    await open(later, paper.url + LONG + fragment);
    await acting(later);
    return later;
  }

  test("is offered, and leads to the same words on another screen", async () => {
    const page = await newReader(browser, PHONE);
    await openArticle(page, LONG);
    assert.equal(await offer(page).count(), 0);
    await readTo(page, 0.4);
    const [paragraph] = (await places(page)).places[LONG];
    const later = await comeBack(page);
    assert.match(await offer(later).innerText(), /^Продолжить с места, где вы остановились · (39|40|41)\s%$/);
    assert.equal(await later.evaluate(() => scrollY), 0, "nothing scrolls by itself");
    await later.setViewportSize({ width: 320, height: 640 });
    await isSound(later);
    await offer(later).click();
    assert.equal(await offer(later).count(), 0);
    const top = await later.evaluate(() => document.activeElement.getBoundingClientRect().top);
    assert.ok(top < 120, `the paragraph ${paragraph} stands at ${top}`);
    assert.ok(await later.evaluate(() => document.activeElement.closest("[data-body]") !== null));
    await page.context().close();
  });

  test("is not asked again once it was declined", async () => {
    const page = await newReader(browser, PHONE);
    await openArticle(page, LONG);
    await readTo(page, 0.5);
    const later = await comeBack(page);
    await later.getByRole("button", { name: "Не нужно" }).click();
    assert.equal(await offer(later).count(), 0);
    assert.deepEqual((await places(later)).places, {});
    const again = await comeBack(page);
    assert.equal(await offer(again).count(), 0);
    await page.context().close();
  });

  test("forgets an article that was read to its end", async () => {
    const page = await newReader(browser, PHONE);
    await openArticle(page, LONG);
    await readTo(page, 0.3);
    await page.evaluate(() => document.querySelector(".article-foot").scrollIntoView());
    await until(page, () => localStorage.getItem("habarshy:places").endsWith("{}}"));
    await page.context().close();
  });

  test("is not offered at a fragment, nor on a way back", async () => {
    const page = await newReader(browser, PHONE);
    await openArticle(page, LONG);
    await readTo(page, 0.5);
    const heading = await page.locator("[data-body] :is(h2, h3)[id]").first().getAttribute("id");
    const there = await comeBack(page, `#${heading}`);
    assert.equal(await offer(there).count(), 0);
    const link = page.locator(".related h3 a").first();
    const title = await link.innerText();
    await link.evaluate((one) => one.click());
    await headed(page, title);
    await page.goBack();
    await until(page, () => scrollY > 1000);
    await acting(page);
    assert.equal(await offer(page).count(), 0);
    await page.context().close();
  });

  test("keeps what other tabs have noted, and an earlier place until it is passed", async () => {
    const page = await newReader(browser, PHONE);
    await openArticle(page, LONG);
    const other = await comeBack(page);
    await other.evaluate(() => localStorage.setItem("habarshy:places", JSON.stringify({ version: 1, places: { "/news/other/": [3, 0.5, 1] } })));
    await readTo(page, 0.5);
    assert.deepEqual((await places(page)).places["/news/other/"], [3, 0.5, 1]);
    const kept = (await places(page)).places[LONG];
    const later = await comeBack(page);
    await offer(later).waitFor();
    await later.evaluate(() => scrollTo(0, 900));
    await offer(later).waitFor({ state: "detached" });
    await later.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
    assert.deepEqual((await places(later)).places[LONG], kept);
    await page.context().close();
  });

  for (const damaged of ["{", "null", "[]", '{"version":1,"places":[1,2]}', `{"version":1,"places":{"${LONG}":["x",-1]}}`, `{"version":1,"places":{"${LONG}":[99999,0.5,1]}}`]) {
    test(`survives a damaged memory: ${damaged}`, async () => {
      const page = await newReader(browser, PHONE);
      await open(page, `${paper.url}/`);
      await page.evaluate((value) => localStorage.setItem("habarshy:places", value), damaged);
      await openArticle(page, LONG);
      assert.equal(await offer(page).count(), 0);
      await page.evaluate(() => scrollTo(0, 3000));
      await until(page, (path) => {
        try { return JSON.parse(localStorage.getItem("habarshy:places")).places[path][0] < 9999; } catch { return false; }
      }, LONG);
      assert.deepEqual(page.problems, []);
      await page.context().close();
    });
  }

  test("leaves alone what a later version wrote", async () => {
    const page = await newReader(browser, PHONE);
    await open(page, `${paper.url}/`);
    await page.evaluate(() => localStorage.setItem("habarshy:places", '{"version":2,"more":1}'));
    await openArticle(page, LONG);
    await page.evaluate(() => scrollTo(0, 3000));
    await until(page, () => scrollY === 3000);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
    assert.equal(await page.evaluate(() => localStorage.getItem("habarshy:places")), '{"version":2,"more":1}');
    await page.context().close();
  });

  test("does without a memory, and remembers a hundred articles at most", async () => {
    const refusing = await newReader(browser, PHONE);
    await refusing.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError"); } }));
    await openArticle(refusing, LONG);
    await refusing.evaluate(() => scrollTo(0, 3000));
    await refusing.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
    await summary(refusing).click();
    await refusing.locator(".share[open]").waitFor();
    assert.deepEqual(refusing.problems, []);
    await refusing.context().close();

    const page = await newReader(browser, PHONE);
    await openArticle(page, LONG);
    await page.evaluate(() => {
      const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`/news/a${index}/`, [1, 0, index]]));
      localStorage.setItem("habarshy:places", JSON.stringify({ version: 1, places: many }));
    });
    await readTo(page, 0.4);
    const kept = Object.keys((await places(page)).places);
    assert.equal(kept.length, 100);
    assert.ok(!kept.includes("/news/a0/") && kept.includes("/news/a1/"), "the oldest goes");
    await page.context().close();
  });
});
