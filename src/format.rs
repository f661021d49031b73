//! Words, dates, numbers and plurals of the three languages.
//!
//! Pure and with tables of its own: the browser's `Intl` has no Kazakh dates in Chromium, and what a page shows must be
//! the same to the byte on both sides. Nothing here reads a clock.

mod date;
pub mod messages;
mod month;
mod number;
#[cfg(feature = "ssr")]
mod part_words;
mod plural;

pub use date::{
    DateTime, DateTimeError, Day, date_and_time, day_in_figures, day_in_words, offset_text, parse_offset, today,
};
pub use messages::{Messages, messages};
pub use month::{Month, Span, Year};
#[cfg(feature = "ssr")]
pub use month::{month_name, month_of_year};
pub use number::grouped;
#[cfg(feature = "ssr")]
pub use part_words::{PartWords, part_words};
pub use plural::{minutes_of_reading, number_of_articles, views_word};
