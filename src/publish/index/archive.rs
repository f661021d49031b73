//! The archive: articles by the month that their editors wrote, whatever the offset.

use std::collections::BTreeMap;

use super::SiteIndex;
use crate::i18n::{messages, month_of_year, name_of_month, number_of_articles};
use crate::model::{LinkList, NavLink, PrevNext, Time};
use crate::publish::source::Source;
use crate::routes::{PageNumber, Route};
use crate::values::{ArchivePeriod, Lang, Month, SitePath, Year};

/// The articles of every month that has some.
#[derive(Debug, Default)]
pub(super) struct Months {
    /// Indexes of articles, newest first.
    months: BTreeMap<(Lang, Month), Vec<usize>>,
    /// The same of whole years.
    years: BTreeMap<(Lang, Year), Vec<usize>>,
}

impl Months {
    /// Adds the next older article.
    pub(super) fn add(&mut self, index: usize, article: &Source) {
        let month = Month::of(article.date.day());
        self.months.entry((article.lang, month)).or_default().push(index);
        self.years.entry((article.lang, month.year())).or_default().push(index);
    }

    /// The articles of a month.
    pub(super) fn of_month(&self, lang: Lang, month: Month) -> &[usize] {
        self.months.get(&(lang, month)).map_or(&[], Vec::as_slice)
    }

    /// The articles of a year.
    pub(super) fn of_year(&self, lang: Lang, year: Year) -> &[usize] {
        self.years.get(&(lang, year)).map_or(&[], Vec::as_slice)
    }

    /// The months of a language that have articles, newest first.
    fn newest_first(&self, lang: Lang) -> impl Iterator<Item = (Month, usize)> {
        let own = self.months.iter().rev().filter(move |((other, _), _)| *other == lang);
        own.map(|((_, month), articles)| (*month, articles.len()))
    }

    /// The years of a language that have articles, newest first.
    fn years(&self, lang: Lang) -> impl Iterator<Item = Year> {
        self.years.keys().rev().filter(move |(other, _)| *other == lang).map(|(_, year)| *year)
    }
}

impl SiteIndex<'_> {
    /// The addresses of the archive in a language: an empty year or month has no page.
    pub(super) fn archive_routes(&self, lang: Lang) -> Vec<Route> {
        let whole = std::iter::once(ArchivePeriod::Ever).chain(self.months.years(lang).map(ArchivePeriod::Year));
        let mut routes: Vec<Route> = whole.map(|period| Route::Archive(period, PageNumber::FIRST)).collect();
        for (month, articles) in self.months.newest_first(lang) {
            let numbers = super::lists::numbers(articles);
            routes.extend(numbers.map(|number| Route::Archive(ArchivePeriod::Month(month), number)));
        }
        routes
    }

    /// The articles of a time.
    pub(super) fn of_time(&self, lang: Lang, period: ArchivePeriod) -> &[usize] {
        match period {
            ArchivePeriod::Ever => self.of_language(lang),
            ArchivePeriod::Year(year) => self.months.of_year(lang, year),
            ArchivePeriod::Month(month) => self.months.of_month(lang, month),
        }
    }

    /// Whether another language has articles of a time, so that it has such a page too.
    pub(super) fn is_archived(&self, lang: Lang, period: ArchivePeriod, other: Lang) -> bool {
        lang != other && (period == ArchivePeriod::Ever || !self.of_time(other, period).is_empty())
    }

    /// A time of the archive with what is above, beside and in it; none where a year or a month is empty.
    pub(super) fn time(&self, lang: Lang, period: ArchivePeriod) -> Option<Time> {
        if period != ArchivePeriod::Ever && self.of_time(lang, period).is_empty() {
            return None;
        }
        let parent = match period {
            ArchivePeriod::Ever => None,
            ArchivePeriod::Year(_) => Some(ArchivePeriod::Ever),
            ArchivePeriod::Month(month) => Some(ArchivePeriod::Year(month.year())),
        };
        let years = match period {
            ArchivePeriod::Ever => self.months.years(lang).map(|year| self.link_list(lang, year, true)).collect(),
            ArchivePeriod::Year(year) => vec![self.link_list(lang, year, false)],
            ArchivePeriod::Month(_) => Vec::new(),
        };
        let prev_next =
            if let ArchivePeriod::Month(month) = period { self.prev_next(lang, month) } else { PrevNext::default() };
        let parent = parent.map(|period| self.archive_link(lang, period, name(lang, period), String::new()));
        Some(Time { period, name: name(lang, period), parent, older: prev_next.older, newer: prev_next.newer, years })
    }

    /// The months of a year with the numbers of their articles. A year's own page has its name above all of it.
    fn link_list(&self, lang: Lang, year: Year, has_head: bool) -> LinkList {
        let months = self.months.newest_first(lang).filter(|(month, _)| month.year() == year);
        let link = |(month, total)| {
            let total = number_of_articles(u32::try_from(total).unwrap_or(u32::MAX), lang);
            self.archive_link(lang, ArchivePeriod::Month(month), name_of_month(month, lang), total)
        };
        let head =
            has_head.then(|| self.archive_link(lang, ArchivePeriod::Year(year), year.to_string(), String::new()));
        LinkList { head, pointers: months.map(link).collect() }
    }

    /// The months beside a month that have articles.
    fn prev_next(&self, lang: Lang, month: Month) -> PrevNext {
        let months: Vec<Month> = self.months.newest_first(lang).map(|(month, _)| month).collect();
        let Some(place) = months.iter().position(|other| *other == month) else { return PrevNext::default() };
        let at = |place: Option<usize>| {
            let period = ArchivePeriod::Month(*months.get(place?)?);
            Some(self.archive_link(lang, period, name(lang, period), String::new()))
        };
        PrevNext { older: at(Some(place + 1)), newer: at(place.checked_sub(1)) }
    }

    fn archive_link(&self, lang: Lang, period: ArchivePeriod, name: String, note: String) -> NavLink {
        let route = Route::Archive(period, PageNumber::FIRST);
        let path = self.edition(lang).map_or_else(String::new, |edition| edition.path(&route));
        NavLink { path: SitePath::encoded(&path), name, note }
    }
}

/// What a time is called.
fn name(lang: Lang, period: ArchivePeriod) -> String {
    let archive = messages(lang).archive;
    match period {
        ArchivePeriod::Ever => archive.to_owned(),
        ArchivePeriod::Year(year) => format!("{archive} {year}"),
        ArchivePeriod::Month(month) => month_of_year(month, lang),
    }
}
