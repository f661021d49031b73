use leptos::prelude::*;

use super::html::{add, add_link};
use super::live::live;
use crate::session::{Session, use_session};

/// Milliseconds.
const DAY: i64 = 24 * 3_600_000;

/// How many articles are listed.
const SHOWN: usize = 20;

/// «Вы читали»: what this reader has read, known to this device alone, with a button that forgets it.
#[component]
pub fn History() -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let known = session.clone();
    let is_empty = live(move || known.readership.with(|known| known.own.is_empty()).then_some("hidden"));
    let forget = session.forget;
    let clear = move |_| {
        if let Some(forget) = forget {
            forget.run(());
        }
    };
    let list = live(move || list_html(&session));
    view! {
        <section class="history" aria-labelledby="history">
            <h2 id="history" tabindex="-1">{words.you_read.to_owned()}</h2>
            <div inner_html=list></div>
            <button class="action" type="button" hidden=is_empty on:click=clear>{words.clear_history.to_owned()}</button>
        </section>
    }
}

/// The articles, the last one first, as safe HTML.
fn list_html(session: &Session) -> String {
    let words = session.words();
    // A day more: the page may have been open over midnight.
    let until = session.today.get().map_or(i64::MAX, |today| today.end(session.edition.utc_offset) + DAY);
    let mut items = String::new();
    session.readership.with(|known| {
        for (path, title) in known.own.history(until).into_iter().take(SHOWN) {
            // A page in another language is another document, but an article that was read is one all the same.
            items.push_str("<li");
            if let Some(lang) = session.edition.address(path).map(|address| address.lang) {
                add(&mut items, "lang", lang.code());
            }
            items.push('>');
            add_link(&mut items, path, title);
            items.push_str("</li>");
        }
    });
    let (first, space) = if items.is_empty() { (words.nothing_read, " ") } else { ("", "") };
    [
        "<p class=\"history-note\">",
        first,
        space,
        words.on_this_device,
        "</p><ol class=\"history-list\">",
        &items,
        "</ol>",
    ]
    .concat()
}
