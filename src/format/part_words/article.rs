//! What a reader can do with an article.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct ArticleWords {
    close: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static ArticleWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: ArticleWords = ArticleWords { close: "Закрыть" };

static KK: ArticleWords = ArticleWords { close: "Жабу" };

static EN: ArticleWords = ArticleWords { close: "Close" };
