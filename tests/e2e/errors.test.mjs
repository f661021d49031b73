// Whatever goes wrong, the reader keeps the text, or is told what happened and how to go on.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ARTICLE } from "./support/pages.mjs";
import { DESKTOP, hasten, headed, hold, newReader, open, taken, until } from "./support/reader.mjs";
import { browser, opens, paper } from "./support/stage.mjs";
import { changed, cut, data, halved, hanging, moved, refused, status, times } from "./support/wire.mjs";

const DATA = data(ARTICLE);
const TITLE = "Центр наставников";
/** The milliseconds after which the client is asked for again. */
const PAUSE = 2_000;

let wasm;
opens({}, async () => {
  const assets = await readdir(join(paper.site, "assets"));
  wasm = `/assets/${assets.find((name) => name.startsWith("client.") && name.endsWith(".wasm"))}`;
});

/** The page as it came: its text is there, and its links load documents. */
async function isPlain(page) {
  assert.ok((await page.locator("[data-body]").innerText()).length > 1_000);
  const related = page.locator("aside.related a").first();
  const href = await related.getAttribute("href");
  paper.wire.forget();
  await related.click();
  await page.waitForURL(paper.url + href);
  await page.locator("[data-body]").waitFor();
  assert.deepEqual(paper.wire.documents(), [href]);
}

test("without JavaScript everything is there but the app", async () => {
  const page = await newReader(browser, { ...DESKTOP, javaScriptEnabled: false });
  await page.goto(paper.url + ARTICLE);
  assert.equal(await page.getByRole("complementary", { name: "Другие новости" }).getByRole("article").count(), 4);
  assert.match(await page.locator(".article-head .views").innerText(), /^4\s131\s+просмотр$/);
  await isPlain(page);
  await page.locator(".brand").click();
  await page.getByRole("link", { name: "Раньше" }).click();
  await page.waitForURL(`${paper.url}/page/2/`);
  assert.equal(await page.locator(".share").count(), 0, "there is no article to share");
  await page.context().close();
});

describe("a client that cannot be had leaves the page as it is, and is asked for again with the next", () => {
  /** The next document has asked in vain, too; when the file is to be had, it comes after the pause. */
  async function comesWhenMended(page, file) {
    await until(page, () => window.begun > 0);
    paper.wire.mend(file);
    await page.evaluate(() => window.pass());
    await taken(page);
  }

  for (const [name, fault] of [["refused", refused], ["missing", status(404)], ["cut off", cut], ["half there", halved]]) {
    test(`the module is ${name}`, async () => {
      const page = await newReader(browser);
      await hold(page, PAUSE);
      paper.wire.fail(wasm, fault);
      await page.goto(paper.url + ARTICLE);
      await until(page, () => window.begun > 0);
      assert.equal(await page.locator("html[data-client]").count(), 0);
      await isPlain(page);
      await comesWhenMended(page, wasm);
      await page.context().close();
    });
  }

  test("the script is refused", async () => {
    const page = await newReader(browser);
    const script = (await readdir(join(paper.site, "assets"))).find((name) => name.startsWith("client.") && name.endsWith(".js"));
    await hold(page, PAUSE);
    paper.wire.fail(`/assets/${script}`, refused);
    await page.goto(paper.url + ARTICLE);
    await until(page, () => window.begun > 0);
    await isPlain(page);
    await comesWhenMended(page, `/assets/${script}`);
    await page.context().close();
  });

  test("the browser has no WebAssembly", async () => {
    const page = await newReader(browser);
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto(paper.url + ARTICLE);
    await isPlain(page);
    assert.deepEqual(paper.wire.asked.filter((one) => one.path === wasm), []);
    await page.context().close();
  });
});

describe("a page that something changed before the client came is drawn anew", () => {
  const changes = {
    "an element is missing": (html) => html.replace(/<nav [^>]*breadcrumb[\s\S]*?<\/nav>/, ""),
    "an element was put in": (html) => html.replace("<main id=\"main\">", "<main id=\"main\"><div class=\"injected\">!</div>"),
    "the comments were taken out": (html) => html.replace(/<body>[\s\S]*<\/body>/, (body) => body.replaceAll("<!>", "")),
  };
  for (const [name, change] of Object.entries(changes)) {
    test(name, async () => {
      const page = await newReader(browser);
      paper.wire.fail(ARTICLE, changed(change));
      await open(page, paper.url + ARTICLE);
      assert.equal(await page.locator(".injected").count(), 0);
      assert.equal(await page.getByRole("navigation", { name: "Вы здесь" }).count(), 1);
      assert.equal(await page.locator("main h1").count(), 1);
      assert.ok((await page.locator("[data-body]").innerText()).length > 1_000);
      await page.locator(".article-head [data-views='4132']").waitFor();
      paper.wire.forget();
      const related = page.locator("aside.related a").first();
      const [href, title] = [await related.getAttribute("href"), await related.innerText()];
      await related.click();
      await headed(page, title);
      assert.equal(page.url(), paper.url + href);
      assert.deepEqual(paper.wire.documents(), []);
      assert.deepEqual(page.problems, []);
      await page.context().close();
    });
  }
});

describe("a page whose data something changed before the client came stays readable", () => {
  const changes = {
    "it is missing": (html) => html.replace(/<script type="application\/json"[\s\S]*?<\/script>/, ""),
    "it is broken": (html) => html.replace(/(id="page-data">)\{/, "$1"),
  };
  for (const [name, change] of Object.entries(changes)) {
    test(name, async () => {
      const page = await newReader(browser);
      paper.wire.fail(ARTICLE, changed(change));
      const loaded = page.waitForResponse((answer) => answer.url().endsWith(".wasm"));
      await page.goto(paper.url + ARTICLE);
      await (await loaded).finished();
      // Idle time comes when the client has run, to its end or into its trap.
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      assert.equal(await page.locator("main h1").innerText(), await page.locator("main h1").textContent());
      await isPlain(page);
      await page.context().close();
    });
  }
});

describe("a page that cannot be fetched", () => {
  /** A reader on the front page who has clicked on the article. */
  async function clicked(page) {
    await open(page, `${paper.url}/`);
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
  }

  test("says that nothing has this address where the answer is 404", async () => {
    const page = await newReader(browser);
    paper.wire.fail(DATA, status(404));
    await clicked(page);
    await headed(page, "Страница не найдена");
    assert.equal(new URL(page.url()).pathname, ARTICLE);
    await page.goBack();
    await page.locator(`main a[href="${ARTICLE}"]`).first().waitFor();
    await page.context().close();
  });

  for (const rest of ["?from=letter", "#headline"]) {
    test(`is tried again at its whole address, with ${rest}`, async () => {
      const page = await newReader(browser);
      paper.wire.fail(DATA, status(500));
      await open(page, `${paper.url}/`);
      await page.evaluate((href) => {
        const link = Object.assign(document.createElement("a"), { href });
        document.querySelector("main").append(link);
        link.click();
      }, ARTICLE + rest);
      await headed(page, "Страница не отвечает");
      paper.wire.mend();
      await page.getByRole("link", { name: "Попробовать снова" }).click();
      await headed(page, TITLE);
      assert.equal(page.url(), paper.url + ARTICLE + rest);
      await page.goBack();
      await page.locator("main .cards").first().waitFor();
      await page.context().close();
    });
  }

  const failures = {
    "the answer is 500": [status(500), "Страница не отвечает"],
    "the answer is cut": [cut, "Страница не отвечает"],
    "the answer is half there": [halved, "Страницу не удалось показать"],
    "the answer is something else": [changed(() => '{"format":1,"build":7}'), "Страницу не удалось показать"],
    "the answer is a page of a hotel's network": [changed(() => "<!DOCTYPE html><title>Wi-Fi</title>"), "Страницу не удалось показать"],
    "the connection is refused": [refused, "Страница не отвечает"],
  };
  for (const [name, [fault, heading]] of Object.entries(failures)) {
    test(`offers to try again where ${name}`, async () => {
      const page = await newReader(browser);
      paper.wire.fail(DATA, fault);
      await clicked(page);
      await headed(page, heading);
      await page.waitForFunction(() => document.activeElement.matches("main h1"));
      assert.match(await page.title(), new RegExp(heading));
      assert.equal(await page.getByRole("link", { name: "Открыть обычной ссылкой" }).getAttribute("href"), ARTICLE);
      paper.wire.mend();
      paper.wire.forget();
      await page.getByRole("link", { name: "Попробовать снова" }).click();
      await headed(page, TITLE);
      assert.deepEqual(paper.wire.documents(), []);
      await page.context().close();
    });
  }

  test("gives up on an answer that does not come", async () => {
    const page = await newReader(browser);
    await hasten(page);
    paper.wire.fail(DATA, hanging);
    await clicked(page);
    await headed(page, "Страница не отвечает");
    paper.wire.mend();
    paper.wire.forget();
    await page.getByRole("link", { name: "Открыть обычной ссылкой" }).click();
    await headed(page, TITLE);
    assert.deepEqual(paper.wire.documents(), [ARTICLE]);
    await page.context().close();
  });

  test("is asked for again after faults of the network, and then shown", async () => {
    const page = await newReader(browser);
    paper.wire.fail(DATA, times(2, refused));
    await clicked(page);
    await headed(page, TITLE);
    assert.equal(paper.wire.asked.filter((one) => one.path === DATA).length, 3);
    await page.context().close();
  });

  test("says that there is no network where there is none, and shows it when there is", async () => {
    const page = await newReader(browser);
    await open(page, `${paper.url}/`);
    await page.context().setOffline(true);
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await headed(page, "Нет сети");
    await page.goBack();
    await page.locator("main article.card").first().waitFor();
    await page.goForward();
    await headed(page, "Нет сети");
    await page.context().setOffline(false);
    await headed(page, TITLE);
    await page.context().close();
  });

  test("is loaded by the browser where it belongs to another build", async () => {
    const page = await newReader(browser);
    paper.wire.fail(DATA, changed((text) => text.replace(/"build":"[^"]*"/, '"build":"newer"')));
    await open(page, `${paper.url}/`);
    paper.wire.forget();
    await page.locator(`main a[href="${ARTICLE}"]`).first().click();
    await page.waitForURL(paper.url + ARTICLE);
    await headed(page, TITLE);
    await taken(page);
    assert.deepEqual(paper.wire.documents(), [ARTICLE]);
    await page.goBack();
    await page.waitForURL(`${paper.url}/`);
    await page.context().close();
  });
});

test("an unknown address says so, in the language of its place, and leads home", async () => {
  const page = await newReader(browser);
  for (const [path, heading, home] of [["/no/such/page", "Страница не найдена", "/"], ["/kk/news/joq/", "Бет табылмады", "/kk/"]]) {
    const answer = await page.goto(paper.url + path);
    assert.equal(answer.status(), 404);
    await headed(page, heading);
    await taken(page);
    await page.locator(".message-actions a").click();
    await page.waitForURL(paper.url + home);
    await page.locator("main article.card").first().waitFor();
  }
  await page.context().close();
});

test("an old address of an article leads to it from within the client, too", async () => {
  const page = await newReader(browser);
  const old = "/news/an-older-name/";
  paper.wire.fail(data(old), async (_, response) => void response.writeHead(200, { "content-type": "application/json" }).end('{"format":1,"build":"moved"}'));
  paper.wire.fail(old, moved(ARTICLE));
  await open(page, `${paper.url}/`);
  await page.locator(`main a[href="${ARTICLE}"]`).first().evaluate((link, old) => link.setAttribute("href", old), old);
  await page.locator(`main a[href="${old}"]`).first().click();
  await page.waitForURL(paper.url + ARTICLE);
  await headed(page, TITLE);
  await page.context().close();
});

test("an old address leads to its article", async () => {
  const page = await newReader(browser);
  await page.goto(`${paper.url}/index.php/molodezh/1187`);
  await page.waitForURL(/\/news\/pervaya-rabota-podrostki-leto\/$/);
  await page.context().close();
});
