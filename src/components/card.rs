use leptos::prelude::*;

use super::{CardFrame, HeadingRank, Picture, PicturePlace, ViewCount, ViewWords};
use crate::i18n::day_in_figures;
use crate::model;
use crate::routes::Route;
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

/// An article in a list.
#[component]
pub fn Card(
    /// The article.
    card: model::Card,
    /// Where the card stands.
    place: CardPlace,
    /// Further classes, each after a space.
    #[prop(default = "")]
    also: &'static str,
) -> impl IntoView {
    let session = use_session();
    let path = session.path(&Route::Article(card.slug.clone()));
    let section = session.edition.section(&card.section).map(|section| section.name.clone());
    let (class, picture_place) = match place {
        CardPlace::Lead => ("card card-lead", PicturePlace::Lead),
        CardPlace::First => ("card", PicturePlace::First),
        CardPlace::List => ("card", PicturePlace::List),
    };
    let rank = if place == CardPlace::Lead { HeadingRank::Second } else { HeadingRank::Third };
    let views = card.views();
    let day = day_in_figures(card.date.day(), session.edition.lang);
    view! {
        <CardFrame
            class=[class, also].concat()
            picture=view! { <Picture picture=card.picture place=picture_place/> }
            section
            rank
            path=path.clone()
            title=card.title
            teaser=card.teaser
            date=card.date.to_string()
            day
            views=view! { <ViewCount path views words=ViewWords::Spoken/> }
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_TEXT, html, slug};
    use crate::model::Picture;
    use crate::values::DateTime;
    use crate::values::SitePath;

    fn drawn(place: CardPlace, also: &'static str) -> String {
        html(|_| {
            let card = model::Card {
                slug: slug("a"),
                section: slug("life"),
                title: HOSTILE.to_owned(),
                teaser: HOSTILE.to_owned(),
                date: DateTime::parse("2024-04-19T09:00:00+05:00").expect("a date"),
                views: 0,
                shared: 0,
                picture: Picture::new(SitePath::encoded("/a.svg"), 3, 2),
            };
            view! { <Card card place also/> }
        })
    }

    #[test]
    fn nothing_gets_out_of_its_place() {
        let html = drawn(CardPlace::List, " alone-of-two");
        assert!(html.starts_with("<article class=\"card alone-of-two\"><div class=\"card-picture\"><img "), "{html}");
        let words = format!(
            "<div class=\"card-text\"><p class=\"card-section\">{HOSTILE_TEXT}</p>\
             <h3 class=\"card-title\"><a href=\"/news/a/\">{HOSTILE_TEXT}</a></h3>\
             <p class=\"card-teaser\">{HOSTILE_TEXT}</p><p class=\"card-meta\">\
             <time datetime=\"2024-04-19T09:00:00+05:00\">19.04.2024</time><span data-views=\"0\""
        );
        assert!(html.contains(&words), "{html}");
    }

    #[test]
    fn the_lead_has_a_headline_of_the_second_rank() {
        let html = drawn(CardPlace::Lead, "");
        assert!(
            html.starts_with("<article class=\"card card-lead\">") && html.contains("<h2 class=\"card-title\">"),
            "{html}"
        );
    }
}
