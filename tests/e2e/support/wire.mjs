// The wire between a browser and the served site: it writes down what was asked, and fails where a test wants it to.

import http from "node:http";
import { inTime } from "./timeouts.mjs";

/** Where the JSON of the page at a path lies. */
export const data = (path) => `/data${path.replace(/\/$/, "") || "/index"}.json`;

/** Opens a wire to a server, on a free port of this machine. */
export async function openWire(upstream) {
  const asked = [];
  const faults = new Map();
  let watchers = [];
  let down = false;
  const server = http.createServer((request, response) => {
    const path = new URL(request.url, upstream).pathname;
    asked.push({ path, kind: request.headers["sec-fetch-dest"] });
    watchers = watchers.filter(({ test, done }) => !test() || done());
    const fault = down ? refused : faults.get(path) ?? plain;
    fault(request, response, upstream).catch((error) => response.destroy(error));
  });
  // A connection that the browser keeps is not closed just as it is used again.
  server.keepAliveTimeout = 0;
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    asked,
    /** The paths that were asked for as documents; others are of the kind "script", "empty" (fetched) or "image". */
    documents: () => asked.filter((one) => one.kind === "document").map((one) => one.path),
    /** Waits until what was asked for makes a test true. */
    until: (test) => test() || inTime(new Promise((done) => watchers.push({ test, done })), `what was to be asked for (${test})`),
    /** Makes a path fail from now on. */
    fail: (path, fault) => faults.set(path, fault),
    /** Mends a path, or all. */
    mend: (path) => (path === undefined ? faults.clear() : faults.delete(path)),
    /** Cuts the site off from everybody, or joins it again. */
    cutOff: (isDown = true) => { down = isDown; },
    /** Forgets what was asked. */
    forget: () => asked.splice(0),
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

/** The server's answer. */
async function fetched(request, upstream) {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !["host", "connection", "accept-encoding"].includes(name)));
  const answer = await fetch(upstream + request.url, { method: request.method, headers, redirect: "manual" });
  const kept = Object.fromEntries([...answer.headers].filter(([name]) => !["connection", "content-length", "content-encoding", "transfer-encoding", "keep-alive"].includes(name)));
  return { status: answer.status, headers: kept, body: Buffer.from(await answer.arrayBuffer()) };
}

/** What the server answers, as it answers. */
export async function plain(request, response, upstream) {
  const { status, headers, body } = await fetched(request, upstream);
  response.writeHead(status, headers).end(body);
}

/** The answer of another path, which is not led to. */
export const ofPath = (path) => ({ method, headers }, ...rest) => plain({ method, headers, url: path }, ...rest);

/** No answer but a closed connection. */
export const refused = async (request, response) => void response.destroy();

/** No answer at all. */
export const hanging = async () => {};

/** An answer of a status and nothing of use. */
export const status = (code) => async (request, response) => void response.writeHead(code, { "content-type": "text/html" }).end("<h1>…</h1>");

/** The server's answer, which the browser's own cache does not keep. */
export const uncached = async (request, response, upstream) => {
  const { status: code, headers, body } = await fetched(request, upstream);
  response.writeHead(code, { ...headers, "cache-control": "no-store" }).end(body);
};

/** An answer that leads elsewhere for good. */
export const moved = (to) => async (request, response) => void response.writeHead(301, { location: to }).end();

/** The connection breaks in the middle of the answer. */
export const cut = async (request, response, upstream) => {
  const { status: code, headers, body } = await fetched(request, upstream);
  response.writeHead(code, { ...headers, "content-length": body.length });
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
};

/** The answer up to the end of its first piece, and then its pieces as `next` asks for them: elements, if not said otherwise. */
export function inPieces(ends = /(?<=<\/(?:a|p|h\d|li|div|nav|header|article|section|time)>)/) {
  let answer, pieces;
  return {
    fault: async (request, response, upstream) => {
      const { status: code, headers, body } = await fetched(request, upstream);
      pieces = body.toString().split(ends);
      answer = response.writeHead(code, headers);
      answer.write(pieces.shift());
    },
    /** Sends one piece more. */
    next: () => answer.write(pieces.shift()),
    /** How many there are still to send. */
    left: () => pieces.length,
    /** Sends all that is left. */
    end: () => answer.end(pieces.join("")),
  };
}

/** Half of the answer, as if it were all. */
export const halved = async (request, response, upstream) => {
  const { status: code, headers, body } = await fetched(request, upstream);
  response.writeHead(code, headers).end(body.subarray(0, body.length / 2));
};

/** The answer with its text changed. */
export const changed = (change) => async (request, response, upstream) => {
  const { status: code, headers, body } = await fetched(request, upstream);
  const text = body.toString();
  if (change(text) === text) throw new Error(`${request.url}: the change found nothing to change`);
  response.writeHead(code, headers).end(change(text));
};

/** Fails so often, then answers. */
export const times = (count, fault) => async (request, response, upstream) => (count-- > 0 ? fault : plain)(request, response, upstream);

/** Waits with the answer until it is released. */
export function held() {
  let release;
  const released = new Promise((done) => { release = done; });
  return { release, fault: async (...request) => { await released; await plain(...request); } };
}

/** Half of the answer, and no end of it. */
export const stalled = async (request, response, upstream) => {
  const { status: code, headers, body } = await fetched(request, upstream);
  response.writeHead(code, { ...headers, "content-length": body.length });
  response.write(body.subarray(0, body.length / 2));
};
