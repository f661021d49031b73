//! What the reader keeps on the device.

mod contents;
mod lately;
mod listing;
#[cfg(feature = "hydrate")]
mod load;
mod local_articles;
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
use std::sync::Arc;

#[cfg(feature = "hydrate")]
use futures::{FutureExt, future::LocalBoxFuture};
use leptos::prelude::*;

use super::chunk::ChunkError;
#[cfg(feature = "hydrate")]
use crate::model::Edition;
#[cfg(feature = "hydrate")]
use local_articles::LocalArticles;
use page::SavedPage;
#[cfg(feature = "hydrate")]
use store::{Known, NotSaved, Undo};

/// The page of saved articles.
#[leptos::wasm_split::wasm_split(saved, wasm_split_path = leptos::wasm_split, fallible, preload(#[doc = "Loads the chunk of the page."] load_page))]
pub fn saved_page() -> Result<AnyView, ChunkError> {
    Ok(view! { <SavedPage/> }.into_any())
}

/// Loads the page and the store, which knows what it lists.
///
/// # Errors
/// One of the two did not arrive.
pub async fn load() -> Result<(), ChunkError> {
    #[cfg(feature = "hydrate")]
    {
        let (page, store) = futures::future::join(load_page(), load_store()).await;
        page?;
        store?;
    }
    Ok(())
}

/// What is kept: the list of it, and its changes, each for an article by its path.
#[cfg(feature = "hydrate")]
#[derive(Clone, Copy)]
pub struct Store {
    /// What is on the device of this edition's paper.
    pub find_articles: fn(Arc<Edition>) -> LocalBoxFuture<'static, Result<LocalArticles, NotSaved>>,
    /// Saves an article, or nothing of it.
    pub save: fn(String, Known) -> LocalBoxFuture<'static, Result<(), NotSaved>>,
    /// Lets go of an article.
    pub remove: fn(String) -> LocalBoxFuture<'static, Result<Undo, NotSaved>>,
    /// Takes back what was let go of.
    pub restore: fn(Undo) -> LocalBoxFuture<'static, Result<(), NotSaved>>,
    /// Brings saved articles up to a build.
    pub renew: fn(String) -> LocalBoxFuture<'static, ()>,
}

/// Loads the store.
#[cfg(feature = "hydrate")]
#[leptos::wasm_split::wasm_split(store, wasm_split_path = leptos::wasm_split, fallible)]
pub fn load_store() -> Result<Store, ChunkError> {
    Ok(Store {
        find_articles: |edition| async move { load::find_articles(&edition).await }.boxed_local(),
        save: |path, known| async move { store::save(&path, known).await.map(drop) }.boxed_local(),
        remove: |path| async move { store::remove(&path).await }.boxed_local(),
        restore: |undo| store::restore(undo).boxed_local(),
        renew: |build| async move { store::renew(&build).await }.boxed_local(),
    })
}
