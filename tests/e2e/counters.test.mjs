// The view counters that other tests count by: a real Waline, and a stand-in for GoatCounter that has to be held to something.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HUGE } from "./support/counters.mjs";
import { openGoatCounter } from "./support/goatcounter.mjs";
import { openWaline } from "./support/waline.mjs";

let waline, goat;

before(async () => {
  waline = await openWaline();
  goat = await openGoatCounter();
});
after(async () => {
  await waline?.close();
  await goat?.close();
});

const ORIGIN = { origin: "https://news.example" };
const PREFLIGHT = { ...ORIGIN, "access-control-request-method": "POST", "access-control-request-headers": "content-type" };

/** A view as a form, which browsers send without asking beforehand. */
const post = (path) => fetch(`${waline.url}/api/article`, { method: "POST", headers: ORIGIN, body: new URLSearchParams({ path, type: "time" }) });
const ask = (...paths) => fetch(`${waline.url}/api/article?${new URLSearchParams({ path: paths.join(","), type: "time" })}`, { headers: ORIGIN });
const goatView = (path, headers) => fetch(`${goat.url}/count?${new URLSearchParams({ p: path, t: "Снег", rnd: "1" })}`, { headers });
const goatCount = (path) => fetch(`${goat.url}/counter/${encodeURIComponent(path)}.json`);

test("Waline counts a view and answers with the new count", async () => {
  const [total, reached] = [await waline.total(), waline.reached()];
  for (const views of [1, 2]) {
    const answer = await post("/news/counted/");
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
    assert.deepEqual(await answer.json(), { errno: 0, errmsg: "", data: [{ time: views }] });
  }
  assert.equal(await waline.count("/news/counted/"), 2);
  assert.equal(await waline.total(), total + 2);
  assert.equal(waline.reached(), reached + 2);
  const { method, path, body, headers } = waline.views().at(-1);
  assert.deepEqual([method, path, body, headers.origin], ["POST", "/api/article", "path=%2Fnews%2Fcounted%2F&type=time", ORIGIN.origin]);
});

test("Waline tells the counts of several paths in the order of the question, and 0 of one that it does not know", async () => {
  await post("/news/b/");
  await post("/news/a/");
  await post("/news/a/");
  const answer = await ask("/news/b/", "/news/unknown/", "/news/a/");
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  assert.deepEqual((await answer.json()).data, [{ time: 1 }, { time: 0 }, { time: 2 }]);
  assert.deepEqual((await (await ask("/news/unknown/")).json()).data, [{ time: 0 }]);
});

test("Waline allows what a browser asks it for beforehand", async () => {
  const answer = await fetch(`${waline.url}/api/article`, { method: "OPTIONS", headers: PREFLIGHT });
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  assert.equal(answer.headers.get("access-control-allow-headers"), "content-type");
  assert.match(answer.headers.get("access-control-allow-methods"), /POST/);
});

test("Waline reports a fault with the status 200", async () => {
  const answer = await fetch(`${waline.url}/api/article`, { method: "POST", body: new URLSearchParams({ path: "/news/fault/", action: "double" }) });
  const { errno, data } = await answer.json();
  assert.deepEqual([answer.status, errno, data], [200, 1001, undefined]);
});

test("Waline loses views of one path that come at once", async (context) => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => post("/news/crowd/")));
  assert.ok(answers.every((answer) => answer.status === 200));
  const counted = await waline.count("/news/crowd/");
  context.diagnostic(`of 50 views at once Waline has counted ${counted}`);
  assert.ok(counted >= 1 && counted <= 50, `${counted}`);
});

test("a counter that is down closes the connection, and counts nothing", async () => {
  const reached = waline.reached();
  waline.mode = "down";
  await assert.rejects(post("/news/down/"));
  await assert.rejects(fetch(`${waline.url}/api/article`, { method: "OPTIONS", headers: PREFLIGHT }));
  waline.mode = "up";
  assert.equal(waline.views().at(-1).reached, false);
  assert.equal(waline.reached(), reached);
  assert.equal(await waline.count("/news/down/"), 0);
});

test("a slow counter counts, and answers when it is let", async () => {
  waline.mode = "slow";
  let answered = false;
  const views = [post("/news/slow/"), post("/news/slower/")].map((view) => view.finally(() => { answered = true; }));
  await waline.holding(2);
  assert.equal(await waline.count("/news/slow/"), 1);
  assert.equal(answered, false);
  waline.mode = "up";
  waline.release();
  for (const view of views) assert.deepEqual((await (await view).json()).data, [{ time: 1 }]);
});

for (const [mode, status] of [["garbage", 200], ["missing", 404]]) {
  test(`a counter in the mode "${mode}" answers ${status} with a page, and counts nothing`, async () => {
    waline.mode = mode;
    const answer = await post(`/news/${mode}/`);
    const preflight = await fetch(`${waline.url}/api/article`, { method: "OPTIONS", headers: PREFLIGHT });
    waline.mode = "up";
    assert.equal(answer.status, status);
    assert.match(answer.headers.get("content-type"), /html/);
    assert.match(await answer.text(), /^<!doctype html>/);
    assert.equal(preflight.status, 204);
    assert.equal(await waline.count(`/news/${mode}/`), 0);
  });
}

test("a counter can answer with numbers that no paper has", async () => {
  waline.mode = goat.mode = "huge";
  for (const huge of HUGE) {
    waline.huge = goat.huge = huge;
    assert.deepEqual((await (await ask("/news/a/", "/news/unknown/")).json()).data, [{ time: huge }, { time: huge }]);
    assert.deepEqual((await (await post("/news/huge/")).json()).data, [{ time: huge }]);
    const { count } = await (await goatCount("/news/huge/")).json();
    assert.equal(Number(count.replaceAll("\u202f", "")), huge);
  }
  assert.equal((await (await goatView("/news/huge/")).arrayBuffer()).byteLength, 43);
  waline.mode = goat.mode = "up";
  assert.equal(await waline.count("/news/huge/"), HUGE.length);
});

test("a mode that does not exist is a mistake of the test", () => {
  assert.throws(() => { waline.mode = "asleep"; }, /no mode "asleep": there are up, down/);
});

test("the stand-in for GoatCounter counts by an image", async () => {
  const answer = await goatView("/news/image/", ORIGIN);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "image/gif");
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  assert.equal(answer.headers.get("connection"), "close");
  const image = Buffer.from(await answer.arrayBuffer());
  assert.deepEqual([image.length, image.subarray(0, 6).toString()], [43, "GIF89a"]);
  assert.equal(await goat.count("/news/image/"), 1);
  assert.equal(goat.views().at(-1).query.get("t"), "Снег");
});

test("the stand-in refuses a view without a path, and says why", async () => {
  const total = await goat.total();
  for (const query of ["", "?p=", "?t=Снег"]) {
    const answer = await fetch(`${goat.url}/count${query}`);
    assert.equal(answer.status, 400);
    assert.match(answer.headers.get("x-goatcounter"), /path/);
  }
  assert.equal(await goat.total(), total);
});

test("the stand-in does not count a page that a browser only fetched ahead", async () => {
  for (const headers of [{ purpose: "prefetch" }, { "x-purpose": "preview" }, { "x-moz": "prefetch" }]) {
    const answer = await goatView("/news/ahead/", headers);
    assert.equal(answer.status, 200);
    assert.equal((await answer.arrayBuffer()).byteLength, 43);
  }
  assert.equal(await goat.count("/news/ahead/"), 0);
  // GoatCounter does not know this one.
  await goatView("/news/ahead/", { "sec-purpose": "prefetch" });
  assert.equal(await goat.count("/news/ahead/"), 1);
});

test("the stand-in tells a count with separators, to everybody, for half an hour", async () => {
  goat.seed("/news/read/", 1_234_566);
  await goatView("/news/read/");
  const asked = Date.now();
  const answer = await goatCount("/news/read/");
  assert.equal(answer.status, 200);
  assert.deepEqual(await answer.json(), { count: "1\u202f234\u202f567", count_unique: "1\u202f234\u202f567" });
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  assert.equal(answer.headers.get("cache-control"), "public");
  const kept = Date.parse(answer.headers.get("expires")) - 30 * 60 * 1000;
  // The header has no milliseconds.
  assert.ok(kept > asked - 1000 && kept <= Date.now(), answer.headers.get("expires"));
});

test("the stand-in does not mind slashes and capitals", async () => {
  goat.seed("/kk/news/snow/", 999);
  for (const path of ["/kk/news/snow/", "/kk/news/snow", "kk/news/snow", "/KK/News/Snow/"]) {
    assert.equal((await (await goatCount(path)).json()).count, "999", path);
  }
});

test("the stand-in answers 404 with a 0 for a path that it does not know, and 403 where counts are the owner's", async () => {
  const unknown = await goatCount("/news/nobody/");
  assert.equal(unknown.status, 404);
  assert.equal(unknown.headers.get("access-control-allow-origin"), "*");
  assert.deepEqual(await unknown.json(), { count: "0", count_unique: "0" });
  goat.allowCounter = false;
  const refused = await goatCount("/news/image/");
  goat.allowCounter = true;
  assert.equal(refused.status, 403);
  assert.equal(refused.headers.get("access-control-allow-origin"), null);
});
