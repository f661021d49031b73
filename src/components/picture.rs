use leptos::prelude::*;

use crate::model;
use crate::model::picture::SMALL_JPEG;

/// A picture: WebP in the widths that its place may want, and a JPEG for what reads no WebP.
#[component]
pub fn Picture(
    /// The picture.
    picture: model::Picture,
    /// Where it stands.
    place: PicturePlace,
) -> impl IntoView {
    let ImageSource { src, srcset, sizes } = ImageSource::of(&picture, place);
    let class = picture.placeholder_color.map(|color| color.classes()).unwrap_or_default();
    let (loading, decoding, priority) = match place {
        PicturePlace::Lead | PicturePlace::Cover => ("eager", None, Some("high")),
        PicturePlace::First => ("eager", None, None),
        PicturePlace::List | PicturePlace::Text => ("lazy", Some("async"), None),
    };
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    let img = view! {
        // Browsers want to know how to load a picture before they know which.
        <img class=class loading=loading decoding=decoding fetchpriority=priority src=src width=width height=height alt=picture.alt/>
    };
    if srcset.is_empty() {
        img.into_any()
    } else {
        view! {
            <picture>
                <source type="image/webp" srcset=srcset sizes=sizes/>
                {img}
            </picture>
        }
        .into_any()
    }
}

/// Where a picture stands.
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
    /// In the text of an article.
    Text,
}

impl PicturePlace {
    /// How wide pictures are shown there, as `sizes` says it. The style sheet decides that, and these numbers are its own.
    pub const fn sizes(self) -> &'static str {
        match self {
            // `lead_card.css`: on a phone from edge to edge; else seven of twelve parts of the page, less gutters and gap.
            PicturePlace::Lead => "(min-width: 77.5rem) 42rem, (min-width: 40rem) 53vw, 100vw",
            // `article.css`: the width of `.cover`.
            PicturePlace::Cover => "min(100vw, clamp(41rem, 100vh, 58rem))",
            // `cards.css`: a column of three or four; half the page, less gutters and gap. `card.css`: on a phone a square
            // out of the middle of a picture that is half as wide again.
            PicturePlace::First | PicturePlace::List => {
                "(min-width: 60rem) clamp(12rem, 21.5vw, 17rem), (min-width: 40rem) calc(50vw - 2.7rem), \
                 clamp(8.25rem, 40.5vw, 12rem)"
            }
            // `article.css`: as wide as the text, which has gutters.
            PicturePlace::Text => "min(41rem, 100vw - clamp(2rem, 10vw, 4rem))",
        }
    }

    /// The largest width in pixels that is of use there: about twice what is shown, at the most.
    pub const fn widest(self) -> u32 {
        match self {
            PicturePlace::First | PicturePlace::List => 1000,
            PicturePlace::Lead | PicturePlace::Cover | PicturePlace::Text => u32::MAX,
        }
    }
}

/// Which files an image may load: what a browser must know that loads it, now or ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageSource {
    /// The path of the file for browsers that read no WebP, or of the only one.
    pub src: String,
    /// The WebP files with their widths; empty for a picture that has none.
    pub srcset: String,
    /// How wide the picture is shown.
    pub sizes: &'static str,
}

impl ImageSource {
    /// The files of a picture in a place.
    pub fn of(picture: &model::Picture, place: PicturePlace) -> ImageSource {
        let small = matches!(place, PicturePlace::First | PicturePlace::List) && picture.widths.contains(&SMALL_JPEG);
        ImageSource {
            // Lists are long: what reads no WebP need not load the largest JPEG for a card.
            src: if small { picture.file("-640.jpg") } else { picture.src.to_string() },
            srcset: picture.srcset(place.widest()),
            sizes: place.sizes(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_VALUE, html};
    use crate::model::PlaceholderColor;
    use crate::values::SitePath;

    #[test]
    fn a_drawing_is_one_image() {
        let src = SitePath::encoded("/\"a.svg");
        let picture = model::Picture { alt: HOSTILE.to_owned(), ..model::Picture::new(src, 3, 2) };
        assert_eq!(
            html(|_| view! { <Picture picture place=PicturePlace::First/> }),
            format!(
                "<img loading=\"eager\" src=\"/&quot;a.svg\" width=\"3\" height=\"2\" alt=\"{HOSTILE_VALUE}\" class=\"\">"
            )
        );
    }

    #[test]
    fn a_photograph_has_files_for_its_place() {
        let picture = model::Picture {
            widths: vec![320, SMALL_JPEG, 1600],
            placeholder_color: PlaceholderColor::new("26a"),
            ..model::Picture::new(SitePath::encoded("/media/a.jpg"), 1600, 900)
        };
        let drawn = html({
            let picture = picture.clone();
            move |_| view! { <Picture picture place=PicturePlace::List/> }
        });
        let sizes = PicturePlace::List.sizes();
        assert_eq!(
            drawn,
            format!(
                "<picture><source type=\"image/webp\" srcset=\"/media/a-320.webp 320w, /media/a-640.webp 640w\" \
                 sizes=\"{sizes}\"><img loading=\"lazy\" decoding=\"async\" src=\"/media/a-640.jpg\" width=\"1600\" \
                 height=\"900\" alt=\"\" class=\"t r2 g6 ba\"></picture>"
            )
        );
        let cover = ImageSource::of(&picture, PicturePlace::Cover);
        assert_eq!(cover.src, "/media/a.jpg");
        assert!(cover.srcset.ends_with("/media/a-1600.webp 1600w"), "{}", cover.srcset);
    }
}
