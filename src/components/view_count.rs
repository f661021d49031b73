use leptos::prelude::*;

use super::{Icon, IconView};

use super::live::live;
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

/// How often an article was read: the views that were published, and the reader's own since.
#[component]
pub fn ViewCount(
    /// The article's path.
    path: String,
    /// Views counted before the page was built.
    published: u64,
    /// How the noun is given.
    words: ViewWords,
) -> impl IntoView {
    let session = use_session();
    let lang = session.edition.lang;
    let class = match words {
        ViewWords::Shown => "views-word",
        ViewWords::Spoken => "views-word visually-hidden",
    };
    let views = move || published + session.ledger.with(|ledger| ledger.views(&path));
    let (number, word) = (views.clone(), views.clone());
    view! {
        <span class="views" data-views=live(move || views().to_string())>
            <IconView icon=Icon::Eye/>
            <span class="views-number">{move || grouped(number(), lang)}</span>
            <span class=class>
                {move || format!(" {}", views_word(word(), lang))}
            </span>
        </span>
    }
}
