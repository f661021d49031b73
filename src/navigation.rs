//! From page to page.
//!
//! The router says where the reader wants to be (`follow_location`); the page of that place is loaded (`PageLoader`),
//! shown, and then the router completes the step in the history. So the old page and its address stay until the new page
//! is in hand.

pub mod news;
pub mod page_cache;

#[cfg(feature = "hydrate")]
mod after_navigation;
#[cfg(feature = "hydrate")]
mod late_layout;
#[cfg(feature = "hydrate")]
mod navigator;
#[cfg(feature = "hydrate")]
pub mod page_loader;
#[cfg(feature = "hydrate")]
mod prefetch;
#[cfg(feature = "hydrate")]
mod scroll;
#[cfg(feature = "hydrate")]
mod search_key;
#[cfg(feature = "hydrate")]
mod second_click;
#[cfg(feature = "hydrate")]
pub mod view_observer;

#[cfg(feature = "hydrate")]
pub use navigator::{LoadParts, NavigatorContext, follow_location};
#[cfg(feature = "hydrate")]
pub use page_loader::PageLoader;
