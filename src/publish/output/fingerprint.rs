//! What files are known by.

use std::fs;

use serde::{Deserialize, Serialize};

/// What a file was made from, as a hash: equal fingerprints mean equal bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The fingerprint of something that was made from these parts.
    pub fn of(parts: &[&[u8]]) -> Fingerprint {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        let mut fingerprint = [0; 16];
        hasher.finalize_xof().fill(&mut fingerprint);
        Fingerprint(fingerprint)
    }

    /// The fingerprint of the command itself: what it makes of a file may be something else in another version.
    pub fn of_command() -> Fingerprint {
        let file = std::env::current_exe().and_then(fs::metadata);
        let state = file.map(|file| format!("{} {:?}", file.len(), file.modified().ok())).unwrap_or_default();
        Fingerprint::of(&[state.as_bytes()])
    }

    /// Its bytes, to make another fingerprint from.
    pub fn bytes(self) -> [u8; 16] {
        self.0
    }

    /// Its 32 digits.
    pub fn hex(self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.0))
    }

    /// A fingerprint from its digits.
    pub(super) fn parse(text: &str) -> Option<Fingerprint> {
        let digits = text.len() == 32 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        digits
            .then(|| u128::from_str_radix(text, 16).ok())
            .flatten()
            .map(|fingerprint| Fingerprint(fingerprint.to_be_bytes()))
    }
}
