// The search: asks while the reader types, and shows articles as cards.

import { asked, query } from "./search/address.js";
import { load, rules } from "./search/engine.js";
import { find, passage } from "./search/finding.js";
import { telling, words as wordsOf } from "./search/fold.js";
import { keep, recall } from "./search/memory.js";
import { carry, entitle } from "./search/name.js";
import { forget, recent, remember } from "./search/recent.js";
import { button, card, choice, group, make } from "./search/view.js";

/** So many milliseconds without a key are the end of a word. */
const PAUSE = 80;
/** So many results at once. */
const STEP = 10;

/** Whether a text has a word of more than one letter. */
const asksFor = (text) => telling(wordsOf(text).map(({ word }) => word)).length > 0;

export function mount(element, context) {
  const desk = new Desk(element, context.lang, context.words.search);
  return () => desk.leave();
}

class Desk {
  constructor(element, lang, words) {
    Object.assign(this, { lang, words, limit: STEP, turn: 0, sections: [] });
    this.form = element.querySelector("form");
    this.field = this.form.querySelector("input");
    this.filters = make("div", { className: "search-filters" });
    this.status = make("p", { className: "search-status" });
    this.status.setAttribute("role", "status");
    this.found = make("div", { className: "found" });
    const added = [this.filters, this.status, this.found];
    // The client compares the page with what was sent, without these: it may come later than this.
    for (const one of added) one.dataset.added = "";
    element.append(...added);
    this.listen(element);
    rules(lang).then(({ sections }) => this.know(sections), () => {});
    const said = asked(location.search);
    if (!this.field.value) this.field.value = said.q;
    this.drawFilters(said);
    this.begin(said);
  }

  listen(element) {
    this.ear = new AbortController();
    const { signal } = this.ear;
    this.field.addEventListener("input", () => this.soon(), { signal });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      remember(this.field.value);
      // Where fingers type, the keyboard of the screen would lie over what is found.
      if (this.field.value.trim() && matchMedia("(pointer: coarse)").matches) this.field.blur();
      this.search();
    }, { signal });
    this.filters.addEventListener("change", () => this.search(), { signal });
    element.addEventListener("keydown", (event) => this.key(event), { signal });
    this.found.addEventListener("click", (event) => event.target.closest(".card a") && this.opened(), { signal });
    addEventListener("pagehide", () => this.kept(), { signal });
    document.addEventListener("habarshy:shown", () => this.shown(), { signal });
    addEventListener("online", () => this.failed && this.search(), { signal });
  }

  begin(said) {
    const known = recall();
    if (known) {
      this.limit = Math.max(STEP, known.found.articles.length);
      this.know(known.found.sections);
      this.tell();
      this.show(known.found, said);
      scrollTo(0, known.y);
    } else {
      this.search();
      if (!said.q) this.field.focus({ preventScroll: true });
    }
  }

  /** What is asked, as the form says it. */
  get said() {
    const value = (name) => this.filters.querySelector(`[name=${name}]`)?.value ?? "";
    return { q: this.field.value, section: value("section"), when: value("when"), sort: value("sort") };
  }

  drawFilters({ section, when, sort }) {
    const { words } = this;
    const options = [["", words.all_sections], ...this.sections.map(({ id, name }) => [id, name])];
    // A section that is asked for stays asked for until the sections are known.
    if (section && !this.sections.some(({ id }) => id === section)) options.push([section, section]);
    this.filters.replaceChildren(
      choice("section", words.section, options, section),
      choice("when", words.when, [["", words.any_time], ["week", words.week], ["month", words.month], ["year", words.year]], when),
      choice("sort", words.order, [["", words.by_relevance], ["date", words.by_date]], sort),
    );
  }

  know(sections) {
    if (this.sections.length || !sections.length) return;
    this.sections = sections;
    const focused = document.activeElement?.name;
    const { said } = this;
    const isUnknown = said.section && !sections.some(({ id }) => id === said.section);
    this.drawFilters(isUnknown ? { ...said, section: "" } : said);
    if (this.filters.querySelector(`[name="${focused}"]`)) this.filters.querySelector(`[name="${focused}"]`).focus();
    // What the paper has no section for counts as not said.
    if (isUnknown) this.search();
    else if (!asksFor(said.q)) this.invite();
  }

  /** The client has shown this page anew: perhaps under another question, or under none. */
  shown() {
    const said = asked(location.search);
    if (query(said) === query(this.said)) return this.tell();
    this.field.value = said.q;
    this.drawFilters(said);
    return this.search();
  }

  /** What is asked stands in the title, and in the links to the other languages. */
  tell() {
    const { said } = this;
    entitle(said.q);
    carry(query(said));
  }

  soon() {
    // While the word is being typed, what it is asked by is on its way.
    if (asksFor(this.field.value)) load(this.lang).catch(() => {});
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.search(), PAUSE);
  }

  async search(limit = STEP) {
    clearTimeout(this.waiting);
    const said = this.said;
    const turn = (this.turn += 1);
    this.limit = limit;
    this.failed = false;
    // Browsers refuse a page that writes its address too often.
    if (location.search !== query(said)) history.replaceState(history.state, "", location.pathname + query(said));
    this.tell();
    if (!asksFor(said.q)) return this.invite();
    // A quick answer is not announced by another sentence.
    const patience = setTimeout(() => turn === this.turn && this.say(this.words.searching), 300);
    this.found.setAttribute("aria-busy", "true");
    try {
      const { isHit, ...found } = await find(this.lang, said, limit, new Date());
      if (turn !== this.turn) return undefined;
      this.know(found.sections);
      if (turn !== this.turn) return undefined;
      const hits = (text) => wordsOf(text).filter(({ word }) => isHit(word));
      const drawn = ({ text, ...article }, all) => ({ ...article, passage: passage({ text, ...article }, hits), hits: [...new Set(all)] });
      const articles = found.articles.map((article) => drawn(article, [article.title, article.teaser, article.text].flatMap(hits).map(({ word }) => word)));
      this.show({ ...found, articles }, said);
    } catch {
      if (turn === this.turn) this.fail();
    } finally {
      clearTimeout(patience);
      if (turn === this.turn) this.found.removeAttribute("aria-busy");
    }
    return undefined;
  }

  show(found, said) {
    Object.assign(this, { last: found, asked: location.search });
    if (!found.articles.length) return this.none(said);
    this.say(`${this.words.found} ${found.total}`);
    const cards = found.articles.map((article) => {
      const known = new Set(article.hits);
      return card(article, article.passage, (text) => wordsOf(text).filter(({ word }) => known.has(word)), found.sections);
    });
    const heading = make("h2", { className: "visually-hidden" }, this.words.results);
    this.found.replaceChildren(heading, make("div", { className: "cards found-cards" }, ...cards));
    if (found.total > found.articles.length) this.found.append(button(this.words.more, () => this.more()));
    return undefined;
  }

  async more() {
    const next = this.limit;
    await this.search(this.limit + STEP);
    this.links[next]?.focus();
  }

  none(said) {
    const isFiltered = Boolean(said.section || said.when);
    this.say(`${this.words.none} ${isFiltered ? this.words.none_help_filtered : this.words.none_help}`);
    this.found.replaceChildren(...(isFiltered ? [button(this.words.without_filters, () => this.unfiltered())] : []));
  }

  unfiltered() {
    this.drawFilters({ ...this.said, section: "", when: "" });
    this.field.focus();
    this.search();
  }

  fail() {
    this.failed = true;
    this.last = undefined;
    this.say(navigator.onLine ? this.words.failed : this.words.offline);
    this.found.replaceChildren(button(this.words.retry, () => { this.field.focus(); this.search(); }));
  }

  /** What stands there before anything is asked. */
  invite() {
    this.turn += 1;
    this.last = undefined;
    this.found.removeAttribute("aria-busy");
    this.say(this.words.hint);
    const queries = recent().map((text) => {
      const link = make("a", { href: location.pathname + query({ ...this.said, q: text }), className: "action" }, text);
      link.addEventListener("click", (event) => this.again(event, text));
      return link;
    });
    const sections = this.sections.map(({ name, path }) => make("a", { href: path, className: "action" }, name));
    this.found.replaceChildren();
    if (queries.length) {
      const clear = button(this.words.clear, () => { forget(); this.invite(); this.field.focus(); });
      this.found.append(group(this.words.recent, queries, clear));
    }
    if (sections.length) this.found.append(group(this.words.sections, sections));
  }

  again(event, text) {
    // A tab of its own is the browser's affair.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.field.value = text;
    this.field.focus();
    this.search();
  }

  say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  opened() {
    remember(this.field.value);
    this.kept();
  }

  kept() {
    // While another question is being asked, its address stands there already.
    if (this.last && this.asked === location.search) keep(this.last);
  }

  get links() {
    return [...this.found.querySelectorAll(".card-title a")];
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest("select")) return;
    const { links } = this;
    const at = links.indexOf(document.activeElement);
    const isField = document.activeElement === this.field;
    if (event.key === "Escape") {
      this.field.value = "";
      this.field.focus();
      this.search();
    } else if (event.key === "ArrowDown" && (at >= 0 || isField)) {
      links[at + 1]?.focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (links[at - 1] ?? this.field).focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  leave() {
    this.turn += 1;
    clearTimeout(this.waiting);
    this.ear.abort();
  }
}
