//! Work that is done once, by whoever comes first, while the others go on with something else.

use std::cell::Cell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// How deep work that is taken up while waiting may wait again: each level lies on the stack.
const DEEPEST: usize = 8;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// A value that is made once.
///
/// Many articles show the same picture, and making one takes a second. A thread that finds somebody else at it reads other
/// articles until it is there: else two threads that read translations in step would do the work of one.
///
/// Making the value must not wait for rayon: whoever does that takes up other work, which may come to wait for this value.
#[derive(Debug)]
pub struct Once<T> {
    begun: AtomicBool,
    value: OnceLock<T>,
}

impl<T> Default for Once<T> {
    fn default() -> Once<T> {
        Once { begun: AtomicBool::new(false), value: OnceLock::new() }
    }
}

impl<T> Once<T> {
    /// The value, made by this call or by another one. `make` must not panic: the others would wait for ever.
    pub fn get(&self, make: impl FnOnce() -> T) -> &T {
        if let Some(value) = self.value.get() {
            return value;
        }
        if !self.begun.swap(true, Ordering::AcqRel) {
            return self.value.get_or_init(make);
        }
        let depth = DEPTH.get();
        if depth < DEEPEST {
            DEPTH.set(depth + 1);
            while self.value.get().is_none() && rayon::yield_now() == Some(rayon::Yield::Executed) {}
            DEPTH.set(depth);
        }
        self.value.wait()
    }

    /// The value, if it was made.
    pub fn known(&self) -> Option<&T> {
        self.value.get()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use rayon::prelude::*;

    use super::*;

    #[test]
    fn a_value_is_made_once_and_nobody_waits_for_ever() {
        let values: [Once<usize>; 4] = Default::default();
        let made = AtomicUsize::new(0);
        let make = |value: usize| {
            made.fetch_add(1, Ordering::Relaxed);
            value
        };
        let right =
            (0..2000).into_par_iter().filter(|number| *values[number % 4].get(|| make(number % 4)) == number % 4);
        assert_eq!(right.count(), 2000);
        assert_eq!(made.into_inner(), 4);
    }
}
