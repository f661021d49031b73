//! The files that programs read: feeds, sitemaps, `robots.txt` and web manifests.
//!
//! Each is a pure function from the paper to a text. None but the sitemaps lists all articles. What is not published at the
//! moment of the build is in none of them, even where a preview shows it.

pub mod feed;
pub mod manifest;
pub mod news;
pub mod robots;
pub mod sitemap;
mod xml;

use rayon::prelude::*;

use crate::model::Section;
use crate::publish::config::Config;
use crate::publish::index::SiteIndex;
use crate::publish::source::Source;
use crate::publish::urls::{NEWS_SITEMAP, ROBOTS, SITEMAP};
use crate::routes::{PageNumber, Route, feed_path, manifest_path};
use crate::values::Lang;

/// A path of the site, and what lies there.
pub type File = (String, Vec<u8>);

/// One or several files that are made in one go.
enum Job {
    Sitemaps,
    News,
    Feed(Lang, Option<Section>),
    Manifest(Lang),
    Robots,
}

/// All of these files, made in parallel and one at a time, so that a large paper's sitemaps never lie in memory together.
///
/// `now` is in seconds since 1970-01-01T00:00Z. A file that the site `has` already, by the newsroom's own hand, is not
/// among them.
pub fn files<'a>(
    paper: &'a SiteIndex<'a>,
    config: &'a Config,
    now: i64,
    has: &'a (dyn Fn(&str) -> bool + Sync),
) -> impl ParallelIterator<Item = File> + 'a {
    let mut jobs = vec![Job::News, Job::Robots];
    if !has(SITEMAP) {
        // The longest begins first.
        jobs.insert(0, Job::Sitemaps);
    }
    for edition in paper.editions() {
        jobs.push(Job::Manifest(edition.lang));
        jobs.push(Job::Feed(edition.lang, None));
        jobs.extend(edition.sections.iter().map(|section| Job::Feed(edition.lang, Some(section.clone()))));
    }
    let work = move |job| files_of(job, paper, config, now, has);
    jobs.into_par_iter().flat_map_iter(work).filter(move |(path, _)| !has(path))
}

fn files_of<'a>(
    job: Job,
    paper: &'a SiteIndex<'a>,
    config: &'a Config,
    now: i64,
    has: &'a (dyn Fn(&str) -> bool + Sync),
) -> Box<dyn Iterator<Item = File> + 'a> {
    let file = |path: String, text: String| Some((path, text.into_bytes())).into_iter();
    match job {
        Job::Sitemaps => {
            let entries = sitemap::entries(paper, config, now);
            Box::new(sitemap::files(entries, &config.base_url, config.default_language, sitemap::LIMITS))
        }
        Job::News => Box::new(file(NEWS_SITEMAP.to_owned(), news::sitemap(paper, now))),
        Job::Robots => Box::new(file(ROBOTS.to_owned(), robots::text(&config.base_url))),
        Job::Manifest(lang) => {
            let Some(edition) = paper.edition(lang) else { return Box::new(std::iter::empty()) };
            Box::new(file(manifest_path(lang, config.default_language), manifest::text(edition, has)))
        }
        Job::Feed(lang, section) => {
            let Some(edition) = paper.edition(lang) else { return Box::new(std::iter::empty()) };
            let route = match &section {
                Some(section) => Route::Section(section.id.clone(), PageNumber::FIRST),
                None => Route::Front(PageNumber::FIRST),
            };
            let newest = paper.newest(lang, &route).filter(|source| is_out(source, now));
            let feed = feed::Feed { edition, section: section.as_ref(), policy: config.feeds, has };
            let path = feed_path(lang, config.default_language, section.as_ref().map(|section| &section.id));
            Box::new(file(path, feed.text(newest)))
        }
    }
}

/// Whether an article is published at a moment: a preview takes others too.
fn is_out(source: &Source, now: i64) -> bool {
    !source.draft && source.date.instant() <= now
}
