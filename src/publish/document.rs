//! The document around the tree: its head, the embedded JSON, and the client's loader.
//!
//! Everything that comes from a newsroom is escaped here, where it is written.

mod about;
mod json_ld;
mod tag;

use std::collections::BTreeMap;

use crate::components::PicturePlace;
use crate::model::{Content, Document, Edition, Embedded, Front, Head, Page, SharedCounter};
use crate::names::CLIENT_SCRIPT;
use crate::publish::client_files::{ClientFiles, policy_hash};
use crate::publish::headers::{Inline, content_security_policy};
use crate::publish::html::escape;
use crate::publish::search;
use crate::publish::style_kind::StyleKind;
use crate::publish::tree;
use crate::tree_hash;
use tag::tag;

/// What browsers may fetch ahead of a click before the client is up and does so itself: an article that a pointer rests on.
const SPECULATION_RULES: &str = r#"{"prefetch":[{"where":{"and":[{"href_matches":"/*news/*"},{"not":{"selector_matches":"[hreflang],[rel~=external]"}}]},"eagerness":"moderate"}]}"#;

/// The hashes of what stands within pages of these kinds.
pub fn inline(client: &ClientFiles, kinds: &[StyleKind]) -> Inline {
    Inline {
        styles: kinds.iter().map(|kind| policy_hash(client.style(*kind))).collect(),
        scripts: [policy_hash(&client.theme_init), policy_hash(SPECULATION_RULES)],
    }
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
    policies: BTreeMap<StyleKind, String>,
}

impl<'a> Template<'a> {
    /// The template for a client. What is built with drafts is a preview, which search engines must not keep.
    pub fn new(
        client: &'a ClientFiles,
        build: &'a str,
        is_preview: bool,
        has_worker: bool,
        counter: Option<&SharedCounter>,
        has_players: bool,
    ) -> Template<'a> {
        let policy = |kind| (kind, content_security_policy(&inline(client, &[kind]), counter, has_players));
        let policies = StyleKind::ALL.map(policy).into();
        Template { client, build, is_preview, has_worker, policies }
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
        let kind = StyleKind::of(&page.content);
        let (style, late) = (self.client.style(kind), edition.at(&self.client.late_style.path));
        let policy = self.policies.get(&kind).map_or("", String::as_str);
        let mut html = String::with_capacity(body.len() + embedded.len() + style.len() + 6_000);
        html.push_str(&format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n",
            edition.lang
        ));
        // The policy comes before anything that it may refuse.
        tag(&mut html, "meta", &[("http-equiv", "Content-Security-Policy"), ("content", policy)]);
        tag(&mut html, "meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        html.push_str(&format!("<title>{}</title>\n", escape(&head.title)));
        write_preload(&mut html, page);
        self.write_chunk_preload(&mut html, page, edition);
        self.write_about(&mut html, &head, edition, share);
        self.write_icons(&mut html, edition);
        about::write_syndication(&mut html, page, edition);
        let json_ld = json_ld::of(page, edition, self.has(json_ld::LOGO.0));
        if !json_ld.is_null() {
            html.push_str(&format!("<script type=\"application/ld+json\">{}</script>\n", script_json(&json_ld)?));
        }
        html.push_str(&format!("<style>{style}</style>\n<script>{}</script>\n", self.client.theme_init));
        html.push_str(&format!("<script type=\"speculationrules\">{SPECULATION_RULES}</script>\n"));
        let worker = if self.has_worker { " data-worker" } else { "" };
        let folder = match edition.folder() {
            "" => String::new(),
            folder => format!(" data-folder=\"{folder}\""),
        };
        let [client, wasm, build] = CLIENT_SCRIPT;
        html.push_str(&format!(
            "<script type=\"module\" src=\"{}\" {client}=\"{}\" {wasm}=\"{}\" {build}=\"{}\" \
             data-style=\"{late}\"{folder}{worker}></script>\n",
            edition.at(&self.client.loader.path),
            edition.at(&self.client.script.path),
            edition.at(&self.client.wasm.path),
            self.build,
        ));
        html.push_str(&format!("</head>\n<body>\n<div id=\"app\" {}=\"{}\">", tree_hash::ATTRIBUTE, tree::hash(body)));
        html.push_str(body);
        html.push_str(&format!(
            "</div>\n<script type=\"application/json\" id=\"page-data\">{embedded}</script>\n\
             <noscript><link rel=\"stylesheet\" href=\"{late}\"></noscript>\n</body>\n</html>\n"
        ));
        Ok(html)
    }

    /// What draws the page need not wait until one file names the next.
    fn write_chunk_preload(&self, html: &mut String, page: &Page, edition: &Edition) {
        let chunks: &[&str] = match page.content {
            Content::Search => &["search", "search_engine"],
            Content::Saved => &["saved", "store"],
            Content::Popular(_) => &["popular"],
            _ => return,
        };
        let mut paths: Vec<&str> =
            chunks.iter().flat_map(|chunk| self.client.chunk(chunk)).map(|asset| asset.path.as_str()).collect();
        paths.sort_unstable();
        paths.dedup();
        // Nothing is on these pages but what the client draws, so the loader does not wait with it.
        let waits = !matches!(page.content, Content::Popular(_));
        let index = matches!(page.content, Content::Search).then(|| search::first_files(edition.lang));
        let fetched = waits.then_some(self.client.wasm.path.as_str()).into_iter().chain(paths);
        let fetched = fetched.chain(index.iter().flatten().map(String::as_str));
        if waits {
            tag(html, "link", &[("rel", "modulepreload"), ("href", &edition.at(&self.client.script.path))]);
        }
        for path in fetched.map(|path| edition.at(path)) {
            // With the mode of a `fetch`, or the browser would ask twice.
            tag(html, "link", &[("rel", "preload"), ("as", "fetch"), ("crossorigin", "anonymous"), ("href", &path)]);
        }
        if waits {
            let late = edition.at(&self.client.late_style.path);
            tag(html, "link", &[("rel", "preload"), ("as", "style"), ("href", &late)]);
        }
    }
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
