use leptos::prelude::*;

use super::html::add_link;
use super::live::live;
use super::ranking::ranked;
use super::view_count::{ViewWords, view_count_html};
use crate::content::Headline;
use crate::content::popular::MOST_READ;
use crate::route::Route;
use crate::session::{Session, use_session};

/// The headlines that were read most, with their places.
#[component]
pub fn MostRead(
    /// Most read first.
    headlines: Vec<Headline>,
) -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let mut more = String::new();
    add_link(&mut more, &session.path(&Route::Popular), words.full_list);
    let items = live(move || {
        items_html(&session, ranked(&session, &headlines, MOST_READ).into_iter().map(|(_, headline)| headline))
    });
    view! {
        <aside class="most-read" aria-labelledby="most-read">
            <h2 id="most-read">{words.most_read.to_owned()}</h2>
            <ol inner_html=items></ol>
            <p class="most-read-more" inner_html=more></p>
        </aside>
    }
}

/// Headlines in a list, each a link with its count, as safe HTML.
pub(super) fn items_html<'a>(session: &Session, headlines: impl IntoIterator<Item = &'a Headline>) -> String {
    let mut html = String::new();
    for headline in headlines {
        let path = session.path(&Route::Article(headline.slug.clone()));
        html.push_str("<li>");
        add_link(&mut html, &path, &headline.title);
        html.push_str(&view_count_html(session, &path, headline.views, ViewWords::Spoken));
        html.push_str("</li>");
    }
    html
}
