//! What is read most.

mod page;

use leptos::prelude::*;

use super::chunk::ChunkError;
use crate::model::Popular;
use page::PopularPage;

/// The page of some data.
#[leptos::wasm_split::wasm_split(popular, wasm_split_path = leptos::wasm_split, fallible, preload(#[doc = "Loads the chunk."] load))]
pub fn popular_page(popular: Popular) -> Result<AnyView, ChunkError> {
    Ok(view! { <PopularPage popular/> }.into_any())
}
