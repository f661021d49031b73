//! The native side: from a newsroom's files to a site.
//!
//! In this order: [`source`] reads and checks, [`index`] decides what stands on which page, [`render`] and [`document`]
//! make HTML of it, [`syndication`] makes feeds and sitemaps, [`output`] writes and swaps it in as a whole; [`build`] is all of
//! that. [`serve`] shows a built site as a CDN would,
//! [`server_config`] writes what other servers need for the same.

pub mod address_table;
pub mod artifact;
pub mod artifacts;
pub mod build;
pub mod build_error;
pub mod bytes;
pub mod client_files;
pub mod config;
pub mod counts;
pub mod diagnostic;
pub mod document;
pub mod drawing;
pub mod front_matter;
pub mod headers;
pub mod html;
pub mod import;
pub mod index;
pub mod keys;
pub mod limits;
pub mod links;
pub mod markdown;
pub mod media;
pub mod media_types;
pub mod missing_alt;
pub mod nearest;
pub mod new;
pub mod output;
pub mod page_artifact;
pub mod pictures;
pub mod precompress;
pub mod producer;
pub mod progress;
pub mod redirects;
pub mod related;
pub mod render;
pub mod reporter;
pub mod script_constants;
pub mod search;
pub mod serve;
pub mod server_config;
pub mod service_worker;
pub mod share;
pub mod site;
pub mod source;
pub mod style_kind;
pub mod syndication;
pub mod teaser;
pub mod translit;
pub mod tree;
pub mod urls;
pub mod vocabulary;
