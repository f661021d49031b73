//! The dictionary: all forms of words, for those that were typed wrong. A finite state transducer of the crate `fst`, which
//! an automaton searches without looking at each word.

use fst::{IntoStreamer, Map, MapBuilder, Streamer};

use super::mistakes::{Mistakes, SPELLED};

/// So many letters a word must have for one mistake, and for a second.
const LETTERS: [usize; 2] = [4, 8];

/// A part of the dictionary.
pub struct Words<T>(Map<T>);

/// A word of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its form, in folded letters.
    pub form: String,
    /// How articles spell it.
    pub spelled: String,
}

impl Word {
    /// The word as it stands in the transducer: how it is spelled stands behind the form where that is not the same.
    fn key(&self) -> String {
        if self.form == self.spelled {
            return self.form.clone();
        }
        [self.form.as_str(), &*SPELLED.encode_utf8(&mut [0; 4]), &self.spelled].concat()
    }

    fn of_key(key: &str) -> Word {
        let (form, spelled) = key.split_once(SPELLED).unwrap_or((key, key));
        Word { form: form.to_owned(), spelled: spelled.to_owned() }
    }
}

/// Writes a part of the dictionary: words in the order of their forms, each with how many articles have it.
///
/// # Errors
/// Where the words are not in order.
pub fn write(words: &[(Word, u32)]) -> Result<Vec<u8>, fst::Error> {
    let mut builder = MapBuilder::memory();
    for (word, articles) in words {
        // Rough numbers are enough, and equal ones take no room.
        builder.insert(word.key(), u64::from(articles.checked_ilog2().unwrap_or_default()))?;
    }
    builder.into_inner()
}

impl<T: AsRef<[u8]>> Words<T> {
    /// The part that stands in some bytes; none where they are no such part.
    pub fn new(bytes: T) -> Option<Words<T>> {
        Map::new(bytes).ok().map(Words)
    }

    /// The words with so many mistakes at most, and how frequent each is.
    fn within(&self, word: &str, mistakes: u8) -> Vec<(Word, u64)> {
        let mut stream = self.0.search(Mistakes::new(word, mistakes)).into_stream();
        let mut found = Vec::new();
        while let Some((key, frequency)) = stream.next() {
            found.extend(std::str::from_utf8(key).ok().map(|key| (Word::of_key(key), frequency)));
        }
        found
    }
}

/// The words that were probably meant by one that nothing has: with one mistake if there are any, else with two; the most
/// frequent first, so many at most.
pub fn similar<T: AsRef<[u8]>>(words: &Words<T>, word: &str, most: usize) -> Vec<Word> {
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
        let distance = |word: &Word| word.form.chars().count().abs_diff(letters);
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
        let all = [
            ("двигател", "двигатель", 3),
            ("дом", "дом", 90),
            ("зарплата", "зарплата", 40),
            ("росси", "росси", 5),
            ("россия", "россия", 200),
            ("русия", "русия", 1),
        ];
        let word = |(form, spelled, articles): (&str, &str, u32)| {
            (Word { form: form.to_owned(), spelled: spelled.to_owned() }, articles)
        };
        let words = Words::new(write(&all.map(word)).expect("words in order")).expect("a dictionary");
        let of = |word: &str| similar(&words, word, 2).into_iter().map(|word| word.spelled).collect::<Vec<_>>();
        assert_eq!(of("росия"), ["россия", "русия"], "the frequent one first");
        assert_eq!(of("зараплата"), ["зарплата"]);
        assert_eq!(of("двигатил"), ["двигатель"], "as articles spell it");
        assert_eq!(of("двегатил"), ["двигатель"], "two in a long word");
        assert!(of("дам").is_empty(), "none in a short one");
        assert!(of("рассея").is_empty(), "two in a word of six letters");
        assert!(write(&[("б", "б", 1), ("а", "а", 1)].map(word)).is_err());
        assert!(Words::new(&b"damaged"[..]).is_none());
    }
}
