//! Habarshy: a newspaper's whole front end.

// A page is one nested type; the compiler follows it deeper than its default.
#![recursion_limit = "256"]

pub mod app;
#[cfg(feature = "hydrate")]
pub mod client;
pub mod components;
pub mod features;
pub mod i18n;
pub mod model;
pub mod names;
pub mod navigation;
pub mod pages;
pub mod platform;
#[cfg(feature = "ssr")]
pub mod publish;
pub mod routes;
pub mod search;
pub mod session;
pub mod settings;
pub mod tree_hash;
pub mod values;
pub mod views;
