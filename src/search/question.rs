//! What is asked for, as the page's address says it.

use super::words;
use super::words::is_telling;
use crate::values::Day;

/// The longest question, in characters: what the field takes.
pub(super) const LONGEST: usize = 200;

/// A question with its filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What was typed.
    pub text: String,
    /// What the results are limited to, and their order.
    pub filters: Filters,
}

/// What results are limited to, and their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// The id of a section; empty for all.
    pub section: String,
    /// How old an article may be.
    pub when: When,
    /// What comes first.
    pub sort: Sort,
}

impl Filters {
    /// Whether the results are limited.
    pub fn is_limit(&self) -> bool {
        !self.section.is_empty() || self.when != When::Ever
    }

    /// Takes the limits away; the order stays.
    pub fn lift_limits(&mut self) {
        *self = Filters { sort: self.sort, ..Filters::default() };
    }
}

/// How old an article may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// As old as the paper.
    #[default]
    Ever,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// What comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// What answers best.
    #[default]
    Relevance,
    /// What is newest.
    Date,
}

impl When {
    /// Its name in addresses; empty where nothing is said.
    pub fn name(self) -> &'static str {
        match self {
            When::Ever => "",
            When::Week => "week",
            When::Month => "month",
            When::Year => "year",
        }
    }

    /// The one of a name. A name that is none counts as not said.
    pub fn of(name: &str) -> When {
        [When::Week, When::Month, When::Year].into_iter().find(|when| when.name() == name).unwrap_or_default()
    }

    fn days(self) -> Option<u16> {
        match self {
            When::Ever => None,
            When::Week => Some(7),
            When::Month => Some(31),
            When::Year => Some(366),
        }
    }
}

impl Sort {
    /// Its name in addresses; empty where nothing is said.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Relevance => "",
            Sort::Date => "date",
        }
    }

    /// The one of a name. A name that is none counts as not said.
    pub fn of(name: &str) -> Sort {
        if name == Sort::Date.name() { Sort::Date } else { Sort::Relevance }
    }
}

/// The days of a span that ends after `today`: an article has the day that it was where it was written. None where there is no
/// limit.
pub fn days(when: When, today: Day) -> Option<Vec<String>> {
    let days = when.days()?;
    Some(
        [today.after()]
            .into_iter()
            .chain((0..days).map(|back| today.before(back)))
            .map(|day| day.to_string())
            .collect(),
    )
}

impl Question {
    /// The question of an address: its query, with or without the question mark. What makes no sense counts as not said.
    pub fn parse(query: &str) -> Question {
        let mut question = Question::default();
        // Of a name that is said twice the first counts.
        for (name, value) in query.trim_start_matches('?').split('&').rev().filter_map(|pair| pair.split_once('=')) {
            let value = decode(value);
            match name {
                "q" => question.text = value.chars().take(LONGEST).collect(),
                "section" => question.filters.section = value,
                "when" => question.filters.when = When::of(&value),
                "sort" => question.filters.sort = Sort::of(&value),
                _ => {}
            }
        }
        question
    }

    /// The same as a query with its question mark; empty where nothing is asked.
    pub fn to_query(&self) -> String {
        let Filters { section, when, sort } = &self.filters;
        let said = [("q", self.text.trim()), ("section", section), ("when", when.name()), ("sort", sort.name())];
        let mut query = String::new();
        for (name, value) in said.into_iter().filter(|(_, value)| !value.is_empty()) {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            query.push('=');
            encode(value, &mut query);
        }
        query
    }

    /// Whether it has a word of more than one letter.
    pub fn asks(&self) -> bool {
        words(&self.text).any(|word| is_telling(word.text))
    }
}

/// Writes a value as forms do: <https://url.spec.whatwg.org/#application/x-www-form-urlencoded>.
fn encode(value: &str, query: &mut String) {
    let digit = |number: u8| char::from_digit(number.into(), 16).unwrap_or_default().to_ascii_uppercase();
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => query.push(byte.into()),
            b' ' => query.push('+'),
            _ => query.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
}

/// Reads a value that was written so. What is not well-formed is taken as it stands.
fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let digit = |at: usize| char::from(*others.get(at)?).to_digit(16);
        let escaped = if *first == b'%' { digit(0).zip(digit(1)) } else { None };
        let (byte, length) = match (escaped, first) {
            (Some((high, low)), _) => ((high * 16 + low) as u8, 3),
            (None, b'+') => (b' ', 1),
            (None, byte) => (*byte, 1),
        };
        bytes.push(byte);
        rest = rest.get(length..).unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_asked_and_nonsense_counts_as_not_said() {
        let filters = Filters { section: "nature".to_owned(), when: When::Week, sort: Sort::Date };
        let said = Question { text: "снег & лед".to_owned(), filters };
        let query = said.to_query();
        assert_eq!(query, "?q=%D1%81%D0%BD%D0%B5%D0%B3+%26+%D0%BB%D0%B5%D0%B4&section=nature&when=week&sort=date");
        assert_eq!(Question::parse(&query), said);
        assert_eq!(Question::parse("?when=toString&sort=up"), Question::default());
        assert_eq!(Question { text: " ".to_owned(), ..Question::default() }.to_query(), "");
        for (query, text) in
            [("?q=a%20b", "a b"), ("?q=100%", "100%"), ("?q=%zz%e", "%zz%e"), ("?q=%ff", "\u{fffd}"), ("?q", "")]
        {
            assert_eq!(Question::parse(query).text, text, "{query}");
        }
        assert_eq!(Question::parse("?q=1&q=2").text, "1");
        assert_eq!(Question::parse(&["?q=", &"x".repeat(300)].concat()).text.len(), LONGEST);
    }

    #[test]
    fn days_go_back_over_months_and_have_the_one_that_has_begun_further_east() {
        let week = days(When::Week, Day::new(2026, 3, 3).expect("a day")).expect("days");
        let (first, last) = (week.first().expect("a day"), week.last().expect("a day"));
        assert_eq!((week.len(), first.as_str(), last.as_str()), (8, "2026-03-04", "2026-02-25"));
        assert_eq!(days(When::Ever, Day::new(2026, 3, 3).expect("a day")), None);
    }

    #[test]
    fn letters_alone_are_no_question() {
        let asks = |text: &str| Question { text: text.to_owned(), ..Question::default() }.asks();
        assert!(!asks(" ш") && !asks("а, б") && !asks("—") && asks("шк"));
    }
}
