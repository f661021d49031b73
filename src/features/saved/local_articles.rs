//! What the page lists.

use super::record::Record;

/// Milliseconds.
#[cfg(any(feature = "hydrate", test))]
const DAY: i64 = 24 * 3_600_000;

/// What is on the device, each article with the days since it came there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalArticles {
    /// What was saved, the latest first.
    pub saved: Vec<(Record, u64)>,
    /// What was read lately and not saved, the latest first.
    pub read: Vec<(ReadPage, u64)>,
    /// How many bytes the browser would give in all, where it says so.
    pub quota: Option<u64>,
}

/// An article whose document the service worker has kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadPage {
    /// Where it stands on the site.
    pub path: String,
    /// The headline.
    pub title: String,
    /// Its language.
    pub lang: String,
    /// When it was kept, in milliseconds since 1970.
    pub at: i64,
}

/// Days of a calendar from one midnight to a later one: where clocks are put forward or back, a day has 23 or 25 hours.
#[cfg(any(feature = "hydrate", test))]
pub fn days_between(midnight: i64, later: i64) -> u64 {
    u64::try_from((later.saturating_sub(midnight) + DAY / 2).div_euclid(DAY)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        const HOUR: i64 = 3_600_000;
        let table = [(0, 0), (23 * HOUR, 1), (24 * HOUR, 1), (25 * HOUR, 1), (47 * HOUR, 2), (21 * DAY + HOUR, 21)];
        for (time, days) in table {
            assert_eq!(days_between(1_795_600_000_000, 1_795_600_000_000 + time), days, "{time}");
        }
        // The reader's clock was put back.
        assert_eq!(days_between(DAY, 0), 0);
        assert_eq!(days_between(i64::MAX, 0), 0);
    }
}
