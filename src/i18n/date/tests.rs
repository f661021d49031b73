//! How papers write days and months.

use super::*;

fn day(year: u16, month: u8, number: u8) -> Day {
    Day::new(year, month, number).expect("a day")
}

#[test]
fn the_masthead_reads_as_in_the_old_paper() {
    assert_eq!(today(day(2024, 4, 19), Lang::Ru), "Пятница, 19 апреля 2024");
    assert_eq!(today(day(2024, 4, 19), Lang::Kk), "Жұма, 2024 жылғы 19 сәуір");
    assert_eq!(today(day(2024, 4, 19), Lang::En), "Friday, 19 April 2024");
}

#[test]
fn all_months_in_all_languages() {
    let table = [
        ["января", "қаңтар", "January"],
        ["февраля", "ақпан", "February"],
        ["марта", "наурыз", "March"],
        ["апреля", "сәуір", "April"],
        ["мая", "мамыр", "May"],
        ["июня", "маусым", "June"],
        ["июля", "шілде", "July"],
        ["августа", "тамыз", "August"],
        ["сентября", "қыркүйек", "September"],
        ["октября", "қазан", "October"],
        ["ноября", "қараша", "November"],
        ["декабря", "желтоқсан", "December"],
    ];
    for (month, [ru, kk, en]) in (1..).zip(table) {
        assert_eq!(day_in_words(day(2026, month, 7), Lang::Ru), format!("7 {ru} 2026"));
        assert_eq!(day_in_words(day(2026, month, 7), Lang::Kk), format!("2026 жылғы 7 {kk}"));
        assert_eq!(day_in_words(day(2026, month, 7), Lang::En), format!("7 {en} 2026"));
        assert_eq!(day_in_figures(day(2026, month, 7), Lang::Ru), format!("07.{month:02}.2026"));
        assert_eq!(day_in_figures(day(2026, month, 7), Lang::En), format!("7 {} 2026", &en[..3]));
    }
}

#[test]
fn all_weekdays_in_all_languages() {
    let table = [
        ["Понедельник", "Дүйсенбі", "Monday"],
        ["Вторник", "Сейсенбі", "Tuesday"],
        ["Среда", "Сәрсенбі", "Wednesday"],
        ["Четверг", "Бейсенбі", "Thursday"],
        ["Пятница", "Жұма", "Friday"],
        ["Суббота", "Сенбі", "Saturday"],
        ["Воскресенье", "Жексенбі", "Sunday"],
    ];
    // 2026-11-16 is a Monday.
    for (number, names) in (16..).zip(table) {
        for (lang, name) in Lang::ALL.into_iter().zip(names) {
            assert!(today(day(2026, 11, number), lang).starts_with(&format!("{name}, ")), "{number} {lang}");
        }
    }
}

#[test]
fn a_time_is_shown_as_it_was_written() {
    let date = DateTime::parse("2024-02-29T23:30:00+06:00").expect("a date");
    assert_eq!(date_and_time(date, Lang::Ru), "29 февраля 2024, 23:30");
}

#[cfg(feature = "ssr")]
#[test]
fn months_are_named_by_themselves() {
    let month = Month::of(Day::parse("2026-11-24").expect("a day"));
    assert_eq!(Lang::ALL.map(|lang| month_of_year(month, lang)), ["Ноябрь 2026", "Қараша 2026", "November 2026"]);
}
