//! A number for the tree of a page, by which the client finds out whether it is still as it was sent.
//!
//! The build takes it of the HTML that it writes (`publish::tree`), the client of the document (`platform::tree`). It knows the
//! kinds of all nodes, their order, the names of elements and the lengths of texts: more would cost readers time, and less
//! would not notice a translator that wraps each text in an element.

use std::fmt;

/// The number of a tree, of whose nodes it is told in document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreeHash(u32);

impl Default for TreeHash {
    fn default() -> Self {
        TreeHash(0x811c_9dc5)
    }
}

impl TreeHash {
    /// An element begins.
    pub fn element(&mut self, name: &str) {
        self.byte(b'<');
        name.bytes().for_each(|byte| self.byte(byte));
    }

    /// A text of so many UTF-16 units, which is how browsers count.
    pub fn text(&mut self, length: u32) {
        self.byte(b'"');
        length.to_le_bytes().into_iter().for_each(|byte| self.byte(byte));
    }

    /// A comment: Leptos marks places by them.
    pub fn comment(&mut self) {
        self.byte(b'!');
    }

    /// FNV-1a.
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
}

/// Twenty bits of it: every page carries them, and one change in a million may go unnoticed.
impl fmt::Display for TreeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:05x}", self.0 >> 12)
    }
}

/// The attribute of the app's element that holds the number.
pub const ATTRIBUTE: &str = "data-tree";
