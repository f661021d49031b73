//! The archive: all that was published, by year and month.

use crate::content::{Near, Pointer, Shelf};
use crate::format::{Month, Year};

/// The archive, or one of its years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// The year, where this is one year's page.
    pub year: Option<Year>,
    /// Its name for readers: «Архив», «Архив 2026».
    pub name: String,
    /// What is there, in a sentence.
    pub what: String,
    /// From a year to the archive.
    pub above: Option<Pointer>,
    /// The months that have articles, by years, newest first.
    pub years: Vec<Shelf>,
}

/// The month that a list is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedMonth {
    /// The month.
    pub month: Month,
    /// With its year: «Ноябрь 2026».
    pub name: String,
    /// To its year.
    pub above: Option<Pointer>,
    /// To the months beside it that have articles.
    pub near: Near,
}
