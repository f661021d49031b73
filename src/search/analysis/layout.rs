//! Words that were typed in the wrong layout of the keyboard.

/// The keys of QWERTY, and what they are in ЙЦУКЕН.
const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";

/// The row of digits in the Kazakh layout.
const DIGITS: &str = "234589-=0";
const KAZAKH: &str = "әіңғүұөһқ";

/// A question as it was meant, if it was typed in the wrong layout. Nothing where no letter would change, and where
/// letters of both alphabets stand, because then the layout was changed on purpose.
pub fn other_layout(query: &str) -> Option<String> {
    let latin = query.chars().any(|key| key.is_ascii_alphabetic());
    let cyrillic = query.chars().any(|key| matches!(key, '\u{400}'..='\u{52f}'));
    match (latin, cyrillic) {
        (true, false) => Some(query.split(' ').map(to_cyrillic).collect::<Vec<_>>().join(" ")),
        (false, true) => Some(query.chars().map(to_latin).collect()),
        _ => None,
    }
    .filter(|other| other != query)
}

/// A word of Latin keys as Cyrillic letters. A digit is a Kazakh letter only inside a word: a number is a number.
fn to_cyrillic(word: &str) -> String {
    let has_letters = word.chars().any(|key| key.is_ascii_alphabetic());
    let key_of = |key: char| match swap(key, LATIN, CYRILLIC) {
        None if has_letters => swap(key, DIGITS, KAZAKH),
        found => found,
    };
    word.chars().map(|key| key_of(key.to_ascii_lowercase()).unwrap_or(key)).collect()
}

fn to_latin(key: char) -> char {
    let small = key.to_lowercase().next().unwrap_or(key);
    swap(small, CYRILLIC, LATIN).or_else(|| swap(small, KAZAKH, DIGITS)).unwrap_or(key)
}

/// The key of one row that lies where a key of another lies.
fn swap(key: char, from: &str, to: &str) -> Option<char> {
    from.chars().zip(to.chars()).find(|(known, _)| *known == key).map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_layout_is_read() {
        for (typed, meant) in [
            ("ldbufntkm", "двигатель"),
            ("Ghbdtn", "привет"),
            ("j,]tv", "объём"),
            ("vfq", "май"),
            ("ырщз", "shop"),
            ("ЫРЩЗ", "shop"),
            ("9kn", "ұлт"),
            ("0fpf0", "қазақ"),
            ("yjdjcnb 2024", "новости 2024"),
        ] {
            let meant = if typed == "j,]tv" { "объем" } else { meant };
            assert_eq!(other_layout(typed).as_deref(), Some(meant), "{typed}");
        }
        for typed in ["2024", "", "go клуб", "— !"] {
            assert_eq!(other_layout(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_rows_are_of_one_length() {
        assert_eq!(LATIN.chars().count(), CYRILLIC.chars().count());
        assert_eq!(DIGITS.chars().count(), KAZAKH.chars().count());
    }
}
