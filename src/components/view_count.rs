//! View counts.

use leptos::prelude::*;

use super::Icon;
use crate::content::Views;
use crate::format::{grouped, views_word};
use crate::session::Session;

/// How the noun after a view count is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewWords {
    /// Printed: «4 131 просмотр».
    Shown,
    /// Only spoken: the eye stands for it. So it is in lists, and there what the reader has read is marked.
    Spoken,
}

/// How often an article was read, as the build knew it and as this browser knows it since: safe HTML.
pub fn view_count_html(session: &Session, path: &str, views: Views, words: ViewWords) -> String {
    let (shown, is_known) = session.readership.with(|known| (known.shown(path, views), known.own.is_known(path)));
    let in_list = words == ViewWords::Spoken;
    let (mark, note) = if in_list && is_known { (" data-read", session.words().read) } else { ("", "") };
    let (hidden, comma) = (if in_list { " visually-hidden" } else { "" }, if note.is_empty() { "" } else { ", " });
    let lang = session.edition.lang;
    [
        "<span class=\"views\" data-views=\"",
        &shown.to_string(),
        "\"",
        mark,
        ">",
        Icon::Eye.html(),
        "<span class=\"views-number\">",
        &grouped(shown, lang),
        "</span><span class=\"views-word",
        hidden,
        "\"> ",
        views_word(shown, lang),
        comma,
        note,
        "</span></span>",
    ]
    .concat()
}
