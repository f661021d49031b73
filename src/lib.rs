//! Habarshy: a newspaper's whole front end.

// A page is one nested type; the compiler follows it deeper than its default.
#![recursion_limit = "256"]

pub mod app;
pub mod browser;
#[cfg(feature = "hydrate")]
pub mod client;
pub mod components;
pub mod content;
pub mod features;
pub mod format;
pub mod names;
pub mod navigation;
pub mod pages;
pub mod readership;
pub mod route;
pub mod search;
pub mod session;
pub mod settings;
#[cfg(feature = "ssr")]
pub mod site;
pub mod tree_hash;
