//! From articles to pages: what stands where.
//!
//! Pages are made one at a time and on demand, so that a build holds the articles but never all of its pages.

mod archive;
mod covers;
mod lists;
mod neighbours;
mod pages;
mod popular;

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::sync::Arc;

use crate::model::{Article, Card, Content, Edition, Page, Picture, SafeHtml, Tag, Views};
use crate::publish::counts::Counts;
use crate::publish::index::archive::Months;
use crate::publish::index::covers::Covers;
use crate::publish::related;
use crate::publish::source::{Newsroom, Source, StoredText};
use crate::publish::{drawing, markdown};
use crate::routes::{Address, Route};
use crate::values::{Lang, SitePath, Slug};

pub use covers::CoverFile;
pub use lists::PER_PAGE;

/// A newsroom, put in order.
pub struct SiteIndex<'a> {
    articles: &'a [Source],
    counts: &'a Counts,
    editions: BTreeMap<Lang, Arc<Edition>>,
    /// By language, indexes into `articles`, newest first.
    all: BTreeMap<Lang, Vec<usize>>,
    /// By language and section.
    sections: HashMap<(Lang, Slug), Vec<usize>>,
    /// By language and tag.
    tags: BTreeMap<(Lang, Slug), (Tag, Vec<usize>)>,
    /// By language and month.
    months: Months,
    /// The languages of each slug, in the order of `site.toml`.
    languages: HashMap<&'a Slug, Vec<Lang>>,
    /// For each article the indexes of those that its readers may want.
    related: Vec<Vec<usize>>,
    /// The covers of articles that have no picture.
    covers: Covers<'a>,
    /// How many of the newest articles of a language get a share picture of their own.
    headlines: usize,
    /// The folder of the host in which the site lies.
    folder: String,
}

impl<'a> SiteIndex<'a> {
    /// Puts a newsroom in order.
    pub fn new(newsroom: &'a Newsroom) -> SiteIndex<'a> {
        let config = &newsroom.config;
        let articles = newsroom.articles.as_slice();
        let editions: BTreeMap<_, _> =
            config.languages.iter().map(|lang| (*lang, Arc::new(config.edition(*lang)))).collect();
        let mut site_index = SiteIndex {
            articles,
            counts: &newsroom.counts,
            folder: editions.values().next().map(|edition| edition.folder().to_owned()).unwrap_or_default(),
            editions,
            all: config.languages.iter().map(|lang| (*lang, Vec::new())).collect(),
            sections: HashMap::new(),
            tags: BTreeMap::new(),
            months: Months::default(),
            languages: HashMap::new(),
            related: related::related(articles),
            headlines: config.share.headlines,
            covers: Covers::choose(articles),
        };
        for (index, article) in articles.iter().enumerate() {
            site_index.all.entry(article.lang).or_default().push(index);
            site_index.sections.entry((article.lang, article.section.clone())).or_default().push(index);
            site_index.months.add(index, article);
            for tag in &article.tags {
                let entry = site_index.tags.entry((article.lang, tag.slug.clone()));
                entry.or_insert_with(|| (tag.clone(), Vec::new())).1.push(index);
            }
            site_index.languages.entry(&article.slug).or_default().push(article.lang);
        }
        for languages in site_index.languages.values_mut() {
            languages.sort_by_key(|lang| config.languages.iter().position(|known| known == lang));
        }
        site_index
    }

    /// The frame of all pages in a language; none for one that the paper does not have.
    pub fn edition(&self, lang: Lang) -> Option<&Arc<Edition>> {
        self.editions.get(&lang)
    }

    /// All editions.
    pub fn editions(&self) -> impl Iterator<Item = &Arc<Edition>> {
        self.editions.values()
    }

    /// The addresses of all pages that are not articles, in a stable order.
    pub fn list_addresses(&self) -> Vec<Address> {
        let mut addresses = Vec::new();
        for (lang, edition) in &self.editions {
            let mut add = |routes: &mut dyn Iterator<Item = Route>| {
                addresses.extend(routes.map(|route| Address { lang: *lang, route }));
            };
            add(&mut lists::numbers(self.of_language(*lang).len()).map(Route::Front));
            for section in &edition.sections {
                let numbers = lists::numbers(self.of_section(*lang, &section.id).len());
                add(&mut numbers.map(|number| Route::Section(section.id.clone(), number)));
            }
            for ((_, slug), (_, articles)) in self.tags.iter().filter(|((tagged, _), _)| tagged == lang) {
                add(&mut lists::numbers(articles.len()).map(|number| Route::Tag(slug.clone(), number)));
            }
            add(&mut self.archive_routes(*lang).into_iter());
            add(&mut [Route::Popular, Route::Search, Route::Saved, Route::NotFound].into_iter());
        }
        addresses
    }

    /// The address of an article.
    pub fn address(&self, article: &Source) -> Address {
        Address { lang: article.lang, route: Route::Article(article.slug.clone()) }
    }

    /// The articles of all pages of a list, newest first; none where there is no such list.
    pub fn newest(&self, lang: Lang, route: &Route) -> impl Iterator<Item = &'a Source> {
        let indexes = match route {
            Route::Front(_) => self.of_language(lang),
            Route::Archive(period, _) => self.of_time(lang, *period),
            Route::Section(id, _) => self.of_section(lang, id),
            Route::Tag(tag, _) => self.tags.get(&(lang, tag.clone())).map_or(&[][..], |(_, articles)| articles),
            Route::Article(_) | Route::Popular | Route::Search | Route::Saved | Route::NotFound => &[],
        };
        let articles = self.articles;
        indexes.iter().filter_map(move |index| articles.get(*index))
    }

    /// The articles with the indexes that pages are made from.
    pub fn articles(&self) -> &'a [Source] {
        self.articles
    }

    /// The page of an article, by its index, but for its text.
    pub fn article(&self, index: usize) -> Option<Page> {
        let source = self.articles.get(index)?;
        let languages = self.languages.get(&source.slug).into_iter().flatten().copied();
        let related = self.related.get(index).map_or(&[][..], Vec::as_slice);
        let (near, more) = self.neighbours(index, related);
        let views = self.views(source);
        let article = Article {
            slug: source.slug.clone(),
            title: source.title.clone(),
            date: source.date,
            updated: source.updated,
            section: source.section.clone(),
            tags: source.tags.clone(),
            standfirst: source.standfirst.clone(),
            description: source.description.clone(),
            authors: source.byline.authors.clone(),
            source: source.byline.source.clone(),
            cover: self.cover(source),
            cover_credit: source.cover.as_ref().and_then(|cover| cover.credit.clone()),
            cover_drawn: source.cover.is_none(),
            views: views.published,
            shared: views.shared,
            read_minutes: source.read_minutes,
            body: SafeHtml::default(),
            related: self.cards(related),
            older: near.older,
            newer: near.newer,
            more,
        };
        Some(Page {
            lang: source.lang,
            translations: languages.filter(|lang| *lang != source.lang).collect(),
            content: Content::Article(Box::new(article)),
        })
    }

    /// A text as it stands on its page.
    ///
    /// # Errors
    /// Where the cache cannot be read.
    pub fn text(&self, text: &StoredText) -> io::Result<SafeHtml> {
        Ok(markdown::in_folder(&text.load()?, &self.folder))
    }

    /// Whether an article, by its index, is new enough for a share picture with its headline, and has no photograph.
    pub fn is_drawn_for_sharing(&self, index: usize) -> bool {
        let Some(article) = self.articles.get(index).filter(|article| article.cover.is_none()) else { return false };
        // Articles of a language stand in the order of their indexes.
        self.of_language(article.lang).partition_point(|other| *other < index) < self.headlines
    }

    fn cards<'i>(&self, indexes: impl IntoIterator<Item = &'i usize>) -> Vec<Card> {
        indexes.into_iter().filter_map(|index| self.articles.get(*index)).map(|source| self.card(source)).collect()
    }

    /// An article in a list.
    pub fn card(&self, source: &Source) -> Card {
        let views = self.views(source);
        Card {
            slug: source.slug.clone(),
            section: source.section.clone(),
            title: source.title.clone(),
            teaser: source.teaser.clone(),
            date: source.date,
            views: views.published,
            shared: views.shared,
            picture: self.cover(source),
        }
    }

    /// The views of an article: those of its front matter and those of the shared counter.
    fn views(&self, source: &Source) -> Views {
        let views = Views::before(source.views);
        if self.counts.is_empty() {
            return views;
        }
        let path = self.edition(source.lang).map(|edition| self.address(source).path(edition.default_language));
        views.with_shared(path.map_or(0, |path| self.counts.of(&path)))
    }

    fn cover(&self, source: &Source) -> Picture {
        let picture = match &source.cover {
            Some(cover) => cover.picture.clone(),
            None => {
                let path = self.covers.path(source).unwrap_or_default();
                Picture::new(SitePath::encoded(path), drawing::WIDTH, drawing::HEIGHT)
            }
        };
        if self.folder.is_empty() {
            return picture;
        }
        Picture { src: SitePath::encoded(&[&self.folder, picture.src.as_str()].concat()), ..picture }
    }

    /// The drawn covers that articles have.
    pub fn covers(&self) -> impl Iterator<Item = &CoverFile> {
        self.covers.files()
    }

    fn of_language(&self, lang: Lang) -> &[usize] {
        self.all.get(&lang).map_or(&[], Vec::as_slice)
    }

    fn of_section(&self, lang: Lang, id: &Slug) -> &[usize] {
        self.sections.get(&(lang, id.clone())).map_or(&[], Vec::as_slice)
    }
}
