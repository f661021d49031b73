//! The client: takes a page that is there already over, and turns the paper into an app.
//!
//! [`links`] and [`cache`] only decide, so both sides compile and the native tests try them; the rest acts in a browser.

#[cfg(feature = "hydrate")]
mod arrival;
pub mod cache;
pub mod links;
#[cfg(feature = "hydrate")]
mod navigation;
#[cfg(feature = "hydrate")]
mod takeover;

#[cfg(feature = "hydrate")]
pub use takeover::start;
