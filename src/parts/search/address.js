// What is asked for, as the page's address says it.

import { SPANS } from "./engine.js";

const LONGEST = 200;

/** The question and its filters; what makes no sense counts as not said. */
export function asked(search) {
  const said = new URLSearchParams(search);
  const when = said.get("when");
  return {
    q: (said.get("q") ?? "").slice(0, LONGEST),
    section: said.get("section") ?? "",
    when: Object.hasOwn(SPANS, when ?? "") ? when : "",
    sort: said.get("sort") === "date" ? "date" : "",
  };
}

/** The same as a query, empty where nothing is asked. */
export function query({ q, section, when, sort }) {
  const said = Object.entries({ q: q.trim(), section, when, sort }).filter(([, value]) => value);
  return said.length ? `?${new URLSearchParams(said)}` : "";
}
