//! The document around the tree: its head, the embedded JSON, and the client's loader.
//!
//! Everything that comes from a newsroom is escaped here, where it is written.

mod json_ld;

use crate::components::PicturePlace;
use crate::model::{Content, Document, Edition, Embedded, Front, Head, List, ListOf, Page, Picture, SharedCounter};
use crate::publish::client_files::{ClientFiles, policy_hash};
use crate::publish::headers::{Inline, content_security_policy};
use crate::publish::html::{THEME_COLOURS, escape};
use crate::publish::pictures::{SHARE, SHARE_END};
use crate::publish::share;
use crate::publish::syndication::feed;
use crate::publish::tree;
use crate::publish::urls::ATOM;
use crate::routes::manifest_path;
use crate::tree_hash;
use crate::values::SitePath;

/// The picture of pages that have none of their own: it lies in the client's `public/`.
const SHARE_PICTURE: (&str, u32, u32) = ("/share.png", 1200, 630);

/// What browsers may fetch ahead of a click before the client is up and does so itself: an article that a pointer rests on.
const SPECULATION_RULES: &str = r#"{"prefetch":[{"where":{"and":[{"href_matches":"/*news/*"},{"not":{"selector_matches":"[hreflang],[rel~=external]"}}]},"eagerness":"moderate"}]}"#;

/// The hashes of what stands within every page.
pub fn inline(client: &ClientFiles) -> Inline {
    Inline { style: policy_hash(&client.style), scripts: [policy_hash(&client.early), policy_hash(SPECULATION_RULES)] }
}

/// What all pages of a build have in common.
pub struct Template<'a> {
    client: &'a ClientFiles,
    /// The build's id.
    build: &'a str,
    /// Whether the site is for the newsroom's own eyes: drafts are among its pages.
    is_preview: bool,
    /// Whether readers get a service worker.
    has_worker: bool,
    policy: String,
}

impl<'a> Template<'a> {
    /// The template for a client. What is built with drafts is a preview, which search engines must not keep.
    pub fn new(
        client: &'a ClientFiles,
        build: &'a str,
        is_preview: bool,
        has_worker: bool,
        counter: Option<&SharedCounter>,
    ) -> Template<'a> {
        let policy = content_security_policy(&inline(client), counter);
        Template { client, build, is_preview, has_worker, policy }
    }

    /// Whether the site has a file that comes with the client, or in place of the client's.
    fn has(&self, path: &str) -> bool {
        self.client.others.iter().any(|(known, _)| known == path)
    }

    /// The whole document of a page, given what it shows and its JSON, and the share picture that was drawn for it.
    ///
    /// # Errors
    /// Where the JSON cannot be written, which no page causes.
    pub fn document(
        &self,
        edition: &Edition,
        page: &Page,
        json: Document,
        body: &str,
        share: Option<&str>,
    ) -> Result<String, serde_json::Error> {
        let head = Head::of(page, edition);
        let embedded = script_json(&Embedded::new(json, edition.clone()))?;
        let mut html = String::with_capacity(body.len() + embedded.len() + self.client.style.len() + 6_000);
        html.push_str(&format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n",
            edition.lang
        ));
        // The policy comes before anything that it may refuse.
        tag(&mut html, "meta", &[("http-equiv", "Content-Security-Policy"), ("content", &self.policy)]);
        tag(&mut html, "meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        html.push_str(&format!("<title>{}</title>\n", escape(&head.title)));
        write_preload(&mut html, page);
        self.write_chunk_preload(&mut html, page, edition);
        self.write_about(&mut html, &head, edition, share);
        self.write_icons(&mut html, edition);
        write_machines(&mut html, page, edition);
        let json_ld = json_ld::of(page, edition, self.has(json_ld::LOGO.0));
        if !json_ld.is_null() {
            html.push_str(&format!("<script type=\"application/ld+json\">{}</script>\n", script_json(&json_ld)?));
        }
        html.push_str(&format!("<style>{}</style>\n<script>{}</script>\n", self.client.style, self.client.early));
        html.push_str(&format!("<script type=\"speculationrules\">{SPECULATION_RULES}</script>\n"));
        let worker = if self.has_worker { " data-worker" } else { "" };
        let folder = match edition.folder() {
            "" => String::new(),
            folder => format!(" data-folder=\"{folder}\""),
        };
        html.push_str(&format!(
            "<script type=\"module\" src=\"{}\" data-client=\"{}\" data-wasm=\"{}\" data-build=\"{}\" \
             data-style=\"{}\"{folder}{worker}></script>\n",
            edition.at(&self.client.loader.path),
            edition.at(&self.client.script.path),
            edition.at(&self.client.wasm.path),
            self.build,
            edition.at(&self.client.features_style.path),
        ));
        html.push_str(&format!("</head>\n<body>\n<div id=\"app\" {}=\"{}\">", tree_hash::ATTRIBUTE, tree::hash(body)));
        html.push_str(body);
        html.push_str(&format!(
            "</div>\n<script type=\"application/json\" id=\"page-data\">{embedded}</script>\n</body>\n</html>\n"
        ));
        Ok(html)
    }

    /// What draws the page need not wait until one file names the next.
    fn write_chunk_preload(&self, html: &mut String, page: &Page, edition: &Edition) {
        let chunks: &[&str] = match page.content {
            Content::Search => &["search"],
            Content::Saved => &["saved", "store"],
            Content::Popular(_) => &["popular"],
            _ => return,
        };
        let mut paths: Vec<&str> =
            chunks.iter().flat_map(|chunk| self.client.chunk(chunk)).map(|asset| asset.path.as_str()).collect();
        paths.sort_unstable();
        paths.dedup();
        for path in paths.into_iter().map(|path| edition.at(path)) {
            // With the mode of a `fetch`, or the browser would ask twice.
            tag(html, "link", &[("rel", "preload"), ("as", "fetch"), ("crossorigin", "anonymous"), ("href", &path)]);
        }
        if !matches!(page.content, Content::Popular(_)) {
            tag(
                html,
                "link",
                &[("rel", "preload"), ("as", "style"), ("href", &edition.at(&self.client.features_style.path))],
            );
        }
    }

    /// What search engines and messengers read.
    fn write_about(&self, html: &mut String, head: &Head, edition: &Edition, share: Option<&str>) {
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

    fn write_icons(&self, html: &mut String, edition: &Edition) {
        // Phones must not turn numbers into links: the client would find another tree than it rendered.
        let detection = "telephone=no, date=no, address=no, email=no";
        tag(html, "meta", &[("name", "format-detection"), ("content", detection)]);
        for (scheme, colour) in THEME_COLOURS {
            let media = format!("(prefers-color-scheme: {scheme})");
            tag(html, "meta", &[("name", "theme-color"), ("content", colour), ("media", &media)]);
        }
        tag(html, "meta", &[("name", "color-scheme"), ("content", "light dark")]);
        if self.has("/favicon.ico") {
            tag(html, "link", &[("rel", "icon"), ("href", &edition.at("/favicon.ico")), ("sizes", "32x32")]);
        }
        if self.has("/favicon.svg") {
            tag(html, "link", &[("rel", "icon"), ("href", &edition.at("/favicon.svg")), ("type", "image/svg+xml")]);
        }
        if self.has("/apple-touch-icon.png") {
            tag(html, "link", &[("rel", "apple-touch-icon"), ("href", &edition.at("/apple-touch-icon.png"))]);
        }
    }
}

/// What programs look for: the feeds that the page belongs to, and the web manifest.
fn write_machines(html: &mut String, page: &Page, edition: &Edition) {
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
fn shared(picture: &Picture) -> Picture {
    let (width, height) = SHARE;
    Picture { alt: picture.alt.clone(), ..Picture::new(SitePath::encoded(&picture.file(SHARE_END)), width, height) }
}

/// Lets the browser load the first picture of a page before it has come to it.
fn write_preload(html: &mut String, page: &Page) {
    let (picture, place) = match &page.content {
        Content::Article(article) => (&article.cover, PicturePlace::Cover),
        Content::Front(Front { lead: Some(lead), .. }) => (&lead.picture, PicturePlace::Lead),
        _ => return,
    };
    let (srcset, link) = (picture.srcset(place.widest()), [("rel", "preload"), ("as", "image")]);
    let which: &[(&str, &str)] = if picture.widths.is_empty() {
        &[("href", &picture.src)]
    } else {
        &[("imagesrcset", &srcset), ("imagesizes", place.sizes()), ("type", "image/webp")]
    };
    tag(html, "link", &[&link, which, &[("fetchpriority", "high")]].concat());
}

/// Writes an element without content, its values escaped.
fn tag(html: &mut String, name: &str, attributes: &[(&str, &str)]) {
    html.push('<');
    html.push_str(name);
    for (name, value) in attributes {
        html.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }
    html.push_str(">\n");
}

/// JSON that is safe within a script element: nothing in it can end the element or begin a comment.
fn script_json(value: &impl serde::Serialize) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string(value)?
        .replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_its_place() {
        let json = script_json(&"</script><!--").expect("JSON");
        assert!(!json.contains('<'), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), "</script><!--");
    }
}
