use leptos::prelude::*;

use super::marked::Marked;
use crate::components::{CardFrame, HeadingRank};
use crate::search::FoundArticle;
use crate::session::use_session;

/// An article that was found: as the cards of lists, with the passage that was found and without views, which the index does
/// not know.
#[component]
pub fn ResultCard<'a>(
    /// The article.
    article: &'a FoundArticle,
) -> impl IntoView + use<> {
    let session = use_session();
    let mut sections = session.edition.sections.iter();
    let section = sections.find(|section| section.id.as_str() == article.section).map(|section| section.name.clone());
    let FoundArticle { path, title, date, day, picture, width, height, passage, hits, .. } = article;
    // A path of the site, or no picture.
    let is_own = picture.starts_with('/') && !picture.starts_with("//");
    let (width, height) = (width.to_string(), height.to_string());
    let picture = is_own.then(|| {
        let src = picture.clone();
        // Browsers want to know how to load a picture before they know which.
        view! { <img loading="lazy" decoding="async" src=src width=width height=height alt=""/> }.into_any()
    });
    view! {
        <CardFrame
            class="card".to_owned()
            picture
            section
            rank=HeadingRank::Third
            path=path.clone()
            title=view! { <Marked text=title hits=hits/> }
            teaser=view! { <Marked text=passage hits=hits/> }
            date=date.clone()
            day=day.clone()
            views={None::<AnyView>}
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_TEXT, HOSTILE_VALUE, html};

    fn drawn(picture: &str) -> String {
        let article = FoundArticle {
            path: HOSTILE.to_owned(),
            title: [HOSTILE, " снег"].concat(),
            section: "life".to_owned(),
            date: "2024-04-19T09:00:00+05:00".to_owned(),
            day: "19.04.2024".to_owned(),
            picture: picture.to_owned(),
            width: 3,
            height: 2,
            passage: HOSTILE.to_owned(),
            hits: vec!["снег".to_owned(), "script".to_owned()],
        };
        html(|_| view! { <ResultCard article=&article/> })
    }

    #[test]
    fn nothing_gets_out_of_its_place() {
        let html = drawn("/a.svg");
        let marked = "&lt;/p&gt;&lt;<mark>script</mark>&gt;\"'&amp;";
        let words = [
            "<div class=\"card-text\"><p class=\"card-section\">",
            HOSTILE_TEXT,
            "</p><h3 class=\"card-title\"><a href=\"",
            HOSTILE_VALUE,
            "\">",
            marked,
            " <mark>снег</mark></a></h3><p class=\"card-teaser\">",
            marked,
            "</p><p class=\"card-meta\"><time datetime=\"2024-04-19T09:00:00+05:00\">19.04.2024</time></p></div></article>",
        ];
        assert!(html.ends_with(&words.concat()), "{html}");
        assert!(html.contains("src=\"/a.svg\" width=\"3\" height=\"2\" alt=\"\""), "{html}");
    }

    #[test]
    fn a_picture_of_another_site_is_none() {
        for picture in ["//other.example/a.svg", "https://other.example/a.svg", ""] {
            assert!(!drawn(picture).contains("<img"), "{picture}");
        }
    }
}
