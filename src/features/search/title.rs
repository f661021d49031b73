//! The page's name while something is asked: entries of the history are told apart by it.

use std::cell::RefCell;

use crate::platform::{document, head};
use crate::routes::Route;
use crate::values::Lang;

/// The title that was given last, and the one that the page has of its own.
#[derive(Default)]
struct Given {
    title: String,
    own: String,
}

thread_local! {
    static GIVEN: RefCell<Given> = RefCell::default();
}

/// Puts a question before the title that the page has of its own; an empty one gives that title back. The same page in
/// another language asks the same: its links get the query.
pub fn tell(question: &str, query: &str) {
    GIVEN.with_borrow_mut(|given| {
        let title = head::title();
        // What is not ours was written by the client since.
        if title != given.title {
            given.own = title;
        }
        let question = question.trim();
        let title = if question.is_empty() { given.own.clone() } else { [question, " — ", &given.own].concat() };
        head::set_title(&title);
        // A title is kept without the spaces that say nothing.
        given.title = head::title();
    });
    // In whatever language, the path of the search ends so.
    let search = Route::Search.path(Lang::Ru, Lang::Ru);
    document::set_query_of_links(".languages a:not([aria-current])", &search, query);
}
