//! What the reader keeps on the device.

mod contents;
mod kept;
mod lately;
mod listing;
#[cfg(feature = "hydrate")]
mod load;
mod missing;
mod note;
mod page;
pub mod record;
mod removal;
mod saved_item;
pub mod source;
#[cfg(feature = "hydrate")]
pub mod store;
mod used;

#[cfg(feature = "hydrate")]
use futures::{FutureExt, future::LocalBoxFuture};
use leptos::prelude::*;

use super::chunk::ChunkError;
use page::SavedPage;
#[cfg(feature = "hydrate")]
use store::{Known, NotSaved};

/// The page of saved articles.
#[leptos::wasm_split::wasm_split(saved, wasm_split_path = leptos::wasm_split, fallible, preload(#[doc = "Loads the chunk."] load))]
pub fn saved_page() -> Result<AnyView, ChunkError> {
    Ok(view! { <SavedPage/> }.into_any())
}

/// The changes of what is kept, each for an article by its path.
#[cfg(feature = "hydrate")]
#[derive(Clone, Copy)]
pub struct Store {
    /// Saves an article, or nothing of it.
    pub save: fn(String, Known) -> LocalBoxFuture<'static, Result<(), NotSaved>>,
    /// Lets go of an article.
    pub remove: fn(String) -> LocalBoxFuture<'static, Result<(), NotSaved>>,
    /// Brings saved articles up to a build.
    pub renew: fn(String) -> LocalBoxFuture<'static, ()>,
}

/// The store, for those who are not the page of saved articles.
#[cfg(feature = "hydrate")]
#[leptos::wasm_split::wasm_split(store, wasm_split_path = leptos::wasm_split, fallible)]
pub fn load_store() -> Result<Store, ChunkError> {
    Ok(Store {
        save: |path, known| async move { store::save(&path, known).await.map(drop) }.boxed_local(),
        remove: |path| async move { store::remove(&path).await.map(drop) }.boxed_local(),
        renew: |build| async move { store::renew(&build).await }.boxed_local(),
    })
}
