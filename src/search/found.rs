//! What was found.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Article, Matcher, passage, words};
use crate::values::json::as_object;

/// The articles that answer a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Found {
    /// How many there are.
    pub total: usize,
    /// Those that are shown.
    pub articles: Vec<FoundArticle>,
}

as_object!(Found);

/// An article that answers a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct FoundArticle {
    /// Its path.
    pub path: String,
    /// The headline.
    pub title: String,
    /// The id of its section.
    pub section: String,
    /// When it was published: RFC 3339.
    pub date: String,
    /// The day, as people read it.
    pub day: String,
    /// The path of its picture.
    pub picture: String,
    /// The width of the picture in CSS pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// What is shown of its text.
    pub passage: String,
    /// The words in it that are why it was found.
    pub hits: Vec<String>,
}

as_object!(FoundArticle);

impl FoundArticle {
    /// An article of the index, with what a matcher finds in it.
    pub fn new(article: Article, matcher: &Matcher<'_>) -> FoundArticle {
        let Article { path, title, section, date, day, teaser, picture, width, height, text } = article;
        let passage = passage(&teaser, &text, &|text| matcher.hits(text).next().map(|word| word.at..word.end()));
        let mut hits: Vec<String> = Vec::new();
        for word in [&title, &passage].into_iter().flat_map(|text| matcher.hits(text)) {
            if !hits.iter().any(|known| known == word.text) {
                hits.push(word.text.to_owned());
            }
        }
        FoundArticle { path, title, section, date, day, picture, width, height, passage, hits }
    }
}

/// What a search showed last in a tab, for a reader who comes back from one of the results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Memory {
    /// The form of the record.
    version: u32,
    /// The name of the history entry that shows it, if it has one.
    entry: Option<u64>,
    /// The query of its address.
    address: String,
    /// How far down the reader was, in CSS pixels.
    #[serde(serialize_with = "write_pixels", deserialize_with = "read_pixels")]
    pub y: f64,
    /// What was found.
    pub found: Found,
}

as_object!(Memory);

/// Whole pixels: to write others takes a lot of code.
fn write_pixels<S: Serializer>(y: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(*y as i64)
}

fn read_pixels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    f64::deserialize(deserializer)
}

impl Memory {
    const VERSION: u32 = 1;

    /// A record of what is shown.
    pub fn new(entry: Option<u64>, address: String, y: f64, found: Found) -> Memory {
        Memory { version: Memory::VERSION, entry, address, y, found }
    }

    /// Reads a record, if it is one of this entry and this address.
    pub fn parse(text: &str, entry: Option<u64>, address: &str) -> Option<Memory> {
        let memory: Memory = serde_json::from_str(text).ok()?;
        (memory.version == Memory::VERSION && memory.entry == entry && memory.address == address).then_some(memory)
    }
}

/// A piece of a text that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// As it is.
    Plain(&'a str),
    /// Marked: it is why the text was found.
    Hit(&'a str),
}

/// A text in pieces, of which some are hits.
pub fn pieces<'a>(text: &'a str, hits: &[String]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for word in words(text).filter(|word| hits.iter().any(|hit| hit == word.text)) {
        pieces.push(Piece::Plain(text.get(end..word.at).unwrap_or_default()));
        pieces.push(Piece::Hit(word.text));
        end = word.end();
    }
    pieces.push(Piece::Plain(text.get(end..).unwrap_or_default()));
    pieces.retain(|piece| *piece != Piece::Plain(""));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::rules::tests::ru;

    fn article() -> Article {
        let [path, section, picture] = ["/news/a/", "life", "/a.svg"].map(str::to_owned);
        let (title, teaser) = ("Снег в горах".to_owned(), "Выпал снег, много снега".to_owned());
        let (date, day) = ("2024-04-19T09:00:00+05:00".to_owned(), "19.04.2024".to_owned());
        Article { path, title, section, date, day, teaser, picture, width: 3, height: 2, text: String::new() }
    }

    #[test]
    fn hits_are_marked_where_they_stand() {
        let (asked, rules) = (["снег".to_owned()], ru());
        let found = FoundArticle::new(article(), &Matcher::new(&asked, &rules));
        assert_eq!(found.hits, ["Снег", "снег", "снега"]);
        assert_eq!(pieces(&found.title, &found.hits), [Piece::Hit("Снег"), Piece::Plain(" в горах")]);
        assert_eq!(pieces("Лед", &found.hits), [Piece::Plain("Лед")]);
        assert!(pieces("", &found.hits).is_empty());
    }

    #[test]
    fn a_record_is_known_at_its_own_entry_alone() {
        let (asked, rules) = (["снег".to_owned()], ru());
        let articles = vec![FoundArticle::new(article(), &Matcher::new(&asked, &rules))];
        let memory = Memory::new(Some(7), "?q=a".to_owned(), 300.5, Found { total: 1, articles });
        let text = serde_json::to_string(&memory).expect("JSON");
        let read = Memory::parse(&text, Some(7), "?q=a").expect("a record");
        assert_eq!((read.y, &read.found), (300.0, &memory.found));
        assert_eq!(Memory::parse(&text, Some(8), "?q=a"), None);
        assert_eq!(Memory::parse(&text, Some(7), "?q=b"), None);
        for damaged in ["{", "null", "[]", "{\"version\":1,\"queries\":[]}", "{\"version\":9,\"queries\":[\"x\"]}"] {
            assert_eq!(Memory::parse(damaged, None, ""), None, "{damaged}");
        }
    }

    #[test]
    fn a_record_of_before_is_read() {
        let text = r#"{"version":1,"entry":1795982746317500,"address":"?q=a","y":300.25,"found":{"total":10,"articles":[{
            "path":"/news/a/","title":"A","section":"b","date":"2026-10-28T08:20:00+05:00","day":"28.10.2026","teaser":"T",
            "picture":"/a.webp","width":1600,"height":1067,"passage":"P","hits":["A"]}],
            "sections":[{"id":"b","name":"B","path":"/section/b/"}]}}"#;
        let memory = Memory::parse(text, Some(1_795_982_746_317_500), "?q=a").expect("a record");
        assert_eq!((memory.y, memory.found.total, memory.found.articles.len()), (300.25, 10, 1));
    }
}
