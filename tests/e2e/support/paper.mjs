// The paper that the tests read: the demo newsroom, built and served by the real command, behind a wire that can misbehave.

import { execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { openWire } from "./wire.mjs";

const COMMAND = "target/release/habarshy";

/** The moment that the site is built for: all of the demo's articles are out by then. */
const NOW = "2026-12-31T12:00:00+05:00";

/** What the tests' browsers need to be counted: they are automated. */
export const COUNTED = "dwell_seconds = 1\nwindow_minutes = 30\ncount_automation = true";

/**
 * Builds a newsroom into a folder of its own and serves it. `views` is the `[views]` of its site.toml.
 */
export async function openPaper({ views = COUNTED } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "habarshy-e2e-"));
  const [newsroom, site] = [join(folder, "newsroom"), join(folder, "site")];
  await mkdir(newsroom);
  for (const part of ["content", "public"]) await cp(part, join(newsroom, part), { recursive: true });
  await writeFile(join(newsroom, "site.toml"), `${await readFile("site.toml", "utf8")}\n[views]\n${views}\n`);
  await build(newsroom, site);
  const server = await serve(site);
  const wire = await openWire(server.url);
  return {
    url: wire.url,
    site,
    wire,
    /** Ends what was started, and takes the folder away. */
    async close() {
      await wire.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Runs `habarshy build`. */
export async function build(newsroom, site) {
  await promisify(execFile)(COMMAND, ["build", "--root", newsroom, "--client", "target/client", "--out", site, "--cache", "target/cache", "--now", NOW]);
}

/** Runs `habarshy serve` on a free port. */
async function serve(site) {
  const server = spawn(COMMAND, ["serve", site, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
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
