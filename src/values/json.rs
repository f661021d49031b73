//! What the types of the JSON have in common: how a text becomes one of them, and what may be missing.

use std::fmt;

use serde::{Deserialize, Deserializer};

/// A value that has the right kind and is none of ours all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// What it should be, with its article.
    pub what: &'static str,
    /// The value.
    pub value: String,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is not {}", self.value, self.what)
    }
}

impl std::error::Error for Invalid {}

/// For a type with `#[serde(try_from = "String", into = "String")]`: it is written by its `Display`, and read by a function
/// that gives none for what it is not. All such types share the reading of a string and the error, which keeps the client
/// small.
macro_rules! as_text {
    ($type:ty, $what:literal, $read:expr) => {
        impl TryFrom<String> for $type {
            type Error = crate::values::json::Invalid;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                let read: fn(&str) -> Option<$type> = $read;
                read(&text).ok_or(crate::values::json::Invalid { what: $what, value: text })
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> String {
                value.to_string()
            }
        }
    };
}

pub(crate) use as_text;

/// For a struct with `#[serde(remote = "Self")]`, which makes of what serde derives two functions of the type, in the place of
/// its traits: it is written as derived, and read from an object alone. What is derived also reads an array of the members,
/// which nobody writes: without that the client is smaller by three kilobytes.
macro_rules! as_object {
    ($type:ty) => {
        crate::values::json::from_object!($type);

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$type>::serialize(self, serializer)
            }
        }
    };
}

/// The same for a struct that is read only.
macro_rules! from_object {
    ($type:ty) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Object;

                impl<'de> serde::de::Visitor<'de> for Object {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, members: A) -> Result<$type, A::Error> {
                        <$type>::deserialize(serde::de::value::MapAccessDeserializer::new(members))
                    }
                }

                deserializer.deserialize_map(Object)
            }
        }
    };
}

pub(crate) use {as_object, from_object};

/// Reads a member that may be missing: null is the same.
pub fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Whether a number need not be written.
pub fn is_zero(number: &u64) -> bool {
    *number == 0
}
