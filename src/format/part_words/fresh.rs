//! That the paper has news.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct FreshWords {
    close: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static FreshWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: FreshWords = FreshWords { close: "Закрыть" };

static KK: FreshWords = FreshWords { close: "Жабу" };

static EN: FreshWords = FreshWords { close: "Close" };
