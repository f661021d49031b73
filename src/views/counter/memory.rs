//! A service in memory, for tests and as an example.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::{Answer, Counter, Hit, Receipt, Request, believed};

/// A service in memory. Its requests are for [`Memory::serve`].
#[derive(Default)]
pub struct Memory {
    counts: Mutex<HashMap<String, u64>>,
}

impl Memory {
    /// Does what a request asks for; gives status and body.
    pub fn serve(&self, request: &Request) -> (u16, String) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(path) = &request.form {
            let count = counts.entry(path.clone()).or_default();
            *count += 1;
            return (200, count.to_string());
        }
        let asked = request.url.split(',').map(|path| counts.get(path).copied().unwrap_or_default().to_string());
        (200, asked.collect::<Vec<_>>().join(","))
    }

    /// The views of an article.
    pub fn views(&self, path: &str) -> u64 {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner).get(path).copied().unwrap_or_default()
    }
}

impl Counter for Memory {
    fn report(&self, hit: Hit<'_>) -> Request {
        Request { url: String::new(), form: Some(hit.path.to_owned()) }
    }

    fn receipt(&self, answer: Answer<'_>) -> Receipt {
        if answer.is_good() { Receipt::Counted } else { answer.failure() }
    }

    fn most(&self) -> usize {
        usize::MAX
    }

    fn ask(&self, paths: &[String]) -> Request {
        Request { url: paths.join(","), form: None }
    }

    fn counts(&self, _paths: &[String], answer: Answer<'_>) -> Option<Vec<Option<u64>>> {
        answer.is_good().then(|| answer.body.split(',').map(|count| believed(count.parse().ok())).collect())
    }
}
