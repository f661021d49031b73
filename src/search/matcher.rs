//! Which words of a text are why it was found.

use super::words::is_telling;
use super::{Rules, Word, roots, words};

/// So many letters of a root are enough for words that go on after it in another way.
const LONG_ROOT: usize = 4;

/// Tells the forms and continuations of what was asked for from other words.
pub struct Matcher<'a> {
    rules: &'a Rules,
    asked: Vec<Asked>,
}

struct Asked {
    word: String,
    root: String,
    has_long_root: bool,
}

impl<'a> Matcher<'a> {
    /// A matcher of some terms.
    pub fn new<'t>(terms: impl IntoIterator<Item = &'t String>, rules: &'a Rules) -> Matcher<'a> {
        let mut asked: Vec<Asked> = Vec::new();
        for word in terms {
            if is_telling(word) && asked.iter().all(|known| known.word != *word) {
                let root = root(word, rules).to_owned();
                asked.push(Asked {
                    word: word.clone(),
                    has_long_root: root.chars().nth(LONG_ROOT - 1).is_some(),
                    root,
                });
            }
        }
        Matcher { rules, asked }
    }

    /// Whether a word of a text is a form of one that was asked for, or begins with it.
    pub fn is_hit(&self, word: &str) -> bool {
        let folded = self.rules.fold(word);
        // Most words have another first letter, and need no further look.
        let first = folded.chars().next();
        if self.asked.iter().all(|one| one.word.chars().next() != first) {
            return false;
        }
        let stem = self.rules.stem(folded.clone());
        let here = root(&stem, self.rules);
        self.asked.iter().any(|one| {
            here == one.root || folded.starts_with(&one.word) || (one.has_long_root && folded.starts_with(&one.root))
        })
    }

    /// The words of a text that are hits.
    pub fn hits<'t>(&self, text: &'t str) -> impl Iterator<Item = Word<'t>> {
        words(text).filter(|word| self.is_hit(word.text))
    }
}

/// What all forms of a term have in common. Of Kazakh a term is just that.
fn root<'w>(term: &'w str, rules: &Rules) -> &'w str {
    if rules.endings.is_some() { term } else { roots::root(term) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::rules::tests::{kk, ru};

    fn hits(terms: &[&str], rules: &Rules, words: &[&str]) -> Vec<bool> {
        let terms: Vec<String> = terms.iter().map(|term| (*term).to_owned()).collect();
        let matcher = Matcher::new(&terms, rules);
        words.iter().map(|word| matcher.is_hit(word)).collect()
    }

    #[test]
    fn a_hit_is_any_form_of_a_word_that_was_asked_for_or_its_continuation() {
        let words = ["Школа", "школе", "снегом", "шкаф", "снежный"];
        assert_eq!(hits(&["школами", "снег"], &ru(), &words), [true, true, true, false, false]);
        assert_eq!(hits(&["кала"], &kk(), &["Қаладағы", "қалада", "бала"]), [true, true, false]);
    }

    #[test]
    fn other_words_are_none() {
        for (asked, word, is) in [
            ("снегопад", "снег", false),
            ("снегом", "снега", true),
            ("абракадабра", "а", false),
            ("абракадабра", "абрикос", false),
            ("бал", "балхаш", true),
            ("открыли", "открыта", true),
            ("новые", "новыми", true),
            ("школами", "школьный", true),
            ("она", "онлайн", false),
            ("студенты", "студентов", true),
            ("opened", "opening", true),
            ("cities", "city", true),
            ("open", "opera", false),
        ] {
            assert_eq!(hits(&[&ru().fold(asked)], &ru(), &[word]), [is], "{word} by {asked}");
        }
    }
}
