//! What is asked for, as the page's address says it.

use super::is_letter;
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

    /// The first day of the time that ends today; none where there is no limit.
    pub fn since(self, today: Day) -> Option<Day> {
        let days = match self {
            When::Ever => return None,
            When::Week => 7,
            When::Month => 31,
            When::Year => 366,
        };
        Some(today.before(days - 1))
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

    /// Whether it has more than single letters.
    pub fn asks(&self) -> bool {
        let pieces = self.text.split_whitespace().map(|piece| piece.trim_matches([',', '.', ';', ':', '!', '?']));
        pieces.into_iter().any(|piece| piece.contains(is_letter) && piece.chars().nth(1).is_some())
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
    fn days_go_back_over_months() {
        let today = Day::new(2026, 3, 3).expect("a day");
        assert_eq!(When::Week.since(today).map(|day| day.to_string()).as_deref(), Some("2026-02-25"));
        assert_eq!(When::Ever.since(today), None);
    }

    #[test]
    fn letters_alone_are_no_question() {
        let asks = |text: &str| Question { text: text.to_owned(), ..Question::default() }.asks();
        assert!(!asks(" ш") && !asks("а, б") && !asks("—") && asks("шк"));
    }
}
