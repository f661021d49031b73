//! The sitemap of the last two days, for search engines that show news.

use crate::model::Edition;
use crate::publish::index::SiteIndex;
use crate::publish::source::Source;
use crate::publish::syndication::is_out;
use crate::publish::syndication::xml::escape;

/// How long an article is news, in seconds.
const NEWS: i64 = 2 * 24 * 60 * 60;

/// The most articles that such a file may have.
const MOST: usize = 1_000;

/// The sitemap of what was published in the two days before `now`, newest first and in all languages. It may be empty:
/// whoever reads it knows that there are quiet days.
pub fn sitemap(index: &SiteIndex<'_>, now: i64) -> String {
    // Articles are newest first, so those of the future come before all others.
    let recent = index.articles().iter().take_while(|source| source.date.instant() >= now.saturating_sub(NEWS));
    let recent = recent.filter(|source| is_out(source, now)).take(MOST);
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n",
    );
    for source in recent {
        if let Some(edition) = index.edition(source.lang) {
            let url = edition.url(&edition.path(&index.address(source).route));
            xml.push_str(&entry(source, edition, &url));
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

fn entry(source: &Source, edition: &Edition, url: &str) -> String {
    format!(
        "<url><loc>{}</loc><news:news><news:publication><news:name>{}</news:name>\
         <news:language>{}</news:language></news:publication>\
         <news:publication_date>{}</news:publication_date><news:title>{}</news:title></news:news></url>\n",
        escape(url),
        escape(&edition.title),
        edition.lang,
        source.date,
        escape(&source.title),
    )
}
