//! The archive: all that was published, by year and month.

use crate::content::Lang;
use crate::format::{Month, Year, messages};

/// The archive, or one of its years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// The year, where this is one year's page.
    pub year: Option<Year>,
    /// The months that have articles, newest first.
    pub months: Vec<ArchiveMonth>,
}

impl Archive {
    /// Its name for readers: «Архив», «Архив 2026».
    pub fn name(&self, lang: Lang) -> String {
        let mut name = messages(lang).archive.to_owned();
        if let Some(year) = self.year {
            name.push(' ');
            name.push_str(&year.to_string());
        }
        name
    }
}

/// A month in the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveMonth {
    /// The month.
    pub month: Month,
    /// Its name without the year: that stands above.
    pub name: String,
    /// How many articles it has: at least one.
    pub total: u32,
}

/// The month that a list is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedMonth {
    /// The month.
    pub month: NamedMonth,
    /// The next month with articles, if there is one.
    pub newer: Option<NamedMonth>,
    /// The last month before it that has articles, if there is one.
    pub older: Option<NamedMonth>,
}

/// A month with its name for readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedMonth {
    /// The month.
    pub month: Month,
    /// With its year: «Ноябрь 2026».
    pub name: String,
}
