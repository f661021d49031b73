//! Numbers for readers.

use crate::values::Lang;

/// A number with its thousands apart: by a no-break space in Russian and Kazakh, by a comma in English.
pub fn grouped(number: u64, lang: Lang) -> String {
    let separator = match lang {
        Lang::Ru | Lang::Kk => '\u{a0}',
        Lang::En => ',',
    };
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A number of per cent: Russian has a space before the sign.
pub fn percent(number: u32, lang: Lang) -> String {
    let sign = if lang == Lang::Ru { "\u{a0}%" } else { "%" };
    [&number.to_string(), sign].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let table = [
            (0, "0", "0"),
            (999, "999", "999"),
            (4131, "4\u{a0}131", "4,131"),
            (1_000_000, "1\u{a0}000\u{a0}000", "1,000,000"),
        ];
        for (number, ru, en) in table {
            assert_eq!(grouped(number, Lang::Ru), ru);
            assert_eq!(grouped(number, Lang::Kk), ru);
            assert_eq!(grouped(number, Lang::En), en);
        }
    }
}
