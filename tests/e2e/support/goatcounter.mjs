// A stand-in for GoatCounter, which is a Go program in no registry that the checks install from: this is not GoatCounter.
//
// It keeps to what the real one answers to a paper: the image of /count, and the JSON of /counter/. What it leaves out: the
// real one counts a visitor (address and browser) once a path in eight hours, no browser that looks like a robot (a headless
// one does), and four views a second at most; its numbers come seconds late; it has HTML, SVG and PNG counters, and events.

import http from "node:http";
import { openCounter } from "./counters.mjs";

const GIF = Buffer.from("R0lGODlhAQABAIABAAAAAP///yH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");
const HALF_AN_HOUR = 30 * 60 * 1000;

/** Opens a stand-in for GoatCounter, behind a counter that can misbehave (see counters.mjs). */
export async function openGoatCounter() {
  // By the path in small letters: the real one sees no difference.
  const views = new Map();
  const total = () => [...views.values()].reduce((sum, count) => sum + count, 0);
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    if (pathname === "/count") count(request, searchParams, views, response);
    else if (pathname.startsWith("/counter/")) tell(decodeURIComponent(pathname.slice("/counter/".length)), { views, total, allowed: counter.allowCounter }, response);
    else response.writeHead(404, { "content-type": "text/html" }).end("Not Found");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const counter = await openCounter({ service: `http://127.0.0.1:${server.address().port}`, counts: ({ path }) => path === "/count", swollen });
  const closeCounter = counter.close;
  return Object.assign(counter, {
    /** The setting that lets others than the owner see counts; a fresh GoatCounter has it off. */
    allowCounter: true,
    count: async (path) => views.get(key(cleaned(path))) ?? 0,
    total: async () => total(),
    /** Gives a path so many views. */
    seed: (path, count) => views.set(key(cleaned(path)), count),
    async close() {
      await closeCounter();
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
    },
  });
}

/** The path as it is kept. */
const cleaned = (path) => `/${path.trim().replace(/^\/+|\/+$/g, "")}`;
const key = (path) => path.toLowerCase();

/** Counts a view, and answers with an image whatever happens. */
function count(request, query, views, response) {
  const headers = { "access-control-allow-origin": "*", "cache-control": "no-store,no-cache", "content-type": "image/gif", connection: "close" };
  const path = query.get("p")?.trim() ?? "";
  if (!["GET", "POST"].includes(request.method)) return void response.writeHead(405).end();
  if (path === "" && !isPrefetch(request.headers)) {
    return void response.writeHead(400, { ...headers, "x-goatcounter": "not valid: path: must be set." }).end(GIF);
  }
  if (!isPrefetch(request.headers)) {
    const kept = key(cleaned(path));
    views.set(kept, (views.get(kept) ?? 0) + 1);
  }
  response.writeHead(200, headers).end(GIF);
}

/** What GoatCounter takes for a page that nobody looks at yet. The header Sec-Purpose is not among them. */
const isPrefetch = (headers) =>
  headers["x-moz"] === "prefetch" || [headers.purpose, headers["x-purpose"]].some((purpose) => ["prefetch", "preview"].includes(purpose));

/** Tells how many views a path has. */
function tell(name, { views, total, allowed }, response) {
  const headers = { "cache-control": "public", expires: new Date(Date.now() + HALF_AN_HOUR).toUTCString() };
  if (!allowed) return void response.writeHead(403, { ...headers, "content-type": "text/html" }).end("Need to enable the visitor counter");
  if (!name.endsWith(".json")) return void response.writeHead(400, { ...headers, "content-type": "text/html" }).end("unknown extension");
  const path = name.slice(0, -".json".length);
  const known = views.get(key(path)) ?? views.get(key(cleaned(path)));
  const found = path === "TOTAL" ? total() : known;
  const shown = grouped(found ?? 0);
  response.writeHead(found === undefined ? 404 : 200, { ...headers, "access-control-allow-origin": "*", "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify({ count: shown, count_unique: shown }));
}

/** A number as GoatCounter writes it unless told otherwise: a narrow no-break space at every thousand. */
const grouped = (number) => BigInt(number).toString().replace(/\B(?=(\d{3})+$)/g, "\u202f");

/** An answer with the counts replaced. */
const swollen = (_, number) => JSON.stringify({ count: grouped(number), count_unique: grouped(number) });
