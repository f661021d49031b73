//! Values on the device, whether it keeps them or not.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::Device;

/// What is kept on the device. What it refuses to keep, or has no room for, is kept as long as the page lives.
pub struct Store<D> {
    /// The device.
    pub device: D,
    unkept: RefCell<BTreeMap<String, String>>,
}

impl<D: Device> Store<D> {
    /// What a device keeps.
    pub fn new(device: D) -> Store<D> {
        Store { device, unkept: RefCell::default() }
    }

    /// A value.
    pub fn get(&self, key: &str) -> Option<String> {
        self.unkept.borrow().get(key).cloned().or_else(|| self.device.get(key))
    }

    /// Keeps a value.
    pub fn set(&self, key: &str, value: &str) {
        if self.device.set(key, value) {
            self.unkept.borrow_mut().remove(key);
        } else {
            self.unkept.borrow_mut().insert(key.to_owned(), value.to_owned());
        }
    }

    /// Keeps a value for this page alone.
    pub fn set_here(&self, key: &str, value: &str) {
        self.unkept.borrow_mut().insert(key.to_owned(), value.to_owned());
    }

    /// Forgets a value.
    pub fn remove(&self, key: &str) {
        self.unkept.borrow_mut().remove(key);
        self.device.remove(key);
    }

    /// The names of all values that begin so, in order.
    pub fn keys(&self, prefix: &str) -> Vec<String> {
        let mut keys = self.device.keys(prefix);
        keys.extend(self.unkept.borrow().keys().filter(|key| key.starts_with(prefix)).cloned());
        keys.sort();
        keys
    }
}
