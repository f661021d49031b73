//! Days and instants.
//!
//! An article's date is the wall time that its editor wrote, with its offset: it is shown as written and compared as an
//! instant. The arithmetic of days is that of the proleptic Gregorian calendar (days from civil, after Howard Hinnant's
//! `chrono`-compatible algorithms).

mod error;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::json::as_text;

pub use error::DateTimeError;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline))]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// A wall time with the offset that it was written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline))]
pub struct DateTime {
    day: Day,
    hour: u8,
    minute: u8,
    second: u8,
    /// Minutes east of UTC.
    offset: i16,
}

as_text!(Day, "a day of the form 2024-04-19", |text| Day::parse(text).ok());
as_text!(DateTime, "a date of the form 2024-04-19T09:00:00+05:00", |text| DateTime::parse(text).ok());

impl Day {
    /// A day that exists, from the year 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Day> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=length).contains(&day)).then_some(Day { year, month, day })
    }

    /// Reads `2024-04-19`.
    pub fn parse(text: &str) -> Result<Day, DateTimeError> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DateTimeError::Form);
        };
        let (year, month, day) = (figures(year, 4)?, figures(month, 2)?, figures(day, 2)?);
        Day::new(year, month as u8, day as u8).ok_or(DateTimeError::Range)
    }

    /// The day that was so many days before this one; this one where the calendar has not begun yet.
    pub fn before(self, days: u16) -> Day {
        Day::from_number(self.number() - i64::from(days)).unwrap_or(self)
    }

    /// The day after this one; this one where the calendar ends.
    pub fn after(self) -> Day {
        Day::from_number(self.number() + 1).unwrap_or(self)
    }

    /// The first instant after the day on a paper's wall, in milliseconds since 1970-01-01T00:00Z. `utc_offset` is in minutes
    /// east of UTC.
    pub fn end(self, utc_offset: i16) -> i64 {
        ((self.number() + 1) * 24 * 60 - i64::from(utc_offset)) * 60_000
    }

    /// Its year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Its month, from 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Its number in the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day of a number of days since 1970-01-01.
    fn from_number(number: i64) -> Option<Day> {
        let shifted = number.checked_add(719_468)?;
        let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Day::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// 0 for Monday to 6 for Sunday: 1970-01-01 was a Thursday.
    pub fn weekday(self) -> usize {
        (self.number() + 3).rem_euclid(7).unsigned_abs() as usize
    }

    /// The day on a paper's wall at an instant.
    ///
    /// `instant` is in milliseconds since 1970-01-01T00:00Z, `utc_offset` in minutes east of UTC. `None` for an instant
    /// outside the calendar, as a broken clock may give.
    pub fn at(instant: i64, utc_offset: i16) -> Option<Day> {
        Day::from_number((instant.div_euclid(60_000) + i64::from(utc_offset)).div_euclid(24 * 60))
    }
}

impl DateTime {
    /// Reads RFC 3339, as TOML and JSON write it: `2024-04-19T09:00:00+05:00`. Fractions of a second are dropped, and a
    /// space may stand for the `T`.
    pub fn parse(text: &str) -> Result<DateTime, DateTimeError> {
        let (day, time) = text.split_at_checked(10).ok_or(DateTimeError::Form)?;
        let day = Day::parse(day)?;
        if time.is_empty() {
            return Err(DateTimeError::NoOffset);
        }
        let time = time.strip_prefix(['T', 't', ' ']).ok_or(DateTimeError::Form)?;
        let zone = time.find(['Z', 'z', '+', '-']).ok_or(DateTimeError::NoOffset)?;
        let (time, zone) = time.split_at(zone);
        let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let [hour, minute, second] = match time.split(':').collect::<Vec<_>>()[..] {
            [hour, minute] => [figures(hour, 2)?, figures(minute, 2)?, 0],
            [hour, minute, second] => [figures(hour, 2)?, figures(minute, 2)?, figures(second, 2)?],
            _ => return Err(DateTimeError::Form),
        };
        if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return Err(DateTimeError::Form);
        }
        if hour > 23 || minute > 59 || second > 59 {
            return Err(DateTimeError::Range);
        }
        let [hour, minute, second] = [hour, minute, second].map(|part| part as u8);
        Ok(DateTime { day, hour, minute, second, offset: parse_offset(zone)? })
    }

    /// The day that was written.
    pub fn day(self) -> Day {
        self.day
    }

    /// The hour and the minute that were written.
    pub fn hour_and_minute(self) -> (u8, u8) {
        (self.hour, self.minute)
    }

    /// Seconds since 1970-01-01T00:00Z: what dates are ordered by.
    pub fn instant(self) -> i64 {
        let seconds = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        self.day.number() * 86_400 + seconds - i64::from(self.offset) * 60
    }

    /// The wall time at an instant, given in seconds since 1970-01-01T00:00Z.
    pub fn at(instant: i64, utc_offset: i16) -> Option<DateTime> {
        let local = instant.checked_add(i64::from(utc_offset) * 60)?;
        let seconds = u32::try_from(local.rem_euclid(86_400)).ok()?;
        Some(DateTime {
            day: Day::from_number(local.div_euclid(86_400))?,
            hour: (seconds / 3600) as u8,
            minute: (seconds / 60 % 60) as u8,
            second: (seconds % 60) as u8,
            offset: utc_offset,
        })
    }
}

/// RFC 3339, as `time[datetime]` and JSON carry it.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Day { year, month, day } = self;
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let DateTime { day, hour, minute, second, offset } = self;
        let offset = offset_text(*offset);
        write!(f, "{day}T{hour:02}:{minute:02}:{second:02}{offset}")
    }
}

/// Minutes east of UTC as RFC 3339 writes them: `+05:00`.
pub fn offset_text(offset: i16) -> String {
    let (sign, east) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs());
    format!("{sign}{:02}:{:02}", east / 60, east % 60)
}

/// A text of exactly `length` ASCII digits, as a number.
pub(crate) fn figures(text: &str, length: usize) -> Result<u16, DateTimeError> {
    let fits = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten().ok_or(DateTimeError::Form)
}

/// Reads `Z`, `+05:00` or `-03:30`: minutes east of UTC.
pub fn parse_offset(text: &str) -> Result<i16, DateTimeError> {
    if text.eq_ignore_ascii_case("z") {
        return Ok(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) =
        text.strip_prefix(['+', '-']).and_then(|text| text.split_once(':')).ok_or(DateTimeError::Form)?;
    let (hours, minutes) = (figures(hours, 2)?, figures(minutes, 2)?);
    if hours > 23 || minutes > 59 {
        return Err(DateTimeError::Range);
    }
    Ok(sign * (hours as i16 * 60 + minutes as i16))
}

#[cfg(test)]
mod tests;
