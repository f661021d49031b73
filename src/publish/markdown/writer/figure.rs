//! Pictures of a text, and figures: paragraphs that are nothing but a picture.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Writer;
use super::element::{end_of, words};
use crate::model::Picture;
use crate::publish::html::escape;
use crate::publish::markdown::picture;

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
        let found = match (self.source.setting.pictures)(dest_url) {
            Ok(found) => found,
            Err(error) => {
                self.reporter.at(self.source.in_file(span), error.message, error.help);
                return end;
            }
        };
        let alt = words(self.pieces, at);
        if alt.trim().is_empty() {
            let message = format!("the picture \"{dest_url}\" has no description");
            let help = format!("write what it shows, for those who cannot see it: `![…]({dest_url})`");
            self.reporter.at(self.source.in_file(span), message, help);
        }
        let title = if in_figure { "" } else { title };
        let found = Picture { alt: alt.trim().to_owned(), ..found };
        picture::add(&mut self.written.html, &found, title);
        end
    }
}
