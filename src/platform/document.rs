//! The document around the app: its elements, its JSON and its events.

use wasm_bindgen::JsCast;
pub use web_sys::HtmlElement;
use web_sys::{CustomEvent, CustomEventInit, Document, Element, Event, HtmlAnchorElement, PageTransitionEvent};

use crate::names::SETTINGS_EVENT;

pub(super) fn document() -> Document {
    leptos::prelude::document()
}

/// An element by its id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Takes out what is in an element.
pub fn clear(element: &HtmlElement) {
    element.set_text_content(None);
}

pub(super) fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The value of an attribute of the first element that a selector finds.
pub fn attribute(selector: &str, name: &str) -> Option<String> {
    first(selector)?.get_attribute(name)
}

/// The JSON that the page was rendered from.
pub fn embedded_json() -> Option<String> {
    document().get_element_by_id("page-data")?.text_content()
}

/// The text of the article, as it stands in the page.
pub fn body_html() -> Option<String> {
    Some(first("[data-body]")?.inner_html())
}

/// Clicks the first element that a selector finds.
pub fn click_first(selector: &str) {
    if let Some(element) = first(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
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

/// All elements that a selector finds.
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// The first element below one that a selector finds.
pub fn first_within(element: &HtmlElement, selector: &str) -> Option<HtmlElement> {
    element.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Whether the address leads to a footnote.
pub fn is_footnote_followed() -> bool {
    first(".footnotes :target").is_some()
}

/// Marks a paragraph of an article as the one that is read aloud, or none. Gives the one that was marked before.
pub fn mark_spoken(article: &HtmlElement, block: Option<&HtmlElement>) -> Option<HtmlElement> {
    let before = first_within(article, "[data-spoken]");
    if let Some(before) = &before {
        let _ = before.remove_attribute("data-spoken");
    }
    if let Some(block) = block {
        let _ = block.set_attribute("data-spoken", "");
    }
    before
}

/// Whether the build has a service worker.
pub fn has_worker() -> bool {
    first("script[data-worker]").is_some()
}

/// Tells whoever listens something: an event of the document, by its name.
pub fn tell(what: &str) {
    if let Ok(event) = Event::new(what) {
        let _ = document().dispatch_event(&event);
    }
}

/// Tells whoever puts the settings on the page (`src/loader/settings.js`) what is chosen now: the record, as it is kept.
pub fn tell_settings(record: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&record.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(SETTINGS_EVENT, &init) {
        let _ = document().dispatch_event(&event);
    }
}

/// Whether a `pageshow` is that of a page which comes back out of the browser's cache.
pub fn is_from_cache(event: &Event) -> bool {
    event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted)
}

/// Undoes percent-encoding; what is not well-formed is taken as it stands.
pub fn decode(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), String::from)
}

/// Gives the links that a selector finds another query, where their path ends so.
pub fn set_query_of_links(selector: &str, path_end: &str, query: &str) {
    for link in all(selector).into_iter().filter_map(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        if link.pathname().ends_with(path_end) {
            link.set_search(query);
        }
    }
}
