use leptos::prelude::*;

use super::marked::Marked;
use crate::components::{CardFrame, HeadingRank, Picture, PicturePlace, ViewCount, ViewWords};
use crate::i18n::day_in_figures;
use crate::routes::Route;
use crate::search::FoundArticle;
use crate::session::use_session;

/// An article that was found: as the cards of lists, with its hits marked. The passage of its text may come later.
#[component]
pub fn ResultCard(
    /// The article.
    article: RwSignal<FoundArticle>,
) -> impl IntoView {
    let session = use_session();
    let FoundArticle { card, in_title, .. } = article.get_untracked();
    let path = session.path(&Route::Article(card.slug.clone()));
    let section = session.edition.section(&card.section).map(|section| section.name.clone());
    let day = day_in_figures(card.date.day(), session.edition.lang);
    let views = card.views();
    let teaser = move || {
        article.with(|FoundArticle { card, in_teaser, .. }| {
            view! { <Marked text=&card.teaser hits=in_teaser/> }.into_any()
        })
    };
    view! {
        <CardFrame
            class="card".to_owned()
            picture=view! { <Picture picture=card.picture place=PicturePlace::List/> }
            section
            rank=HeadingRank::Third
            path=path.clone()
            title=view! { <Marked text=&card.title hits=&in_title/> }
            teaser
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
    use crate::model::{Card, Picture as CardPicture};
    use crate::values::{DateTime, SitePath};

    #[test]
    fn hits_are_marked_and_nothing_gets_out_of_its_place() {
        let card = Card {
            slug: slug("a"),
            section: slug("life"),
            title: [HOSTILE, " снег"].concat(),
            teaser: "Выпал снег".to_owned(),
            date: DateTime::parse("2024-04-19T09:00:00+05:00").expect("a date"),
            views: 7,
            shared: 0,
            picture: CardPicture::new(SitePath::encoded("/a.svg"), 3, 2),
        };
        let place = HOSTILE.len() + 1;
        let article = FoundArticle { card, in_title: vec![(place, place + 8)], in_teaser: vec![(11, 19)] };
        let html = html(|_| view! { <ResultCard article=RwSignal::new(article)/> });
        let words = [
            "<h3 class=\"card-title\"><a href=\"/news/a/\">",
            HOSTILE_TEXT,
            " <mark>снег</mark></a></h3><p class=\"card-teaser\">Выпал <mark>снег</mark></p>",
        ];
        assert!(html.contains(&words.concat()), "{html}");
        assert!(html.contains("data-views=\"7\""), "{html}");
    }
}
