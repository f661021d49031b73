// The page's name while something is asked: entries of the history are told apart by it.

let last = {};

/** Puts a question before the title that the page has of its own; an empty one gives that title back. */
export function entitle(question) {
  // What is not ours was written by the client since.
  const own = document.title === last.title ? last.own : document.title;
  const text = question.trim();
  last = { own, title: text ? `${text} — ${own}` : own };
  document.title = last.title;
  // A title is kept without the spaces that say nothing.
  last.title = document.title;
}

/** Has the same page in another language asked the same. */
export function carry(search) {
  for (const link of document.querySelectorAll(".languages a:not([aria-current])")) {
    if (link.pathname.endsWith("/search/")) link.search = search;
  }
}
