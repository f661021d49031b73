//! The three languages of the interface.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::values::json::as_text;

/// A language that the paper may be published in: one that the interface has words, dates and plurals for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline))]
pub enum Lang {
    /// Russian.
    Ru,
    /// Kazakh.
    Kk,
    /// English.
    En,
}

as_text!(Lang, "a language of ours", Lang::from_code);

impl Lang {
    /// All of them, in the order in which they are offered where nothing else decides.
    pub const ALL: [Lang; 3] = [Lang::Ru, Lang::Kk, Lang::En];

    /// The BCP 47 code, as in `html[lang]` and in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Ru => "ru",
            Lang::Kk => "kk",
            Lang::En => "en",
        }
    }

    /// The language of a code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The locale of OpenGraph, with the country that the paper is read in.
    pub const fn og_locale(self) -> &'static str {
        match self {
            Lang::Ru => "ru_KZ",
            Lang::Kk => "kk_KZ",
            Lang::En => "en_GB",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
