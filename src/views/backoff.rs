//! How long a service that failed is left alone.

/// The first pause, in milliseconds.
const SHORTEST: i64 = 5_000;

/// The longest pause: an hour.
const LONGEST: i64 = 3_600_000;

/// When to try again, kept on the device so that neither another page nor another tab asks before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backoff {
    failures: i64,
    until: i64,
}

impl Backoff {
    /// Reads what [`Backoff::to_text`] wrote; what is broken is no reason to wait.
    pub fn parse(text: &str) -> Backoff {
        let parts = text.split_once(' ');
        let read = parts.and_then(|(failures, until)| {
            Some(Backoff { failures: failures.parse().ok()?, until: until.parse().ok()? })
        });
        read.unwrap_or_default()
    }

    /// The stored form: how often it failed, and until when to wait.
    pub fn to_text(self) -> String {
        format!("{} {}", self.failures, self.until)
    }

    /// It failed once more: the pause doubles.
    pub fn failed(self, now: i64) -> Backoff {
        let pause = (SHORTEST << self.failures.clamp(0, 20)).min(LONGEST);
        Backoff { failures: self.failures.saturating_add(1), until: now.saturating_add(pause) }
    }

    /// Milliseconds still to wait. A pause that is longer than any of ours was made by a clock that was wrong.
    pub fn left(self, now: i64) -> u32 {
        let left = self.until.saturating_sub(now);
        if (0..=LONGEST).contains(&left) { left.try_into().unwrap_or_default() } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_an_hour() {
        let mut backoff = Backoff::default();
        let mut pauses = Vec::new();
        for _ in 0..12 {
            backoff = backoff.failed(1_000_000);
            pauses.push(backoff.left(1_000_000) / 1_000);
        }
        assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);
        assert_eq!((0..99).fold(backoff, |backoff, _| backoff.failed(0)).left(0), 3_600_000);
    }

    #[test]
    fn a_pause_ends_and_a_wrong_clock_makes_none() {
        let backoff = Backoff::parse(&Backoff::default().failed(1_000_000).to_text());
        let table = [(1_000_000, 5_000), (1_004_000, 1_000), (1_005_000, 0), (9_000_000, 0), (-9_000_000_000, 0)];
        for (now, left) in table {
            assert_eq!(backoff.left(now), left, "{now}");
        }
        for broken in ["", "1", "x y", "1 99999999999999999999"] {
            assert_eq!(Backoff::parse(broken), Backoff::default(), "{broken}");
        }
    }
}
