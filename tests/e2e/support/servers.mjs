// Real servers, each with the configuration that `habarshy server-config` writes for it: ordinary processes of this user on
// ports of the loopback that are free, their files in a temporary folder.

import { execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { serve } from "./paper.mjs";
import { COMMAND } from "./sites.mjs";
import { TIMEOUT } from "./timeouts.mjs";

const run = promisify(execFile);

/** Writes a configuration into a folder; what is said of the server's limits. */
export async function writeConfig(server, site, out, ...options) {
  await mkdir(out, { recursive: true });
  return (await run(COMMAND, ["server-config", server, "--site", site, "--out", out, ...options])).stderr;
}

/** A port that nobody has. */
async function freePort() {
  const server = net.createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** What a server answers to `path`, which is sent as it is: no client makes it plain. */
export function ask(url, path, { method = "GET", headers = {} } = {}) {
  const { hostname, port } = new URL(url);
  return new Promise((done, failed) => {
    const request = http.request({ hostname, port, path, method, headers, agent: false, timeout: TIMEOUT }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
      response.on("error", failed);
    });
    request.on("timeout", () => request.destroy(new Error(`no answer to ${path}`)));
    request.on("error", failed);
    request.end();
  });
}

/** Starts a program and waits until it answers; `close` ends it. */
async function start(name, port, command, args, options) {
  const said = [];
  const server = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => said.push(text));
  let ended = false;
  const end = new Promise((done) => server.once("exit", done).once("error", (error) => { said.push(String(error)); done(); }));
  end.then(() => { ended = true; });
  const url = `http://127.0.0.1:${port}`;
  for (const last = Date.now() + TIMEOUT; ;) {
    const isUp = await ask(url, "/").then(() => true, () => false);
    if (isUp) break;
    if (ended || Date.now() > last) {
      server.kill();
      throw new Error(`${name} does not answer:\n${said.join("")}`);
    }
    await new Promise((done) => setImmediate(done));
  }
  // It may be closed again.
  return { url, async close() { server.kill(); await end; } };
}

async function nginx(site, folder) {
  const port = await freePort();
  await writeConfig("nginx", site, folder, "--listen", `127.0.0.1:${port}`);
  // Debian's paths of its own need another user. The rest is what its nginx.conf says.
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((place) => `${place}_temp_path ${folder}/${place};`);
  await writeFile(join(folder, "nginx.conf"), `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr warn; events {}
http { ${places.join(" ")} access_log off; sendfile on; include ${folder}/habarshy.conf; }\n`);
  return start("nginx", port, "nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
}

async function caddy(site, folder) {
  const port = await freePort();
  await writeConfig("caddy", site, folder, "--listen", `127.0.0.1:${port}`);
  await writeFile(join(folder, "Caddyfile"), "{\n\tadmin off\n\tauto_https off\n}\nimport habarshy.caddy\n");
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return start("Caddy", port, "caddy", ["run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")], { env });
}

/** Cloudflare's own emulation of its Pages, without a network. */
async function cloudflare(site, folder) {
  const port = await freePort();
  // The two files are those that the command writes, which are no more than the host takes.
  const copy = join(folder, "site");
  await cp(site, copy, { recursive: true });
  await writeConfig("cloudflare", site, copy);
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, WRANGLER_SEND_METRICS: "false", CI: "true", NO_COLOR: "1" };
  // The script that npm links starts another process; this is that one, which ends when it is told to.
  const wrangler = resolve(".tools/cloudflare/node_modules/wrangler/wrangler-dist/cli.js");
  const args = ["--no-warnings", wrangler, "pages", "dev", copy, "--ip", "127.0.0.1", "--port", String(port), "--inspector-port", String(await freePort()), "--compatibility-date", "2025-01-01"];
  return start("wrangler", port, process.execPath, args, { cwd: folder, env });
}

const STARTS = { serve: (site) => serve(site), nginx, caddy, cloudflare };

/** Starts one of `serve`, `nginx`, `caddy` and `cloudflare` for a built site. */
export async function startServer(name, site) {
  const folder = await mkdtemp(join(tmpdir(), `habarshy-${name}-`));
  try {
    const server = await STARTS[name](resolve(site), folder);
    return { url: server.url, async close() { await server.close(); await rm(folder, { recursive: true, force: true }); } };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
