//! [GoatCounter](https://www.goatcounter.com), web statistics without cookies.

use serde::Deserialize;

use super::{Answer, Counter, Hit, Receipt, Request, believed};
use crate::values::json::from_object;
use crate::values::percent_encode;

/// A site of GoatCounter, whose setting "allow adding visitor counts on your website" is on.
pub struct GoatCounter {
    endpoint: String,
}

impl GoatCounter {
    /// The site at a URL without a slash at the end.
    pub fn new(endpoint: String) -> GoatCounter {
        GoatCounter { endpoint }
    }
}

impl Counter for GoatCounter {
    fn report(&self, hit: Hit<'_>) -> Request {
        let Hit { path, title, nonce } = hit;
        let mut url = format!("{}/count?p={}&rnd={nonce}", self.endpoint, percent_encode(path));
        if !title.is_empty() {
            url.push_str("&t=");
            url.push_str(&percent_encode(title));
        }
        Request { url, form: None }
    }

    fn receipt(&self, answer: Answer<'_>) -> Receipt {
        // It counts later and does not say what; 202 means that the operator wants this address ignored.
        if answer.is_good() { Receipt::Counted } else { answer.failure() }
    }

    fn is_behind(&self) -> bool {
        // Its counts may be kept for half an hour.
        true
    }

    fn most(&self) -> usize {
        1
    }

    fn ask(&self, paths: &[String]) -> Request {
        let path = paths.first().map(|path| percent_encode(path)).unwrap_or_default();
        Request { url: format!("{}/counter/{path}.json", self.endpoint), form: None }
    }

    fn counts(&self, _paths: &[String], answer: Answer<'_>) -> Option<Vec<Option<u64>>> {
        // The body of a path that nobody has counted is the same as of any other.
        let count = if answer.status == 404 { serde_json::from_str(answer.body).ok() } else { answer.json() };
        let Count { count } = count?;
        Some(vec![believed(figures(&count))])
    }
}

/// What it says of a path, as far as we want to know it.
#[derive(Deserialize)]
#[serde(remote = "Self")]
struct Count {
    /// As people write numbers.
    count: String,
}

from_object!(Count);

/// A number with separators, as people write it: `1 234`, `1,234`, `1.234`, `1'234`.
fn figures(text: &str) -> Option<u64> {
    let separator = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '.' | '\'' | '’');
    if text.is_empty() || text.chars().any(|letter| !letter.is_ascii_digit() && !separator(letter)) {
        return None;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit);
    // What is greater than the greatest stays so: it is not believed.
    Some(digits.fold(0_u64, |number, digit| number.saturating_mul(10).saturating_add((digit - b'0').into())))
}
