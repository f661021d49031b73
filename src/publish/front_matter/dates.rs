//! The dates of an article.

use toml::de::DeValue;

use crate::publish::keys::{Keys, Kind, Spanned, wrong_kind};
use crate::publish::reporter::Reporter;
use crate::values::{DateTime, DateTimeError, offset_text};

/// A date with its offset.
pub fn date(
    keys: &mut Keys<'_>,
    key: &'static str,
    utc_offset: i16,
    reporter: &mut Reporter,
) -> Option<Spanned<DateTime>> {
    let Spanned { value, span } = keys.value(key)?;
    let written = match value {
        DeValue::Datetime(date) => date.to_string(),
        DeValue::String(text) => {
            let fixed = with_offset(text, utc_offset);
            let help = match DateTime::parse(&fixed) {
                Ok(_) => format!("write it without quotes: `{key} = {fixed}`"),
                Err(_) => format!("write `{key} = 2024-04-19T09:00:00{}`", offset_text(utc_offset)),
            };
            reporter.at(span, format!("`{key}` wants a date, this is a text"), help);
            return None;
        }
        other => {
            wrong_kind(key, Kind::Date, other, span, reporter);
            return None;
        }
    };
    match DateTime::parse(&written) {
        Ok(date) => Some(Spanned { value: date, span }),
        Err(error) => {
            let help = match error {
                DateTimeError::NoOffset => format!("write `{key} = {}`", with_offset(&written, utc_offset)),
                DateTimeError::Form => {
                    format!("write day, time and offset: `{key} = 2024-04-19T09:00:00{}`", offset_text(utc_offset))
                }
                DateTimeError::Range => "write a day and a time that exist".to_owned(),
            };
            reporter.at(span, format!("`{key}` is {error}: {written}"), help);
            None
        }
    }
}

/// The date of the last correction, which must not be before that of the publication.
pub(super) fn updated(
    keys: &mut Keys<'_>,
    published: Option<Spanned<DateTime>>,
    utc_offset: i16,
    reporter: &mut Reporter,
) -> Option<DateTime> {
    let updated = date(keys, "updated", utc_offset, reporter)?;
    match published {
        Some(published) if updated.value.instant() < published.value.instant() => {
            reporter.at(
                updated.span,
                format!("`updated` is before `date`: {}", updated.value),
                format!("write a time from {} on, or remove `updated`", published.value),
            );
            None
        }
        _ => Some(updated.value),
    }
}

/// A date as it should have been written: midnight where it has no time, the paper's offset where it has none.
fn with_offset(written: &str, utc_offset: i16) -> String {
    let mut fixed = written.trim().replacen(' ', "T", 1);
    if fixed.len() == 10 {
        fixed.push_str("T00:00:00");
    }
    if DateTime::parse(&fixed) == Err(DateTimeError::NoOffset) {
        fixed.push_str(&offset_text(utc_offset));
    }
    fixed
}
