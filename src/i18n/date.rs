//! Dates and months as a newspaper writes them.

#[cfg(feature = "ssr")]
use crate::values::Month;
use crate::values::{DateTime, Day, Lang};

/// The date line of the masthead: «Пятница, 19 апреля 2024».
pub fn today(day: Day, lang: Lang) -> String {
    format!("{}, {}", weekday_name(day, lang), day_in_words(day, lang))
}

/// «19 апреля 2024», «2024 жылғы 19 сәуір», "19 April 2024".
pub fn day_in_words(day: Day, lang: Lang) -> String {
    let (year, month, number) = (day.year(), month_name(day.month(), lang), day.day());
    match lang {
        Lang::Ru | Lang::En => format!("{number} {month} {year}"),
        Lang::Kk => format!("{year} жылғы {number} {month}"),
    }
}

/// «19 апреля 2024, 09:00»: the dateline of an article.
pub fn date_and_time(date: DateTime, lang: Lang) -> String {
    let (hour, minute) = date.hour_and_minute();
    format!("{}, {hour:02}:{minute:02}", day_in_words(date.day(), lang))
}

/// «19.04.2024», as cards carry it; "19 Apr 2024" in English, where the figures alone would be read in two ways.
pub fn day_in_figures(day: Day, lang: Lang) -> String {
    let (year, month, number) = (day.year(), day.month(), day.day());
    match lang {
        Lang::Ru | Lang::Kk => format!("{number:02}.{month:02}.{year}"),
        Lang::En => format!("{number} {} {year}", month_name(month, lang).get(..3).unwrap_or_default()),
    }
}

/// A month's name as it stands in a date.
fn month_name(month: u8, lang: Lang) -> &'static str {
    let names: [&str; 12] = match lang {
        Lang::Ru => [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        Lang::Kk => [
            "қаңтар",
            "ақпан",
            "наурыз",
            "сәуір",
            "мамыр",
            "маусым",
            "шілде",
            "тамыз",
            "қыркүйек",
            "қазан",
            "қараша",
            "желтоқсан",
        ],
        Lang::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    };
    names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

fn weekday_name(day: Day, lang: Lang) -> &'static str {
    let names: [&str; 7] = match lang {
        Lang::Ru => ["Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье"],
        Lang::Kk => ["Дүйсенбі", "Сейсенбі", "Сәрсенбі", "Бейсенбі", "Жұма", "Сенбі", "Жексенбі"],
        Lang::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    };
    names.get(day.weekday()).copied().unwrap_or_default()
}

/// «Ноябрь»: a month's name by itself. Only the build needs it, the client gets it with the page.
#[cfg(feature = "ssr")]
pub fn name_of_month(month: Month, lang: Lang) -> String {
    // In a Russian date a month stands in the genitive.
    const RUSSIAN: [&str; 12] = [
        "Январь",
        "Февраль",
        "Март",
        "Апрель",
        "Май",
        "Июнь",
        "Июль",
        "Август",
        "Сентябрь",
        "Октябрь",
        "Ноябрь",
        "Декабрь",
    ];
    let name = match lang {
        Lang::Ru => RUSSIAN.get(usize::from(month.number()).wrapping_sub(1)).copied().unwrap_or_default(),
        Lang::Kk | Lang::En => month_name(month.number(), lang),
    };
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// «Ноябрь 2026», «Қараша 2026», "November 2026".
#[cfg(feature = "ssr")]
pub fn month_of_year(month: Month, lang: Lang) -> String {
    format!("{} {}", name_of_month(month, lang), month.year().number())
}

#[cfg(test)]
mod tests;
