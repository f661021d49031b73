//! Which article has which of the drawn covers.
//!
//! The set is small, so articles share. Whoever reads a list is not to meet a cover twice on a page of it: articles get
//! theirs one after another, the oldest first, and each passes over what the lists that it stands in have shown last.
//! So a cover depends on what is older alone, and a newest article changes none.

use std::collections::{BTreeMap, HashMap, VecDeque};

use rayon::prelude::*;

use super::lists::PER_PAGE;
use crate::names::MEDIA_FOLDER;
use crate::publish::client_files::short_hash;
use crate::publish::drawing::{Cover, covers_of, place_of};
use crate::publish::source::Source;
use crate::values::{Lang, Slug};

/// A repeat on a page of the article's own language counts so much more than one in a language into which it may be
/// translated.
const OWN: usize = 8;

/// The drawn covers of a newsroom.
#[derive(Debug, Default)]
pub struct Covers<'a> {
    /// By section and slug: translations in one section share theirs.
    chosen: HashMap<(&'a Slug, &'a Slug), Cover>,
    /// Those that are used.
    files: BTreeMap<Cover, CoverFile>,
}

/// A drawn cover as a file.
#[derive(Debug)]
pub struct CoverFile {
    /// Its path, which changes with its content.
    pub path: String,
    /// Its content.
    pub svg: String,
}

impl<'a> Covers<'a> {
    /// Gives all articles without a picture a cover. `articles` are newest first.
    pub fn choose(articles: &'a [Source]) -> Covers<'a> {
        let mut languages: Vec<Lang> = articles.iter().map(|article| article.lang).collect();
        languages.sort_unstable();
        languages.dedup();
        let mut lists = Lists { languages, ..Lists::default() };
        let mut chosen = HashMap::new();
        for article in articles.iter().rev() {
            let cover = article
                .cover
                .is_none()
                .then(|| *chosen.entry((&article.section, &article.slug)).or_insert_with(|| lists.next_cover(article)));
            lists.push(article, cover.flatten());
        }
        let chosen: HashMap<_, _> = chosen.into_iter().filter_map(|(article, cover)| Some((article, cover?))).collect();
        let mut used: Vec<Cover> = chosen.values().copied().collect();
        used.sort_unstable();
        used.dedup();
        let files: Vec<(Cover, CoverFile)> = used.into_par_iter().map(|cover| (cover, CoverFile::of(cover))).collect();
        Covers { chosen, files: files.into_iter().collect() }
    }

    /// The path of an article's cover; none for an article that has no drawn one.
    pub fn path(&self, article: &Source) -> Option<&str> {
        let cover = self.chosen.get(&(&article.section, &article.slug))?;
        self.files.get(cover).map(|file| file.path.as_str())
    }

    /// All covers that are used.
    pub fn files(&self) -> impl Iterator<Item = &CoverFile> {
        self.files.values()
    }
}

impl CoverFile {
    fn of(cover: Cover) -> CoverFile {
        let svg = cover.draw();
        CoverFile { path: format!("{MEDIA_FOLDER}/drawn/{}.{}.svg", cover.name(), short_hash(&[svg.as_bytes()])), svg }
    }
}

/// A list that is cut into pages.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum List<'a> {
    All(Lang),
    Section(Lang, &'a Slug),
    Tag(Lang, &'a Slug),
}

/// What the lists have shown so far.
#[derive(Default)]
struct Lists<'a> {
    languages: Vec<Lang>,
    /// The covers of those articles of a list that may stand on one page with the next, the last first; none for a
    /// photograph.
    last: HashMap<List<'a>, VecDeque<Option<Cover>>>,
    /// The covers of each section.
    sets: HashMap<&'a Slug, Vec<Cover>>,
}

impl<'a> Lists<'a> {
    /// The cover that the pages of an article's lists have least of; of several the first from the slug's own place on.
    /// None where there is no cover at all.
    fn next_cover(&mut self, article: &'a Source) -> Option<Cover> {
        let mut repeats: HashMap<Cover, usize> = HashMap::new();
        let mut count = |list: List<'a>, weight: usize| {
            let last = self.last.get(&list).into_iter().flatten().enumerate();
            for (distance, cover) in last {
                // The nearer two articles are, the more often a page begins before both.
                let often = (PER_PAGE - 1).saturating_sub(distance);
                cover.iter().for_each(|cover| *repeats.entry(*cover).or_default() += weight * often);
            }
        };
        for lang in &self.languages {
            let weight = if *lang == article.lang { OWN } else { 1 };
            count(List::All(*lang), weight);
            count(List::Section(*lang, &article.section), weight);
        }
        for tag in &article.tags {
            count(List::Tag(article.lang, &tag.slug), OWN);
        }
        let set = self.sets.entry(&article.section).or_insert_with(|| covers_of(article.section.as_str()));
        let (before, from) = set.split_at_checked(place_of(article.slug.as_str(), set.len()))?;
        from.iter().chain(before).copied().min_by_key(|cover| repeats.get(cover).copied().unwrap_or_default())
    }

    /// Adds an article to its lists.
    fn push(&mut self, article: &'a Source, cover: Option<Cover>) {
        let tags = article.tags.iter().map(|tag| List::Tag(article.lang, &tag.slug));
        for list in [List::All(article.lang), List::Section(article.lang, &article.section)].into_iter().chain(tags) {
            let last = self.last.entry(list).or_default();
            last.push_front(cover);
            last.truncate(PER_PAGE - 1);
        }
    }
}
