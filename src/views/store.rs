//! Values on the device, whether it keeps them or not.

use std::cell::RefCell;

use super::Platform;

/// What is kept on the device. What it refuses to keep, or has no room for, is kept as long as the page lives.
pub struct Store<P> {
    /// Where values are kept.
    pub platform: P,
    /// Few, if any, in the order in which they came.
    unkept: RefCell<Vec<(String, String)>>,
}

impl<P: Platform> Store<P> {
    /// What a device keeps.
    pub fn new(platform: P) -> Store<P> {
        Store { platform, unkept: RefCell::default() }
    }

    /// A value.
    pub fn get(&self, key: &str) -> Option<String> {
        self.unkept(key).or_else(|| self.platform.get(key))
    }

    /// A value that could not be kept.
    pub fn unkept(&self, key: &str) -> Option<String> {
        self.unkept.borrow().iter().find(|(name, _)| name == key).map(|(_, value)| value.clone())
    }

    /// Keeps a value.
    pub fn set(&self, key: &str, value: &str) {
        self.forget(key);
        if !self.platform.set(key, value) {
            self.unkept.borrow_mut().push((key.to_owned(), value.to_owned()));
        }
    }

    /// Keeps a value for this page alone.
    pub fn set_here(&self, key: &str, value: &str) {
        self.forget(key);
        self.unkept.borrow_mut().push((key.to_owned(), value.to_owned()));
    }

    fn forget(&self, key: &str) {
        self.unkept.borrow_mut().retain(|(name, _)| name != key);
    }

    /// Forgets a value.
    pub fn remove(&self, key: &str) {
        self.forget(key);
        self.platform.remove(key);
    }

    /// The names of all values that begin so: those that are kept in order, then the others.
    pub fn keys(&self, prefix: &str) -> Vec<String> {
        let mut keys = self.platform.keys(prefix);
        let unkept = self.unkept.borrow();
        keys.extend(unkept.iter().map(|(name, _)| name).filter(|key| key.starts_with(prefix)).cloned());
        keys
    }
}
