//! `robots.txt`: everything may be read, and here is the list.

use crate::site::machines::{news, sitemap};

/// Where it lies.
pub const PATH: &str = "/robots.txt";

/// The file for a site at `base_url`.
pub fn text(base_url: &str) -> String {
    let (all, latest) = (sitemap::PATH, news::PATH);
    format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}{all}\nSitemap: {base_url}{latest}\n")
}
