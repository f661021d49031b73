//! Where the files of an index come from.

use std::rc::Rc;

use crate::search::index::Manifest;
use crate::values::Lang;

/// Why a file cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The site does not have it: its index is another by now.
    Missing,
    /// The site cannot be reached, or its answer makes no sense.
    Unreachable,
}

/// The files of a site's indexes.
#[expect(
    async_fn_in_trait,
    reason = "both implementations stay in one thread: no caller needs futures that can be sent"
)]
pub trait Files {
    /// The manifest of a language: one that is known already, unless it is to be fresh.
    async fn manifest(&self, lang: Lang, is_fresh: bool) -> Result<Rc<Manifest>, FileError>;

    /// Begins to fetch a file that will be asked for.
    fn begin(&self, path: &str);

    /// A file by its path on the site.
    async fn file(&self, path: &str) -> Result<Rc<[u8]>, FileError>;
}
