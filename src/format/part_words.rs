//! The words of the parts, which load on demand: written as JSON by the build, a file for each language.

mod article;
mod fresh;
mod offline;
mod saved;
mod search;
mod settings;

use serde::Serialize;

use crate::content::Lang;

/// The words of all parts in one language, each under its part's name.
#[derive(Debug, Serialize)]
pub struct PartWords {
    article: &'static article::ArticleWords,
    fresh: &'static fresh::FreshWords,
    offline: &'static offline::OfflineWords,
    saved: &'static saved::SavedWords,
    search: &'static search::SearchWords,
    settings: &'static settings::SettingsWords,
}

/// The words of a language.
pub fn part_words(lang: Lang) -> PartWords {
    PartWords {
        article: article::words(lang),
        fresh: fresh::words(lang),
        offline: offline::words(lang),
        saved: saved::words(lang),
        search: search::words(lang),
        settings: settings::words(lang),
    }
}
