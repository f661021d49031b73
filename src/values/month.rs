//! Years and months of the calendar, as the archive has them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::date::{Day, figures};
use super::json::as_text;

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
pub enum ArchivePeriod {
    /// All of it.
    Ever,
    /// A year.
    Year(Year),
    /// A month.
    Month(Month),
}

as_text!(ArchivePeriod, "a time of the archive", ArchivePeriod::parse);

impl ArchivePeriod {
    /// Reads a time as it stands in an address: nothing, `2026` or `2026/11`.
    pub fn parse(text: &str) -> Option<ArchivePeriod> {
        match text.split_once('/') {
            _ if text.is_empty() => Some(ArchivePeriod::Ever),
            None => Year::parse(text).map(ArchivePeriod::Year),
            Some((year, month)) => Month::parse(year, month).map(ArchivePeriod::Month),
        }
    }
}

/// As it stands in an address.
impl fmt::Display for ArchivePeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ArchivePeriod::Ever => Ok(()),
            ArchivePeriod::Year(year) => year.fmt(f),
            ArchivePeriod::Month(month) => month.fmt(f),
        }
    }
}

impl Year {
    /// Reads a year as it stands in an address: `2026`, with all its four figures.
    pub fn parse(text: &str) -> Option<Year> {
        figures(text, 4).ok().filter(|year| *year > 0).map(Year)
    }
}

impl Year {
    /// Its number.
    pub fn number(self) -> u16 {
        self.0
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
        Month { year: Year(day.year()), number: day.month() }
    }

    /// Its year.
    pub fn year(self) -> Year {
        self.year
    }

    /// Its number in the year, from 1 to 12.
    pub fn number(self) -> u8 {
        self.number
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

#[cfg(test)]
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
            assert_eq!(ArchivePeriod::parse(text).map(|span| span.to_string()).as_deref(), Some(text));
        }
        for text in ["/", "2026/", "2026/1", "2026/11/", "/11"] {
            assert_eq!(ArchivePeriod::parse(text), None, "{text}");
        }
    }
}
