//! Pictures as HTML. It is text on both sides: as elements of the tree they cost the client two kilobytes more.

use super::html::add;
use crate::content::Picture;
use crate::content::picture::SMALL_JPEG;

/// Where a picture stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PicturePlace {
    /// In the story that the front page opens with.
    Lead,
    /// At the head of an article.
    Cover,
    /// The same, of an article that is not shown yet.
    CoverAhead,
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
            // `front_lead.css`: on a phone from edge to edge; else seven of twelve parts of the page, less gutters and gap.
            PicturePlace::Lead => "(min-width: 77.5rem) 42rem, (min-width: 40rem) 53vw, 100vw",
            // `article.css`: the width of `.cover`.
            PicturePlace::Cover | PicturePlace::CoverAhead => "min(100vw, clamp(41rem, 100vh, 58rem))",
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
            PicturePlace::Lead | PicturePlace::Cover | PicturePlace::CoverAhead | PicturePlace::Text => u32::MAX,
        }
    }
}

/// A picture as safe HTML: WebP in the widths that its place may want, and a JPEG for what reads no WebP. The title is what
/// a mouse sees that rests on it; empty for none.
pub fn picture_html(picture: &Picture, place: PicturePlace, title: &str) -> String {
    let mut html = String::new();
    let small = matches!(place, PicturePlace::First | PicturePlace::List) && picture.widths.contains(&SMALL_JPEG);
    // Lists are long: what reads no WebP need not load the largest JPEG for a card.
    let src = if small { picture.file("-640.jpg") } else { picture.src.clone() };
    let has_source = !picture.widths.is_empty();
    if has_source {
        html.push_str("<picture><source type=\"image/webp\"");
        add(&mut html, "srcset", &picture.srcset(place.widest()));
        add(&mut html, "sizes", place.sizes());
        html.push('>');
    }
    html.push_str("<img");
    if let Some(tone) = &picture.tone {
        add(&mut html, "class", &["t", tone].concat());
    }
    add(&mut html, "src", &src);
    add(&mut html, "width", &picture.width.to_string());
    add(&mut html, "height", &picture.height.to_string());
    add(&mut html, "alt", &picture.alt);
    if !title.is_empty() {
        add(&mut html, "title", title);
    }
    html.push_str(match place {
        PicturePlace::Lead | PicturePlace::Cover => " loading=\"eager\" fetchpriority=\"high\">",
        PicturePlace::CoverAhead => " fetchpriority=\"low\">",
        PicturePlace::First => " loading=\"eager\">",
        PicturePlace::List | PicturePlace::Text => " loading=\"lazy\" decoding=\"async\">",
    });
    if has_source {
        html.push_str("</picture>");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_its_place() {
        let evil = "\"><script>&'\u{0}";
        let picture = Picture { src: format!("/{evil}.svg"), alt: evil.to_owned(), ..Picture::default() };
        let safe = "&quot;&gt;&lt;script&gt;&amp;'";
        assert_eq!(
            picture_html(&picture, PicturePlace::First, evil),
            format!(
                "<img src=\"/{safe}.svg\" width=\"0\" height=\"0\" alt=\"{safe}\" title=\"{safe}\" loading=\"eager\">"
            )
        );
    }
}
