//! What the page of the search must know to ask: the rules by which the index was made.

use serde::Serialize;

use super::fold::{BEFORE_SHORT_I, fold, letters};
use crate::publish::index::SiteIndex;
use crate::publish::related::stems::kazakh;
use crate::routes::{PageNumber, Route};
use crate::search::{Endings, Rules};
use crate::values::Lang;

/// The JSON of `/pagefind/<lang>/habarshy.json`.
#[derive(Serialize)]
struct Settings<'a> {
    #[serde(flatten)]
    rules: Rules,
    /// The sections of the paper: the pages of earlier builds, which may still be open, have them from here.
    sections: Vec<Section<'a>>,
}

#[derive(Serialize)]
struct Section<'a> {
    id: &'a str,
    name: &'a str,
    path: String,
}

/// How endings of a language are taken off; none where Pagefind does it.
pub fn endings(lang: Lang) -> Option<Endings> {
    let letters = letters();
    (lang == Lang::Kk).then(|| kazakh(|text| fold(text, &letters)))
}

/// The settings of a language.
///
/// # Errors
/// Where they cannot be written as JSON.
pub fn text(site_index: &SiteIndex<'_>, lang: Lang, articles: usize) -> Result<Vec<u8>, serde_json::Error> {
    let edition = site_index.edition(lang);
    let sections = edition.into_iter().flat_map(|edition| {
        edition.sections.iter().map(|section| {
            let route = Route::Section(section.id.clone(), PageNumber::FIRST);
            let path = edition.path(&route);
            Section { id: section.id.as_str(), name: &section.name, path }
        })
    });
    let before_short_i = BEFORE_SHORT_I.to_owned();
    let rules = Rules { articles, letters: letters(), before_short_i, endings: endings(lang) };
    serde_json::to_vec(&Settings { rules, sections: sections.collect() })
}
