// Built sites, each made once for all files of tests that only read it: target/e2e/ has a folder for each.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

export const COMMAND = "target/release/habarshy";

/** The moment that sites are built for: all of the demo's articles are out by then. */
export const NOW = "2026-12-31T12:00:00+05:00";

const SITES = "target/e2e";

/** All that a site is made from, beside its options. */
const SOURCES = [COMMAND, "target/client", "content", "public", "site.toml"];

/** A folder in which `make(folder, options)` has made something of the sources as they are now. Nobody changes what is in it. */
export async function builtOnce(options, make) {
  const folder = join(SITES, await keyOf(options));
  if (existsSync(folder)) return folder;
  await mkdir(SITES, { recursive: true });
  // It gets its name when it is whole. Where two processes make it at once, the first one's is as good as the second one's.
  const begun = await mkdtemp(join(SITES, "begun-"));
  try {
    await make(begun, options);
    await rename(begun, folder);
  } catch (error) {
    await rm(begun, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** What tells a site from all others: its options, and the content of all that it is made from. */
async function keyOf(options) {
  const hash = createHash("sha256").update(JSON.stringify([NOW, options]));
  for (const source of SOURCES) {
    for (const path of await filesBelow(source)) hash.update(JSON.stringify(path)).update(await readFile(path));
  }
  return hash.digest("hex").slice(0, 32);
}

/** The paths of a folder's files, or of the file itself. */
async function filesBelow(path) {
  const inside = await readdir(path, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  });
  return inside ? inside.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort() : [path];
}
