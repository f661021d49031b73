//! Dates as other systems write them.

use crate::values::{DateTime, Day, offset_text, parse_offset};

/// The names of months in the dates of mail and feeds (RFC 5322), in their order.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Zones that RFC 5322 still knows by name, in minutes east of UTC.
const ZONES: [(&str, i16); 11] = [
    ("gmt", 0),
    ("ut", 0),
    ("utc", 0),
    ("z", 0),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("pst", -480),
    ("pdt", -420),
];

/// Reads a date in any of the forms that exports have: RFC 3339, `2024-04-19 09:00:00`, a day alone, RFC 5322, seconds or
/// milliseconds since 1970. Without an offset it is on a wall `utc_offset` minutes east of UTC.
pub fn parse(text: &str, utc_offset: i16) -> Option<DateTime> {
    let text = text.trim();
    if text.starts_with("0000-00-00") || text.is_empty() {
        return None;
    }
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return unix(text, utc_offset);
    }
    let text = day_first(text).unwrap_or_else(|| text.to_owned());
    iso(&text, utc_offset).or_else(|| mail(&text, utc_offset))
}

/// `19.04.2024 09:00` as `2024-04-19 09:00`.
fn day_first(text: &str) -> Option<String> {
    let (day, rest) = text.split_once('.')?;
    let (month, rest) = rest.split_once('.')?;
    let (year, time) = rest.split_at_checked(4)?;
    let figures =
        |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    (figures(day, 2) && figures(month, 2) && figures(year, 4)).then(|| format!("{year}-{month:0>2}-{day:0>2}{time}"))
}

/// Seconds since 1970, or milliseconds where seconds would be in the far future; zero means none.
fn unix(digits: &str, utc_offset: i16) -> Option<DateTime> {
    let number: i64 = digits.parse().ok().filter(|number| *number > 0)?;
    let seconds = if number > 100_000_000_000 { number / 1000 } else { number };
    DateTime::at(seconds, utc_offset)
}

fn iso(text: &str, utc_offset: i16) -> Option<DateTime> {
    let offset = offset_text(utc_offset);
    let (day, time) = text.split_at_checked(10)?;
    let day = day.replace(['/', '.'], "-");
    let time = time.trim_start_matches(['T', 't', ' ']).trim();
    if time.is_empty() {
        return DateTime::parse(&format!("{day}T00:00:00{offset}")).ok();
    }
    let at = time.find(['Z', 'z', '+', '-', ' ']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(at);
    let clock = if clock.matches(':').count() == 1 { format!("{clock}:00") } else { clock.to_owned() };
    // `9:05:00` is written by hand.
    let clock = if clock.find(':') == Some(1) { format!("0{clock}") } else { clock };
    let zone = match zone.trim() {
        "" => offset,
        zone if zone.eq_ignore_ascii_case("utc") => "Z".to_owned(),
        zone => with_colon(zone),
    };
    DateTime::parse(&format!("{day}T{clock}{zone}")).ok()
}

/// `+0500` as `+05:00`, `+05` too.
fn with_colon(zone: &str) -> String {
    match (zone.len(), zone.split_at_checked(3)) {
        (5, Some((hours, minutes))) => format!("{hours}:{minutes}"),
        (3, _) => format!("{zone}:00"),
        _ => zone.to_owned(),
    }
}

/// `Fri, 19 Apr 2024 09:00:00 +0500`, and `April 19, 2024`, as people write it.
fn mail(text: &str, utc_offset: i16) -> Option<DateTime> {
    let month_of = |name: &str| MONTHS.iter().position(|month| name.to_ascii_lowercase().starts_with(month));
    let is_month_first = month_of(text).is_some();
    let text = text.split_once(',').filter(|_| !is_month_first).map_or(text, |(_, rest)| rest);
    let mut parts = text.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?, parts.next()?);
    let (day, name) = if is_month_first { (second, first) } else { (first, second) };
    let day: u8 = day.parse().ok()?;
    let month = month_of(name)? + 1;
    let year: u16 = parts.next()?.parse().ok()?;
    let year = if year < 100 { year + if year < 70 { 2000 } else { 1900 } } else { year };
    let day = Day::new(year, u8::try_from(month).ok()?, day)?;
    let clock = parts.next().unwrap_or("00:00:00");
    let clock = if clock.matches(':').count() == 1 { format!("{clock}:00") } else { clock.to_owned() };
    let zone = match parts.next() {
        None => utc_offset,
        Some(zone) => {
            let known = ZONES.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name));
            known.map(|(_, offset)| *offset).or_else(|| parse_offset(&with_colon(zone)).ok())?
        }
    };
    DateTime::parse(&format!("{day}T{clock}{}", offset_text(zone))).ok()
}

/// A wall time and the same moment in UTC, as some systems keep them side by side: the time with the offset between the two,
/// where that is one that a clock can have.
pub fn of_wall_and_utc(wall: &str, utc: &str, utc_offset: i16) -> Option<DateTime> {
    let Some(instant) = parse(utc, 0) else { return parse(wall, utc_offset) };
    let east = parse(wall, 0).map(|wall| (wall.instant() - instant.instant()) / 60);
    let offset = east.and_then(|east| i16::try_from(east).ok()).filter(|east| (-720..=840).contains(east));
    let offset = offset.filter(|east| east % 15 == 0).unwrap_or(utc_offset);
    DateTime::at(instant.instant(), offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_other_systems_are_read() {
        for (text, expected) in [
            ("2024-04-19T09:00:00+05:00", "2024-04-19T09:00:00+05:00"),
            ("2024-04-19T04:00:00.000Z", "2024-04-19T04:00:00+00:00"),
            ("2024-04-19 09:00:00", "2024-04-19T09:00:00+05:00"),
            ("2024-04-19 09:00:00 +0600", "2024-04-19T09:00:00+06:00"),
            ("2024-04-19 09:00", "2024-04-19T09:00:00+05:00"),
            ("2024-04-19", "2024-04-19T00:00:00+05:00"),
            ("Fri, 19 Apr 2024 09:00:00 +0500", "2024-04-19T09:00:00+05:00"),
            ("19 Apr 2024 04:00 GMT", "2024-04-19T04:00:00+00:00"),
            ("19.04.2024 09:00:00", "2024-04-19T09:00:00+05:00"),
            ("April 19, 2024", "2024-04-19T00:00:00+05:00"),
            ("Apr 19 2024", "2024-04-19T00:00:00+05:00"),
            ("1.4.2024", "2024-04-01T00:00:00+05:00"),
            ("1713499200", "2024-04-19T09:00:00+05:00"),
            ("1713499200000", "2024-04-19T09:00:00+05:00"),
        ] {
            assert_eq!(parse(text, 300).map(|date| date.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "0", "0000-00-00 00:00:00", "yesterday", "2024-13-01", "99 Foo 2024", "\u{439}"] {
            assert_eq!(parse(text, 300), None, "{text}");
        }
    }

    #[test]
    fn two_clocks_give_the_offset() {
        for (wall, utc, expected) in [
            ("2024-04-19 09:00:00", "2024-04-19 03:00:00", "2024-04-19T09:00:00+06:00"),
            ("2024-04-19 09:00:00", "0000-00-00 00:00:00", "2024-04-19T09:00:00+05:00"),
            ("2024-04-19 09:07:00", "2024-04-19 03:00:00", "2024-04-19T08:00:00+05:00"),
        ] {
            let date = of_wall_and_utc(wall, utc, 300).map(|date| date.to_string());
            assert_eq!(date.as_deref(), Some(expected), "{wall} {utc}");
        }
    }
}
