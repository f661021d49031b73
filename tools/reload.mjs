// Lets a site's pages load themselves anew under `trunk serve`: node tools/reload.mjs TRUNK.html SITE
//
// Trunk writes a script for that into the one page that it knows, as text within it. The policy of our pages allows no such
// script, so they get it as a file of the site. Under `trunk build` there is none, and nothing happens.

import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const NAME = "_reload.js";

const [trunk, site] = process.argv.slice(2);
const [, source] = (await readFile(trunk, "utf8")).match(/<script>([^]*?)<\/script>/) ?? [];
if (source) {
  // The server fills these in where it sends a page; a file has to know by itself.
  const script = source.replace("'{{__TRUNK_ADDRESS__}}'", "location.host").replace("{{__TRUNK_WS_BASE__}}", "/");
  if (script.includes("{{")) throw new Error(`${trunk}: its script is another than that of Trunk 0.21`);
  await writeFile(join(site, NAME), script);
  for (const file of await readdir(site, { recursive: true })) {
    if (!file.endsWith(".html")) continue;
    const page = await readFile(join(site, file), "utf8");
    // The file may be a link to one that stays as it is: another takes its place.
    await rm(join(site, file));
    await writeFile(join(site, file), page.replace("</head>", `<script src="/${NAME}" defer></script></head>`));
  }
}
