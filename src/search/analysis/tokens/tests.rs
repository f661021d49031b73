use super::*;

fn said(text: &str) -> Vec<String> {
    tokens(text).map(|token| token.text.into_owned()).collect()
}

#[test]
fn a_text_is_read() {
    for (text, expected) in [
        ("Снег, дождь — и солнце.", "снег дождь и солнце"),
        ("C++ и C#", "c++ и c#"),
        ("F-16, f16, F 16", "f16 f16 f16"),
        ("Т-90 и T-90", "t90 и t90"),
        ("Ил-76", "ил76"),
        ("№ 5, №5", "5 5"),
        ("2.0.1", "2.0.1"),
        ("24/7", "24/7"),
        ("Go-клуб", "go клуб"),
        ("1 234 567 тенге", "1234567 тенге"),
        ("1\u{a0}234\u{a0}567 и 1\u{202f}234", "1234567 и 1234"),
        ("1,234,567", "1234567"),
        ("3,5 и 3.5", "3.5 и 3.5"),
        ("12 500,75", "12500.75"),
        ("1,2,3", "1 2 3"),
        ("e-mail, email", "email email"),
        ("COVID-19", "covid19 covid"),
        ("Олимпиада-2024", "олимпиада 2024"),
        ("О'Коннор д’Артаньян Мәди'не", "оконнор дартаньян мәдине"),
        ("the city's end", "the city end"),
        ("А320 A320", "a320 a320"),
        ("5G", "5g"),
        ("10-й и 5-го, 90-х, 5-ші", "10 и 5 90 5"),
        ("20-летний", "20 летний"),
        ("2024-2025", "2024 2025"),
        ("50%", "50"),
        ("19.04.2024.", "19.04.2024 2024"),
        ("в 2024 100 раз", "в 2024 100 раз"),
        ("https://site.kz/news?a=1", "https site kz news a 1"),
        ("boss@mail.kz", "boss mail kz"),
        ("#осень2024 #зима", "осень2024 зима"),
        ("Иои\u{306} е\u{308}ж за\u{301}мок", "иой ёж замок"),
        ("мoсква Kазань", "москва казань"),
        ("пере\u{ad}нос", "перенос"),
        ("'' — ’", ""),
        ("", ""),
    ] {
        assert_eq!(said(text).join(" "), expected, "{text}");
    }
}

#[test]
fn places_are_those_in_the_text() {
    let text = "Мы — COVID-19, 19.04.2024 и «Go-клуб» 5-го, city's";
    let found: Vec<_> = tokens(text).filter_map(|token| text.get(token.start..token.end)).collect();
    let expected = ["Мы", "COVID-19", "COVID", "19.04.2024", "2024", "и", "Go", "клуб", "5", "city"];
    assert_eq!(found, expected);
}

#[test]
fn words_in_small_letters_are_not_copied() {
    assert!(tokens("новости дня: 2024, news, қазақ f16").all(|token| matches!(token.text, Cow::Borrowed(_))));
}

#[test]
fn no_text_ends_the_reading() {
    for text in [
        "\u{301}", "5\u{301}", "a'", "1,", "1.", "1/", "c+", "c#a", "f ", "f-", "e-", "5-", "٣", "０５", "½ m²",
        "1 000 00",
    ] {
        assert!(tokens(text).count() < 5, "{text}");
    }
}
