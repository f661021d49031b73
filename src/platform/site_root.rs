//! Where the site lies: paths within it, and the paths at which the browser finds them.

use crate::names::MEDIA_FOLDER;
use crate::routes::{self, is_below};

/// The folder of the host in which the site lies, without a slash at the end; empty at the root.
fn folder() -> String {
    super::document::attribute("script[data-folder]", "data-folder").unwrap_or_default()
}

/// Where the browser finds a file of the site, by its path within the site.
pub fn at(file: &str) -> String {
    [&folder(), file].concat()
}

/// Whether what the browser finds at a path is a file of the site: the host may have others, each in its folder.
pub fn has(path: &str) -> bool {
    is_below(&folder(), path)
}

/// Whether what the browser finds at a path is a picture of the paper.
pub fn is_picture(path: &str) -> bool {
    is_below(&at(MEDIA_FOLDER), path)
}

/// Where the browser finds the JSON of the page that it finds at a path.
pub fn data_path(path: &str) -> String {
    let folder = folder();
    [&folder, &*routes::data_path(path.strip_prefix(&*folder).unwrap_or(path))].concat()
}
