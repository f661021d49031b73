// What stands before a view counter in the tests: it writes down what a paper asks of it, and misbehaves where a test wants it to.

import http from "node:http";
import { text } from "node:stream/consumers";

/** Numbers that no paper has: beyond any integer, and one that an integer still holds. */
export const HUGE = [1e300, 10 ** 15];

/** A page that is no answer, as a captive portal or a parked domain has it. Browsers may read it. */
const page = (status) => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", "access-control-allow-origin": "*" },
  body: Buffer.from("<!doctype html><title>Welcome</title><h1>Welcome</h1>"),
});

/** What a counter does with a request; `pass` asks the service. Without an answer the connection is closed. */
const MODES = {
  up: (pass) => pass(),
  down: () => undefined,
  slow: async (pass, { hold }) => {
    const answer = await pass();
    await hold();
    return answer;
  },
  garbage: () => page(200),
  missing: () => page(404),
  huge: async (pass, { swell }) => swell(await pass()),
};

/**
 * Opens a counter before the service at `service`, on a free port of this machine. Of the service it must be told:
 * `counts` says whether a request is there to count a view, and `swollen` writes its answer with another number in the
 * place of each count.
 */
export async function openCounter({ service, counts, swollen }) {
  let mode = "up";
  const requests = [];
  const { hold, ...holds } = queue();
  const swell = (answer) => (/json/.test(answer.headers["content-type"]) ? { ...answer, body: Buffer.from(swollen(answer.body.toString(), counter.huge)) } : answer);
  const server = http.createServer(async (request, response) => {
    try {
      const record = await recorded(request, service);
      requests.push(record);
      const behave = record.method === "OPTIONS" && mode !== "down" ? MODES.up : MODES[mode];
      const answer = await behave(() => passed(record, request.url, service), { hold, swell });
      if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
      else response.destroy();
    } catch {
      response.destroy();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const counter = {
    url: `http://127.0.0.1:${server.address().port}`,
    /** How it behaves from now on; preflights get through unless it is down. */
    get mode() { return mode; },
    set mode(name) {
      if (!(name in MODES)) throw new Error(`no mode "${name}": there are ${Object.keys(MODES).join(", ")}`);
      mode = name;
    },
    /** What it says in the mode "huge". */
    huge: HUGE[0],
    ...holds,
    /** All requests: method, path, query, body, headers, and whether they reached the service. */
    requests,
    /** Those that were there to count a view, whether they got through or not. */
    views: () => requests.filter(counts),
    /** How many of those reached the service. */
    reached: () => requests.filter((request) => counts(request) && request.reached).length,
    /** Forgets what was asked. */
    forget: () => requests.splice(0),
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
  return counter;
}

/** Where answers wait in the mode "slow". */
function queue() {
  const held = [];
  let watchers = [];
  const look = () => {
    watchers = watchers.filter(({ count, done }) => held.length < count || done());
  };
  return {
    hold: () => new Promise((go) => {
      held.push(go);
      look();
    }),
    /** Waits until so many answers are held back. */
    holding: (count = 1) => new Promise((done) => {
      watchers.push({ count, done });
      look();
    }),
    /** Lets the held answers go. */
    release: () => held.splice(0).forEach((go) => go()),
  };
}

async function recorded(request, service) {
  const { pathname, searchParams } = new URL(request.url, service);
  return { method: request.method, path: pathname, query: searchParams, body: await text(request), headers: request.headers, reached: false };
}

/** What the service answers, to the letter but for how its body is cut up on the wire. */
async function passed(record, target, service) {
  const headers = { ...record.headers, host: new URL(service).host };
  // A connection of its own: one that is kept may be closed by the other side just as it is used again.
  const request = http.request(service + target, { method: record.method, headers, agent: false });
  const response = await new Promise((done, fail) => request.once("response", done).once("error", fail).end(record.body));
  record.reached = true;
  const chunks = [];
  for await (const chunk of response) chunks.push(chunk);
  const kept = Object.entries(response.headers).filter(([name]) => !["content-length", "transfer-encoding", "keep-alive"].includes(name));
  return { status: response.statusCode, headers: Object.fromEntries(kept), body: Buffer.concat(chunks) };
}
