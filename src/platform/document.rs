//! The document around the app: its JSON, its head, its heading.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
pub use web_sys::HtmlElement;
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, Event, HtmlAnchorElement, HtmlImageElement, PageTransitionEvent,
    Url,
};

use super::window;
use crate::model::Head;
use crate::names::CLIENT_READY;
use crate::settings;

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
            ClientState::Ready => root.set_attribute("data-client", CLIENT_READY),
            ClientState::Starting => root.set_attribute("data-client", "starting"),
            ClientState::GivenUp => root.remove_attribute("data-client"),
        };
    }
}

/// Whether the client is up, and has not trapped since: then the loader takes the attribute away.
pub fn is_client_ready() -> bool {
    first(&["[data-client=", CLIENT_READY, "]"].concat()).is_some()
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

/// Moves the focus to the first element that a selector finds, without scrolling.
pub fn focus_on_first(selector: &str) {
    focus_on(first(selector));
}

/// Moves the focus to the first element that a selector finds, and brings it into sight.
pub fn focus_in_sight(selector: &str) {
    if let Some(element) = first(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
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

/// Moves the focus to one of the elements that a selector finds, and scrolls to it. Nothing happens where there are fewer.
pub fn focus_nth(selector: &str, index: usize) {
    if let Some(element) = all(selector).get(index) {
        let _ = element.focus();
    }
}

/// Which of the elements that a selector finds has the focus.
pub fn focused_among(selector: &str) -> Option<usize> {
    let active = document().active_element()?;
    all(selector).iter().position(|element| **element == active)
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

/// Whether an image on the page shows the file at an address.
pub fn shows_image(url: &str) -> bool {
    all("img").iter().any(|image| image.dyn_ref::<HtmlImageElement>().is_some_and(|image| image.current_src() == url))
}

/// The first element below one that a selector finds.
pub fn first_within(element: &HtmlElement, selector: &str) -> Option<HtmlElement> {
    element.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Whether the address leads to a footnote.
pub fn is_footnote_followed() -> bool {
    first(".footnotes :target").is_some()
}

/// Moves the focus to an element, without scrolling.
pub fn focus_without_scroll(element: &HtmlElement) {
    focus_on(Some(element.clone().into()));
}

/// Moves the focus to an element that has none as a rule: whoever uses a keyboard or a screen reader goes on from there.
pub fn focus_for_now(element: &HtmlElement) {
    element.set_tab_index(-1);
    focus_without_scroll(element);
    let left = element.clone();
    EventListener::once(element, "blur", move |_| {
        let _ = left.remove_attribute("tabindex");
    })
    .forget();
}

/// Whether what has the focus is within an element.
pub fn has_focus_within(element: &HtmlElement) -> bool {
    document().active_element().is_some_and(|active| element.contains(Some(&active)))
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

/// Whether what is shown is the page of this address: only such a page has one of its own in the head.
pub fn has_own_address() -> bool {
    let canonical = attribute("link[rel=canonical]", "href");
    let path = canonical.and_then(|url| Some(Url::new(&url).ok()?.pathname()));
    path.is_some_and(|path| path == super::location::path())
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
    if let Ok(event) = CustomEvent::new_with_event_init_dict(settings::EVENT, &init) {
        let _ = document().dispatch_event(&event);
    }
}

/// An element for the style sheet of what is loaded on demand. The loader's own element says where that is.
pub fn new_style_sheet() -> Option<Element> {
    let href = first("script[data-style]")?.get_attribute("data-style")?;
    let link = document().create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("href", &href).ok()?;
    Some(link)
}

/// Adds an element to the head.
pub fn add_to_head(element: &Element) {
    if let Some(head) = document().head() {
        let _ = head.append_child(element);
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

/// The title of the document.
pub fn title() -> String {
    document().title()
}

/// Gives the document another title. Spaces that say nothing do not stay in it.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Gives the links that a selector finds another query, where their path ends so.
pub fn set_query_of_links(selector: &str, path_end: &str, query: &str) {
    for link in all(selector).into_iter().filter_map(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        if link.pathname().ends_with(path_end) {
            link.set_search(query);
        }
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
