//! What an index consists of.

use serde::{Deserialize, Serialize};

use crate::names::{SEARCH_FILES, SEARCH_MANIFESTS};
use crate::values::json::{as_object, or_default};
use crate::values::{Day, Lang};

/// The version of the form of all files of an index. A page that reads another asks for the site's new client.
pub const FORMAT: u32 = 1;

/// So many characters of a file's hash are its name.
pub const HASH: usize = 10;

/// What the names of files end with that are packed by DEFLATE (RFC 1951).
pub const PACKED: &str = ".bin";

/// So many articles share a file of cards.
pub const CARDS: u32 = 16;

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A shard of terms.
    Terms,
    /// A part of the dictionary.
    Words,
    /// The sections of all articles, a byte each.
    Sections,
    /// What results show of some articles: a JSON array of cards.
    Cards,
    /// A table of the analysis, as text.
    Table,
}

/// An index, as the JSON at [`manifest_path`]. Articles have numbers in the order of their dates, the oldest is 0: an article
/// that is added leaves the numbers of all others as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Manifest {
    /// The version of the form.
    pub format: u32,
    /// How many articles there are.
    pub articles: u32,
    /// By what text the stems of each shard begin: a stem is in the last shard that does not begin behind it.
    pub stems: Vec<String>,
    /// The hashes of the shards, one behind the other.
    pub shards: String,
    /// The dictionary.
    pub words: Words,
    /// The hashes of the files of cards, one behind the other.
    pub cards: String,
    /// The days on which articles were published, the oldest first: by turns how many days after the one before (the first:
    /// after 1970-01-01), and how many articles.
    pub days: Vec<u32>,
    /// The ids of the sections, in the order of their numbers in the file of sections.
    pub sections: Vec<String>,
    /// The hash of the file of sections.
    pub section_file: String,
    /// The hash of the table by which the language is analysed, where it needs one.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
}

as_object!(Manifest);

/// The dictionary: the forms of all words, in parts by their beginnings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Words {
    /// By what text the words of each part begin, as with shards.
    pub first: Vec<String>,
    /// The hashes of the parts, one behind the other.
    pub files: String,
}

as_object!(Words);

/// The path of a language's manifest on the site.
pub fn manifest_path(lang: Lang) -> String {
    [SEARCH_MANIFESTS, "/", lang.code(), ".json"].concat()
}

/// The path of a file on the site.
pub fn file_path(kind: Kind, hash: &str) -> String {
    // Hosts compress what they know to be text.
    let ending = match kind {
        Kind::Terms | Kind::Words | Kind::Sections => PACKED,
        Kind::Cards => ".json",
        Kind::Table => ".txt",
    };
    [SEARCH_FILES, "/", hash, ending].concat()
}

/// The file of cards in which an article is, and its place there.
pub fn card_block(article: u32) -> (usize, usize) {
    ((article / CARDS) as usize, (article % CARDS) as usize)
}

/// The hash of a number in hashes that stand one behind the other.
fn hash(hashes: &str, number: usize) -> Option<&str> {
    hashes.get(number * HASH..(number + 1) * HASH)
}

/// The last of some beginnings that is not behind a text.
fn part(beginnings: &[String], text: &str) -> Option<usize> {
    beginnings.partition_point(|first| first.as_str() <= text).checked_sub(1)
}

impl Manifest {
    /// The path of the shard that has a stem, if any has.
    pub fn shard(&self, stem: &str) -> Option<String> {
        Some(file_path(Kind::Terms, hash(&self.shards, part(&self.stems, stem)?)?))
    }

    /// The paths of the first shards that have stems with a beginning, so many at most.
    pub fn shards_of(&self, beginning: &str, most: usize) -> Vec<String> {
        let Some(first) = part(&self.stems, beginning) else { return Vec::new() };
        let goes_on = |number: &usize| {
            *number == first || self.stems.get(*number).is_some_and(|stem| stem.starts_with(beginning))
        };
        let numbers = (first..).take_while(goes_on).take(most);
        numbers.map_while(|number| Some(file_path(Kind::Terms, hash(&self.shards, number)?))).collect()
    }

    /// The path of the part of the dictionary that has words that begin as this one.
    pub fn words(&self, word: &str) -> Option<String> {
        Some(file_path(Kind::Words, hash(&self.words.files, part(&self.words.first, word)?)?))
    }

    /// The path of a file of cards.
    pub fn cards(&self, block: usize) -> Option<String> {
        Some(file_path(Kind::Cards, hash(&self.cards, block)?))
    }

    /// The path of the file of sections.
    pub fn section_file(&self) -> String {
        file_path(Kind::Sections, &self.section_file)
    }

    /// The path of the table of the analysis, where the language needs one.
    pub fn table(&self) -> Option<String> {
        Some(file_path(Kind::Table, self.table.as_deref()?))
    }

    /// The number of the first article of a day or a later one.
    pub fn first_since(&self, day: Day) -> u32 {
        self.groups().take_while(|(of, _)| *of < day.number()).map(|(_, count)| count).sum()
    }

    /// The days with their numbers of articles.
    pub fn groups(&self) -> impl Iterator<Item = (i64, u32)> {
        let pairs = self.days.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
        pairs.scan(0, |day, (distance, count)| {
            *day += i64::from(distance);
            Some((*day, count))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let hashes = |letters: &str| letters.chars().map(|letter| letter.to_string().repeat(HASH)).collect::<String>();
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Manifest {
            format: FORMAT,
            articles: 5,
            stems: texts(&["", "в", "снег", "снега"]),
            shards: hashes("abcd"),
            words: Words { first: texts(&["", "п"]), files: hashes("ef") },
            cards: hashes("0"),
            days: vec![20_000, 2, 3, 3],
            sections: texts(&["life"]),
            section_file: hashes("9"),
            table: None,
        }
    }

    #[test]
    fn a_stem_is_in_the_last_shard_that_does_not_begin_behind_it() {
        let manifest = manifest();
        for (stem, hash) in [("а", 'a'), ("в", 'b'), ("вода", 'b'), ("снег", 'c'), ("снегопад", 'd'), ("я", 'd')]
        {
            assert_eq!(manifest.shard(stem), Some(format!("/search-index/files/{}.bin", hash.to_string().repeat(10))));
        }
        assert_eq!(manifest.shards_of("сне", 9).len(), 3);
        assert_eq!(manifest.shards_of("сне", 2).len(), 2);
        assert_eq!(manifest.shards_of("ю", 9).len(), 1);
        assert_eq!(Manifest::default().shard("а"), None);
        assert!(manifest.words("россия").is_some_and(|path| path.contains("ffff")));
        assert_eq!((manifest.cards(0).is_some(), manifest.cards(1)), (true, None));
    }

    #[test]
    fn days_lead_to_articles() {
        let manifest = manifest();
        let day = |back: u16| Day::parse("2024-10-07").expect("a day").before(back);
        assert_eq!(manifest.groups().collect::<Vec<_>>(), [(20_000, 2), (20_003, 3)]);
        assert_eq!(day(0).number(), 20_003);
        assert_eq!([4, 3, 2, 0].map(|back| manifest.first_since(day(back))), [0, 0, 2, 2]);
        assert_eq!(manifest.first_since(day(0).after()), 5);
    }

    #[test]
    fn it_is_read_as_it_is_written() {
        let json = serde_json::to_string(&manifest()).expect("JSON");
        assert_eq!(serde_json::from_str::<Manifest>(&json).expect("a manifest"), manifest());
    }
}
