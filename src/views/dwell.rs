//! How long an article has been seen.

/// For how long an article has been visible, by a clock that never goes back, in microseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dwell {
    /// Before the present look.
    seen: u64,
    /// Since when the present look lasts.
    since: Option<u64>,
}

impl Dwell {
    /// The article is visible from now on, or not any more.
    pub fn set_visible(&mut self, visible: bool, now: u64) {
        if let Some(since) = self.since.take() {
            self.seen = self.seen.saturating_add(now.saturating_sub(since));
        }
        self.since = visible.then_some(now);
    }

    /// How much longer it must be visible to have been seen for so many seconds; none while it is not.
    pub fn left(&self, seconds: u32, now: u64) -> Option<u64> {
        let seen = self.seen.saturating_add(now.saturating_sub(self.since?));
        Some((u64::from(seconds) * 1_000_000).saturating_sub(seen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: u64 = 1_000_000;

    #[test]
    fn only_visible_time_counts() {
        let mut dwell = Dwell::default();
        assert_eq!(dwell.left(3, 0), None);
        dwell.set_visible(true, 10 * SECOND);
        assert_eq!(dwell.left(3, 12 * SECOND), Some(SECOND));
        dwell.set_visible(false, 12 * SECOND);
        assert_eq!(dwell.left(3, 900 * SECOND), None);
        dwell.set_visible(true, 900 * SECOND);
        assert_eq!(dwell.left(3, 900 * SECOND), Some(SECOND));
        assert_eq!(dwell.left(3, 901 * SECOND), Some(0));
        assert_eq!(dwell.left(3, 990 * SECOND), Some(0));
    }

    #[test]
    fn to_be_told_twice_changes_nothing() {
        let mut dwell = Dwell::default();
        dwell.set_visible(true, 0);
        dwell.set_visible(true, SECOND);
        assert_eq!(dwell.left(3, 2 * SECOND), Some(SECOND));
    }
}
