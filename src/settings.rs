//! What a reader can choose of the paper's look: the table of settings, and the record that the device keeps of them.
//!
//! A setting is an attribute of the root element (`html[data-theme=sepia]`) that the style sheets know. The script that runs
//! before the first paint has the same table (`src/constants.js`), written from this one.

#[cfg(test)]
mod tests;

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

/// Where the record is kept.
pub const KEY: &str = "habarshy:settings";

/// The event of the document by which the panel says what is chosen now; its `detail` is the record as it is kept.
pub const EVENT: &str = "habarshy:settings";

/// Rises when a value changes its meaning. Records of another version are not read; the next choice takes their place.
pub const VERSION: u64 = 1;

/// One of the things that can be chosen. What has not been chosen is as the paper comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The colours.
    Theme,
    /// The size of the text, in per cent.
    Text,
    /// The room between lines.
    Lines,
    /// The room between letters.
    Letters,
    /// The kind of letters.
    Face,
    /// No pictures.
    Pictures,
    /// Less motion.
    Motion,
}

impl Setting {
    /// All of them, in the order of the panel.
    pub const ALL: [Setting; 7] = [
        Setting::Theme,
        Setting::Text,
        Setting::Lines,
        Setting::Letters,
        Setting::Face,
        Setting::Pictures,
        Setting::Motion,
    ];

    /// Its name in the record and, after `data-`, on the root element.
    pub const fn name(self) -> &'static str {
        match self {
            Setting::Theme => "theme",
            Setting::Text => "text",
            Setting::Lines => "lines",
            Setting::Letters => "letters",
            Setting::Face => "face",
            Setting::Pictures => "pictures",
            Setting::Motion => "motion",
        }
    }

    /// All values that mean something, beside the paper as it comes.
    pub const fn values(self) -> &'static [&'static str] {
        match self {
            Setting::Theme => &["light", "dark", "sepia", "contrast", "contrast-dark", "contrast-blue"],
            Setting::Text => &["110", "120", "130", "140", "150", "160", "170", "180", "190", "200"],
            Setting::Lines | Setting::Letters => &["wide", "widest"],
            Setting::Face => &["sans"],
            Setting::Pictures => &["off"],
            Setting::Motion => &["less"],
        }
    }

    /// Whether the record has its values as numbers.
    pub const fn is_number(self) -> bool {
        matches!(self, Setting::Text)
    }

    fn by_name(name: &str) -> Option<Setting> {
        Setting::ALL.into_iter().find(|setting| setting.name() == name)
    }

    fn value(self, text: &str) -> Option<&'static str> {
        self.values().iter().copied().find(|value| *value == text)
    }
}

/// A value for each setting, or none for the paper as it comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices([Option<&'static str>; Setting::ALL.len()]);

impl Choices {
    /// What is chosen for a setting.
    pub fn get(&self, setting: Setting) -> Option<&'static str> {
        self.0.get(setting as usize).copied().flatten()
    }

    /// The choices with one made anew. A value that is none of the setting's is the paper as it comes.
    #[must_use]
    pub fn with(mut self, setting: Setting, value: &str) -> Choices {
        if let Some(place) = self.0.get_mut(setting as usize) {
            *place = setting.value(value);
        }
        self
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    fn made(&self) -> impl Iterator<Item = (Setting, &'static str)> {
        Setting::ALL.into_iter().filter_map(|setting| Some((setting, self.get(setting)?)))
    }
}

/// The preset for readers who see badly: what the versions for them on public sites have, in one press.
const PRESET: [(Setting, &str); 6] = [
    (Setting::Theme, "contrast"),
    (Setting::Text, "150"),
    (Setting::Lines, "wide"),
    (Setting::Letters, "wide"),
    (Setting::Face, "sans"),
    (Setting::Motion, "less"),
];

/// The record: `{"version": 1, "theme": "sepia", "text": 130, "before": {…}}`, each member only where it is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What is chosen.
    pub choices: Choices,
    /// What was chosen before the preset was put on; none where it is not on.
    pub before: Option<Choices>,
}

impl Settings {
    /// Reads a record as it was stored. Whoever wrote it, only what the table knows is taken.
    pub fn parse(text: &str) -> Settings {
        let record = serde_json::from_str(text).unwrap_or_default();
        let Record { version, choices, before } = record;
        if version == Some(VERSION) { Settings { choices, before } } else { Settings::default() }
    }

    /// Whether nothing is chosen: then there is no record.
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty() && self.before.is_none()
    }

    /// The record with one choice made anew.
    #[must_use]
    pub fn with(self, setting: Setting, value: &str) -> Settings {
        Settings { choices: self.choices.with(setting, value), before: self.before }
    }

    /// The record with the preset put on, or with what was there before it.
    #[must_use]
    pub fn with_preset_toggled(self) -> Settings {
        match self.before {
            Some(choices) => Settings { choices, before: None },
            None => {
                let choices = PRESET.iter().fold(self.choices, |all, (setting, value)| all.with(*setting, value));
                Settings { choices, before: Some(self.choices) }
            }
        }
    }
}

impl Serialize for Settings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut record = serializer.serialize_map(None)?;
        record.serialize_entry("version", &VERSION)?;
        write_choices(&mut record, &self.choices)?;
        if let Some(before) = &self.before {
            record.serialize_entry("before", before)?;
        }
        record.end()
    }
}

impl Serialize for Choices {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut record = serializer.serialize_map(None)?;
        write_choices(&mut record, self)?;
        record.end()
    }
}

fn write_choices<M: SerializeMap>(record: &mut M, choices: &Choices) -> Result<(), M::Error> {
    for (setting, value) in choices.made() {
        match value.parse::<u64>() {
            Ok(number) if setting.is_number() => record.serialize_entry(setting.name(), &number)?,
            _ => record.serialize_entry(setting.name(), value)?,
        }
    }
    Ok(())
}

/// A record, whoever wrote it.
#[derive(Default)]
struct Record {
    version: Option<u64>,
    choices: Choices,
    before: Option<Choices>,
}

/// A member of a record. What cannot be a part of one is passed over, so it costs the reader no other choice.
enum Member {
    Text(String),
    Number(u64),
    Record(Box<Record>),
    Other,
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Record, D::Error> {
        Ok(match Member::deserialize(deserializer)? {
            Member::Record(record) => *record,
            _ => Record::default(),
        })
    }
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
        Ok(Member::Number(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Member, E> {
        Ok(Member::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Member, E> {
        Ok(Member::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Member, E> {
        Ok(Member::Other)
    }

    fn visit_unit<E>(self) -> Result<Member, E> {
        Ok(Member::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut members: A) -> Result<Member, A::Error> {
        while members.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Member::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Member, A::Error> {
        let mut record = Record::default();
        while let Some(name) = members.next_key::<String>()? {
            let member = members.next_value()?;
            match (name.as_str(), member) {
                ("version", Member::Number(version)) => record.version = Some(version),
                ("before", Member::Record(before)) => record.before = Some(before.choices),
                (name, member) => {
                    let Some(setting) = Setting::by_name(name) else { continue };
                    let value = match member {
                        Member::Text(text) if !setting.is_number() => text,
                        Member::Number(number) if setting.is_number() => number.to_string(),
                        _ => String::new(),
                    };
                    record.choices = record.choices.with(setting, &value);
                }
            }
        }
        Ok(Member::Record(Box::new(record)))
    }
}
