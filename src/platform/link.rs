//! Links of the document.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement};

use super::window;

/// A link to a page of this site.
pub struct Link(HtmlAnchorElement);

impl Link {
    /// The link that an event happened on.
    pub fn of(event: &Event) -> Option<Link> {
        Link::of_element(event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??)
    }

    /// The first link within an element that a selector finds.
    pub fn within(element: &Element, selector: &str) -> Option<Link> {
        Link::of_element(element.query_selector(selector).ok()??)
    }

    fn of_element(element: Element) -> Option<Link> {
        let link: HtmlAnchorElement = element.dyn_into().ok()?;
        (link.origin() == window().location().origin().ok()?).then_some(Link(link))
    }

    /// Whether it is still on the page.
    pub fn is_in_document(&self) -> bool {
        self.0.is_connected()
    }

    /// The path that it leads to.
    pub fn path(&self) -> String {
        self.0.pathname()
    }

    /// The whole address that it leads to.
    pub fn href(&self) -> String {
        self.0.href()
    }

    /// Whether following it is the browser's own affair: another tab, a file, or what says that it is.
    pub fn is_external(&self) -> bool {
        !self.0.target().is_empty()
            || self.0.has_attribute("download")
            || self.0.rel().split_ascii_whitespace().any(|rel| rel == "external")
    }
}
