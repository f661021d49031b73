//! Moving in from another system: its export becomes articles of the newsroom.
//!
//! A [`Source`] reads an export and yields [`ImportedArticle`]s one at a time; there is one for each system. [`run()`] goes through
//! it twice: first for the heads, from which [`plan`] makes slugs, files and the table of old addresses, then for the texts,
//! which [`body`] turns into our Markdown and [`store`] writes. [`Report`] says what became of everything.

pub mod article;
pub mod body;
pub mod date;
pub mod dom;
pub mod fault;
pub mod feed;
pub mod fetch;
pub mod folder;
pub mod ghost;
pub mod head;
pub mod language;
pub mod links;
pub mod media;
pub mod plan;
pub mod report;
pub mod run;
pub mod sections;
pub mod source;
pub mod state;
pub mod store;
pub mod table;
pub mod targets;
pub mod wordpress;
pub mod xml;

pub use article::{Body, ImportedArticle, ImportedPicture};
pub use report::Report;
pub use run::{Options, run};
pub use source::{Pass, Record, Source};
