//! What the notices say.

use crate::values::Lang;

/// The words of one language.
#[derive(Debug)]
pub struct NoticeWords {
    /// The button that shows new articles: before their number.
    pub show: &'static str,
    /// The same where there are more than can be counted.
    pub show_many: &'static str,
    /// A newer build is there.
    pub new_build: &'static str,
    /// The button that loads it.
    pub update_now: &'static str,
    /// The page is a copy: what stands before the day and the time that it is from.
    pub copy: &'static str,
    /// The button that loads the page once more.
    pub again: &'static str,
    /// The button that puts a notice away.
    pub close: &'static str,
}

/// The words of a language.
pub fn notice_words(lang: Lang) -> &'static NoticeWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: NoticeWords = NoticeWords {
    show: "Показать",
    show_many: "Показать новые материалы",
    new_build: "Вышла новая версия газеты. Она откроется со следующей страницей.",
    update_now: "Обновить сейчас",
    copy: "Сайт не отвечает. Показана копия от ",
    again: "Попробовать снова",
    close: "Закрыть",
};

static KK: NoticeWords = NoticeWords {
    show: "Көрсету:",
    show_many: "Жаңа материалдарды көрсету",
    new_build: "Газеттің жаңа нұсқасы шықты. Ол келесі бетпен бірге ашылады.",
    update_now: "Қазір жаңарту",
    copy: "Сайт жауап бермейді. Көшірменің уақыты: ",
    again: "Қайталап көру",
    close: "Жабу",
};

static EN: NoticeWords = NoticeWords {
    show: "Show",
    show_many: "Show new articles",
    new_build: "There is a new version of the paper. It opens with the next page.",
    update_now: "Update now",
    copy: "The site does not answer. This copy is from ",
    again: "Try again",
    close: "Close",
};
