// An editor writes, and sees it in the browser.

import assert from "node:assert/strict";
import { cp, readFile, rename, writeFile } from "node:fs/promises";
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

  const complaint = desk.complaint();
  await writeFile(file, `${text}\n[Никуда](/news/no-such-page/)\n`);
  assert.match(await complaint, /no-such-page/);
  assert.equal(await page.getByText("Добавлено только что.").count(), 1);

  await writeFile(file, `${text}\nИсправлено.\n`);
  await page.getByText("Исправлено.").waitFor();
  assert.equal(await page.getByText("Добавлено только что.").count(), 0);

  // The whole folder is replaced, as a tool for synchronising does it.
  const content = join(desk.newsroom, "content");
  await rename(content, `${content}.aside`);
  await cp(`${content}.aside`, content, { recursive: true });
  await writeFile(file, `${text}\nИз новой папки.\n`);
  await page.getByText("Из новой папки.").waitFor();
  await writeFile(file, `${text}\nИ еще раз.\n`);
  await page.getByText("И еще раз.").waitFor();
  // While a folder is half there, its articles may not be, and the page of one says so until it is.
  assert.deepEqual(page.problems.filter((problem) => !problem.includes("404")), []);
});
