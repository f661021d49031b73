//! Whole newsrooms, from their files to the site that is served.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot be set up has failed"
)]

mod archive;
mod article_cache;
mod check;
mod constants;
mod counter;
mod counts;
mod covers;
mod exports;
mod feeds;
mod fixture;
mod front_matter;
mod hostile;
mod import;
mod incremental;
mod json_ld;
mod killed;
mod layers;
mod media;
mod new;
mod newsroom;
mod old_addresses;
mod pages;
mod picture_cache;
mod pictures;
mod popular;
mod related;
mod scripts;
mod search;
mod served;
mod server_config;
mod service_worker;
mod share;
mod site;
mod site_toml;
mod sitemaps;
mod styles;
mod views;
mod xml_shape;
