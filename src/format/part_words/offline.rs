//! The service worker's notices.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct OfflineWords {
    /// A newer build is there.
    new_build: &'static str,
    /// The button that loads it.
    update_now: &'static str,
    /// The page is a copy: what stands before the day and the time that it is from.
    copy: &'static str,
    /// The button that puts the notice away.
    close: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static OfflineWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: OfflineWords = OfflineWords {
    new_build: "Вышла новая версия газеты. Она откроется со следующей страницей.",
    update_now: "Обновить сейчас",
    copy: "Сайт не отвечает. Показана копия от ",
    close: "Закрыть",
};

static KK: OfflineWords = OfflineWords {
    new_build: "Газеттің жаңа нұсқасы шықты. Ол келесі бетпен бірге ашылады.",
    update_now: "Қазір жаңарту",
    copy: "Сайт жауап бермейді. Көшірменің уақыты: ",
    close: "Жабу",
};

static EN: OfflineWords = OfflineWords {
    new_build: "There is a new version of the paper. It opens with the next page.",
    update_now: "Update now",
    copy: "The site does not answer. This copy is from ",
    close: "Close",
};
