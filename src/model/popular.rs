//! What is read most.

use serde::{Deserialize, Serialize};

use crate::model::Headline;
use crate::values::Day;
use crate::values::json::as_object;

/// How many articles of a period are shown.
pub const SHOWN: usize = 10;

/// How many headlines "most read" has on the front page.
pub const MOST_READ: usize = 5;

/// The page of what is read most, by the date of publication.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Popular {
    /// What counts as a view, in the page's language.
    pub rule: String,
    /// The last day on which the paper published something: `2024-04-19`; none for a paper without articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Articles of that day, most read first: more than are shown, where a shared counter may yet change their order.
    pub day: Vec<Headline>,
    /// Articles of the seven days that end with it.
    pub week: Vec<Headline>,
    /// Articles of all times.
    pub ever: Vec<Headline>,
}

as_object!(Popular);

/// A period of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// One day.
    Day,
    /// Seven days.
    Week,
    /// All of them.
    Ever,
}

impl Period {
    /// All periods, the shortest first.
    pub const ALL: [Period; 3] = [Period::Day, Period::Week, Period::Ever];

    /// The first and the last day of a period that ends with a day; none for all times.
    pub fn days(self, until: Day) -> Option<(Day, Day)> {
        match self {
            Period::Day => Some((until, until)),
            Period::Week => Some((until.before(6), until)),
            Period::Ever => None,
        }
    }
}

impl Popular {
    /// The articles of a period.
    pub fn of(&self, period: Period) -> &[Headline] {
        match period {
            Period::Day => &self.day,
            Period::Week => &self.week,
            Period::Ever => &self.ever,
        }
    }
}
