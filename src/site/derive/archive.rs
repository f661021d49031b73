//! The archive: articles by the month that their editors wrote, whatever the offset.

use std::collections::BTreeMap;

use super::Paper;
use crate::content::{Archive, ArchiveMonth, Lang, ListedMonth, NamedMonth};
use crate::format::{Month, Year, month_name, month_of_year};
use crate::route::{PageNumber, Route};
use crate::site::newsroom::Source;

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

impl Paper<'_> {
    /// The addresses of the archive in a language: an empty year or month has no page.
    pub(super) fn archive_routes(&self, lang: Lang) -> Vec<Route> {
        let mut routes = vec![Route::Archive];
        routes.extend(self.months.years(lang).map(Route::Year));
        for (month, articles) in self.months.newest_first(lang) {
            routes.extend(super::lists::numbers(articles).map(|number| Route::Month(month, number)));
        }
        routes
    }

    /// The archive, or a year of it; none where that is empty.
    pub(super) fn archive(&self, lang: Lang, year: Option<Year>) -> Option<Archive> {
        let of_year = |(month, _): &(Month, usize)| year.is_none_or(|year| month.year() == year);
        let months = self.months.newest_first(lang).filter(of_year).map(|(month, articles)| ArchiveMonth {
            month,
            name: month_name(month, lang).to_owned(),
            total: u32::try_from(articles).unwrap_or(u32::MAX),
        });
        let months: Vec<ArchiveMonth> = months.collect();
        (year.is_none() || !months.is_empty()).then_some(Archive { year, months })
    }

    /// A month between its neighbours; none where it is empty.
    pub(super) fn listed_month(&self, lang: Lang, month: Month) -> Option<ListedMonth> {
        let named = |month| NamedMonth { month, name: month_of_year(month, lang) };
        let months: Vec<Month> = self.months.newest_first(lang).map(|(month, _)| month).collect();
        let place = months.iter().position(|other| *other == month)?;
        let at = |place: Option<usize>| place.and_then(|place| months.get(place)).copied().map(named);
        Some(ListedMonth { month: named(month), newer: at(place.checked_sub(1)), older: at(Some(place + 1)) })
    }

    /// The other languages in which a page of the archive exists: there must be articles of that time in them.
    pub(super) fn archived_elsewhere(&self, lang: Lang, route: &Route, other: Lang) -> bool {
        let has = match route {
            Route::Archive => true,
            Route::Year(year) => !self.months.of_year(other, *year).is_empty(),
            Route::Month(month, PageNumber::FIRST) => !self.months.of_month(other, *month).is_empty(),
            _ => false,
        };
        has && other != lang
    }
}
