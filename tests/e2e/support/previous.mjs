// A small newsroom as the previous version published it, and as the command under test publishes it over that.
//
// tools/fixtures/previous.mjs has packed the site.

import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { build, serve } from "./paper.mjs";
import { openWire } from "./wire.mjs";

const PREVIOUS = "tests/e2e/fixtures/previous";
/** What stands for the address of the counter. */
const ENDPOINT = "https://counter.example";

/** Its articles, the oldest first: one section, and each leads to the next. */
export const ARTICLES = [
  { path: "/news/most/", title: "Мост через старое русло открыли", views: 100 },
  { path: "/news/pochta/", title: "Почта привезет письма до обеда", views: 200 },
  { path: "/news/sad/", title: "В школьном саду созрели груши", views: 300 },
];

/** Serves the previous version's site on an origin of its own, with the view counter at an address. */
export async function openPrevious(counter) {
  const folder = await mkdtemp(join(tmpdir(), "habarshy-previous-"));
  const [newsroom, site] = [join(folder, "newsroom"), join(folder, "site")];
  await cp(join(PREVIOUS, "newsroom"), newsroom, { recursive: true });
  await mkdir(site);
  await unpack(join(PREVIOUS, "site.tar.br"), site);
  const pages = (await readdir(site, { recursive: true })).filter((file) => file.endsWith(".html"));
  for (const file of [join(newsroom, "site.toml"), ...["_headers", ...pages].map((name) => join(site, name))]) {
    await writeFile(file, (await readFile(file, "utf8")).replaceAll(ENDPOINT, counter));
  }
  const server = await serve(site);
  const wire = await openWire(server.url);
  const buildOf = async () => JSON.parse(await readFile(join(site, "data/index.json"), "utf8")).build;
  return {
    url: wire.url,
    site,
    wire,
    build: await buildOf(),
    /** Publishes the newsroom by the command under test, in the same place. Gives the build. */
    async deploy() {
      await build(newsroom, site);
      return buildOf();
    },
    /** Ends what was started, and takes the folder away. */
    async close() {
      await wire.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function unpack(file, folder) {
  const tar = spawn("tar", ["-xf", "-", "-C", folder], { stdio: ["pipe", "inherit", "inherit"] });
  const ended = new Promise((done, fail) => tar.once("error", fail).once("exit", done));
  tar.stdin.end(brotliDecompressSync(await readFile(file)));
  if ((await ended) !== 0) throw new Error(`${file} cannot be unpacked`);
}
