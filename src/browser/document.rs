//! The document around the app: its JSON, its head, its heading.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::window;
use crate::content::Head;

fn document() -> Document {
    leptos::prelude::document()
}

/// An element by its id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The JSON that the page was rendered from.
pub fn embedded_json() -> Option<String> {
    document().get_element_by_id("page-data")?.text_content()
}

/// The text of the article, as it stands in the page.
pub fn body_html() -> Option<String> {
    Some(first("[data-body]")?.inner_html())
}

/// Says to the style sheet and to whoever waits that the client is there.
pub fn mark_ready() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-client", "ready");
    }
}

/// Moves the focus to the page's heading, without scrolling.
pub fn focus_heading() {
    focus_on(first("main h1"));
}

/// Moves the focus to an element by its id, without scrolling.
pub fn focus(id: &str) {
    focus_on(document().get_element_by_id(id));
}

/// Takes the focus from what has it.
pub fn let_go_of_focus() {
    if let Some(element) = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// The link that has the focus, as a selector: by its address, in the part of the page that it stands in.
pub fn focused_link() -> Option<String> {
    let active = document().active_element()?;
    let part = active.closest("[aria-labelledby]").ok()??.get_attribute("aria-labelledby")?;
    Some(format!("[aria-labelledby={part}] a[href=\"{}\"]", active.get_attribute("href")?))
}

/// Moves the focus to such a link, unless it is somewhere.
pub fn focus_again(selector: &str) {
    if first(":focus").is_none() {
        focus_on(first(selector));
    }
}

fn focus_on(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Brings the current section into sight, where the row of sections is wider than the screen.
pub fn show_section() {
    let link = first(".sections [aria-current]").and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let (Some(link), Some(row)) = (link, first(".sections ul")) {
        // A little of the one before stays in sight: it says that there is more.
        row.set_scroll_left(link.offset_left() - 48);
    }
}

/// Tells the parts (`src/parts/`) something: an event of the document, by its name.
pub fn tell_parts(what: &str) {
    if let Ok(event) = web_sys::Event::new(what) {
        let _ = document().dispatch_event(&event);
    }
}

/// Lets the browser lay out what is below the first screen after that has been painted, or all of the page at once;
/// `src/parts/ahead/late.js` says what waits, and sees to it that it is laid out.
pub fn lay_out_late(late: bool) {
    if let Some(main) = first("main") {
        let _ = main.toggle_attribute_with_force("data-late", late);
    }
}

/// Loads the pictures of safe HTML that stands nowhere yet, for a reader who will see them.
pub fn load_pictures(html: &str) {
    if first("[data-pictures=off]").is_some() {
        return;
    }
    if let Ok(nowhere) = document().create_element("div") {
        nowhere.set_inner_html(html);
    }
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
