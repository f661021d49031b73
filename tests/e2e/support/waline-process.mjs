// The process of waline.mjs: Waline's own handler of requests behind a port that only this machine reaches.

import http from "node:http";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve(".tools/waline/package.json"));
const server = http.createServer(require("@waline/vercel")({ env: "production" }));
// Whoever started it may end without a word.
process.once("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  // The first answer is the slow one.
  const answer = await fetch(`${url}/api/article?path=/`);
  if (!answer.ok) throw new Error(`Waline answers ${answer.status}: ${await answer.text()}`);
  process.send(url);
});
