//! The form of the index: a manifest, shards of terms, a dictionary for words that were typed wrong, and cards.
//!
//! All files but the manifest are named by what is in them. Each has its writer and its reader side by side: the build writes
//! by the one, the search page reads by the other.

mod manifest;
mod mistakes;
mod postings;
mod shard;
mod varint;
mod words;

pub use manifest::{
    CARDS, FORMAT, HASH, Kind, Manifest, PACKED, Words as WordFiles, card_block, file_path, manifest_path,
};
pub use postings::{LEVELS, Posting, Postings, PostingsWriter, level, strength};
pub use shard::{Group, Shard, ShardWriter};
pub use words::{Word, Words, similar, write as write_words};
