//! What is written down of a saved article.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

/// Rises when a member changes its meaning. Records of another version are left alone.
pub const VERSION: u64 = 1;

/// The record of a saved article. What cannot be read of it is empty, or zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Record {
    /// [`VERSION`].
    pub version: u64,
    /// Where the article stands on the site.
    pub path: String,
    /// The headline.
    pub title: String,
    /// When it was published: RFC 3339 with the offset that was written.
    pub date: String,
    /// The name of its section.
    pub section: String,
    /// Its language.
    pub lang: String,
    /// The build that its files belong to.
    pub build: String,
    /// When it was saved, in milliseconds since 1970.
    pub at: i64,
    /// How much room its files take.
    pub bytes: u64,
    /// The paths of all its files.
    pub files: Vec<String>,
}

impl Record {
    /// An empty record of the article at a path.
    pub fn new(path: &str) -> Record {
        Record { version: VERSION, path: path.to_owned(), ..Record::default() }
    }

    /// Reads the record of the article at a path, as it was kept: that path is the article's, whatever the record says. None
    /// where the record does not say which files are the article's, or says it in another version.
    pub fn parse(path: &str, text: &str) -> Option<Record> {
        let Member::Record(record, true) = serde_json::from_str(text).ok()? else { return None };
        if record.version == VERSION { Some(Record { path: path.to_owned(), ..*record }) } else { None }
    }

    /// As it is kept.
    pub fn to_json(&self) -> String {
        // Numbers and texts can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Names more files as the article's.
    pub fn add_files(&mut self, files: &[String]) {
        for file in files {
            if !self.files.contains(file) {
                self.files.push(file.clone());
            }
        }
    }
}

/// A member of a record, whoever wrote it. What cannot be one is passed over, so it costs the reader nothing else.
enum Member {
    Text(String),
    Number(f64),
    Texts(Vec<String>),
    /// A record, and whether it names files.
    Record(Box<Record>, bool),
    Other,
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Member, D::Error> {
        deserializer.deserialize_any(MemberVisitor)
    }
}

struct MemberVisitor;

impl<'de> Visitor<'de> for MemberVisitor {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E>(self, text: &str) -> Result<Member, E> {
        Ok(Member::Text(text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Member, E> {
        Ok(Member::Number(number as f64))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Member, E> {
        Ok(Member::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Member, E> {
        Ok(Member::Number(number))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Member, E> {
        Ok(Member::Other)
    }

    fn visit_unit<E>(self) -> Result<Member, E> {
        Ok(Member::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut members: A) -> Result<Member, A::Error> {
        let mut texts = Vec::new();
        while let Some(member) = members.next_element()? {
            if let Member::Text(text) = member {
                texts.push(text);
            }
        }
        Ok(Member::Texts(texts))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Member, A::Error> {
        let mut record = Box::<Record>::default();
        let mut names_files = false;
        while let Some(name) = members.next_key::<String>()? {
            let text = match name.as_str() {
                "title" => &mut record.title,
                "date" => &mut record.date,
                "section" => &mut record.section,
                "lang" => &mut record.lang,
                "build" => &mut record.build,
                name @ ("version" | "at" | "bytes" | "files") => {
                    // A number of JavaScript may have a fraction, and one that is too large is the largest.
                    match (name, members.next_value()?) {
                        ("version", Member::Number(number)) => record.version = number as u64,
                        ("at", Member::Number(number)) => record.at = number as i64,
                        ("bytes", Member::Number(number)) => record.bytes = number as u64,
                        ("files", Member::Texts(files)) => (record.files, names_files) = (files, true),
                        _ => {}
                    }
                    continue;
                }
                _ => {
                    members.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            if let Member::Text(value) = members.next_value()? {
                *text = value;
            }
        }
        Ok(Member::Record(record, names_files))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEPT: &str = r#"{"version":1,"path":"/news/a/","title":"А","date":"2024-04-19T09:00:00+05:00","section":"Природа","lang":"ru","build":"5664e7afb7","at":1795600000000,"bytes":130000,"files":["/news/a/","/data/news/a.json"]}"#;

    #[test]
    fn is_written_as_it_was_read() {
        let record = Record::parse("/news/a/", KEPT).expect("a record");
        assert_eq!((record.title.as_str(), record.at, record.bytes), ("А", 1_795_600_000_000, 130_000));
        assert_eq!(record.to_json(), KEPT);
    }

    #[test]
    fn damaged_members_cost_nothing_else() {
        let text = r#"{"version":1,"path":7,"title":{"a":1},"date":null,"at":"x","bytes":1.5,"section":"Природа","files":["/a",1],"more":[{}]}"#;
        let record = Record::parse("/news/a/", text).expect("a record");
        let files = vec!["/a".to_owned()];
        let expected = Record { section: "Природа".to_owned(), bytes: 1, files, ..Record::new("/news/a/") };
        assert_eq!(record, expected);
    }

    #[test]
    fn without_its_files_or_in_another_version_it_cannot_be_read() {
        let table = [
            "",
            "null",
            "[]",
            "1",
            "\"a\"",
            "{}",
            r#"{"version":2,"files":[]}"#,
            r#"{"files":[]}"#,
            r#"{"version":1}"#,
            r#"{"version":1,"files":"/a"}"#,
            r#"{"version":"1","files":[]}"#,
            r#"{"version":1,"files":[]"#,
        ];
        for text in table {
            assert_eq!(Record::parse("/news/a/", text), None, "{text}");
        }
    }

    #[test]
    fn names_a_file_once() {
        let mut record = Record { files: vec!["/a".to_owned()], ..Record::new("/a") };
        record.add_files(&["/b".to_owned(), "/a".to_owned()]);
        assert_eq!(record.files, ["/a", "/b"]);
    }
}
