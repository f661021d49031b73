//! The search: asks while the reader types, and shows articles as cards.
//!
//! The first drawing is the form with a hint, on both sides. What else there is comes in the browser, when the address is the
//! page's.

#[cfg(feature = "hydrate")]
mod answer;
#[cfg(feature = "hydrate")]
mod choice;
#[cfg(feature = "hydrate")]
mod engine;
#[cfg(feature = "hydrate")]
mod filters;
#[cfg(feature = "hydrate")]
mod group;
mod hint;
#[cfg(feature = "hydrate")]
mod invitation;
#[cfg(any(feature = "hydrate", test))]
mod marked;
#[cfg(feature = "hydrate")]
mod memory;
#[cfg(not(feature = "hydrate"))]
mod native;
mod page;
#[cfg(any(feature = "hydrate", test))]
mod result_card;
#[cfg(feature = "hydrate")]
mod results;
#[cfg(feature = "hydrate")]
mod state;
#[cfg(feature = "hydrate")]
mod title;

use leptos::prelude::*;

use super::chunk::ChunkError;
use page::SearchPage;

/// The search page.
#[leptos::wasm_split::wasm_split(search, wasm_split_path = leptos::wasm_split, fallible, preload(#[doc = "Loads the chunk."] load))]
pub fn search_page() -> Result<AnyView, ChunkError> {
    Ok(view! { <SearchPage/> }.into_any())
}
