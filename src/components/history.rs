use leptos::prelude::*;

use crate::session::{Session, use_session};

/// How many articles are listed.
const SHOWN: usize = 20;

/// «Вы читали»: what this reader has read, known to this device alone, with a button that forgets it.
#[component]
pub fn History() -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let content = move || content(&session);
    view! {
        <section class="history" aria-labelledby="history">
            <h2 id="history" tabindex="-1">{words.you_read.to_owned()}</h2>
            {content}
        </section>
    }
}

fn content(session: &Session) -> AnyView {
    let words = session.words();
    let until = session.today.get().map_or(i64::MAX, |today| today.end(session.edition.utc_offset));
    let items: Vec<AnyView> = session.readership.with(|known| {
        let articles = known.own.history(until).into_iter();
        // A page in another language is another document, but an article that was read is one all the same.
        let item =
            |(path, title): (&str, &str)| view! { <li><a href=path.to_owned()>{title.to_owned()}</a></li> }.into_any();
        articles.take(SHOWN).map(item).collect()
    });
    if items.is_empty() {
        return view! { <p class="history-note">{format!("{} {}", words.nothing_read, words.on_this_device)}</p> }
            .into_any();
    }
    let forget = session.forget;
    let clear = move |_| {
        if let Some(forget) = forget {
            forget.run(());
        }
    };
    view! {
        <p class="history-note">{words.on_this_device.to_owned()}</p>
        <ol class="history-list">{items}</ol>
        <button class="action" type="button" on:click=clear>{words.clear_history.to_owned()}</button>
    }
    .into_any()
}
