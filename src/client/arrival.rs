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

/// Says how much the browser should lay out at first. To be called before anything is drawn, because the browser may lay out
/// what is there at any time.
pub fn prepare(spot: &Spot) {
    // A reader who arrives further down needs the true heights of all that is above.
    document::lay_out_late(matches!(spot, Spot::Top) || *spot == Spot::Before(0.0));
}

/// Describes what the session shows, in the head. To be called when it has been drawn.
pub fn describe(session: &Session) {
    let head = session.shown.with_untracked(|shown| head(session, shown));
    document::apply_head(&head);
    session.announcement.set(head.name);
}

/// Settles the reader on it. To be called before it is painted.
pub fn settle(spot: &Spot) {
    // The heading takes the focus first, without scrolling: scrolling is what comes next.
    document::focus_heading();
    document::show_section();
    match spot {
        Spot::Top => scroll::to(0.0),
        Spot::Fragment(id) => scroll::to_element(id),
        Spot::Before(y) => scroll::to(*y),
    }
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
