//! The archive: articles by the month that their editors wrote, whatever the offset.

use std::collections::BTreeMap;

use super::Paper;
use crate::content::{Archive, Lang, ListedMonth, Near, Pointer, Shelf};
use crate::format::{Month, Year, messages, month_name, month_of_year, number_of_articles};
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
        let words = messages(lang);
        let years: Vec<Year> = self.months.years(lang).filter(|known| year.is_none_or(|year| year == *known)).collect();
        if year.is_some() && years.is_empty() {
            return None;
        }
        let name = year.map_or(words.archive.to_owned(), |year| self.name_of(lang, year));
        let total = years.iter().map(|year| self.months.of_year(lang, *year).len()).sum();
        let above = year.map(|_| self.way(lang, &Route::Archive, words.archive.to_owned(), String::new()));
        // A year's page has its name above all, and no heading besides.
        let head = |known: Year| self.way(lang, &Route::Year(known), known.to_string(), String::new());
        let shelf =
            |known: Year| Shelf { head: year.is_none().then(|| head(known)), pointers: self.months_of(lang, known) };
        let years = years.into_iter().map(shelf).collect();
        Some(Archive { year, name, what: format!("{}: {}.", words.archive_what, articles(total, lang)), above, years })
    }

    /// The months of a year with the numbers of their articles.
    fn months_of(&self, lang: Lang, year: Year) -> Vec<Pointer> {
        let months = self.months.newest_first(lang).filter(|(month, _)| month.year() == year);
        let pointer = |(month, total)| {
            let route = Route::Month(month, PageNumber::FIRST);
            self.way(lang, &route, month_name(month, lang).to_owned(), articles(total, lang))
        };
        months.map(pointer).collect()
    }

    /// A month between its neighbours; none where it is empty.
    pub(super) fn listed_month(&self, lang: Lang, month: Month) -> Option<ListedMonth> {
        let months: Vec<Month> = self.months.newest_first(lang).map(|(month, _)| month).collect();
        let place = months.iter().position(|other| *other == month)?;
        let at = |place: Option<usize>| {
            let month = *months.get(place?)?;
            let route = Route::Month(month, PageNumber::FIRST);
            Some(self.way(lang, &route, month_of_year(month, lang), String::new()))
        };
        let year = month.year();
        Some(ListedMonth {
            month,
            name: month_of_year(month, lang),
            above: Some(self.way(lang, &Route::Year(year), self.name_of(lang, year), String::new())),
            near: Near { older: at(Some(place + 1)), newer: at(place.checked_sub(1)) },
        })
    }

    fn name_of(&self, lang: Lang, year: Year) -> String {
        format!("{} {year}", messages(lang).archive)
    }

    fn way(&self, lang: Lang, route: &Route, name: String, note: String) -> Pointer {
        Pointer { path: self.edition(lang).map_or_else(String::new, |edition| edition.path(route)), name, note }
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

fn articles(total: usize, lang: Lang) -> String {
    number_of_articles(u32::try_from(total).unwrap_or(u32::MAX), lang)
}
