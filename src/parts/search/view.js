// What is drawn. All that comes from outside is put in as text.

/** An element with properties and children. */
export function make(name, properties = {}, ...children) {
  const { dataset, ...others } = properties;
  const element = Object.assign(document.createElement(name), others);
  Object.assign(element.dataset, dataset);
  element.append(...children);
  return element;
}

/** A text with its hits marked: `hits` are words with their places. */
function marked(text, hits) {
  const parts = document.createDocumentFragment();
  let at = 0;
  for (const hit of hits) {
    parts.append(text.slice(at, hit.at), make("mark", {}, hit.word));
    at = hit.at + hit.word.length;
  }
  parts.append(text.slice(at));
  return parts;
}

/** An article as a card: as those of the lists, with the passage that was found. */
export function card(article, passage, hits, sections) {
  const section = sections.find(({ id }) => id === article.section);
  const link = make("a", { href: article.path }, marked(article.title, hits(article.title)));
  const time = make("time", { dateTime: article.date }, article.day);
  const words = make("div", { className: "card-text" });
  if (section) words.append(make("p", { className: "card-section" }, section.name));
  words.append(
    make("h3", { className: "card-title" }, link),
    make("p", { className: "card-teaser" }, marked(passage, hits(passage))),
    make("p", { className: "card-meta" }, time),
  );
  const picture = make("div", { className: "card-picture" });
  // A path of the site, or no picture.
  if (/^\/(?!\/)/.test(article.picture)) {
    const { width, height, picture: src } = article;
    picture.append(make("img", { alt: "", width, height, loading: "lazy", decoding: "async", src }));
  }
  return make("article", { className: "card" }, picture, words);
}

/** A choice with its name. */
export function choice(name, label, options, chosen) {
  const select = make("select", { name });
  for (const [value, text] of options) select.append(make("option", { value, selected: value === chosen }, text));
  select.value = chosen;
  return make("label", { className: "search-choice" }, make("span", {}, label), select);
}

/** A button. */
export const button = (text, onclick) => make("button", { type: "button", className: "action", onclick }, text);

/** A list of links or buttons under a heading. */
export function group(title, items, ...others) {
  const list = make("ul", { className: "search-list" }, ...items.map((item) => make("li", {}, item)));
  return make("section", { className: "search-group" }, make("h2", {}, title), list, ...others);
}
