// A real Waline, by itself on this machine: what a shared view counter does is not what one would think up for it.

import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { openCounter } from "./counters.mjs";
import { inTime } from "./timeouts.mjs";

const INSTALLED = resolve(".tools/waline/package-lock.json");
const API = "/api/article";

/** The table of the counters, as Waline asks for it: no address is held to be there once. */
const TABLE = `
  CREATE TABLE wl_Counter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url VARCHAR(255) NOT NULL DEFAULT '',
    time INTEGER,
    ${Array.from({ length: 9 }, (_, number) => `reaction${number} INTEGER`).join(", ")},
    createdAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updatedAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP
  );
  CREATE INDEX wl_Counter_url ON wl_Counter (url);`;

/** Opens a Waline with a database of its own, behind a counter that can misbehave (see counters.mjs). */
export async function openWaline() {
  if (!existsSync(INSTALLED)) throw new Error("Waline is not installed: ./dev test does that");
  const opened = [];
  const close = async () => {
    while (opened.length > 0) await opened.pop()();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), "habarshy-waline-"));
    opened.push(() => rm(folder, { recursive: true }));
    const database = await openDatabase(join(folder, "waline.sqlite"));
    opened.push(database.close);
    const logins = await openLogins();
    opened.push(logins.close);
    const waline = await start(folder, logins.url);
    opened.push(waline.close);
    const counter = await openCounter({ service: waline.url, counts, swollen });
    opened.push(counter.close);
    return Object.assign(counter, {
      /** What Waline itself says of a path. */
      async count(path) {
        const answer = await fetch(`${waline.url}${API}?${new URLSearchParams({ path, type: "time" })}`);
        return (await answer.json()).data[0].time;
      },
      /** The views of all paths. Of the rows that a race has doubled Waline shows the last one. */
      total: async () => (await database.get("SELECT coalesce(sum(time), 0) AS views FROM wl_Counter WHERE id IN (SELECT max(id) FROM wl_Counter GROUP BY url)")).views,
      /** How many rows there are; more than paths, where a race has doubled some. */
      rows: async () => (await database.get("SELECT count(*) AS rows FROM wl_Counter")).rows,
      /** Ends what was started, and takes the folder away. */
      close,
    });
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whether a request counts a view. */
const counts = ({ method, path }) => method === "POST" && path === API;

/** An answer of Waline with every count replaced. */
function swollen(body, number) {
  const answer = JSON.parse(body);
  if (Array.isArray(answer.data)) answer.data = answer.data.map(() => ({ time: number }));
  return JSON.stringify(answer);
}

/** The database with the empty table: Waline makes none. */
async function openDatabase(file) {
  const { Database } = createRequire(INSTALLED)("sqlite3");
  const database = await new Promise((done, fail) => {
    const opening = new Database(file, (error) => (error ? fail(error) : done(opening)));
  });
  await promisify(database.exec).call(database, TABLE);
  return { get: promisify(database.get).bind(database), close: promisify(database.close).bind(database) };
}

/** The service that Waline asks at every request which ways to log in there are: none. */
async function openLogins() {
  const server = http.createServer((_, response) => response.writeHead(200, { "content-type": "application/json" }).end('{"services":[]}'));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

/** Starts Waline in a process of its own, and waits until it answers. Its environment is this and no more. */
async function start(folder, logins) {
  const env = { NODE_ENV: "production", SQLITE_PATH: folder, SQLITE_DB: "waline", OAUTH_URL: logins, TMPDIR: folder };
  const waline = fork("tests/e2e/support/waline-process.mjs", { env, execArgv: [], silent: true });
  let log = "";
  for (const stream of [waline.stdout, waline.stderr]) stream.setEncoding("utf8").on("data", (part) => { log = (log + part).slice(-20_000); });
  const ended = new Promise((done) => waline.once("close", done));
  const close = async () => {
    waline.kill("SIGKILL");
    await ended;
  };
  try {
    const started = new Promise((done) => waline.once("message", done));
    const url = await inTime(Promise.race([started, ended.then((code) => Promise.reject(new Error(`Waline ended: ${code}`)))]), "Waline");
    return { url, close };
  } catch (error) {
    await close();
    throw new Error(`${error.message}\n${log}`);
  }
}
