//! Chance without chance: a small generator seeded by text alone.

/// A stream of numbers that depends on nothing but the text it was made from.
pub(super) struct Rng(u64);

impl Rng {
    /// FNV-1a over the text, then mixed, because slugs often differ in one last letter only.
    pub(super) fn new(text: &str) -> Self {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in text.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        let mut rng = Self(hash | 1);
        for _ in 0..4 {
            rng.next();
        }
        rng
    }

    /// The next number (xorshift64*; the multiplication hides the weak low bits).
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        let width = u64::from(high.abs_diff(low)) + 1;
        let step = i32::try_from(self.next() % width).unwrap_or(0);
        low.min(high).saturating_add(step)
    }

    /// True in `percent` cases of a hundred.
    pub(super) fn chance(&mut self, percent: i32) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of the things offered; `None` only when nothing was.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        let last = i32::try_from(from.len()).unwrap_or(i32::MAX) - 1;
        let at = usize::try_from(self.between(0, last.max(0))).unwrap_or(0);
        from.get(at).copied()
    }
}
