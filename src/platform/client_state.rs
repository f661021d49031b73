//! What the page says of the state of the client, for the style sheet, the loader and whoever waits.

use super::document::{document, first};
use crate::names::CLIENT_READY;

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
