//! Years and months of the calendar, as the archive has them.

use std::fmt;

use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
use crate::content::Lang;
use crate::content::json::as_text;
use crate::format::Day;
use crate::format::date::figures;
#[cfg(feature = "ssr")]
use crate::format::date::month_name as name_in_dates;

/// A year, from 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: Year,
    /// 1 to 12.
    number: u8,
}

/// A time of the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline))]
pub enum Span {
    /// All of it.
    Ever,
    /// A year.
    Year(Year),
    /// A month.
    Month(Month),
}

as_text!(Span, "a time of the archive", Span::parse);

impl Span {
    /// Reads a time as it stands in an address: nothing, `2026` or `2026/11`.
    pub fn parse(text: &str) -> Option<Span> {
        match text.split_once('/') {
            _ if text.is_empty() => Some(Span::Ever),
            None => Year::parse(text).map(Span::Year),
            Some((year, month)) => Month::parse(year, month).map(Span::Month),
        }
    }
}

/// As it stands in an address.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Span::Ever => Ok(()),
            Span::Year(year) => year.fmt(f),
            Span::Month(month) => month.fmt(f),
        }
    }
}

impl Year {
    /// Reads a year as it stands in an address: `2026`, with all its four figures.
    pub fn parse(text: &str) -> Option<Year> {
        figures(text, 4).ok().filter(|year| *year > 0).map(Year)
    }
}

impl Month {
    /// Reads a month as it stands in an address: `2026/01`, with all its figures.
    pub fn parse(year: &str, month: &str) -> Option<Month> {
        let number = figures(month, 2).ok().filter(|month| (1..=12).contains(month))?;
        Some(Month { year: Year::parse(year)?, number: number as u8 })
    }

    /// The month of a day.
    pub fn of(day: Day) -> Month {
        let (year, number) = day.year_and_month();
        Month { year: Year(year), number }
    }

    /// Its year.
    pub fn year(self) -> Year {
        self.year
    }
}

/// As it stands in an address.
impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// As it stands in an address.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:02}", self.year, self.number)
    }
}

/// «Ноябрь»: a month's name by itself. Only the build needs it, the client gets it with the page.
#[cfg(feature = "ssr")]
pub fn month_name(month: Month, lang: Lang) -> String {
    // In a Russian date a month stands in the genitive.
    const RUSSIAN: [&str; 12] = [
        "Январь",
        "Февраль",
        "Март",
        "Апрель",
        "Май",
        "Июнь",
        "Июль",
        "Август",
        "Сентябрь",
        "Октябрь",
        "Ноябрь",
        "Декабрь",
    ];
    let name = match lang {
        Lang::Ru => RUSSIAN.get(usize::from(month.number).wrapping_sub(1)).copied().unwrap_or_default(),
        Lang::Kk | Lang::En => name_in_dates(month.number, lang),
    };
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// «Ноябрь 2026», «Қараша 2026», "November 2026".
#[cfg(feature = "ssr")]
pub fn month_of_year(month: Month, lang: Lang) -> String {
    format!("{} {}", month_name(month, lang), month.year.0)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_it_is_written() {
        for (year, month, written) in [("2026", "11", "2026/11"), ("0987", "01", "0987/01")] {
            assert_eq!(Month::parse(year, month).map(|month| month.to_string()).as_deref(), Some(written));
        }
        for (year, month) in
            [("2026", "1"), ("2026", "00"), ("2026", "13"), ("26", "01"), ("0000", "01"), ("2026", "+1")]
        {
            assert_eq!(Month::parse(year, month), None, "{year}/{month}");
        }
    }

    #[test]
    fn a_time_is_read_as_it_is_written() {
        for text in ["", "2026", "2026/11"] {
            assert_eq!(Span::parse(text).map(|span| span.to_string()).as_deref(), Some(text));
        }
        for text in ["/", "2026/", "2026/1", "2026/11/", "/11"] {
            assert_eq!(Span::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_are_named_by_themselves() {
        let month = Month::of(Day::parse("2026-11-24").expect("a day"));
        assert_eq!(Lang::ALL.map(|lang| month_of_year(month, lang)), ["Ноябрь 2026", "Қараша 2026", "November 2026"]);
    }
}
