//! The archive: all that was published, by year and month.

use crate::content::{Near, Pointer, Shelf};
use crate::format::Span;

/// A time of the archive, between what is above and beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The time: ever, a year or a month.
    pub span: Span,
    /// Its name for readers: «Архив», «Архив 2026», «Ноябрь 2026».
    pub name: String,
    /// From a year to the archive, from a month to its year.
    pub above: Option<Pointer>,
    /// To the months beside a month that have articles.
    pub near: Near,
    /// The months that have articles, by years, newest first. A month has none: its articles are cards.
    pub years: Vec<Shelf>,
}
