//! The document around the app: its JSON, its head, its heading.

use wasm_bindgen::JsCast;
pub use web_sys::HtmlElement;
use web_sys::{Document, Element, Event, PageTransitionEvent};

use super::window;
use crate::content::Head;

fn document() -> Document {
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

/// What the style sheet, the loader and whoever waits are told of the client, as `html[data-client]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientState {
    /// It is up: the page is its.
    Ready,
    /// It has begun, and will be up later.
    Starting,
    /// It will not come: the page stays as it is.
    GivenUp,
}

/// Tells the state of the client.
pub fn tell_client_state(state: ClientState) {
    if let Some(root) = document().document_element() {
        let _ = match state {
            ClientState::Ready => root.set_attribute("data-client", "ready"),
            ClientState::Starting => root.set_attribute("data-client", "starting"),
            ClientState::GivenUp => root.remove_attribute("data-client"),
        };
    }
}

/// Whether the client is up, and has not trapped since: then the loader takes the attribute away.
pub fn is_client_ready() -> bool {
    first("[data-client=ready]").is_some()
}

/// Tells the loader the path of the page that is being drawn, as `html[data-drawing]`, until the address is that page's: a
/// client that traps meanwhile has trapped over it.
pub fn tell_drawn_path(path: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match path {
            Some(path) => root.set_attribute("data-drawing", path),
            None => root.remove_attribute("data-drawing"),
        };
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

/// Finds an element again: the selector of its like, and which of those it is.
pub struct Locator {
    selector: String,
    index: u32,
}

/// What has the focus, if that is within the app.
pub fn focused() -> Option<Locator> {
    let active = document().active_element()?;
    active.closest("#app").ok()??;
    let value = |name: &str| active.get_attribute(name).map(|value| format!("[{name}=\"{value}\"]"));
    let like = ["id", "href", "data-does", "data-part", "name"].into_iter().find_map(value).unwrap_or_default();
    let selector = ["#app ", &active.local_name(), &like].concat();
    let alike = document().query_selector_all(&selector).ok()?;
    let index = (0..alike.length()).find(|index| alike.item(*index).as_ref() == Some(active.as_ref()))?;
    Some(Locator { selector, index })
}

/// Moves the focus to what is found, without scrolling.
pub fn focus_again(locator: &Locator) {
    let alike = document().query_selector_all(&locator.selector).ok();
    focus_on(alike.and_then(|alike| alike.item(locator.index)).and_then(|node| node.dyn_into().ok()));
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
    if let Ok(event) = Event::new(what) {
        let _ = document().dispatch_event(&event);
    }
}

/// Loads an image that stands nowhere yet, for a reader who will see it; of several files the one that suits the window.
pub fn load_image(src: &str, srcset: &str, sizes: &str) {
    if first("[data-pictures=off]").is_some() {
        return;
    }
    if let Ok(image) = document().create_element("img") {
        // The file is chosen when its names are known: they come last.
        for (name, value) in [("fetchpriority", "low"), ("sizes", sizes), ("srcset", srcset), ("src", src)] {
            if !value.is_empty() {
                let _ = image.set_attribute(name, value);
            }
        }
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
