use leptos::prelude::*;

use super::html::{add_link, element, time};
use super::live::live;
use super::view_count::{ViewWords, view_count_html};
use super::{PicturePlace, picture_html};
use crate::content;
use crate::format::day_in_figures;
use crate::route::Route;
use crate::session::{Session, use_session};

/// Where a card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardPlace {
    /// At the head of the front page: a large picture, loaded first, and a headline of the second rank.
    Lead,
    /// At the head of a list: its picture is likely to be in sight at once.
    First,
    /// Further down in a list.
    List,
}

/// An article in a list. The link in its headline covers the whole card.
#[component]
pub fn Card(
    /// The article.
    card: content::Card,
    /// Where the card stands.
    place: CardPlace,
    /// Further classes, each after a space.
    #[prop(default = "")]
    also: &'static str,
) -> impl IntoView {
    let session = use_session();
    let (class, at, heading) = match place {
        CardPlace::Lead => ("card card-lead", PicturePlace::Lead, "h2"),
        CardPlace::First => ("card", PicturePlace::First, "h3"),
        CardPlace::List => ("card", PicturePlace::List, "h3"),
    };
    let picture = picture_html(&card.picture, at, "");
    let path = session.path(&Route::Article(card.slug.clone()));
    let words = words_html(&session, &card, &path, heading);
    let date = time("", card.date, &day_in_figures(card.date.day(), session.edition.lang));
    let meta = live(move || date.clone() + &view_count_html(&session, &path, card.views, ViewWords::Spoken));
    view! {
        <article class=[class, also].concat()>
            <div class="card-picture" inner_html=picture></div>
            <div class="card-text">
                <div inner_html=words></div>
                <p class="card-meta" inner_html=meta></p>
            </div>
        </article>
    }
}

/// Section, headline and teaser as safe HTML.
fn words_html(session: &Session, card: &content::Card, path: &str, heading: &str) -> String {
    let mut html = String::new();
    if let Some(section) = session.edition.section(&card.section) {
        html.push_str(&element("p", "card-section", &section.name));
    }
    html.push_str(&["<", heading, " class=\"card-title\">"].concat());
    add_link(&mut html, path, &card.title);
    html.push_str(&["</", heading, ">"].concat());
    html + &element("p", "card-teaser", &card.teaser)
}
