//! The index of the search: made by Pagefind, for each language a folder of its own.
//!
//! Pagefind gets words that are folded already ([`fold`]), and of Kazakh the stems ([`terms`]): then a query that was folded
//! by the same rules meets them. What a result shows travels beside the words, in what Pagefind takes for the address and
//! leaves alone. The page of the search gets the rules from the file [`SETTINGS`], so that they stand in one place.

mod engine;
mod fold;
mod record;
mod settings;
mod terms;

pub use engine::{SCRIPT, SearchError, VERSION, script};

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::names::SEARCH_FOLDER;
use crate::publish::index::SiteIndex;
use crate::publish::output::Fingerprint;
use crate::publish::source::Source;
use crate::routes::{PageNumber, Route};
use crate::values::Lang;
use record::Record;
use terms::Terms;

/// The file of an index by which it is known to be there, and which tells the page of the search how to ask.
pub const SETTINGS: &str = "habarshy.json";

/// From so many articles on an index takes long enough that the pages are put in place before it.
pub const LARGE: usize = 1_000;

/// A file of an index: its path on the site, and its content.
pub type File = (String, Vec<u8>);

/// The records of a language, newest first, and the fingerprint of what they say.
pub struct Plan<'a> {
    lang: Lang,
    records: Vec<Record<'a>>,
    settings: Vec<u8>,
    /// What the index is made from.
    pub fingerprint: Fingerprint,
}

/// What the index of a language will be made from.
///
/// # Errors
/// Where the settings cannot be written as JSON.
pub fn plan<'a>(site_index: &'a SiteIndex<'a>, lang: Lang) -> Result<Plan<'a>, serde_json::Error> {
    let articles: Vec<&Source> = site_index.newest(lang, &Route::Front(PageNumber::FIRST)).collect();
    let records: Vec<Record<'a>> =
        articles.into_par_iter().filter_map(|source| Record::new(site_index, source)).collect();
    let settings = settings::text(site_index, lang, records.len())?;
    let fingerprints: Vec<[u8; 16]> = records.par_iter().map(Record::fingerprint).collect();
    let fingerprint = Fingerprint::of(&[engine::VERSION.as_bytes(), &settings, fingerprints.as_flattened()]);
    Ok(Plan { lang, records, settings, fingerprint })
}

impl Plan<'_> {
    /// The folder of the index, with a slash at the end.
    pub fn folder(&self) -> String {
        format!("{SEARCH_FOLDER}/{}/", self.lang)
    }

    /// How many articles the index has.
    pub fn articles(&self) -> usize {
        self.records.len()
    }

    /// Makes the index. The file that stands for all of it comes last.
    ///
    /// # Errors
    /// What Pagefind says.
    pub fn files(&self, each: &(dyn Fn() + Sync)) -> Result<Vec<File>, SearchError> {
        // The oldest first: an article that is added leaves the numbers of all others as they are.
        let entries = self.records.par_iter().rev().enumerate().map_init(Terms::default, |terms, (index, record)| {
            each();
            record.entry(index + 1, terms)
        });
        let folder = self.folder();
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        if !self.records.is_empty() {
            for (name, bytes) in engine::index(self.lang, entries.collect())? {
                files.insert(format!("{folder}{name}"), bytes);
            }
        }
        Ok(files.into_iter().chain([(format!("{folder}{SETTINGS}"), self.settings.clone())]).collect())
    }
}
