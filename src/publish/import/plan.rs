//! Where every article goes: its slug, its file, its path, decided from the heads of all of them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::article::ImportedArticle;
use super::links::{Address, Links, OldSite, Place};
use super::state::State;
use crate::publish::config::Config;
use crate::publish::translit::slugify;
use crate::routes::Route;
use crate::values::{DateTime, Lang, Slug, percent_decode};

/// A slug that is made of a headline is cut near here, between words.
const LONGEST_SLUG: usize = 80;

/// The head of an article, as far as its place depends on it.
#[derive(Clone, Debug)]
struct Head {
    id: String,
    lang: Lang,
    translation: Option<String>,
    /// The slug that it had, or one of its headline.
    slug: String,
    year_and_month: String,
    is_published: bool,
    /// Its old paths.
    paths: Vec<String>,
}

/// Where an article goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its language.
    pub lang: Lang,
    /// Its file, from the newsroom's root.
    pub file: PathBuf,
    /// Its path on the site.
    pub path: String,
    /// Whether readers will find it there.
    pub is_published: bool,
}

/// The places of all articles.
#[derive(Debug, Default)]
pub struct Plan {
    places: HashMap<String, Planned>,
    /// Where old addresses lead.
    pub links: Links,
    /// The categories that were found, with the number of their articles.
    pub categories: BTreeMap<String, usize>,
}

/// Heads that are being collected.
#[derive(Debug, Default)]
pub struct Heads {
    heads: Vec<Head>,
    seen: HashSet<String>,
    categories: BTreeMap<String, usize>,
}

impl Heads {
    /// Adds the head of an article; `date` is the one that it will have. `false` where the source has its id twice.
    pub fn add(&mut self, article: &ImportedArticle, lang: Lang, date: DateTime, now: i64) -> bool {
        if !self.seen.insert(article.id.clone()) {
            return false;
        }
        for category in &article.categories {
            *self.categories.entry(category.clone()).or_default() += 1;
        }
        let day = date.day();
        self.heads.push(Head {
            id: article.id.clone(),
            lang,
            translation: article.translation.clone(),
            slug: wanted_slug(article),
            year_and_month: format!("{:04}/{:02}", day.year(), day.month()),
            is_published: !article.draft && date.instant() <= now,
            paths: article.addresses.iter().chain(&article.source_path).cloned().collect(),
        });
        true
    }

    /// Gives every article its place. One that an import has written keeps the one that it has.
    pub fn plan(self, root: &Path, config: &Config, source: &str, site: &OldSite, state: &State) -> Plan {
        let mut slugs = Slugs::new(root, config, source, state);
        let default = config.default_language;
        // The slug of an article in the paper's own language is that of its translations, too.
        let mut by_group: HashMap<String, String> = HashMap::new();
        for head in self.heads.iter().filter(|head| head.lang == default) {
            if let Some(group) = &head.translation {
                by_group.entry(group.clone()).or_insert_with(|| head.slug.clone());
            }
        }
        let mut plan = Plan { categories: self.categories, ..Plan::default() };
        for head in &self.heads {
            let group = head.translation.as_ref();
            let wanted = group.and_then(|group| by_group.get(group)).unwrap_or(&head.slug).clone();
            let key = format!("{source}:{}", head.id);
            let known = state.article(&key).map(|written| PathBuf::from(&written.file));
            let file = known.unwrap_or_else(|| {
                let slug = slugs.take(&wanted, head.lang, group.map(String::as_str));
                if let Some(group) = group {
                    by_group.insert(group.clone(), slug.clone());
                }
                PathBuf::from(format!("content/{}/{}/{slug}.md", head.lang.code(), head.year_and_month))
            });
            let slug = slug_of(&file).and_then(|name| Slug::new(&name));
            let path = slug.map_or_else(String::new, |slug| Route::Article(slug).path(head.lang, default));
            let paths: Vec<String> = head.paths.iter().filter_map(|address| old_path(site, address)).collect();
            plan.links.add(Place { path: path.clone(), is_published: head.is_published }, &paths);
            let planned = Planned { lang: head.lang, file, path, is_published: head.is_published };
            plan.places.insert(head.id.clone(), planned);
        }
        plan
    }
}

impl Plan {
    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The place of an article.
    pub fn place(&self, id: &str) -> Option<&Planned> {
        self.places.get(id)
    }
}

/// An old address as a path of the old site.
pub fn old_path(site: &OldSite, address: &str) -> Option<String> {
    match site.read(address, None) {
        Address::Site { path, .. } => Some(path),
        Address::Outside(_) | Address::Place(_) | Address::Refused => None,
    }
}

/// The slug that an article should have, if it is free.
fn wanted_slug(article: &ImportedArticle) -> String {
    let old = article.slug.as_deref().map(percent_decode).and_then(|slug| slugify(&slug));
    let new = || slugify(&article.title).map(|slug| shorten(slug.as_str()));
    let id = || slugify(&format!("article-{}", article.id)).map(|slug| slug.to_string());
    old.map(|slug| slug.to_string()).or_else(new).or_else(id).unwrap_or_else(|| "article".to_owned())
}

/// A name as a slug; itself where it has no letter for one.
pub fn slug_or(name: &str) -> String {
    slugify(name).map_or_else(|| name.to_owned(), |slug| slug.to_string())
}

fn shorten(slug: &str) -> String {
    let Some(cut) = slug.get(..LONGEST_SLUG).filter(|_| slug.len() > LONGEST_SLUG) else { return slug.to_owned() };
    let end = cut.rfind('-').filter(|end| *end > LONGEST_SLUG / 2).unwrap_or(cut.len());
    cut.get(..end).unwrap_or(cut).trim_matches('-').to_owned()
}

/// The name by which a file is an article.
fn slug_of(file: &Path) -> Option<String> {
    let stem = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    match stem(file)? {
        name if name == "index" => file.parent().and_then(stem),
        name => Some(name),
    }
}

/// The slugs that are taken. One that two articles of different languages have makes them translations of each other, so only
/// those that are may share one.
struct Slugs {
    taken: HashMap<String, (Option<String>, Vec<Lang>)>,
    next: HashMap<String, usize>,
}

impl Slugs {
    fn new(root: &Path, config: &Config, source: &str, state: &State) -> Slugs {
        let mut slugs = Slugs { taken: HashMap::new(), next: HashMap::new() };
        let prefix = format!("{source}:");
        let own: HashSet<&str> = state
            .articles()
            .filter(|written| written.id.starts_with(&prefix))
            .map(|written| written.file.as_str())
            .collect();
        for file in &own {
            slugs.taken.extend(slug_of(Path::new(file)).map(|slug| (slug, (None, Vec::new()))));
        }
        for lang in &config.languages {
            let folder = root.join("content").join(lang.code());
            for entry in WalkDir::new(folder).into_iter().flatten() {
                let is_article = entry.path().extension().is_some_and(|end| end.eq_ignore_ascii_case("md"));
                if is_article && let Some(slug) = slug_of(entry.path()) {
                    slugs.taken.entry(slug).or_default();
                }
            }
        }
        slugs
    }

    fn take(&mut self, wanted: &str, lang: Lang, group: Option<&str>) -> String {
        if self.may_take(wanted, lang, group) {
            return self.note(wanted.to_owned(), lang, group);
        }
        loop {
            let number = self.next.entry(wanted.to_owned()).or_insert(1);
            *number += 1;
            let end = format!("-{number}");
            let room = Slug::MAX - end.len();
            let name = wanted.get(..room).unwrap_or(wanted).trim_end_matches('-');
            let slug = format!("{name}{end}");
            if self.may_take(&slug, lang, group) {
                return self.note(slug, lang, group);
            }
        }
    }

    fn may_take(&self, slug: &str, lang: Lang, group: Option<&str>) -> bool {
        self.taken
            .get(slug)
            .is_none_or(|(owner, langs)| owner.is_some() && owner.as_deref() == group && !langs.contains(&lang))
    }

    fn note(&mut self, slug: String, lang: Lang, group: Option<&str>) -> String {
        let (owner, langs) = self.taken.entry(slug.clone()).or_default();
        *owner = group.map(str::to_owned);
        langs.push(lang);
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_unique_but_for_translations() {
        let mut slugs = Slugs { taken: HashMap::new(), next: HashMap::new() };
        assert_eq!(slugs.take("a", Lang::Ru, None), "a");
        assert_eq!(slugs.take("a", Lang::Kk, None), "a-2");
        assert_eq!(slugs.take("a", Lang::Ru, None), "a-3");
        assert_eq!(slugs.take("b", Lang::Ru, Some("1")), "b");
        assert_eq!(slugs.take("b", Lang::Kk, Some("1")), "b");
        assert_eq!(slugs.take("b", Lang::Kk, Some("1")), "b-2");
        let long = "x".repeat(Slug::MAX);
        assert_eq!(slugs.take(&long, Lang::Ru, None), long);
        assert_eq!(slugs.take(&long, Lang::Ru, None).len(), Slug::MAX);
    }

    #[test]
    fn slugs_come_from_the_old_one_the_headline_or_the_id() {
        let article = |slug: Option<&str>, title: &str| ImportedArticle {
            id: "7".into(),
            slug: slug.map(str::to_owned),
            title: title.into(),
            ..ImportedArticle::default()
        };
        assert_eq!(wanted_slug(&article(Some("%D1%81%D0%BD%D0%B5%D0%B3"), "x")), "sneg");
        assert_eq!(wanted_slug(&article(None, "Қар жауды")), "kar-zhaudy");
        assert_eq!(wanted_slug(&article(Some("日本"), "日本")), "article-7");
        assert!(wanted_slug(&article(None, &"слово ".repeat(40))).len() <= LONGEST_SLUG);
    }
}
