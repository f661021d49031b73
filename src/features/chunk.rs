//! How a chunk comes, and what is said where it does not.

#[cfg(feature = "hydrate")]
mod overlay;

use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "hydrate")]
pub use overlay::{load_asked, show, wants_another_try, with_style};

/// A chunk, or the style sheet that it needs, did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChunkError;

impl From<SplitLoaderError> for ChunkError {
    fn from(_: SplitLoaderError) -> ChunkError {
        ChunkError
    }
}
