use leptos::prelude::*;

use super::{PicturePlace, ViewCount, ViewWords, picture_html};
use crate::content;
use crate::format::day_in_figures;
use crate::route::Route;
use crate::session::use_session;

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
) -> impl IntoView {
    let session = use_session();
    let edition = &session.edition;
    let path = session.path(&Route::Article(card.slug));
    let section = edition.section(&card.section).map(|section| section.name.clone());
    let link = view! { <a href=path.clone()>{card.title}</a> };
    let heading = match place {
        CardPlace::Lead => view! { <h2 class="card-title">{link}</h2> }.into_any(),
        CardPlace::First | CardPlace::List => view! { <h3 class="card-title">{link}</h3> }.into_any(),
    };
    let (class, at) = match place {
        CardPlace::Lead => ("card card-lead", PicturePlace::Lead),
        CardPlace::First => ("card", PicturePlace::First),
        CardPlace::List => ("card", PicturePlace::List),
    };
    let picture = picture_html(&card.picture, at, "");
    view! {
        <article class=class>
            <div class="card-picture" inner_html=picture></div>
            <div class="card-text">
                {section.map(|name| view! { <p class="card-section">{name}</p> }.into_any())}
                {heading}
                <p class="card-teaser">{card.teaser}</p>
                <p class="card-meta">
                    <time datetime=card.date.to_string()>{day_in_figures(card.date.day(), edition.lang)}</time>
                    <ViewCount path views=card.views words=ViewWords::Spoken/>
                </p>
            </div>
        </article>
    }
}
