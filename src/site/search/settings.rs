//! What the page of the search must know to ask: the rules by which the index was made.

use std::collections::BTreeMap;

use serde::Serialize;

use super::fold::{BEFORE_SHORT_I, LETTERS, fold};
use crate::content::Lang;
use crate::route::{Address, PageNumber, Route};
use crate::site::derive::Paper;
use crate::site::related::stems::{ENDINGS, ROOT, VOICELESS, kazakh_endings};

/// The rules, as the JSON of `/pagefind/<lang>/habarshy.json`.
#[derive(Serialize)]
struct Settings<'a> {
    /// How many articles the index has: of none there is no index.
    articles: usize,
    /// What letters count as.
    letters: BTreeMap<char, &'static str>,
    /// After these a short и is no more at the end of a word.
    before_short_i: &'static str,
    /// How endings are taken off; none where Pagefind does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    endings: Option<Endings>,
    /// The sections of the paper.
    sections: Vec<Section<'a>>,
}

#[derive(Serialize)]
struct Endings {
    all: Vec<String>,
    /// Endings of one letter, taken off only where a longer root stays.
    letters: &'static str,
    /// What must be left of a word, in letters.
    root: usize,
    /// How many endings a word may carry.
    most: usize,
    /// What a voiced end was before.
    voiceless: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Section<'a> {
    id: &'a str,
    name: &'a str,
    path: String,
}

/// The settings of a language.
///
/// # Errors
/// Where they cannot be written as JSON.
pub fn text(paper: &Paper<'_>, lang: Lang, articles: usize) -> Result<Vec<u8>, serde_json::Error> {
    let edition = paper.edition(lang);
    let sections = edition.into_iter().flat_map(|edition| {
        edition.sections.iter().map(|section| {
            let route = Route::Section(section.id.clone(), PageNumber::FIRST);
            let path = Address { lang, route }.path(edition.default_language);
            Section { id: section.id.as_str(), name: &section.name, path }
        })
    });
    let endings = (lang == Lang::Kk).then(|| Endings {
        all: kazakh_endings(fold),
        letters: super::terms::LETTERS_ALONE,
        root: ROOT,
        most: ENDINGS,
        voiceless: VOICELESS.iter().map(|(from, to)| (fold(&from.to_string()), fold(&to.to_string()))).collect(),
    });
    serde_json::to_vec(&Settings {
        articles,
        letters: LETTERS.into_iter().collect(),
        before_short_i: BEFORE_SHORT_I,
        endings,
        sections: sections.collect(),
    })
}
