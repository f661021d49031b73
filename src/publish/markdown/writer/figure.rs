//! Pictures of a text, and figures: paragraphs that are nothing but a picture.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Writer;

use crate::model::Picture;
use crate::publish::html::escape;
use crate::publish::markdown::element::{end_of, words};
use crate::publish::markdown::picture;
use crate::publish::markdown::raw::add_player;
use crate::publish::media::{is_audio, is_media};
use crate::publish::missing_alt;
use crate::publish::pictures::ImageError;

/// What the name of a picture ends in that shows nothing to be told of.
const DECORATION: &str = "#decorative";

impl Writer<'_, '_> {
    /// Writes the paragraph that begins at `at` as a figure, if it is nothing but a picture.
    pub(super) fn figure(&mut self, at: usize) -> Option<usize> {
        let (Event::Start(Tag::Image { title, .. }), _) = self.pieces.get(at + 1)? else { return None };
        let end = end_of(self.pieces, at + 1);
        let (Event::End(TagEnd::Paragraph), _) = self.pieces.get(end)? else { return None };
        self.written.html.push_str("<figure>");
        self.image(at + 1, true);
        let out = &mut self.written.html;
        if !title.is_empty() {
            out.push_str("<figcaption>");
            escape::text(out, title);
            out.push_str("</figcaption>");
        }
        out.push_str("</figure>\n");
        Some(end + 1)
    }

    /// Writes the picture that begins at `at` and says what comes after it. In a figure the title is the caption.
    pub(super) fn image(&mut self, at: usize, in_figure: bool) -> usize {
        let end = end_of(self.pieces, at);
        let Some((Event::Start(Tag::Image { dest_url, title, .. }), span)) = self.pieces.get(at) else { return end };
        let alt = words(self.pieces, at);
        let alt = alt.trim();
        let title = if in_figure { "" } else { title };
        let span = self.source.in_file(span);
        if is_media(dest_url) {
            match (self.source.setting.media)(dest_url) {
                Ok(src) => {
                    let label = match (alt, title) {
                        (alt, "") => alt.to_owned(),
                        ("", title) => title.to_owned(),
                        (alt, title) => format!("{alt}: {title}"),
                    };
                    add_player(&mut self.written.html, &src, is_audio(dest_url), &label);
                }
                Err(error) => self.lacks(span, error),
            }
            return end;
        }
        let (name, is_decoration) = match dest_url.strip_suffix(DECORATION) {
            Some(name) => (name, true),
            None => (dest_url.as_ref(), false),
        };
        match (self.source.setting.pictures)(name) {
            Ok(found) => {
                if alt.is_empty() && !is_decoration {
                    let message = format!("the picture \"{name}\" has no description");
                    let help = format!(
                        "write what it shows, for those who cannot see it: `![…]({name})`; for mere decoration \
                         `![]({name}{DECORATION})`"
                    );
                    self.reporter.warn(span, message, help);
                } else if alt == missing_alt::mark(self.source.setting.lang) {
                    self.reporter.warn(span, missing_alt::message(name), missing_alt::HELP);
                }
                picture::add(&mut self.written.html, &Picture { alt: alt.to_owned(), ..found }, title);
            }
            Err(error) => self.lacks(span, error),
        }
        end
    }

    /// Reports a file that the page is without.
    fn lacks(&mut self, span: Range<usize>, error: ImageError) {
        self.written.is_incomplete = true;
        self.reporter.at(span, error.message, error.help);
    }
}
