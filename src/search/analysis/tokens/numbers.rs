//! Numbers, dates and versions.

use std::borrow::Cow;

use super::{Kind, run};

/// What a text begins with.
pub struct Number<'a> {
    /// In bytes.
    pub length: usize,
    /// Digits, and a point before a fraction.
    pub text: Cow<'a, str>,
    /// A number, or a code: a date, a version.
    pub kind: Kind,
    /// The year of a date.
    pub year: Option<&'a str>,
}

/// The longest ending of a numeral behind a hyphen, in letters: 10-го, 3-ший. Longer ones are words: 20-летний.
const LONGEST_ENDING: usize = 3;

/// The number at the beginning of a text. In a row, as in 1,2,3, no comma is that of a fraction.
pub fn read(text: &str, is_in_row: bool) -> Number<'_> {
    let first = digits(text);
    let grouped = groups(text, first);
    let number = |length: usize, kind| Number { length, text: plain(text, length), kind, year: None };
    if let Some(length) = grouped {
        return number(length + fraction(text, length).unwrap_or(0), Kind::Number);
    }
    let length = parts(text, first, '.');
    let points = text.get(..length).map_or(0, |all| all.matches('.').count());
    if points > 1 {
        let year = text.get(..length).and_then(year);
        return Number { year, ..number(length, Kind::Code) };
    }
    if points == 1 {
        return number(length, Kind::Number);
    }
    let part = text.get(first..).and_then(|rest| rest.strip_prefix('/')).map_or(0, digits);
    if (1..=2).contains(&first)
        && (1..=2).contains(&part)
        && !text.get(first + 1 + part..).is_some_and(|rest| rest.starts_with('/'))
    {
        let length = first + 1 + part;
        return Number { length, text: text.get(..length).unwrap_or_default().into(), kind: Kind::Code, year: None };
    }
    let fraction = fraction(text, first).filter(|_| !is_in_row);
    number(first + fraction.unwrap_or(0), Kind::Number)
}

/// The length of the ending of a numeral, with its hyphen if it has one.
pub fn ending(after: &str) -> Option<usize> {
    let hyphen = after.chars().next().filter(|sign| matches!(sign, '-' | '\u{2010}' | '\u{2011}'));
    let sign = hyphen.map_or(0, char::len_utf8);
    let rest = after.get(sign..)?;
    let length = run(rest);
    let letters = rest.get(..length)?;
    let is_cyrillic =
        length > 0 && letters.chars().all(|letter| matches!(letter, '\u{430}'..='\u{45f}' | '\u{490}'..='\u{52f}'));
    let is_short = letters.chars().count() <= LONGEST_ENDING;
    let is_known = hyphen.is_some() || ["й", "го", "му", "м", "х", "я", "е", "ю", "ми"].contains(&letters);
    (is_cyrillic && is_short && is_known).then_some(sign + length)
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The length of a number in groups of three digits: with any spaces, or with more than one comma.
fn groups(text: &str, first: usize) -> Option<usize> {
    let sign = text
        .get(first..)?
        .chars()
        .next()
        .filter(|sign| matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ','))?;
    if !(1..=3).contains(&first) || text.starts_with('0') {
        return None;
    }
    let (mut length, mut count) = (first, 0);
    while let Some(group) =
        text.get(length..).and_then(|rest| rest.strip_prefix(sign)).filter(|group| digits(group) == 3)
    {
        length +=
            sign.len_utf8() + (group.len() - group.trim_start_matches(|digit: char| digit.is_ascii_digit()).len());
        count += 1;
    }
    (count > usize::from(sign == ',')).then_some(length)
}

/// The length of a fraction behind a comma; a row of numbers is no fraction.
fn fraction(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix(',')?;
    let length = digits(rest);
    let is_row = rest.get(length..)?.strip_prefix(',').is_some_and(|next| digits(next) > 0);
    (length > 0 && !is_row).then_some(length + 1)
}

/// The length of numbers with a sign between them.
fn parts(text: &str, first: usize, sign: char) -> usize {
    let mut length = first;
    while let Some(part) =
        text.get(length..).and_then(|rest| rest.strip_prefix(sign)).map(digits).filter(|part| *part > 0)
    {
        length += sign.len_utf8() + part;
    }
    length
}

/// The year of a date in three parts.
fn year(date: &str) -> Option<&str> {
    let mut parts = date.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_date = parts.next().is_none() && day.len() <= 2 && month.len() <= 2 && year.len() == 4;
    is_date.then_some(year)
}

/// Digits without what groups them, and with a point for a comma.
fn plain(text: &str, length: usize) -> Cow<'_, str> {
    let number = text.get(..length).unwrap_or_default();
    if number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Cow::Borrowed(number);
    }
    let is_grouped = number.matches(',').count() > 1;
    let sign = |letter: char| match letter {
        '0'..='9' | '.' => Some(letter),
        ',' if !is_grouped => Some('.'),
        _ => None,
    };
    Cow::Owned(number.chars().filter_map(sign).collect())
}
