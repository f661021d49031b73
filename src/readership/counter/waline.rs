//! [Waline](https://waline.js.org), a comment server that counts page views too.

use super::{Answer, Counter, Hit, Receipt, Request, believed};
use crate::content::wire::value::{Json, Value};

/// As many paths as fit into a URL that no server in between refuses.
const MOST: usize = 50;

/// A Waline server.
pub struct Waline {
    endpoint: String,
}

impl Waline {
    /// The server at a URL without a slash at the end.
    pub fn new(endpoint: String) -> Waline {
        Waline { endpoint }
    }
}

impl Counter for Waline {
    fn report(&self, hit: Hit<'_>) -> Request {
        Request {
            url: format!("{}/api/article", self.endpoint),
            form: Some(format!("path={}&type=time&action=inc", hit.path)),
        }
    }

    fn receipt(&self, answer: Answer<'_>) -> Receipt {
        let counted = answer.json().and_then(|json| data(&json)).is_some();
        if counted { Receipt::Counted } else { answer.failure() }
    }

    fn most(&self) -> usize {
        MOST
    }

    fn ask(&self, paths: &[String]) -> Request {
        // A path of ours has no comma.
        Request { url: format!("{}/api/article?type=time&path={}", self.endpoint, paths.join(",")), form: None }
    }

    fn counts(&self, paths: &[String], answer: Answer<'_>) -> Option<Vec<Option<u64>>> {
        let data = data(&answer.json()?)?;
        // Older servers answer one path by one value.
        let list = data.list().unwrap_or_else(|| vec![data]);
        (list.len() == paths.len()).then(|| list.iter().map(|value| believed(count(value))).collect())
    }
}

/// What the envelope holds, if it says that all is well; older servers send it without one.
fn data(json: &Json) -> Option<Json> {
    match Value::get(json, "errno") {
        Some(errno) if errno.number() == Some(0) => Value::get(json, "data"),
        Some(_) => None,
        None => (json.number().is_some() || json.list().is_some()).then(|| json.clone()),
    }
}

/// `{"time":7}`, or 7 by itself from older servers.
fn count(value: &Json) -> Option<u64> {
    Value::get(value, "time").as_ref().unwrap_or(value).number()
}
