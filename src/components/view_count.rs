use leptos::prelude::*;

use super::{Icon, IconView};

use super::live::live;
use crate::content::Views;
use crate::format::{grouped, views_word};
use crate::session::use_session;

/// How the noun after a view count is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewWords {
    /// Printed: «4 131 просмотр».
    Shown,
    /// Only spoken: the eye stands for it.
    Spoken,
}

/// How often an article was read: as the build knew it, and as this browser knows it since. In a list, what the reader has
/// read is marked.
#[component]
pub fn ViewCount(
    /// The article's path.
    path: String,
    /// As far as the build knew.
    views: Views,
    /// How the noun is given.
    words: ViewWords,
) -> impl IntoView {
    let session = use_session();
    let lang = session.edition.lang;
    let class = match words {
        ViewWords::Shown => "views-word",
        ViewWords::Spoken => "views-word visually-hidden",
    };
    let in_list = words == ViewWords::Spoken;
    let shown = {
        let path = path.clone();
        move || session.readership.with(|known| known.shown(&path, views))
    };
    let is_read = move || in_list && session.readership.with(|known| known.own.is_known(&path));
    let (number, word, marked) = (shown.clone(), shown.clone(), is_read.clone());
    let read = session.words().read;
    view! {
        <span class="views" data-views=live(move || shown().to_string()) data-read=live(move || marked().then_some(""))>
            <IconView icon=Icon::Eye/>
            <span class="views-number">{move || grouped(number(), lang)}</span>
            <span class=class>
                {move || {
                    let note = if is_read() { [", ", read] } else { ["", ""] };
                    format!(" {}{}", views_word(word(), lang), note.concat())
                }}
            </span>
        </span>
    }
}
