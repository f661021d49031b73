//! The addresses of what is no page: every path that the build writes, or keeps for itself. Those of pages are in
//! [`routes`](crate::routes).

use crate::names::{ASSETS_FOLDER, DATA_FOLDER, MEDIA_FOLDER, WORKER};

/// The folder of the search's index.
pub const SEARCH_FOLDER: &str = "/pagefind";

/// The folder of the schemas.
pub const SCHEMA_FOLDER: &str = "/schema";

/// The folders in which only the build puts files.
pub const RESERVED_FOLDERS: [&str; 5] = [DATA_FOLDER, ASSETS_FOLDER, MEDIA_FOLDER, SEARCH_FOLDER, SCHEMA_FOLDER];

/// The schema of pages' JSON.
pub const SCHEMA: &str = "/schema/page.schema.json";

/// The headers of a site, for hosts that read them.
pub const HEADERS: &str = "/_headers";

/// The redirects of a site, for hosts that read them.
pub const REDIRECTS: &str = "/_redirects";

/// The page for addresses that are none.
pub const NOT_FOUND: &str = "/404.html";

/// The sitemap, or the index of several.
pub const SITEMAP: &str = "/sitemap.xml";

/// The sitemap of the last two days.
pub const NEWS_SITEMAP: &str = "/sitemap-news.xml";

/// What programs may read.
pub const ROBOTS: &str = "/robots.txt";

/// All sitemaps but the first, as a rule of [`HEADERS`].
pub const OTHER_SITEMAPS: &str = "/sitemap-*";

/// The files that every site has, beside its pages. A newsroom may have its own in their place, but for those of the build.
pub const FILES: [&str; 6] = [NOT_FOUND, "/index.html", WORKER, SITEMAP, NEWS_SITEMAP, ROBOTS];

/// The media type of feeds.
pub const ATOM: &str = "application/atom+xml";

/// One of several sitemaps.
pub fn numbered_sitemap(number: usize) -> String {
    format!("/sitemap-{number}.xml")
}

/// Whether a path is that of one of several sitemaps.
pub fn is_numbered_sitemap(path: &str) -> bool {
    let number = path.strip_prefix("/sitemap-").and_then(|rest| rest.strip_suffix(".xml"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}
