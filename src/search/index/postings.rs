//! The articles that have a form of a word, and how much it says of each.

use super::varint;

/// So many grades of importance are told apart: three bits beside the distance to the article before.
pub const LEVELS: u32 = 8;

/// From this weight on more of the same word adds little: the constant k of BM25
/// (<https://en.wikipedia.org/wiki/Okapi_BM25>).
const SATURATION: f32 = 1.2;

/// The grade of a word that has this weight in an article.
pub fn level(weight: f32) -> u8 {
    let share = weight / (weight + SATURATION);
    (share * LEVELS as f32).clamp(0.0, (LEVELS - 1) as f32) as u8
}

/// How much a word of a grade says, from 0 to 1.
pub fn strength(level: u8) -> f32 {
    (f32::from(level) + 0.5) / LEVELS as f32
}

/// An article that has a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Its number.
    pub article: u32,
    /// The grade of the word in it.
    pub level: u8,
}

/// Writes a list of articles, which come in the order of their numbers.
#[derive(Clone, Debug, Default)]
pub struct PostingsWriter {
    bytes: Vec<u8>,
    next: u32,
}

impl PostingsWriter {
    /// Adds an article; its number is greater than those before.
    pub fn push(&mut self, Posting { article, level }: Posting) {
        let distance = article.saturating_sub(self.next);
        varint::push((distance << 3) | (u32::from(level) & (LEVELS - 1)), &mut self.bytes);
        self.next = article + 1;
    }

    /// The number that the next article has at least.
    pub fn next(&self) -> u32 {
        self.next
    }

    /// The list in bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Reads such a list. One that is damaged ends where it makes no sense.
#[derive(Clone, Debug)]
pub struct Postings<'a> {
    bytes: &'a [u8],
    next: u32,
}

impl<'a> Postings<'a> {
    /// The list that stands in some bytes.
    pub fn new(bytes: &'a [u8]) -> Postings<'a> {
        Postings { bytes, next: 0 }
    }
}

impl Iterator for Postings<'_> {
    type Item = Posting;

    fn next(&mut self) -> Option<Posting> {
        let number = varint::take(&mut self.bytes)?;
        let article = self.next.checked_add(number >> 3)?;
        self.next = article.checked_add(1)?;
        Some(Posting { article, level: (number & (LEVELS - 1)) as u8 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let all = [(0, 7), (1, 0), (19, 3), (4_000, 1), (100_000, 5)];
        let mut list = PostingsWriter::default();
        all.iter().for_each(|(article, level)| list.push(Posting { article: *article, level: *level }));
        let read: Vec<_> = Postings::new(list.bytes()).map(|posting| (posting.article, posting.level)).collect();
        assert_eq!(read, all);
        assert!(list.bytes().len() < 12, "neighbours take a byte each");
    }

    #[test]
    fn more_of_a_word_says_more() {
        assert_eq!([0.3, 1.0, 5.0, 1e9].map(level), [1, 3, 6, 7]);
        assert!(strength(level(5.0)) > strength(level(1.0)) && strength(7) < 1.0);
    }
}
