//! The dictionary: all forms of words, for those that were typed wrong. A finite state transducer of the crate `fst`, which
//! an automaton searches without looking at each word.

use fst::{IntoStreamer, Map, MapBuilder, Streamer};

use super::mistakes::Mistakes;

/// So many letters a word must have for one mistake, and for a second.
const LETTERS: [usize; 2] = [4, 8];

/// A part of the dictionary.
pub struct Words<T>(Map<T>);

/// Writes a part of the dictionary: words in order, each with how many articles have it.
///
/// # Errors
/// Where the words are not in order.
pub fn write<'a>(words: impl Iterator<Item = (&'a str, u32)>) -> Result<Vec<u8>, fst::Error> {
    let mut builder = MapBuilder::memory();
    for (word, articles) in words {
        // Rough numbers are enough, and equal ones take no room.
        builder.insert(word, u64::from(articles.checked_ilog2().unwrap_or_default()))?;
    }
    builder.into_inner()
}

impl<T: AsRef<[u8]>> Words<T> {
    /// The part that stands in some bytes; none where they are no such part.
    pub fn new(bytes: T) -> Option<Words<T>> {
        Map::new(bytes).ok().map(Words)
    }

    /// The words with so many mistakes at most, and how frequent each is.
    fn within(&self, word: &str, mistakes: u8) -> Vec<(String, u64)> {
        let mut stream = self.0.search(Mistakes::new(word, mistakes)).into_stream();
        let mut found = Vec::new();
        while let Some((word, frequency)) = stream.next() {
            found.extend(std::str::from_utf8(word).ok().map(|word| (word.to_owned(), frequency)));
        }
        found
    }
}

/// The words that were probably meant by one that nothing has: with one mistake if there are any, else with two; the most
/// frequent first, so many at most.
pub fn similar<T: AsRef<[u8]>>(words: &Words<T>, word: &str, most: usize) -> Vec<String> {
    let letters = word.chars().count();
    for (mistakes, least) in (1..).zip(LETTERS) {
        if letters < least {
            break;
        }
        let mut found = words.within(word, mistakes);
        if found.is_empty() {
            continue;
        }
        // Endings are stems' affair: of equals the one of the same length is the likeliest.
        let distance = |word: &str| word.chars().count().abs_diff(letters);
        let mut first = Vec::new();
        while first.len() < most {
            let places = found.iter().enumerate();
            let best =
                places.max_by(|(_, (one, a)), (_, (other, b))| a.cmp(b).then(distance(other).cmp(&distance(one))));
            let Some(place) = best.map(|(place, _)| place) else { break };
            first.push(found.swap_remove(place).0);
        }
        return first;
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_forgiven_by_length() {
        let all = [("двигател", 3), ("дом", 90), ("зарплата", 40), ("росси", 5), ("россия", 200), ("русия", 1)];
        let words = Words::new(write(all.into_iter()).expect("words in order")).expect("a dictionary");
        let of = |word: &str| similar(&words, word, 2);
        assert_eq!(of("росия"), ["россия", "русия"], "the frequent one first");
        assert_eq!(of("зараплата"), ["зарплата"]);
        assert_eq!(of("двигатил"), ["двигател"]);
        assert_eq!(of("двегатил"), ["двигател"], "two in a long word");
        assert!(of("дам").is_empty(), "none in a short one");
        assert!(of("рассея").is_empty(), "two in a word of six letters");
        assert!(write([("б", 1), ("а", 1)].into_iter()).is_err());
        assert!(Words::new(&b"damaged"[..]).is_none());
    }
}
