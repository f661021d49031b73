//! Pictures in the text.

use crate::components::{ImageSource, PicturePlace};
use crate::model::Picture;
use crate::publish::html::escape;

/// Adds a picture, as [`Picture`](crate::components::Picture) draws it, but without the marks of a tree that a client takes
/// over. The title is what a mouse sees that rests on it; empty for none.
pub fn add(html: &mut String, picture: &Picture, title: &str) {
    let ImageSource { src, srcset, sizes } = ImageSource::of(picture, PicturePlace::Text);
    let has_source = !srcset.is_empty();
    if has_source {
        html.push_str("<picture><source type=\"image/webp\"");
        attribute(html, "srcset", &srcset);
        attribute(html, "sizes", sizes);
        html.push('>');
    }
    html.push_str("<img");
    if let Some(color) = &picture.placeholder_color {
        attribute(html, "class", &color.classes());
    }
    attribute(html, "src", &src);
    attribute(html, "width", &picture.width.to_string());
    attribute(html, "height", &picture.height.to_string());
    attribute(html, "alt", &picture.alt);
    if !title.is_empty() {
        attribute(html, "title", title);
    }
    html.push_str(" loading=\"lazy\" decoding=\"async\">");
    if has_source {
        html.push_str("</picture>");
    }
}

fn attribute(html: &mut String, name: &str, value: &str) {
    html.push_str(&format!(" {name}=\""));
    escape::attribute(html, value);
    html.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::SitePath;

    #[test]
    fn nothing_gets_out_of_its_place() {
        let evil = "\"><script>&'\u{0}";
        let src = SitePath::encoded(&format!("/{evil}.svg"));
        let picture = Picture { alt: evil.to_owned(), ..Picture::new(src, 0, 0) };
        let safe = "&quot;&gt;&lt;script&gt;&amp;'";
        let mut html = String::new();
        add(&mut html, &picture, evil);
        assert_eq!(
            html,
            format!(
                "<img src=\"/{safe}%00.svg\" width=\"0\" height=\"0\" alt=\"{safe}\" title=\"{safe}\" \
                 loading=\"lazy\" decoding=\"async\">"
            )
        );
    }
}
