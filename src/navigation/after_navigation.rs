//! What is done once a page stands in `main`: the head is right, and the reader is where they should be and is told.

use leptos::prelude::*;

use super::scroll::ScrollTarget;
use crate::model::{Content, Head, Page};
use crate::platform::{document, focus, head};
use crate::session::{Session, Shown};
use crate::values::Lang;

/// Describes what the session shows, in the head and to screen readers.
pub fn describe(session: &Session) {
    let head = session.shown.with_untracked(|shown| head(session, shown));
    head::apply_head(&head);
    session.announcement.set(head.name);
}

/// Takes the reader there.
pub fn settle(target: &ScrollTarget) {
    // The heading takes the focus first, without scrolling: scrolling is what comes next.
    focus::focus_heading();
    document::show_section();
    target.scroll();
}

fn head(session: &Session, shown: &Shown) -> Head {
    match shown {
        Shown::Page(page) => Head::of(page, &session.edition),
        Shown::Failed(error, _) => {
            let name = error.words(session.words()).0;
            // No address, no alternates and no picture: as for a page that does not exist.
            let mut head = Head::of(&not_found(session.edition.lang), &session.edition);
            head.title = format!("{name} — {}", session.edition.title);
            head.name = name.to_owned();
            head
        }
    }
}

/// The page of an address that is none.
pub fn not_found(lang: Lang) -> Page {
    Page { lang, translations: Vec::new(), content: Content::NotFound }
}
