//! A built site, as far as a server must know it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::publish::address_table::AddressTable;
use crate::publish::client_files::files_below;
use crate::publish::redirects::redirects_file;
use crate::publish::urls::NOT_FOUND;
use crate::values::{Lang, origin_and_folder};

/// A site that was built.
#[derive(Clone, Debug)]
pub struct BuiltSite {
    /// Where it lies.
    pub place: PathBuf,
    /// Its addresses.
    pub table: AddressTable,
    /// Scheme and host of its `base_url`.
    pub origin: String,
    /// The languages that do not stand at the root: each has a page for unknown addresses.
    pub languages: Vec<Lang>,
    /// Its files with their bytes.
    pub files: Vec<(String, u64)>,
}

impl BuiltSite {
    /// Reads a site.
    ///
    /// # Errors
    /// The folder is no built site, or cannot be read.
    pub fn read(folder: &Path) -> io::Result<BuiltSite> {
        let place = fs::canonicalize(folder)?;
        let page = fs::read_to_string(place.join(NOT_FOUND.trim_start_matches('/')))?;
        let edition = edition(&page).ok_or_else(|| io::Error::other("its 404.html is not one that a build wrote"))?;
        let url = edition.get("base_url").and_then(|url| url.as_str()).unwrap_or_default();
        let files = files_below(&place).map_err(|(_, error)| error)?;
        let files = files.into_iter().map(|(path, file)| Ok((path, fs::metadata(file)?.len())));
        Ok(BuiltSite {
            table: AddressTable::read(&place)?,
            origin: origin_and_folder(url).0.to_owned(),
            languages: Lang::ALL
                .into_iter()
                .filter(|lang| place.join(lang.code()).join(NOT_FOUND.trim_start_matches('/')).is_file())
                .collect(),
            files: files.collect::<io::Result<_>>()?,
            place,
        })
    }

    /// The host of `base_url` with its port.
    pub fn host(&self) -> &str {
        self.origin.split_once("://").map_or(&self.origin, |(_, host)| host)
    }

    /// The content of `_redirects`.
    pub fn redirects_file(&self) -> String {
        redirects_file(self.table.redirects())
    }

    /// The path of a file of the site on its host.
    pub fn at(&self, file: &str) -> String {
        [&self.table.folder, file].concat()
    }
}

/// The frame of a page, as its document holds it.
fn edition(page: &str) -> Option<serde_json::Value> {
    let (_, rest) = page.split_once("id=\"page-data\">")?;
    let (json, _) = rest.split_once("</script>")?;
    serde_json::from_str::<serde_json::Value>(json).ok()?.get_mut("edition").map(serde_json::Value::take)
}
