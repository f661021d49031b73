//! The page of saved articles.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct SavedWords {
    close: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static SavedWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: SavedWords = SavedWords { close: "Закрыть" };

static KK: SavedWords = SavedWords { close: "Жабу" };

static EN: SavedWords = SavedWords { close: "Close" };
