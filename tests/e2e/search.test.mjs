// The search: from a question to an article and back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { complaints } from "./support/axe.mjs";
import { PHONE, atRest, headed, newReader, open, until } from "./support/reader.mjs";
import { FIELD, answered, indexFiles, result, searchOf } from "./support/searching.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { held, refused, status } from "./support/wire.mjs";

opens();

const titles = (page) => page.locator(".found .card-title").allTextContents();
const said = (page) => page.locator(".search-status").textContent();
const failures = (page) => page.problems.filter((problem) => !/ERR_|Failed to load/i.test(problem));

const searching = (...given) => searchOf(browser, paper, ...given);

for (const [lang, typed, title] of [
  ["/", "снегом", "В горах над Текели выпал первый снег"],
  ["/", "СНЕГА", "В горах над Текели выпал первый снег"],
  ["/", "новый сезон", "Сладкие корни"],
  ["/", "новые сезоны", "Сладкие корни"],
  // Some devices write a letter and its mark apart.
  ["/", "новый сезон".normalize("NFD"), "Сладкие корни"],
  ["/", "бал", "Пять километров по Балхашу"],
  ["/", "snegom", "В горах над Текели выпал первый снег"],
  ["/", "Balhash", "Пять километров по Балхашу"],
  ["/", "Zhetysu", "Теплицы Жетысу"],
  ["/kk/", "көшеттерді", "мың көшет"],
  ["/kk/", "кошет", "мың көшет"],
  ["/kk/", "көшетт", "мың көшет"],
  ["/kk/", "автобустар", "кешкі автобус"],
  ["/kk/", "карды", "қар түсті"],
  ["/kk/", "Қаратал жағасы", "Қаратал жағасындағы"],
  ["/kk/", "karatal", "Қаратал жағасындағы"],
  ["/kk/", "Jetisý", "Жетісу"],
  ["/en/", "sapling", "A thousand saplings"],
  ["/en/", "opened", "A mentoring centre"],
]) {
  test(`${lang}search/ finds ${title} by ${typed}`, async () => {
    const page = await searching(`${lang}search/`);
    await page.locator(FIELD).pressSequentially(typed, { delay: 5 });
    await answered(page, typed);
    const found = result(page, title).first();
    await found.waitFor();
    assert.ok(await found.locator("mark").count(), "the hit is marked");
    assert.match(await said(page), /\d/);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}

test("a question in the address is answered, and the address follows the form", async () => {
  const page = await searching("/search/?q=автобус&sort=date");
  await page.locator(".found .card").first().waitFor();
  const dates = await page.locator(".found time").evaluateAll((all) => all.map((one) => Date.parse(one.dateTime)));
  assert.ok(dates.length > 1);
  assert.deepEqual(dates, [...dates].sort((a, b) => b - a), "the newest first");
  const all = dates.length;
  const section = page.locator("select[name=section]");
  await until(page, () => document.querySelectorAll("select[name=section] option").length > 2);
  await section.selectOption({ index: 2 });
  const name = (await section.locator("option:checked").textContent()).toLowerCase();
  await until(page, (all) => document.querySelectorAll(".found .card").length < all, all);
  for (const shown of await page.locator(".found .card-section").allTextContents()) assert.equal(shown.toLowerCase(), name);
  await page.reload();
  await page.locator(".found .card, .found .action").first().waitFor();
  assert.equal((await section.locator("option:checked").textContent()).toLowerCase(), name);
  assert.equal(await page.locator(FIELD).inputValue(), "автобус");
  assert.match(decodeURIComponent(page.url()), /\?q=автобус&section=[a-z]+&sort=date$/);
  await page.context().close();
});

test("of a time only its articles are found", async () => {
  const page = await searching();
  await page.clock.setFixedTime(new Date("2026-11-21T12:00:00+05:00"));
  await page.locator(FIELD).fill("Текели");
  await page.locator(".found .card").first().waitFor();
  const all = await page.locator(".found .card").count();
  await page.locator("select[name=when]").selectOption("month");
  await until(page, (all) => document.querySelectorAll(".found .card").length < all, all);
  for (const date of await page.locator(".found time").evaluateAll((all) => all.map((one) => one.dateTime))) {
    assert.ok(Date.parse(date) > Date.parse("2026-10-20T00:00:00+05:00"), date);
  }
  await page.context().close();
});

test("keys lead to the field, through the results, into one and back", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  // The client comes when the page is idle.
  await atRest(page);
  await page.keyboard.press("/");
  await headed(page, "Поиск");
  await until(page, () => document.activeElement.matches(".search-field"));
  await page.keyboard.type("автобус");
  await answered(page, "автобус");
  await page.locator(".found .card").nth(2).waitFor();
  for (const [key, at] of [["ArrowDown", 0], ["ArrowDown", 1], ["ArrowUp", 0], ["ArrowUp", -1], ["ArrowDown", 0], ["ArrowDown", 1]]) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => [...document.querySelectorAll(".found .card-title a")].indexOf(document.activeElement));
    assert.equal(focused, at, key);
  }
  const [, second] = await titles(page);
  await page.keyboard.press("Enter");
  await headed(page, second);
  await page.goBack();
  await headed(page, "Поиск");
  await page.locator(".found .card").nth(2).waitFor();
  assert.equal(await page.locator(FIELD).inputValue(), "автобус");
  await page.locator(FIELD).focus();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(FIELD).inputValue(), "");
  assert.equal(new URL(page.url()).search, "");
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("an answer that comes late says nothing of one that came before it", async () => {
  const page = await newReader(browser);
  await page.addInitScript(() => {
    const { setTimeout } = window;
    // The test says when a search has taken so long that it is to be announced.
    window.patience = [];
    window.setTimeout = (call, milliseconds, ...more) => (milliseconds === 300 ? window.patience.push(call) : setTimeout(call, milliseconds, ...more));
  });
  await open(page, `${paper.url}/search/`);
  await page.locator(FIELD).fill("снег");
  await result(page, "первый снег").waitFor();
  // What nothing has is asked about once more, and that takes longer than it takes to type on.
  const before = await page.evaluate(() => window.patience.length);
  const hold = held();
  for (const path of await indexFiles(paper)) paper.wire.fail(path, hold.fault);
  const asked = page.waitForRequest((request) => request.url().includes("/search-index/files/"));
  await page.locator(FIELD).fill("снегжщ");
  await asked;
  await page.locator(FIELD).fill("снег");
  await until(page, (before) => window.patience.length === before + 2 && document.querySelector(".found:not([aria-busy])"), before);
  await page.evaluate((before) => window.patience[before](), before);
  hold.release();
  assert.match(await said(page), /^Найдено/);
  await page.context().close();
});

test("filters are blamed only where there are any", async () => {
  const page = await searching("/search/?q=ыыъ");
  await until(page, () => document.querySelector(".search-status").textContent.includes("Ничего не нашлось"));
  assert.doesNotMatch(await said(page), /фильтр/);
  await page.locator("select[name=when]").selectOption("week");
  await until(page, () => document.querySelector(".search-status").textContent.includes("фильтр"));
  await page.context().close();
});

test("the loupe on the page of a question leads to one without", async () => {
  const page = await searching("/search/?q=снег");
  const own = (await page.title()).replace(/^снег — /, "");
  await result(page, "первый снег").waitFor();
  await page.locator("a[href='/search/']").first().click();
  await until(page, () => location.search === "" && document.querySelector(".search-field").value === "");
  await until(page, (own) => document.title === own && !document.querySelector(".found .card"), own);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("on a phone the keyboard gives way to what is found", async () => {
  const page = await searching("/search/", PHONE);
  await page.locator(FIELD).focus();
  await page.locator(FIELD).fill("снег");
  await page.keyboard.press("Enter");
  await result(page, "первый снег").waitFor();
  assert.ok(await page.evaluate(() => !document.activeElement.matches(".search-field")));
  await page.context().close();
});

test("the title and the other languages' links say what is asked", async () => {
  const page = await searching();
  const own = await page.title();
  await page.locator(FIELD).fill("Текели");
  await page.locator(".found .card").first().waitFor();
  assert.equal(await page.title(), `Текели — ${own}`);
  await page.locator(".found .card-title a").first().click();
  await page.locator("article.article, main [data-body]").first().waitFor();
  await until(page, (own) => !document.title.includes(own), own);
  await page.goBack();
  await page.locator(".found .card").first().waitFor();
  await until(page, (title) => document.title === title, `Текели — ${own}`);
  await page.locator(".languages a[hreflang=kk]").click();
  await page.waitForURL(/\/kk\/search\/\?q=/);
  await until(page, () => document.querySelector(".search-field").value === "Текели");
  await page.goBack();
  await page.locator(".found .card").first().waitFor();
  await page.locator(FIELD).fill("");
  await until(page, (own) => document.title === own, own);
  assert.equal(new URL(await page.locator(".languages a[hreflang=kk]").evaluate((link) => link.href)).search, "");
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("from the front page the loupe leads to a search that works", async () => {
  const page = await newReader(browser);
  await open(page, `${paper.url}/`);
  await page.locator("a[href='/search/']").first().click();
  await headed(page, "Поиск");
  await page.locator(FIELD).pressSequentially("снег", { delay: 5 });
  await answered(page, "снег");
  await result(page, "первый снег").waitFor();
  assert.match(await page.title(), /^снег — Поиск/);
  assert.deepEqual(paper.wire.documents().filter((path) => path === "/search/"), []);
  await page.context().close();
});

test("a section that the paper has not counts as not said", async () => {
  const page = await searching("/search/?q=снег&section=%3Cscript%3E");
  await result(page, "первый снег").waitFor();
  assert.equal(await page.locator("select[name=section]").inputValue(), "");
  assert.doesNotMatch(await page.locator("select[name=section]").textContent(), /script/);
  assert.equal(decodeURIComponent(new URL(page.url()).search), "?q=снег");
  await page.context().close();
});

test("a question is never more than a text", async () => {
  const evil = `"><img src=x onerror="window.evil=1"><script>window.evil=1</script>снег`;
  const page = await searching(`/search/?q=${encodeURIComponent(evil)}&section=%22%3E%3Cb%3E&when=constructor`);
  assert.equal(await page.locator(FIELD).inputValue(), evil);
  await until(page, () => /\S/.test(document.querySelector(".search-status").textContent));
  await page.locator(FIELD).press("Enter");
  await page.locator(FIELD).fill("");
  await page.locator(".search-list a").first().waitFor();
  assert.equal(await page.locator(".search-list a").first().textContent(), evil);
  assert.equal(await page.evaluate(() => window.evil), undefined);
  assert.equal(await page.locator("main img[src=x], main script, main b").count(), 0);
  await page.context().close();
});

test("nothing is found: it is said what to try", async () => {
  const page = await searching("/search/?q=щзхъщзхъ&when=week");
  await until(page, () => /Ничего не нашлось/.test(document.querySelector(".search-status").textContent));
  await page.locator(".found button").click();
  assert.equal(await page.locator("select[name=when]").inputValue(), "");
  await page.context().close();
});

for (const nonsense of ["абракадабра", "qwrtplk"]) {
  test(`what no article has (${nonsense}) finds none`, async () => {
    const page = await searching(`/search/?q=${nonsense}`);
    await until(page, () => /\S/.test(document.querySelector(".search-status").textContent) && !document.querySelector(".found[aria-busy]"));
    assert.match(await said(page), /Ничего не нашлось/);
    await page.context().close();
  });
}

for (const typed of ["қазақ", "казак"]) {
  test(`no Kazakh article has ${typed}: what is shown in its place is said`, async () => {
    const page = await searching(`/kk/search/?q=${typed}`);
    await until(page, () => document.querySelector(".search-status").textContent && !document.querySelector(".found[aria-busy]"));
    if (await page.locator(".found .card").count()) {
      assert.match(await said(page), /^«қаз[^»]+» сұрауы бойынша/);
    }
    await page.context().close();
  });
}

for (const [typed, meant, title] of [["cytu", "снег", "первый снег"], ["автабус", "автобус", ""]]) {
  test(`${typed} is understood as ${meant}, and that is said`, async () => {
    const page = await searching(`/search/?q=${typed}`);
    await page.locator(".found .card").first().waitFor();
    assert.match(await said(page), new RegExp(`^Показаны результаты по запросу «${meant}». Найдено`));
    if (title) await result(page, title).first().waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}

test("a result that does not say why it was found shows the passage of its text", async () => {
  const page = await searching("/search/?q=герань");
  await page.locator(".found .card").first().waitFor();
  await until(page, () => [...document.querySelectorAll(".found .card")].every((card) => card.querySelector("mark")));
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("results have the views of other cards, and what was read is marked", async () => {
  const page = await searching("/search/?q=автобус");
  await page.locator(".found .card [data-views]").first().waitFor();
  assert.equal(await page.locator(".found .card").count(), await page.locator(".found .card [data-views]").count());
  await page.context().close();
});

test("without a network what was used once answers still", async () => {
  const page = await searching("/search/?q=автобус");
  await page.locator(".found .card").first().waitFor();
  const before = await titles(page);
  paper.wire.cutOff();
  await page.locator(FIELD).fill("");
  await page.locator(".search-list a").first().waitFor();
  await page.locator(FIELD).fill("автобус");
  await page.locator(".found .card").first().waitFor();
  assert.deepEqual(await titles(page), before);
  paper.wire.cutOff(false);
  await page.context().close();
});

test("one letter asks nothing yet", async () => {
  const page = await searching("/search/?q=ш");
  await page.locator(".search-list a").first().waitFor();
  assert.match(await said(page), /Введите слово/);
  assert.equal(await page.locator(".found .card").count(), 0);
  await page.locator(FIELD).fill("шк");
  await page.locator(".found .card").first().waitFor();
  assert.ok(await page.locator(".found mark").count());
  await page.context().close();
});

for (const [what, files] of [
  ["the manifest", () => ["/search-index/manifest/ru.json"]],
  ["what has the terms", () => indexFiles(paper, ".bin")],
  ["what has the cards", () => indexFiles(paper, ".json")],
]) {
  for (const [how, fault] of [["missing", status(404)], ["unreachable", refused]]) {
    test(`${what} is ${how}: that is said, and tried again`, async () => {
      for (const path of await files()) paper.wire.fail(path, fault);
      const page = await searching("/search/?q=снег");
      const again = page.locator(".found button");
      await again.waitFor();
      assert.match(await said(page), /недоступен/);
      paper.wire.mend();
      await again.click();
      await result(page, "первый снег").waitFor();
      assert.ok(await page.locator(FIELD).evaluate((field) => field === document.activeElement), "the button is gone, the focus is not");
      assert.equal(await page.evaluate(() => document.documentElement.dataset.client), "ready", "the client stays");
      assert.deepEqual(failures(page), []);
      await page.context().close();
    });
  }
}

test("the site has another index by now: the page offers itself anew, and the question stays", async () => {
  const manifest = "/search-index/manifest/ru.json";
  const later = { format: 999, articles: 0, stems: [], shards: "", words: { first: [], files: "" }, cards: "", days: [], sections: [], section_file: "" };
  paper.wire.fail(manifest, async (request, response) => void response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(later)));
  const page = await searching("/search/?q=снег");
  const again = page.locator(".found button");
  await again.waitFor();
  assert.match(await said(page), /Обновите страницу/);
  paper.wire.mend();
  await again.click();
  await result(page, "первый снег").waitFor();
  assert.equal(await page.locator(FIELD).inputValue(), "снег");
  assert.deepEqual(failures(page), []);
  await page.context().close();
});

test("what the document loads ahead is loaded once, and nothing else before the reader types", async () => {
  const page = await newReader(browser);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${paper.url}/search/`);
  await page.locator(".search-list a").first().waitFor();
  const ofIndex = () => asked.filter((path) => path.startsWith("/search-index/"));
  const [table] = await indexFiles(paper, ".txt").then((tables) => tables.filter((path) => asked.includes(path)));
  assert.deepEqual(ofIndex().toSorted(), ["/search-index/manifest/ru.json", table].toSorted());
  await page.locator(FIELD).fill("снег");
  await page.locator(".found .card").first().waitFor();
  assert.equal(new Set(ofIndex()).size, ofIndex().length, ofIndex().join(" "));
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("without scripts the form leads to a page that says what to do", async () => {
  const page = await newReader(browser, { javaScriptEnabled: false });
  await page.goto(`${paper.url}/search/`);
  await page.locator(FIELD).fill("снег");
  await page.locator(".search-form button").click();
  await page.waitForURL(/\/search\/\?q=/);
  assert.match(await page.locator(".without-script").textContent(), /JavaScript/);
  await page.context().close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const query of ["", "?q=автобус", "?q=щзхъщзхъ"]) {
    test(`/search/${query} is open to everyone in the ${colorScheme} theme, and fits`, async () => {
      const page = await searching(`/search/${query}`, { ...PHONE, colorScheme });
      await until(page, () => /\S/.test(document.querySelector(".search-status").textContent) && !document.querySelector(".found[aria-busy]"));
      // The sections come after the first drawing.
      await page.locator(".search-filters [name=section] option").nth(1).waitFor({ state: "attached" });
      await atRest(page);
      assert.deepEqual(await complaints(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.viewport.width);
      const small = await page.locator(".search button, .search select, .search-list a").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length);
      assert.equal(small, 0, "targets for fingers");
      await page.context().close();
    });
  }
}
