//! [Waline](https://waline.js.org), a comment server that counts page views too.

use serde_json::Value;

use super::{Answer, Counter, Hit, Receipt, Request, believed};

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
        let counted = answer.json().and_then(data).is_some();
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
        // Older servers answer one path by one value.
        let list = match data(answer.json()?)? {
            Value::Array(list) => list,
            value => vec![value],
        };
        (list.len() == paths.len()).then(|| list.iter().map(|value| believed(count(value))).collect())
    }
}

/// What the envelope holds, if it says that all is well; older servers send it without one.
fn data(mut json: Value) -> Option<Value> {
    match json.get("errno") {
        Some(errno) if errno.as_u64() != Some(0) => None,
        Some(_) => json.get_mut("data").map(Value::take).filter(|data| !data.is_null()),
        None => (json.is_u64() || json.is_array()).then_some(json),
    }
}

/// `{"time":7}`, or 7 by itself from older servers.
fn count(value: &Value) -> Option<u64> {
    value.get("time").unwrap_or(value).as_u64()
}
