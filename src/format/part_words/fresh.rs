//! That the paper has news.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct FreshWords {
    /// A button that shows so many new articles: before the number, and after it by [`forms`](FreshWords::forms).
    show: &'static str,
    /// What follows the number one, a few, and many; the numbers are told apart as the language does.
    forms: [&'static str; 3],
    /// The same where there are more than can be counted.
    show_many: &'static str,
    close: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static FreshWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: FreshWords = FreshWords {
    show: "Показать",
    forms: ["новый материал", "новых материала", "новых материалов"],
    show_many: "Показать новые материалы",
    close: "Закрыть",
};

static KK: FreshWords = FreshWords {
    show: "Көрсету:",
    forms: ["жаңа материал", "жаңа материал", "жаңа материал"],
    show_many: "Жаңа материалдарды көрсету",
    close: "Жабу",
};

static EN: FreshWords = FreshWords {
    show: "Show",
    forms: ["new article", "new articles", "new articles"],
    show_many: "Show new articles",
    close: "Close",
};
