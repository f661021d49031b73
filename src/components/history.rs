use leptos::prelude::*;

use super::{Headlines, Listed};
use crate::session::{Session, use_session};

/// Milliseconds.
const DAY: i64 = 24 * 3_600_000;

/// How many articles are listed.
const SHOWN: usize = 20;

/// «Вы читали»: what this reader has read, known to this device alone, with a button that forgets it.
#[component]
pub fn History() -> impl IntoView {
    let session = use_session();
    let (words, readership, forget) = (session.words(), session.readership, session.forget);
    let rows = Memo::new(move |_| articles(&session));
    let nothing_to_forget = move || readership.with(|known| known.own.is_empty());
    let clear = move |_| {
        if let Some(forget) = forget {
            forget.run(());
        }
    };
    view! {
        <section class="history" aria-labelledby="history">
            <h2 id="history" tabindex="-1">{words.you_read}</h2>
            <p class="history-note">
                {move || {
                    let (first, space) = if rows.with(Vec::is_empty) { (words.nothing_read, " ") } else { ("", "") };
                    [first, space, words.on_this_device].concat()
                }}
            </p>
            <ol class="history-list"><Headlines rows/></ol>
            <button class="action" type="button" hidden=nothing_to_forget on:click=clear>{words.clear_history}</button>
        </section>
    }
}

/// The articles, the last one first.
fn articles(session: &Session) -> Vec<Listed> {
    // A day more: the page may have been open over midnight.
    let until = session.today.get().map_or(i64::MAX, |today| today.end(session.edition.utc_offset) + DAY);
    session.readership.with(|known| {
        let article = |(path, title): (&str, &str)| {
            let lang = session.edition.address(path).map(|address| address.lang);
            Listed {
                path: path.to_owned(),
                title: title.to_owned(),
                lang: lang.map(|lang| lang.code()),
                // A page in another language is another document, which the browser loads.
                rel: (lang != Some(session.edition.lang)).then_some("external"),
                ..Listed::default()
            }
        };
        known.own.history(until).into_iter().take(SHOWN).map(article).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_TEXT, html};
    use crate::views::ViewEvent;

    #[test]
    fn what_was_read_last_comes_first() {
        let html = html(|session| {
            session.readership.update(|known| {
                for (path, title, now) in [("/news/a/", HOSTILE, 1), ("/kk/news/b/", "Б", 2)] {
                    known.own.count(ViewEvent { path, title, shared: 0 }, now);
                }
            });
            view! { <History/> }
        });
        let list = format!(
            "<p class=\"history-note\">Список хранится только на этом устройстве.</p><ol class=\"history-list\">\
             <li lang=\"kk\"><a href=\"/kk/news/b/\" rel=\"external\">Б</a></li>\
             <li lang=\"ru\"><a href=\"/news/a/\">{HOSTILE_TEXT}</a></li></ol><button type=\"button\" class"
        );
        assert!(html.contains(&list), "{html}");
    }

    #[test]
    fn there_is_nothing_to_forget_at_first() {
        let html = html(|_| view! { <History/> });
        assert!(html.contains("<p class=\"history-note\">Здесь появятся"), "{html}");
        assert!(html.contains("<ol class=\"history-list\"></ol><button type=\"button\" hidden "), "{html}");
    }
}
