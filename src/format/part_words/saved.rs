//! The page of saved articles.

use serde::Serialize;

use crate::content::Lang;

/// The words of one language.
#[derive(Debug, Serialize)]
pub struct SavedWords {
    /// The page of the address is not on the device.
    missing: &'static str,
    /// Why, and what there is instead.
    missing_why: &'static str,
    /// The button that asks for it again.
    again: &'static str,
    /// Nothing is saved.
    empty: &'static str,
    /// The browser keeps nothing for this page.
    unavailable: &'static str,
    /// Saved on this day.
    today: &'static str,
    /// Saved the day before.
    yesterday: &'static str,
    /// Saved so many days ago: what stands before the number, then after it by the forms one, few, many.
    days: [&'static str; 4],
    /// Read on this day.
    read_today: &'static str,
    /// Read the day before.
    read_yesterday: &'static str,
    /// Read so many days ago, as `days`.
    read_days: [&'static str; 4],
    /// Bytes, and a thousand times as much each time.
    units: [&'static str; 4],
    /// The button that lets go of an article.
    remove: &'static str,
    /// What was let go is named after this.
    removed: &'static str,
    /// The button that takes it back.
    undo: &'static str,
    /// It could not be taken back.
    undo_failed: &'static str,
    /// The button that lets go of all articles.
    remove_all: &'static str,
    /// How much of the device is used.
    used: &'static str,
    /// Of how much.
    of: &'static str,
    /// The heading of what was read lately.
    lately: &'static str,
    /// What that list is.
    lately_why: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static SavedWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: SavedWords = SavedWords {
    missing: "Этой страницы на устройстве нет",
    missing_why: "Сайт не отвечает, а страница по этому адресу здесь раньше не открывалась. Ниже то, что можно читать и без сети.",
    again: "Попробовать снова",
    empty: "Пока ничего не сохранено. Кнопка «Сохранить» у статьи оставит ее здесь вместе с картинками.",
    unavailable: "Браузер не дает хранить статьи: так бывает в приватном окне и на сайтах без https.",
    today: "сохранено сегодня",
    yesterday: "сохранено вчера",
    days: ["сохранено ", "день назад", "дня назад", "дней назад"],
    read_today: "читали сегодня",
    read_yesterday: "читали вчера",
    read_days: ["читали ", "день назад", "дня назад", "дней назад"],
    units: ["Б", "кБ", "МБ", "ГБ"],
    remove: "Убрать",
    removed: "Убрано",
    undo: "Вернуть",
    undo_failed: "Вернуть не удалось: на устройстве нет места.",
    remove_all: "Убрать все",
    used: "Занято ",
    of: " из ",
    lately: "Читали недавно",
    lately_why: "Эти статьи тоже открываются без сети, пока их не сменят новые.",
};

static KK: SavedWords = SavedWords {
    missing: "Бұл бет құрылғыда жоқ",
    missing_why: "Сайт жауап бермейді, ал осы мекенжайдағы бет мұнда бұрын ашылмаған. Төменде желісіз оқуға болатын мақалалар тұр.",
    again: "Қайталап көру",
    empty: "Әзірге ештеңе сақталмаған. Мақаладағы «Сақтау» түймесі оны суреттерімен бірге осында қалдырады.",
    unavailable: "Браузер мақала сақтауға рұқсат бермейді: жеке терезеде және https жоқ сайттарда осылай болады.",
    today: "бүгін сақталған",
    yesterday: "кеше сақталған",
    days: ["", "күн бұрын сақталған", "күн бұрын сақталған", "күн бұрын сақталған"],
    read_today: "бүгін оқылған",
    read_yesterday: "кеше оқылған",
    read_days: ["", "күн бұрын оқылған", "күн бұрын оқылған", "күн бұрын оқылған"],
    units: ["Б", "кБ", "МБ", "ГБ"],
    remove: "Алып тастау",
    removed: "Алып тасталды",
    undo: "Қайтару",
    undo_failed: "Қайтару мүмкін болмады: құрылғыда орын жоқ.",
    remove_all: "Бәрін алып тастау",
    used: "Алып тұрған орны: ",
    of: " / ",
    lately: "Жақында оқылғандар",
    lately_why: "Бұл мақалалар да желісіз ашылады, жаңалары орнын басқанша.",
};

static EN: SavedWords = SavedWords {
    missing: "This page is not on the device",
    missing_why: "The site does not answer, and the page at this address has not been opened here before. Below is what can be read without a network.",
    again: "Try again",
    empty: "Nothing is saved yet. The button “Save” of an article leaves it here together with its pictures.",
    unavailable: "The browser does not let the paper keep articles: so it is in private windows, and on sites without https.",
    today: "saved today",
    yesterday: "saved yesterday",
    days: ["saved ", "day ago", "days ago", "days ago"],
    read_today: "read today",
    read_yesterday: "read yesterday",
    read_days: ["read ", "day ago", "days ago", "days ago"],
    units: ["B", "kB", "MB", "GB"],
    remove: "Remove",
    removed: "Removed",
    undo: "Undo",
    undo_failed: "It could not be brought back: the device is full.",
    remove_all: "Remove all",
    used: "Uses ",
    of: " of ",
    lately: "Read lately",
    lately_why: "These articles open without a network too, until newer ones take their place.",
};
