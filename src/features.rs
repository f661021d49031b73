//! What is loaded on demand: each feature is a chunk of the client, which comes when a page needs it or the reader asks.
//!
//! A feature has one door: a function marked `#[wasm_split]`, which loads the chunk and then runs in it. What only that
//! function reaches is in the chunk, what others reach too stays in the main module. The native renderer calls it directly.

#[cfg(feature = "hydrate")]
pub mod article;
pub mod chunk;
#[cfg(feature = "hydrate")]
pub mod fresh;
#[cfg(any(feature = "hydrate", test))]
mod insert;
#[cfg(feature = "hydrate")]
pub mod notices;
#[cfg(feature = "hydrate")]
pub mod offline;
pub mod popular;
pub mod saved;
pub mod search;
#[cfg(feature = "hydrate")]
pub mod settings;
