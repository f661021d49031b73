//! What the headlines of a bulletin have in common: weather and exchange rates come under one headline every day, but
//! for its numbers and dates.

use crate::publish::vocabulary::{Vocabulary, fnv};
use crate::values::Lang;

/// A date that stands in figures has so many numbers at least: a single one may count anything.
const FIGURES: usize = 2;

/// The days of the week and the months.
fn dates(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => {
            "понедельник вторник среда четверг пятница суббота воскресенье \
             январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
        }
        Lang::Kk => {
            "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі \
             қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
        }
        Lang::En => {
            "Monday Tuesday Wednesday Thursday Friday Saturday Sunday \
             January February March April May June July August September October November December"
        }
    }
}

/// A number that headlines share which differ in numbers and dates only. None where a headline says too little to tell
/// bulletins by: a single word, without a date.
pub fn bulletin(title: &str, lang: Lang, vocabulary: &Vocabulary) -> Option<u32> {
    let mut dated = Vec::new();
    vocabulary.stems(dates(lang), lang, |stem| dated.push(stem));
    let (mut words, mut figures, mut has_date) = (Vec::new(), 0, false);
    for word in title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.chars().all(char::is_numeric) {
            figures += 1;
            continue;
        }
        vocabulary.stems(word, lang, |stem| match dated.contains(&stem) {
            true => has_date = true,
            false => words.push(stem),
        });
    }
    let is_telling = words.len() > 1 || (words.len() == 1 && (has_date || figures >= FIGURES));
    is_telling.then(|| fnv(&words.iter().flat_map(|stem| stem.to_le_bytes()).collect::<Vec<u8>>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(title: &str, lang: Lang) -> Option<u32> {
        bulletin(title, lang, &Vocabulary::default())
    }

    #[test]
    fn bulletins_share_a_number_and_other_headlines_do_not() {
        for (titles, lang) in [
            (&["Погода на 5 марта", "Погода на понедельник, 12 мая", "Погода: 05.03.2026"][..], Lang::Ru),
            (&["Курс доллара на 3 июня: 512,4 тенге", "Курс доллара на 14 июля 2026: 498 тенге"], Lang::Ru),
            (&["Ауа райы: 5 наурыз", "Ауа райы: 12 мамыр, сенбі"], Lang::Kk),
            (&["Weather for Monday, March 5", "Weather for Friday, 12 May"], Lang::En),
        ] {
            let numbers: Vec<_> = titles.iter().map(|title| number(title, lang)).collect();
            assert!(numbers.iter().all(|number| number.is_some() && *number == numbers[0]), "{titles:?}: {numbers:?}");
        }
        assert_ne!(number("Погода на 5 марта", Lang::Ru), number("Курс валют на 5 марта", Lang::Ru));
        for title in ["Заголовок", "Новость 5", "5 марта 2026", "Слово3", ""] {
            assert_eq!(number(title, Lang::Ru), None, "{title}");
        }
    }
}
