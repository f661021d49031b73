//! The search, as far as it needs no browser: how a text becomes terms, the form of the index, and from a question to the
//! articles that answer it. The build writes the index by it, the search page reads it.

pub mod analysis;
mod engine;
mod hits;
pub mod index;
mod latin;
mod letters;
mod matcher;
mod memory;
mod passage;
mod question;
mod recent;

pub use engine::{Answer, FileError, Files, Found, FoundArticle, SearchError, find};
pub use hits::{Piece, pieces};
pub use letters::{is_letter, lower};
pub use matcher::Matcher;
pub use memory::Memory;
pub use passage::passage;
pub use question::{Filters, Question, Sort, When};
pub use recent::Recent;
