//! The only door to the browser: everything that touches `web_sys` for its own sake lies behind these functions.
//!
//! Each is small, and none fails: where a browser refuses something, the answer says so or nothing happens.

#![cfg_attr(
    all(feature = "hydrate", clippy),
    expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this is the one door to the browser")
)]

#[cfg(feature = "hydrate")]
pub mod caches;
#[cfg(feature = "hydrate")]
pub mod channel;
#[cfg(feature = "hydrate")]
pub mod client_state;
#[cfg(feature = "hydrate")]
pub mod clipboard;
#[cfg(feature = "hydrate")]
pub mod clock;
#[cfg(feature = "hydrate")]
pub mod connection;
#[cfg(feature = "hydrate")]
pub mod dialog;
#[cfg(feature = "hydrate")]
pub mod document;
#[cfg(feature = "hydrate")]
pub mod events;
#[cfg(feature = "hydrate")]
pub mod field;
#[cfg(feature = "hydrate")]
pub mod focus;
#[cfg(feature = "hydrate")]
pub mod geometry;
#[cfg(feature = "hydrate")]
pub mod head;
#[cfg(feature = "hydrate")]
pub mod history;
#[cfg(feature = "hydrate")]
pub mod http;
#[cfg(feature = "hydrate")]
pub mod images;
#[cfg(feature = "hydrate")]
pub mod late;
#[cfg(feature = "hydrate")]
pub mod link;
#[cfg(feature = "hydrate")]
pub mod location;
#[cfg(feature = "hydrate")]
pub mod lock;
#[cfg(feature = "hydrate")]
pub mod page_scripts;
#[cfg(feature = "hydrate")]
pub mod parsed_document;
#[cfg(feature = "hydrate")]
pub mod print;
#[cfg(feature = "hydrate")]
pub mod quota;
#[cfg(feature = "hydrate")]
pub mod reader;
#[cfg(feature = "hydrate")]
pub mod resources;
#[cfg(feature = "hydrate")]
pub mod response;
#[cfg(feature = "hydrate")]
pub mod scroll;
#[cfg(feature = "hydrate")]
pub mod segmenter;
#[cfg(feature = "hydrate")]
pub mod service_worker;
#[cfg(feature = "hydrate")]
pub mod share;
#[cfg(feature = "hydrate")]
pub mod site_root;
#[cfg(feature = "hydrate")]
pub mod speech;
#[cfg(feature = "hydrate")]
pub mod storage;
#[cfg(feature = "hydrate")]
pub mod style_sheet;
#[cfg(feature = "hydrate")]
pub mod tab;
#[cfg(feature = "hydrate")]
pub mod text;
#[cfg(feature = "hydrate")]
pub mod transition;
#[cfg(feature = "hydrate")]
pub mod tree;
#[cfg(feature = "hydrate")]
pub mod visibility_observer;

/// The window; a client has one.
#[cfg(feature = "hydrate")]
fn window() -> web_sys::Window {
    leptos::prelude::window()
}
