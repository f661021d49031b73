//! The rows of an export of Ghost, one at a time: `{"db": [{"data": {"posts": [{…}, …], …}}]}`, or without `db`.

use std::fmt;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::publish::diagnostic::Diagnostics;
use crate::publish::import::fault::{fault, unreadable};

/// Takes a row of a table; an error ends the reading.
pub type VisitRow<'v> = &'v mut dyn FnMut(&str, Value) -> Result<(), Diagnostics>;

/// Reads the rows of the tables that are wanted.
///
/// # Errors
/// The file cannot be read, or is no sound JSON.
pub fn read(file: &Path, is_wanted: &dyn Fn(&str) -> bool, visit: VisitRow<'_>) -> Result<(), Diagnostics> {
    let open = File::open(file).map_err(|error| unreadable(file, &error))?;
    let mut state = State { is_wanted, visit, failure: None };
    let mut json = serde_json::Deserializer::from_reader(BufReader::with_capacity(1 << 16, open));
    let read = Object(&mut state).deserialize(&mut json).and_then(|()| json.end());
    match (state.failure, read) {
        (Some(failure), _) => Err(failure),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) => {
            let help = "export again; a file that was cut off in transfer ends too early";
            Err(fault(file, error.line(), format!("this is no export of Ghost: {error}"), help))
        }
    }
}

struct State<'a, 'v> {
    is_wanted: &'a dyn Fn(&str) -> bool,
    visit: VisitRow<'v>,
    failure: Option<Diagnostics>,
}

/// An object that holds tables, or objects that do.
struct Object<'s, 'a, 'v>(&'s mut State<'a, 'v>);

impl<'de> DeserializeSeed<'de> for Object<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Object<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `db` or `data`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "db" | "data" => map.next_value_seed(Object(self.0))?,
                table if (self.0.is_wanted)(table) => map.next_value_seed(Rows(table, self.0))?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Object(self.0))?.is_some() {}
        Ok(())
    }
}

struct Rows<'t, 's, 'a, 'v>(&'t str, &'s mut State<'a, 'v>);

impl<'de> DeserializeSeed<'de> for Rows<'_, '_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_, '_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rows of {}", self.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(row) = list.next_element::<Value>()? {
            if let Err(failure) = (self.1.visit)(self.0, row) {
                self.1.failure = Some(failure);
                return Err(serde::de::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}
