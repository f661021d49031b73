//! The search.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct SearchWords {
    close: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static SearchWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: SearchWords = SearchWords { close: "Закрыть" };

static KK: SearchWords = SearchWords { close: "Жабу" };

static EN: SearchWords = SearchWords { close: "Close" };
