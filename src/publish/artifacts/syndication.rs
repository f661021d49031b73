//! Feeds, sitemaps, `robots.txt` and web manifests, but for those that the newsroom wrote itself.

use std::io;

use crate::model::{Edition, Section};
use crate::publish::artifact::Artifact;
use crate::publish::build_error::BuildError;
use crate::publish::producer::{Artifacts, Producer, some};
use crate::publish::progress::Step;
use crate::publish::site::Site;
use crate::publish::syndication::{feed, is_out, manifest, news, robots, sitemap};
use crate::publish::urls::{NEWS_SITEMAP, ROBOTS, SITEMAP};
use crate::routes::{PageNumber, Route, feed_path, manifest_path};

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |site| jobs(site).len(),
    artifacts: |site, number| match jobs(site).into_iter().nth(number) {
        Some(job) => artifacts(site, job),
        None => some(None),
    },
};

/// What is made in one go.
enum Job<'a> {
    Sitemaps,
    News,
    Robots,
    Manifest(&'a Edition),
    Feed(&'a Edition, Option<&'a Section>),
}

/// The longest begins first.
fn jobs<'a>(site: &'a Site<'a>) -> Vec<Job<'a>> {
    let mut jobs = vec![Job::Sitemaps, Job::News, Job::Robots];
    for edition in site.index.editions() {
        jobs.extend([Job::Manifest(edition), Job::Feed(edition, None)]);
        jobs.extend(edition.sections.iter().map(|section| Job::Feed(edition, Some(section))));
    }
    jobs
}

fn artifacts<'a>(site: &'a Site<'a>, job: Job<'a>) -> Artifacts<'a> {
    let (config, now) = (&site.newsroom.config, site.choice.now);
    let default = config.default_language;
    let file = |path: &str, text: Box<dyn FnOnce() -> io::Result<String> + 'a>| {
        let is_own = site.has_file(path);
        some((!is_own).then(|| Artifact::of_content(path, || Ok(text().map_err(BuildError::Cache)?.into_bytes()))))
    };
    match job {
        // A newsroom that writes its own index may name its own parts.
        Job::Sitemaps if site.has_file(SITEMAP) => some(None),
        Job::Sitemaps => {
            let entries = sitemap::entries(site.index, config, now);
            let files = sitemap::files(entries, &config.base_url, default, sitemap::LIMITS);
            let files = files.filter(|(path, _)| !site.has_file(path));
            some(files.map(|(path, text)| Artifact::of_content(path, || Ok(text))))
        }
        Job::News => file(NEWS_SITEMAP, Box::new(move || Ok(news::sitemap(site.index, now)))),
        Job::Robots => file(ROBOTS, Box::new(|| Ok(robots::text(&config.base_url)))),
        Job::Manifest(edition) => {
            let text = || Ok(manifest::text(edition, &|path: &str| site.has_file(path)));
            file(&manifest_path(edition.lang, default), Box::new(text))
        }
        Job::Feed(edition, section) => {
            let text = move || {
                let route = match section {
                    Some(section) => Route::Section(section.id.clone(), PageNumber::FIRST),
                    None => Route::Front(PageNumber::FIRST),
                };
                let newest = site.index.newest(edition.lang, &route).filter(|article| is_out(article, now));
                let has = |path: &str| site.has_file(path);
                feed::Feed { edition, section, policy: config.feeds, has: &has }.text(newest)
            };
            file(&feed_path(edition.lang, default, section.map(|section| &section.id)), Box::new(text))
        }
    }
}
