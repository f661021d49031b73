// An editor writes, and sees it in the browser.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openDesk } from "./support/paper.mjs";
import { newReader, open, openBrowser } from "./support/reader.mjs";

let browser, desk;

before(async () => {
  browser = await openBrowser();
  desk = await openDesk();
});

after(async () => {
  await desk.close();
  await browser.close();
});

test("what is saved stands on the page, and a mistake takes nothing away", async () => {
  const page = await newReader(browser);
  await open(page, `${desk.url}/news/centr-nastavnikov-taldykorgan/`);
  const file = join(desk.newsroom, await desk.find("centr-nastavnikov-taldykorgan"));
  const text = await readFile(file, "utf8");

  await writeFile(file, `${text}\nДобавлено только что.\n`);
  await page.getByText("Добавлено только что.").waitFor();

  await writeFile(file, `${text}\n[Никуда](/news/no-such-page/)\n`);
  assert.match(await desk.complaint(), /no-such-page/);
  assert.equal(await page.getByText("Добавлено только что.").count(), 1);

  await writeFile(file, `${text}\nИсправлено.\n`);
  await page.getByText("Исправлено.").waitFor();
  assert.equal(await page.getByText("Добавлено только что.").count(), 0);
  assert.deepEqual(page.problems, []);
});
