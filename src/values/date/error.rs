//! Why a text is not a date.

use std::fmt;

/// Why a text is not a date of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateTimeError {
    /// Not of the form `2024-04-19T09:00:00+05:00`.
    Form,
    /// Without its offset from UTC.
    NoOffset,
    /// No such day or time.
    Range,
}

impl fmt::Display for DateTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DateTimeError::Form => "not a date of the form 2024-04-19T09:00:00+05:00",
            DateTimeError::NoOffset => "a date without its offset from UTC",
            DateTimeError::Range => "no such day or time",
        })
    }
}

impl std::error::Error for DateTimeError {}
