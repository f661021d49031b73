//! Single values that are never wrong: what is not one cannot be made or read as one.
//!
//! They know of nothing but themselves. Words for them are in [`i18n`](crate::i18n).

pub mod base_url;
pub mod date;
pub mod json;
pub mod lang;
pub mod month;
pub mod percent;
pub mod site_path;
pub mod slug;

pub use base_url::origin_and_folder;
pub use date::{DateTime, DateTimeError, Day, offset_text, parse_offset};
pub use lang::Lang;
pub use month::{ArchivePeriod, Month, Year};
pub use percent::percent_encode;
#[cfg(feature = "ssr")]
pub use percent::{percent_bytes, percent_decode};
pub use site_path::SitePath;
pub use slug::Slug;
