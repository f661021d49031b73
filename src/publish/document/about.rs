//! What a page says of itself to others: search engines, messengers, feed readers, and browsers that keep it.

use super::Template;
use super::tag::tag;
use crate::model::{Content, Edition, Head, List, ListOf, Page, Picture};
use crate::publish::html::THEME_COLOURS;
use crate::publish::pictures::{SHARE, SHARE_END};
use crate::publish::share;
use crate::publish::syndication::feed;
use crate::publish::urls::{self, ATOM, FAVICON, FAVICON_ICO, TOUCH_ICON};
use crate::routes::manifest_path;
use crate::values::SitePath;

/// The picture of pages that have none of their own: it lies in the client's `public/`.
const SHARE_PICTURE: (&str, u32, u32) = (urls::SHARE_PICTURE, 1200, 630);

impl Template<'_> {
    /// What search engines and messengers read.
    pub(super) fn write_about(&self, html: &mut String, head: &Head, edition: &Edition, share: Option<&str>) {
        tag(html, "meta", &[("name", "description"), ("content", &head.description)]);
        if let Some(url) = &head.canonical {
            tag(html, "link", &[("rel", "canonical"), ("href", url)]);
        }
        if head.canonical.is_none() || self.is_preview {
            tag(html, "meta", &[("name", "robots"), ("content", "noindex")]);
        }
        for (lang, url) in &head.alternates {
            tag(html, "link", &[("rel", "alternate"), ("hreflang", lang.code()), ("href", url)]);
        }
        let default = head.alternates.iter().find(|(lang, _)| *lang == edition.default_language);
        if let Some((_, url)) = default {
            tag(html, "link", &[("rel", "alternate"), ("hreflang", "x-default"), ("href", url)]);
        }
        let og = |html: &mut String, name: &str, value: &str| {
            tag(html, "meta", &[("property", &format!("og:{name}")), ("content", value)]);
        };
        og(html, "type", if head.is_article { "article" } else { "website" });
        og(html, "site_name", &edition.title);
        og(html, "locale", edition.lang.og_locale());
        og(html, "title", &head.name);
        og(html, "description", &head.description);
        if let Some(url) = &head.canonical {
            og(html, "url", url);
        }
        if let Some(Picture { src, width, height, alt, .. }) = self.picture(head, edition, share) {
            og(html, "image", &edition.url(&src));
            og(html, "image:width", &width.to_string());
            og(html, "image:height", &height.to_string());
            if !alt.is_empty() {
                og(html, "image:alt", &alt);
            }
            tag(html, "meta", &[("name", "twitter:card"), ("content", "summary_large_image")]);
        } else {
            tag(html, "meta", &[("name", "twitter:card"), ("content", "summary")]);
        }
    }

    /// The page's own picture, the one with its headline, or the paper's: messengers draw no SVG, so a drawn cover will
    /// not do.
    fn picture(&self, head: &Head, edition: &Edition, share: Option<&str>) -> Option<Picture> {
        let (width, height) = (share::WIDTH, share::HEIGHT);
        let sheet = |src: &str| Picture {
            alt: head.name.clone(),
            ..Picture::new(SitePath::encoded(&edition.at(src)), width, height)
        };
        let papers = || {
            let (src, width, height) = SHARE_PICTURE;
            self.has(src).then(|| Picture::new(SitePath::encoded(&edition.at(src)), width, height))
        };
        head.picture.as_ref().map(shared).or(share.map(sheet)).or_else(papers)
    }

    pub(super) fn write_icons(&self, html: &mut String, edition: &Edition) {
        // Phones must not turn numbers into links: the client would find another tree than it rendered.
        let detection = "telephone=no, date=no, address=no, email=no";
        tag(html, "meta", &[("name", "format-detection"), ("content", detection)]);
        for (scheme, colour) in THEME_COLOURS {
            let media = format!("(prefers-color-scheme: {scheme})");
            tag(html, "meta", &[("name", "theme-color"), ("content", colour), ("media", &media)]);
        }
        tag(html, "meta", &[("name", "color-scheme"), ("content", "light dark")]);
        if self.has(FAVICON_ICO) {
            tag(html, "link", &[("rel", "icon"), ("href", &edition.at(FAVICON_ICO)), ("sizes", "32x32")]);
        }
        if self.has(FAVICON) {
            tag(html, "link", &[("rel", "icon"), ("href", &edition.at(FAVICON)), ("type", "image/svg+xml")]);
        }
        if self.has(TOUCH_ICON) {
            tag(html, "link", &[("rel", "apple-touch-icon"), ("href", &edition.at(TOUCH_ICON))]);
        }
    }
}

/// What programs look for: the feeds that the page belongs to, and the web manifest.
pub fn write_syndication(html: &mut String, page: &Page, edition: &Edition) {
    let section = match &page.content {
        Content::List(List { of: ListOf::Section(section), .. }) => Some(section),
        _ => None,
    };
    // The section's comes first: some readers' programs take no other.
    for section in section.map(Some).into_iter().chain([None]) {
        let (title, path) = (feed::title(edition, section), feed::path(edition, section));
        tag(html, "link", &[("rel", "alternate"), ("type", ATOM), ("title", &title), ("href", &path)]);
    }
    let manifest = edition.at(&manifest_path(edition.lang, edition.default_language));
    tag(html, "link", &[("rel", "manifest"), ("href", &manifest)]);
}

/// A picture as messengers and search engines want it: a crop of its own, always a JPEG of the same size.
pub fn shared(picture: &Picture) -> Picture {
    let (width, height) = SHARE;
    Picture { alt: picture.alt.clone(), ..Picture::new(SitePath::encoded(&picture.file(SHARE_END)), width, height) }
}
