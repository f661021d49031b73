// The sites that are compared: the demo newsroom with a very long article, by this version, and by another one beside it.

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { LONG, longArticle } from "../../../tests/e2e/support/long.mjs";
import { build, openPaper, serve } from "../../../tests/e2e/support/paper.mjs";
import { openWire } from "../../../tests/e2e/support/wire.mjs";

const exists = (path) => stat(path).then(() => true, () => false);

/**
 * Opens this version's site, and one beside it if there is one: a built site as it is, or a checkout of another version that
 * `./dev build` has built, whose command then publishes the same newsroom. Gives `{ sites: [{ name, url }], hasLong, close }`.
 */
export async function openSites(beside) {
  const paper = await openPaper({ own: true, articles: { [LONG.file]: longArticle() } });
  const sites = [{ name: "this", url: paper.url }];
  if (!beside) return { sites, hasLong: true, close: () => paper.close() };
  const site = await besideSite(paper, beside);
  const server = await serve(site);
  // Both answer through the same kind of wire, which takes its own time.
  const wire = await openWire(server.url);
  sites.push({ name: "beside", url: wire.url });
  const close = async () => {
    await wire.close();
    await server.close();
    await paper.close();
  };
  return { sites, hasLong: await exists(join(site, LONG.path, "index.html")), close };
}

async function besideSite(paper, beside) {
  const command = join(beside, "target/release/habarshy");
  if (!(await exists(command))) return beside;
  const site = join(paper.folder, "beside");
  await build(paper.newsroom, site, join(beside, "target/client"), command);
  return site;
}
