//! What happens once a page stands in `main`: the head is right, the reader is where they should be, and is told.

use crate::browser::{document, scroll};
use crate::content::{Content, Head, Lang, Page};
use crate::session::{Failure, Session, Shown};
use leptos::prelude::*;

/// Where on the page the reader arrives.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    /// At its top.
    Top,
    /// At an element, by the fragment of the address.
    Fragment(String),
    /// Where they were before, in CSS pixels from the top.
    Before(f64),
}

/// Settles the reader on what the session shows. Called when it has been drawn and before it is painted.
pub fn settle(session: &Session, spot: &Spot) {
    let head = session.shown.with_untracked(|shown| head(session, shown));
    document::apply_head(&head);
    // A reader who arrives further down needs the true heights of all that is above.
    if *spot == Spot::Top {
        document::lay_out_late();
    }
    // The heading takes the focus first, without scrolling: scrolling is what comes next.
    document::focus_heading();
    document::show_section();
    match spot {
        Spot::Top => scroll::to(0.0),
        Spot::Fragment(id) => scroll::to_element(id),
        Spot::Before(y) => scroll::to(*y),
    }
    session.announcement.set(head.name);
    document::tell_parts("habarshy:shown");
}

fn head(session: &Session, shown: &Shown) -> Head {
    match shown {
        Shown::Page(page) => Head::of(page, &session.edition),
        Shown::Failed(failure, _) => {
            let words = session.words();
            let name = match failure {
                Failure::Offline => words.offline,
                Failure::Unreachable => words.unreachable,
                Failure::Broken => words.broken,
            };
            // No address, no alternates and no picture: as for a page that does not exist.
            let mut head = Head::of(&nothing(session.edition.lang), &session.edition);
            head.title = format!("{name} — {}", session.edition.title);
            head.name = name.to_owned();
            head
        }
    }
}

/// The page of an address that is none.
pub fn nothing(lang: Lang) -> Page {
    Page { lang, translations: Vec::new(), content: Content::NotFound }
}
