//! Where the tab is. Following links and the history is the router's.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::window;

/// The path of the address.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The fragment of the address, with its hash sign; empty where there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The query of the address with its question mark; empty where there is none.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The address, without scheme and host.
pub fn href() -> String {
    let location = window().location();
    [path(), query(), location.hash().unwrap_or_default()].concat()
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Follows a link to an address of this site, as if the reader had pressed one.
pub fn follow(address: &str) {
    let document = leptos::prelude::document();
    let link = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let (Some(link), Some(body)) = (link, document.body()) {
        let _ = link.set_attribute("href", address);
        link.set_hidden(true);
        let _ = body.append_child(&link);
        link.click();
        link.remove();
    }
}

/// Lets the browser load an address of this site: as a new step of the history, or in place of the current one.
pub fn load(address: &str, is_new_step: bool) {
    let location = window().location();
    let _ = if is_new_step {
        location.assign(address)
    } else if href() == address {
        // With a fragment, replacing an address by itself would only scroll.
        location.reload()
    } else {
        location.replace(address)
    };
}
