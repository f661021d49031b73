//! The addresses of what is no page: every path that the build writes, or keeps for itself; and for all paths what their type
//! is, and how long they are kept. The addresses of pages are spelled in [`routes`](crate::routes).

use std::borrow::Cow;

use crate::model::Edition;
use crate::names::{ASSETS_FOLDER, DATA_FOLDER, MEDIA_FOLDER, SEARCH_FILES, SEARCH_FOLDER, SEARCH_MANIFESTS, WORKER};
use crate::routes::{base, feed_path, manifest_path};

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

/// The share picture of pages that have none of their own.
pub const SHARE_PICTURE: &str = "/share.png";

/// The folder of the share pictures that are drawn.
pub const SHARED_FOLDER: &str = "/media/share/";

/// The sign of the paper, which a site may have, for tabs.
pub const FAVICON: &str = "/favicon.svg";
/// The same for programs that draw no SVG.
pub const FAVICON_ICO: &str = "/favicon.ico";
/// The same, 192 pixels wide.
pub const ICON_192: &str = "/icon-192.png";
/// The same, 512 pixels wide.
pub const ICON_512: &str = "/icon-512.png";
/// The same with room around it, 512 pixels wide.
pub const ICON_MASKABLE: &str = "/icon-maskable-512.png";
/// The same for the home screens of Apple.
pub const TOUCH_ICON: &str = "/apple-touch-icon.png";

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

/// How long browsers and CDNs may keep a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// For ever: the name changes with the content.
    Immutable,
    /// A minute; an older one is shown while the next is fetched.
    Short,
    /// Asked for again each time, answered from the cache when unchanged. Not `no-store`, which would take the page out of the
    /// back/forward cache.
    Revalidate,
}

impl Caching {
    /// All of them.
    pub const ALL: [Caching; 3] = [Caching::Immutable, Caching::Short, Caching::Revalidate];

    /// The value of `Cache-Control`.
    pub const fn header(self) -> &'static str {
        match self {
            Caching::Immutable => "public, max-age=31536000, immutable",
            Caching::Short => "public, max-age=60, stale-while-revalidate=600",
            Caching::Revalidate => "no-cache",
        }
    }
}

/// What holds for some paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrlRule {
    /// The paths: `*` stands for anything.
    pub path: String,
    /// The type of what lies there, where servers may not know it.
    pub media_type: Option<Cow<'static, str>>,
    /// How long it is kept; none where another rule says so.
    pub caching: Option<Caching>,
}

impl UrlRule {
    /// Whether the rule is about a path.
    pub fn applies_to(&self, path: &str) -> bool {
        match self.path.split_once('*') {
            Some((before, after)) => {
                path.len() >= before.len() + after.len() && path.starts_with(before) && path.ends_with(after)
            }
            None => self.path == path,
        }
    }

    fn cached(path: impl Into<String>, caching: Caching) -> UrlRule {
        UrlRule { path: path.into(), media_type: None, caching: Some(caching) }
    }

    fn typed(path: impl Into<String>, media_type: &'static str, caching: Option<Caching>) -> UrlRule {
        UrlRule { path: path.into(), media_type: Some(Cow::Borrowed(media_type)), caching }
    }
}

/// The pages of the language at the root, whose addresses have no common beginning.
const PAGES: [&str; 9] =
    ["/", "/page/*", "/news/*", "/section/*", "/tag/*", "/popular/*", "/archive/*", "/search/*", "/saved/*"];

/// The rules of a paper. No path has two of them for its caching: hosts join or override the values of several.
pub fn rules(edition: &Edition) -> Vec<UrlRule> {
    let mut rules = vec![
        UrlRule::cached(format!("{ASSETS_FOLDER}/*"), Caching::Immutable),
        UrlRule::cached(format!("{MEDIA_FOLDER}/*"), Caching::Immutable),
        UrlRule::cached(format!("{DATA_FOLDER}/*"), Caching::Short),
        UrlRule::cached(format!("{SEARCH_FILES}/*"), Caching::Immutable),
        UrlRule::cached(format!("{SEARCH_MANIFESTS}/*.json"), Caching::Revalidate),
    ];
    rules.extend(PAGES.into_iter().chain([NOT_FOUND, WORKER]).map(|path| UrlRule::cached(path, Caching::Revalidate)));
    let default = edition.default_language;
    let others = edition.languages.iter().filter(|lang| **lang != default);
    rules.extend(others.map(|lang| UrlRule::cached(format!("{}/*", base(*lang, default)), Caching::Revalidate)));
    rules.extend(syndication(edition));
    rules
}

/// What programs read. The root's own are asked for again each time, as pages are; those below a section or a language are
/// pages' neighbours, so only their type is said.
fn syndication(edition: &Edition) -> Vec<UrlRule> {
    let default = edition.default_language;
    let mut rules = Vec::new();
    for lang in &edition.languages {
        let base = base(*lang, default);
        let caching = base.is_empty().then_some(Caching::Revalidate);
        rules.push(UrlRule::typed(feed_path(*lang, default, None), ATOM, caching));
        rules.push(UrlRule::typed(format!("{base}/section/*/feed.xml"), ATOM, None));
        rules.push(UrlRule::typed(manifest_path(*lang, default), "application/manifest+json", caching));
    }
    let revalidate = Some(Caching::Revalidate);
    rules.extend([SITEMAP, OTHER_SITEMAPS].map(|path| UrlRule::typed(path, "application/xml", revalidate)));
    rules.push(UrlRule::typed(ROBOTS, "text/plain; charset=utf-8", revalidate));
    rules
}
