use std::sync::{Arc, Mutex};

/// An attribute's value that changes, behind one type for all that have values of this kind: each closure of a type of its
/// own would bring a kilobyte of machinery into the client.
pub type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// Makes a changing value of a closure.
pub fn live<T>(value: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Arc::new(Mutex::new(value))
}
