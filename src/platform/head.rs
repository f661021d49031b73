//! The document's head: its title, and what describes the page that is shown.

use web_sys::Url;

use super::document::{attribute, document, first};
use super::window;
use crate::model::Head;

/// The title of the document.
pub fn title() -> String {
    document().title()
}

/// Gives the document another title. Spaces that say nothing do not stay in it.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Keeps the head as the native shell would have written it for the page that is shown.
pub fn apply_head(head: &Head) {
    document().set_title(&head.title);
    set("meta[name=description]", "content", &head.description);
    set("meta[property='og:title']", "content", &head.name);
    set("meta[property='og:description']", "content", &head.description);
    set("meta[property='og:type']", "content", if head.is_article { "article" } else { "website" });
    set("meta[property='og:url']", "content", head.canonical.as_deref().unwrap_or(&window_href()));
    // What describes one article and no other is not carried on to the next.
    for stale in [
        "script[type='application/ld+json']",
        "link[rel=canonical]",
        "head link[hreflang]",
        "meta[property^='article:']",
        "meta[name=robots]",
    ] {
        remove_all(stale);
    }
    if let Some(url) = &head.canonical {
        add_link("canonical", None, url);
    }
    for (lang, url) in &head.alternates {
        add_link("alternate", Some(lang.code()), url);
    }
}

fn window_href() -> String {
    window().location().href().unwrap_or_default()
}

fn set(selector: &str, attribute: &str, value: &str) {
    if let Some(element) = first(selector) {
        let _ = element.set_attribute(attribute, value);
    }
}

fn remove_all(selector: &str) {
    while let Some(element) = first(selector) {
        element.remove();
    }
}

fn add_link(rel: &str, lang: Option<&str>, url: &str) {
    let document = document();
    let (Some(head), Ok(link)) = (document.head(), document.create_element("link")) else { return };
    let _ = link.set_attribute("rel", rel);
    if let Some(lang) = lang {
        let _ = link.set_attribute("hreflang", lang);
    }
    let _ = link.set_attribute("href", url);
    let _ = head.append_child(&link);
}

/// Whether what is shown is the page of this address: only such a page has one of its own in the head.
pub fn has_own_address() -> bool {
    let canonical = attribute("link[rel=canonical]", "href");
    let path = canonical.and_then(|url| Some(Url::new(&url).ok()?.pathname()));
    path.is_some_and(|path| path == super::location::path())
}
