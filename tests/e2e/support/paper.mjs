// The paper that the tests read: the demo newsroom, built and served by the real command, behind a wire that can misbehave.

import { execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { inTime } from "./timeouts.mjs";
import { COMMAND, NOW, builtOnce } from "./sites.mjs";
import { openWire } from "./wire.mjs";

/** What the tests' browsers need to be counted: they are automated. */
export const COUNTED = "dwell_seconds = 1\nwindow_minutes = 30\ncount_automation = true";
/** How long an article has to be seen there, in milliseconds. */
export const DWELL = 1_000;

/**
 * Serves a newsroom that was built with these options: `views` is the `[views]` of its site.toml, `more` what follows there,
 * `articles` are added to those of the demo: Markdown by the path in `content/`. Nobody may change its files, because other
 * tests read them too, unless it is their `own`: that is built for them alone, and taken away afterwards.
 */
export async function openPaper({ own = false, ...options } = {}) {
  const folder = own ? await mkdtemp(join(tmpdir(), "habarshy-e2e-")) : await builtOnce(options, make);
  if (own) await make(folder, options);
  const { newsroom, site } = placesIn(folder);
  const server = await serve(site);
  const wire = await openWire(server.url);
  return {
    url: wire.url,
    site,
    newsroom,
    folder,
    wire,
    /** Ends what was started. */
    async close() {
      await wire.close();
      await server.close();
      if (own) await rm(folder, { recursive: true });
    },
  };
}

/** A built site that nobody serves yet, of which the same holds: its files, and whether there are compressed copies beside them. */
export async function builtPaper(options) {
  return placesIn(await builtOnce(options, make));
}

const placesIn = (folder) => ({ newsroom: join(folder, "newsroom"), site: join(folder, "site") });

/** Makes a newsroom in an empty folder, and builds it. */
async function make(folder, { articles = {}, precompress = false, ...options }) {
  const { newsroom, site } = await newNewsroom(folder, options);
  for (const [path, text] of Object.entries(articles)) await writeFile(join(newsroom, "content", path), text);
  await build(newsroom, site, undefined, undefined, ...precompress ? ["--precompress"] : []);
}

/** Makes the demo newsroom in an empty folder, and room for its site. */
async function newNewsroom(folder, { views = COUNTED, more = "" } = {}) {
  const { newsroom, site } = placesIn(folder);
  await mkdir(newsroom);
  for (const part of ["content", "public"]) await cp(part, join(newsroom, part), { recursive: true });
  await writeFile(join(newsroom, "site.toml"), `${await readFile("site.toml", "utf8")}\n[views]\n${views}\n${more}\n`);
  // Pictures are shared with other tests and other runs, what is known of a site is not.
  const [pictures, cache] = [resolve("target/cache/pictures"), join(folder, ".site.cache")];
  await mkdir(pictures, { recursive: true });
  await mkdir(cache);
  await symlink(pictures, join(cache, "pictures"));
  return { newsroom, site };
}

/** An editor's desk: the demo newsroom is built whenever it changes, and its pages load themselves anew. */
export async function openDesk() {
  const folder = await mkdtemp(join(tmpdir(), "habarshy-e2e-"));
  const { newsroom, site } = await newNewsroom(folder);
  const watch = spawn(COMMAND, ["build", "--root", newsroom, "--client", "target/client", "--out", site, "--now", NOW, "--watch"]);
  const ended = new Promise((done) => watch.once("exit", done));
  const complaints = createInterface(watch.stderr);
  await inTime(new Promise((done) => createInterface(watch.stdout).on("line", (line) => line.startsWith("built") && done())), "the first build");
  const server = await serve(site, "--live");
  return {
    url: server.url,
    newsroom,
    /** The Russian file of an article, by its slug. */
    async find(slug) {
      const files = await readdir(join(newsroom, "content/ru"), { recursive: true });
      return join("content/ru", files.find((file) => file.endsWith(`${slug}.md`) || file.endsWith(`${slug}/index.md`)));
    },
    /** The first line of what the next build complains of. */
    complaint: () => inTime(new Promise((done) => complaints.once("line", done)), "a complaint"),
    /** Ends what was started, and takes the folder away. */
    async close() {
      watch.kill();
      await Promise.all([ended, server.close()]);
      await rm(folder, { recursive: true });
    },
  };
}

/** Runs `habarshy build`: this version's, or another `command`. */
export async function build(newsroom, site, client = "target/client", command = COMMAND, ...options) {
  await promisify(execFile)(command, ["build", "--root", newsroom, "--client", client, "--out", site, "--now", NOW, ...options]);
}

/** Runs `habarshy serve` on a free port. */
export async function serve(site, ...options) {
  const server = spawn(COMMAND, ["serve", site, "--port", "0", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => server.once("exit", done));
  const first = new Promise((done) => createInterface(server.stdout).once("line", done));
  const url = await Promise.race([first, ended.then((code) => Promise.reject(new Error(`habarshy serve ended: ${code}`)))]);
  return {
    url: url.replace(/\/$/, ""),
    async close() {
      server.kill();
      await ended;
    },
  };
}
