//! Links of a text.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::Writer;
use crate::publish::html::escape;
use crate::publish::markdown::href::{Target, target};
use crate::publish::markdown::{Link, external};

impl Writer<'_, '_> {
    /// Opens a link, or reports where it must not lead: then its words stand without it.
    pub(super) fn link(&mut self, kind: LinkType, dest: &str, title: &str, span: &Range<usize>) {
        let span = self.source.in_file(span);
        let mail;
        let dest = match kind {
            LinkType::Email => {
                mail = format!("mailto:{dest}");
                mail.as_str()
            }
            _ => dest,
        };
        let setting = self.source.setting;
        let (lang, default) = (setting.lang, setting.default_language);
        let (href, rel) = match target(dest, default) {
            Target::Outside => (dest.to_owned(), Some("noopener")),
            Target::Inside { path, href } => {
                self.written.links.push(Link { path, span });
                let rel = external::is_external(&href, lang, default).then_some(external::REL);
                (href, rel)
            }
            Target::Place(place) => {
                let place = self.known.resolve(&place);
                let href = format!("#{place}");
                self.written.places.push((place, span));
                (href, Some(external::REL))
            }
            Target::File => match setting.file(dest) {
                Ok(src) => (src, Some(external::REL)),
                Err(error) => {
                    self.reporter.at(span, error.message, error.help);
                    return self.link_closers.push("");
                }
            },
            Target::Refused { message, help } => {
                self.reporter.at(span, message, help);
                return self.link_closers.push("");
            }
        };
        let out = &mut self.written.html;
        out.push_str("<a href=\"");
        escape::address(out, &href);
        if !title.is_empty() {
            out.push_str("\" title=\"");
            escape::attribute(out, title);
        }
        if let Some(rel) = rel {
            out.extend(["\" rel=\"", rel]);
        }
        out.push_str("\">");
        self.link_closers.push("</a>");
    }
}
