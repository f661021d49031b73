//! Tables of words by which a language is analysed. The command has them. The browser loads the one of its language with the
//! index: no reader needs the others.

use std::sync::OnceLock;

use crate::values::Lang;

/// A table: some parts, each a list of words in order, or of words with what belongs to each.
#[derive(Debug, Default)]
pub struct Table(Vec<Vec<&'static str>>);

static RUSSIAN: OnceLock<Table> = OnceLock::new();
static KAZAKH: OnceLock<Table> = OnceLock::new();
static NONE: Table = Table(Vec::new());

/// The table of a language as text, as the build writes it into the index: words between blanks, parts between empty lines.
#[cfg(feature = "ssr")]
pub fn text(lang: Lang) -> Option<&'static str> {
    match lang {
        Lang::Ru => Some(include_str!("russian/words.txt")),
        Lang::Kk => Some(include_str!("kazakh/roots.txt")),
        Lang::En => None,
    }
}

/// Takes the table of a language that was loaded, once.
pub fn set(lang: Lang, text: &str) {
    if let Some(table) = slot(lang) {
        table.get_or_init(|| Table::read(text.to_owned().leak()));
    }
}

/// The table of a language; an empty one where it is not there.
pub fn of(lang: Lang) -> &'static Table {
    #[cfg(feature = "ssr")]
    if let (Some(table), Some(text)) = (slot(lang), text(lang)) {
        return table.get_or_init(|| Table::read(text));
    }
    slot(lang).and_then(OnceLock::get).unwrap_or(&NONE)
}

fn slot(lang: Lang) -> Option<&'static OnceLock<Table>> {
    match lang {
        Lang::Ru => Some(&RUSSIAN),
        Lang::Kk => Some(&KAZAKH),
        Lang::En => None,
    }
}

impl Table {
    fn read(text: &'static str) -> Table {
        Table(text.split("\n\n").map(|part| part.split_whitespace().collect()).collect())
    }

    /// A part; an empty one where there is none.
    pub fn part(&self, number: usize) -> &[&'static str] {
        self.0.get(number).map_or(&[], Vec::as_slice)
    }

    /// What belongs to a word, in a part where each has something.
    pub fn value(&self, number: usize, word: &str) -> Option<&'static str> {
        let part = self.part(number);
        let (mut from, mut to) = (0, part.len() / 2);
        while from < to {
            let middle = usize::midpoint(from, to);
            if *part.get(2 * middle)? < word { from = middle + 1 } else { to = middle }
        }
        (*part.get(2 * from)? == word).then(|| part.get(2 * from + 1).copied())?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_in_order_because_they_are_searched_by_halves() {
        for (lang, part, step) in
            [(Lang::Ru, 0, 1), (Lang::Ru, 1, 1), (Lang::Ru, 2, 2), (Lang::Kk, 0, 1), (Lang::Kk, 1, 1), (Lang::Kk, 2, 1)]
        {
            let words: Vec<&str> = of(lang).part(part).iter().step_by(step).copied().collect();
            assert!(words.len() > 10, "{lang} {part}");
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{lang} {part}: {pair:?}");
            }
        }
        assert!(of(Lang::En).part(0).is_empty());
    }

    #[test]
    fn a_word_has_what_belongs_to_it() {
        let table = Table::read("а\n\nаа 1 бб 2 вв 3");
        assert_eq!(
            ["аа", "бб", "вв", "а", "г"].map(|word| table.value(1, word)),
            [Some("1"), Some("2"), Some("3"), None, None]
        );
        assert_eq!((table.part(0), table.part(9).len()), (&["а"][..], 0));
    }
}
