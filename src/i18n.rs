//! Words, dates, numbers and plurals of the three languages.
//!
//! Pure and with tables of its own: the browser's `Intl` has no Kazakh dates in Chromium, and what a page shows must be
//! the same to the byte on both sides. Nothing here reads a clock.

mod article_words;
mod date;
pub mod messages;
mod notice_words;
mod number;
mod plural;
mod saved_words;
mod search_words;
mod settings_words;

pub use article_words::{ArticleWords, article_words};
pub use date::{date_and_time, day_in_figures, day_in_words, today};
#[cfg(feature = "ssr")]
pub use date::{month_of_year, name_of_month};
pub use messages::{Messages, messages};
pub use notice_words::{NoticeWords, notice_words};
pub use number::{grouped, percent};
pub use plural::{minutes_of_reading, new_articles, number_of_articles, views_word};
pub use saved_words::{Ago, SavedWords, saved_words};
pub use search_words::{SearchWords, search_words};
pub use settings_words::{SettingsWords, settings_words};
