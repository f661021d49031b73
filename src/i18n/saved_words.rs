//! What the page of saved articles says.

use crate::i18n::plural::Noun;
use crate::values::Lang;

/// The words of one language.
#[derive(Debug)]
pub struct SavedWords {
    lang: Lang,
    /// The page of the address is not on the device.
    pub missing: &'static str,
    /// Why, and what there is instead.
    pub missing_why: &'static str,
    /// The button that asks for it again.
    pub again: &'static str,
    /// Nothing is saved.
    pub empty: &'static str,
    /// The browser keeps nothing for this page.
    pub unavailable: &'static str,
    /// When an article was saved.
    pub saved: Ago,
    /// When an article was read.
    pub read: Ago,
    /// Bytes, and a thousand times as much each time.
    units: [&'static str; 4],
    /// The button that lets go of an article.
    pub remove: &'static str,
    /// What was let go is named after this.
    pub removed: &'static str,
    /// The button that takes it back.
    pub undo: &'static str,
    /// It could not be taken back.
    pub undo_failed: &'static str,
    /// The button that lets go of all articles.
    pub remove_all: &'static str,
    /// How much of the device is used.
    pub used: &'static str,
    /// Of how much.
    pub of: &'static str,
    /// The heading of what was read lately.
    pub lately: &'static str,
    /// What that list is.
    pub lately_why: &'static str,
}

/// How long ago something was done.
#[derive(Debug)]
pub struct Ago {
    /// On this day.
    today: &'static str,
    /// The day before.
    yesterday: &'static str,
    /// So many days ago: what stands before the number, and after it.
    before: &'static str,
    days: Noun,
}

impl SavedWords {
    /// How long ago something was done, in days of the reader's calendar.
    pub fn ago(&self, what: &Ago, days: u64) -> String {
        match days {
            0 => what.today.to_owned(),
            1 => what.yesterday.to_owned(),
            _ => [what.before, &days.to_string(), " ", what.days.after(days, self.lang)].concat(),
        }
    }

    /// A size in the largest unit that leaves a whole number, with one digit after the point from a megabyte on.
    pub fn size(&self, bytes: u64) -> String {
        let (mut power, mut unit) = (0, 1);
        while power + 1 < self.units.len() && bytes / unit >= 1_000 {
            power += 1;
            unit *= 1_000;
        }
        let name = self.units.get(power).copied().unwrap_or_default();
        let tenths = bytes.saturating_mul(10).saturating_add(unit / 2) / unit;
        let point = if self.lang == Lang::En { "." } else { "," };
        let number = match (tenths / 10, tenths % 10) {
            (whole @ 0..10, tenth @ 1..) if power > 1 => [&whole.to_string(), point, &tenth.to_string()].concat(),
            _ => (bytes.saturating_add(unit / 2) / unit).to_string(),
        };
        [&number, "\u{a0}", name].concat()
    }
}

/// The words of a language.
pub fn saved_words(lang: Lang) -> &'static SavedWords {
    match lang {
        Lang::Ru => &RU,
        Lang::Kk => &KK,
        Lang::En => &EN,
    }
}

static RU: SavedWords = SavedWords {
    lang: Lang::Ru,
    missing: "Этой страницы на устройстве нет",
    missing_why: "Сайт не отвечает, а страница по этому адресу здесь раньше не открывалась. Ниже то, что можно читать и без сети.",
    again: "Попробовать снова",
    empty: "Пока ничего не сохранено. Кнопка «Сохранить» у статьи оставит ее здесь вместе с картинками.",
    unavailable: "Браузер не дает хранить статьи: так бывает в приватном окне и на сайтах без https.",
    saved: Ago {
        today: "сохранено сегодня",
        yesterday: "сохранено вчера",
        before: "сохранено ",
        days: Noun { one: "день назад", few: "дня назад", many: "дней назад" },
    },
    read: Ago {
        today: "читали сегодня",
        yesterday: "читали вчера",
        before: "читали ",
        days: Noun { one: "день назад", few: "дня назад", many: "дней назад" },
    },
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
    lang: Lang::Kk,
    missing: "Бұл бет құрылғыда жоқ",
    missing_why: "Сайт жауап бермейді, ал осы мекенжайдағы бет мұнда бұрын ашылмаған. Төменде желісіз оқуға болатын мақалалар тұр.",
    again: "Қайталап көру",
    empty: "Әзірге ештеңе сақталмаған. Мақаладағы «Сақтау» түймесі оны суреттерімен бірге осында қалдырады.",
    unavailable: "Браузер мақала сақтауға рұқсат бермейді: жеке терезеде және https жоқ сайттарда осылай болады.",
    saved: Ago {
        today: "бүгін сақталған",
        yesterday: "кеше сақталған",
        before: "",
        days: Noun::same("күн бұрын сақталған"),
    },
    read: Ago {
        today: "бүгін оқылған", yesterday: "кеше оқылған", before: "", days: Noun::same("күн бұрын оқылған")
    },
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
    lang: Lang::En,
    missing: "This page is not on the device",
    missing_why: "The site does not answer, and the page at this address has not been opened here before. Below is what can be read without a network.",
    again: "Try again",
    empty: "Nothing is saved yet. The button “Save” of an article leaves it here together with its pictures.",
    unavailable: "The browser does not let the paper keep articles: so it is in private windows, and on sites without https.",
    saved: Ago {
        today: "saved today",
        yesterday: "saved yesterday",
        before: "saved ",
        days: Noun { one: "day ago", few: "days ago", many: "days ago" },
    },
    read: Ago {
        today: "read today",
        yesterday: "read yesterday",
        before: "read ",
        days: Noun { one: "day ago", few: "days ago", many: "days ago" },
    },
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_the_largest_unit_that_leaves_a_whole_number() {
        let table = [
            (0, "0 B"),
            (1, "1 B"),
            (999, "999 B"),
            (1_000, "1 kB"),
            (1_499, "1 kB"),
            (1_500, "2 kB"),
            (130_000, "130 kB"),
            (999_499, "999 kB"),
            (999_500, "1000 kB"),
            (999_999, "1000 kB"),
            (1_000_000, "1 MB"),
            (1_040_000, "1 MB"),
            (1_050_000, "1.1 MB"),
            (1_250_000, "1.3 MB"),
            (9_940_000, "9.9 MB"),
            (9_960_000, "10 MB"),
            (10_000_000, "10 MB"),
            (12_345_678, "12 MB"),
            (1_500_000_000, "1.5 GB"),
            (9_999_999_999, "10 GB"),
            (123_456_789_012, "123 GB"),
            (5_000_000_000_000_000, "5000000 GB"),
        ];
        for (bytes, size) in table {
            assert_eq!(saved_words(Lang::En).size(bytes), size.replace(' ', "\u{a0}"), "{bytes}");
        }
        assert_eq!(saved_words(Lang::Ru).size(1_500_000), "1,5\u{a0}МБ");
        assert_eq!(saved_words(Lang::Kk).size(1_500), "2\u{a0}кБ");
        assert!(saved_words(Lang::En).size(u64::MAX).ends_with("\u{a0}GB"));
    }

    #[test]
    fn days_are_counted_with_the_right_form() {
        let table = [
            (0, "сохранено сегодня", "бүгін сақталған", "saved today"),
            (1, "сохранено вчера", "кеше сақталған", "saved yesterday"),
            (2, "сохранено 2 дня назад", "2 күн бұрын сақталған", "saved 2 days ago"),
            (5, "сохранено 5 дней назад", "5 күн бұрын сақталған", "saved 5 days ago"),
            (11, "сохранено 11 дней назад", "11 күн бұрын сақталған", "saved 11 days ago"),
            (21, "сохранено 21 день назад", "21 күн бұрын сақталған", "saved 21 days ago"),
        ];
        for (days, ru, kk, en) in table {
            for (lang, text) in [(Lang::Ru, ru), (Lang::Kk, kk), (Lang::En, en)] {
                let words = saved_words(lang);
                assert_eq!(words.ago(&words.saved, days), text);
            }
        }
        let words = saved_words(Lang::Ru);
        assert_eq!(
            [0, 1, 3].map(|days| words.ago(&words.read, days)),
            ["читали сегодня", "читали вчера", "читали 3 дня назад"]
        );
    }
}
