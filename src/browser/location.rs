//! Where the tab is.

use super::{history, window};
use crate::client::links::Link;

/// The path of the address.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The address as a link to it.
pub fn link() -> Link {
    let location = window().location();
    Link {
        path: path(),
        search: location.search().unwrap_or_default(),
        hash: location.hash().unwrap_or_default(),
        external: false,
    }
}

/// Corrects the path without a step in the history.
pub fn replace_path(path: &str) {
    let link = link();
    history::Entry::replace(&[path, &link.search, &link.hash].concat());
}

/// Lets the browser load an address: as a new step, or in place of the current one.
pub fn load(href: &str, new_step: bool) {
    let location = window().location();
    let _ = if new_step {
        location.assign(href)
    } else if link().href() == href {
        // With a fragment, replacing an address by itself would only scroll.
        location.reload()
    } else {
        location.replace(href)
    };
}

/// Undoes percent-encoding; what is not well-formed is taken as it stands.
pub fn decode(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), String::from)
}
