//! The number of a page in a list.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::values::json::Invalid;

/// The number of a page in a list, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(inline))]
pub struct PageNumber(NonZeroU32);

impl TryFrom<u32> for PageNumber {
    type Error = Invalid;

    fn try_from(number: u32) -> Result<PageNumber, Invalid> {
        PageNumber::new(number).ok_or(Invalid { what: "a page number", value: number.to_string() })
    }
}

impl From<PageNumber> for u32 {
    fn from(number: PageNumber) -> u32 {
        number.get()
    }
}

impl PageNumber {
    /// The first page.
    pub const FIRST: PageNumber = PageNumber(NonZeroU32::MIN);

    /// A page by its number; there is no page zero.
    pub fn new(number: u32) -> Option<PageNumber> {
        NonZeroU32::new(number).map(PageNumber)
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0.get()
    }

    /// The page after this one.
    pub fn next(self) -> PageNumber {
        PageNumber(self.0.saturating_add(1))
    }

    /// The page before this one.
    pub fn previous(self) -> Option<PageNumber> {
        PageNumber::new(self.get() - 1)
    }

    /// A number as it stands in an address: the first page has none, so `1` and `02` are no addresses.
    pub(super) fn parse(text: &str) -> Option<PageNumber> {
        let number = text.parse().ok().and_then(PageNumber::new)?;
        (number > PageNumber::FIRST && !text.starts_with(['0', '+'])).then_some(number)
    }
}
