use leptos::prelude::*;

use crate::content::Picture;
use crate::content::picture::SMALL_JPEG;

/// Where a picture stands, apart from texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PicturePlace {
    /// In the story that the front page opens with.
    Lead,
    /// At the head of an article.
    Cover,
    /// In one of the first cards of a list.
    First,
    /// Further down in a list.
    List,
}

/// How wide pictures in texts are shown, as `sizes` says it: as the text, which has gutters (`article_body.css`).
pub const PICTURE_IN_TEXT: &str = "min(41rem, 100vw - clamp(2rem, 10vw, 4rem))";

impl PicturePlace {
    /// How wide pictures are shown there, as `sizes` says it. The style sheet decides that, and these numbers are its own.
    pub const fn sizes(self) -> &'static str {
        match self {
            // `front_lead.css`: on a phone from edge to edge; else seven of twelve parts of the page, less gutters and gap.
            PicturePlace::Lead => "(min-width: 77.5rem) 42rem, (min-width: 40rem) 53vw, 100vw",
            // `article.css`: the width of `.cover`.
            PicturePlace::Cover => "min(100vw, clamp(41rem, 100vh, 58rem))",
            // `cards.css`: a column of three or four; half the page, less gutters and gap. `card.css`: on a phone a square
            // out of the middle of a picture that is half as wide again.
            PicturePlace::First | PicturePlace::List => {
                "(min-width: 60rem) clamp(12rem, 21.5vw, 17rem), (min-width: 40rem) calc(50vw - 2.7rem), clamp(8.25rem, 40.5vw, 12rem)"
            }
        }
    }

    /// The largest width in pixels that is of use there: twice what is shown, at the most.
    pub const fn widest(self) -> u32 {
        match self {
            PicturePlace::Lead | PicturePlace::Cover => u32::MAX,
            PicturePlace::First | PicturePlace::List => 1000,
        }
    }
}

/// A picture: WebP in the widths that its place may want, and a JPEG for what reads no WebP.
#[component]
pub fn PictureView(
    /// The picture.
    picture: Picture,
    /// Where it stands.
    place: PicturePlace,
) -> impl IntoView {
    let lazy = place == PicturePlace::List;
    let first = matches!(place, PicturePlace::Lead | PicturePlace::Cover);
    let source = (!picture.widths.is_empty()).then(|| {
        let srcset = picture.srcset(place.widest());
        view! { <source type="image/webp" srcset=srcset sizes=place.sizes()/> }.into_any()
    });
    // Lists are long: what reads no WebP need not load the largest JPEG for a card.
    let src =
        if !first && picture.widths.contains(&SMALL_JPEG) { picture.file("-640.jpg") } else { picture.src.clone() };
    view! {
        <picture>
            {source}
            <img
                class=picture.tone_class()
                src=src
                width=picture.width
                height=picture.height
                alt=picture.alt
                loading=if lazy { "lazy" } else { "eager" }
                decoding=lazy.then_some("async")
                fetchpriority=first.then_some("high")
            />
        </picture>
    }
}
