//! The record of what is chosen, as it is stored: written for this version, read whoever wrote it.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

use super::{Choices, Setting, Settings, VERSION};

impl Settings {
    /// Reads a record as it was stored. Whoever wrote it, only what the table knows is taken.
    pub fn parse(text: &str) -> Settings {
        let record = serde_json::from_str(text).unwrap_or_default();
        let Record { version, choices, before } = record;
        if version == Some(VERSION) { Settings { choices, before } } else { Settings::default() }
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
