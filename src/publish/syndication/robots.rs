//! `robots.txt`: everything may be read, and here is the list.

use crate::publish::urls::{NEWS_SITEMAP, SITEMAP};

/// The file for a site at `base_url`.
pub fn text(base_url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}{SITEMAP}\nSitemap: {base_url}{NEWS_SITEMAP}\n")
}
