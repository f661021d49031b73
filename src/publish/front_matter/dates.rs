//! The dates of an article.

use crate::publish::keys::{Keys, Kind, Spanned, Value, wrong_kind};
use crate::publish::reporter::Reporter;
use crate::values::{DateTime, DateTimeError, offset_text};

/// A date as it was understood.
struct Understood {
    date: DateTime,
    /// Whether it has a time: without one it is the beginning of its day.
    has_time: bool,
}

/// A date: with its offset, or on the paper's wall.
pub fn date(
    keys: &mut Keys<'_>,
    key: &'static str,
    utc_offset: i16,
    reporter: &mut Reporter,
) -> Option<Spanned<DateTime>> {
    read(keys, key, utc_offset, reporter).map(|read| Spanned { value: read.value.date, span: read.span })
}

fn read(
    keys: &mut Keys<'_>,
    key: &'static str,
    utc_offset: i16,
    reporter: &mut Reporter,
) -> Option<Spanned<Understood>> {
    let Spanned { value, span } = keys.filled(key)?;
    let written = match value {
        Value::Date(text) | Value::Text(text) => text.trim(),
        other => {
            wrong_kind(key, Kind::Date, other, span, keys.syntax(), reporter);
            return None;
        }
    };
    match understood(written, utc_offset) {
        Ok(date) => Some(Spanned { value: date, span }),
        Err(error) => {
            let example = keys.syntax().pair(key, &format!("2024-04-19T09:00:00{}", offset_text(utc_offset)));
            let help = match error {
                DateTimeError::NoOffset | DateTimeError::Form => format!("write day, time and offset: `{example}`"),
                DateTimeError::Range => "write a day and a time that exist".to_owned(),
            };
            let message = match (value, error) {
                (Value::Text(_), DateTimeError::Form) => format!("`{key}` wants a date, this is a text: {written}"),
                _ => format!("`{key}` is {error}: {written}"),
            };
            reporter.at(span, message, help);
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
    let updated = read(keys, "updated", utc_offset, reporter)?;
    let Understood { date, has_time } = updated.value;
    match published {
        // Without a time it is some moment of that day.
        Some(published) if !has_time && published.value.day() == date.day() => Some(published.value),
        Some(published) if date.instant() < published.value.instant() => {
            reporter.at(
                updated.span,
                format!("`updated` is before `date`: {date}"),
                format!("write a time from {} on, or remove `updated`", published.value),
            );
            None
        }
        _ => Some(date),
    }
}

/// Midnight where there is no time, the paper's offset where there is none; `+0500` and a space before an offset are understood,
/// which other systems write.
fn understood(written: &str, utc_offset: i16) -> Result<Understood, DateTimeError> {
    let (day, time) = written.split_at_checked(10).ok_or(DateTimeError::Form)?;
    let time = time.trim_start_matches(['T', 't', ' ']).trim();
    if time.is_empty() {
        let date = DateTime::parse(&format!("{day}T00:00:00{}", offset_text(utc_offset)))?;
        return Ok(Understood { date, has_time: false });
    }
    let at = time.find(['Z', 'z', '+', '-', 'U']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(at);
    let zone = match (zone, zone.len()) {
        ("", _) => offset_text(utc_offset),
        ("UTC" | "Z" | "z", _) => "Z".to_owned(),
        (zone, 3) => format!("{zone}:00"),
        (zone, 5) if !zone.contains(':') => {
            let (hours, minutes) = zone.split_at_checked(3).ok_or(DateTimeError::Form)?;
            format!("{hours}:{minutes}")
        }
        (zone, _) => zone.to_owned(),
    };
    let date = DateTime::parse(&format!("{day}T{}{zone}", clock.trim()))?;
    Ok(Understood { date, has_time: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_other_systems_are_understood() {
        for (written, expected) in [
            ("2026-11-20T09:30:00+05:00", "2026-11-20T09:30:00+05:00"),
            ("2026-11-20T09:30:00Z", "2026-11-20T09:30:00+00:00"),
            ("2026-11-20 09:30:00 +0600", "2026-11-20T09:30:00+06:00"),
            ("2026-11-20 09:30:00 +06:00", "2026-11-20T09:30:00+06:00"),
            ("2026-11-20T09:30:00.123-03", "2026-11-20T09:30:00-03:00"),
            ("2026-11-20 09:30:00 UTC", "2026-11-20T09:30:00+00:00"),
            ("2026-11-20 09:30", "2026-11-20T09:30:00+05:00"),
            ("2026-11-20", "2026-11-20T00:00:00+05:00"),
        ] {
            let date = understood(written, 300).map(|read| read.date.to_string());
            assert_eq!(date.as_deref(), Ok(expected), "{written}");
        }
        for wrong in ["20.11.2026", "2026-11-20T25:00", "2026-02-30", "вчера", "2026-11-20 в полдень"] {
            assert!(understood(wrong, 300).is_err(), "{wrong}");
        }
    }
}
