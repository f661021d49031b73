//! The beginning of a text in whole words.

use crate::search::is_letter;

/// The longest teaser of a card, in characters.
pub const TEASER: usize = 120;

/// The longest description for search engines, in characters.
pub const DESCRIPTION: usize = 200;

/// Words that are read in a minute.
const READING_SPEED: usize = 180;

/// The text itself where it is at most `limit` characters long; else its beginning in whole words with an ellipsis in
/// the place of what follows, and no punctuation left hanging before it.
///
/// `text` is plain: entities are decoded and white space is folded, so nothing can be cut within an entity.
pub fn shorten(text: &str, limit: usize) -> String {
    let Some((beyond, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    // The ellipsis takes one character of the limit.
    let room = text.char_indices().nth(limit.saturating_sub(1)).map_or(beyond, |(at, _)| at);
    let whole = match text.get(room..).and_then(|rest| rest.chars().next()) {
        Some(' ') => room,
        _ => text.get(..room).and_then(|head| head.rfind(' ')).unwrap_or(0),
    };
    let mut head = trim_hanging(text.get(..whole).unwrap_or_default());
    if head.is_empty() {
        // A single word beyond the limit: better whole than cut, unless it is no word at all.
        let word = text.split(' ').find(|word| word.chars().any(char::is_alphanumeric)).unwrap_or(text);
        head = word.char_indices().nth(limit * 2).map_or(word, |(at, _)| word.get(..at).unwrap_or_default());
    }
    format!("{head}…")
}

/// Takes off what makes no sense without the words after it.
fn trim_hanging(mut text: &str) -> &str {
    while let Some(last) = text.chars().next_back() {
        let before = text.get(..text.len() - last.len_utf8()).unwrap_or_default();
        let hanging = match last {
            ',' | ';' | ':' | '.' | '!' | '?' | '…' | '-' | '–' | '—' | '(' | '[' | '{' | '«' | '„' | '/' | '&' => {
                true
            }
            // A quote of one form for both sides opens after a space and closes after a word.
            '"' | '\'' | '“' | '‘' | '*' => before.is_empty() || before.ends_with([' ', '(', '«', '—']),
            _ => last.is_whitespace(),
        };
        if !hanging {
            break;
        }
        text = before;
    }
    text
}

/// How many words a plain text has.
pub fn words(text: &str) -> usize {
    text.split(is_space).filter(|word| word.chars().any(is_letter)).count()
}

/// Minutes that reading takes, to the nearest whole one and at least one.
pub fn read_minutes(words: usize) -> u32 {
    u32::try_from((words + READING_SPEED / 2) / READING_SPEED).unwrap_or(u32::MAX).max(1)
}

/// White space folded to single spaces, none at the ends. No-break spaces hold words together and stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for part in text.split(is_space).filter(|part| !part.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(part);
    }
    folded
}

/// Whether a character is white space at which a line may break.
fn is_space(character: char) -> bool {
    match character {
        '\0'..='\x7f' => character.is_ascii_whitespace() || character == '\x0b',
        // The letters of our languages, found without the tables of Unicode.
        '\u{400}'..='\u{52f}' | '\u{a0}' | '\u{202f}' => false,
        _ => character.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_as_it_is() {
        assert_eq!(shorten("Снег выпал.", 11), "Снег выпал.");
        assert_eq!(shorten("", 5), "");
    }

    #[test]
    fn words_stay_whole_and_nothing_hangs() {
        let table = [
            ("Первый снег выпал ночью", 12, "Первый снег…"),
            ("Первый снег выпал ночью", 13, "Первый снег…"),
            ("Первый снег, выпал ночью", 14, "Первый снег…"),
            ("Первый снег — выпал ночью", 15, "Первый снег…"),
            ("Снег. Выпал ночью и утром", 8, "Снег…"),
            ("Клуб «Семь рек» открыт", 18, "Клуб «Семь рек»…"),
            ("Клуб «Семь рек» открыт", 8, "Клуб…"),
            ("Сказал: \"да\" и ушел домой", 14, "Сказал: \"да\"…"),
            ("Сказал (тихо) и ушел", 9, "Сказал…"),
            ("Длинноеслово и еще", 5, "Длинноесло…"),
            ("5\u{a0}км пути до самого озера", 9, "5\u{a0}км…"),
        ];
        for (text, limit, teaser) in table {
            assert_eq!(shorten(text, limit), teaser, "{text} at {limit}");
        }
    }

    #[test]
    fn a_teaser_of_any_length_is_a_prefix_in_whole_words() {
        let text =
            "Молодежный форум стран Азии и Китая «Вместе в будущее» собрал участников — из шести стран (всего 120).";
        for limit in 12..text.chars().count() {
            let teaser = shorten(text, limit);
            let head = teaser.strip_suffix('…').expect("cut");
            assert!(teaser.chars().count() <= limit, "{limit}: {teaser}");
            assert!(text.starts_with(head), "{limit}: {teaser}");
            let next = text[head.len()..].chars().next().expect("more");
            assert!(!next.is_alphanumeric(), "{limit}: {teaser}");
        }
    }

    #[test]
    fn reading_takes_at_least_a_minute() {
        for (words, minutes) in [(0, 1), (180, 1), (269, 1), (270, 2), (1800, 10)] {
            assert_eq!(read_minutes(words), minutes);
        }
        assert_eq!(words("7,5 км — это много"), 4);
        assert_eq!(fold("  а\r\n б\t\u{a0}в  "), "а б \u{a0}в");
    }
}
