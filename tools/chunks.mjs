// Writes down which files each chunk of the client comes in: node tools/chunks.mjs SPLITTER-SCRIPT > chunks.json
//
// The splitter gives what several chunks share files of its own, and tells of it only in the script that loads them all. So
// that script is run with a `fetch` that notes what is asked for. The build has pages name the files of a chunk, and the
// service worker keep them.

import { pathToFileURL } from "node:url";

const PREFIX = "__wasm_split_load_";

let asked = [];
globalThis.fetch = (url) => {
  asked.push(url.pathname.split("/").pop());
  return Promise.reject(new Error("there is nothing to load here"));
};
// Every load fails, and says so.
console.error = () => {};

const script = pathToFileURL(process.argv[2]);
const loads = Object.keys(await import(script)).filter((name) => name.startsWith(PREFIX));
if (loads.length === 0) throw new Error(`${process.argv[2]} loads no chunk`);
const chunks = {};
for (const name of loads) {
  asked = [];
  // The script asks for a file once, so each chunk has a script of its own.
  const { [name]: load } = await import(`${script}?${name}`);
  // The call back into the module, which is not there, fails as well.
  await load().catch(() => {});
  chunks[name.slice(PREFIX.length)] = asked.sort();
}
process.stdout.write(`${JSON.stringify(chunks, null, 1)}\n`);
