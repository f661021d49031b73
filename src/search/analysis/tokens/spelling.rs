//! A word as a search has it.

use std::borrow::Cow;

use crate::search::lower;

/// Latin letters, and the Cyrillic ones that look the same.
#[rustfmt::skip] // Pairs, a few a line.
const ALIKE: [(char, char); 13] = [
    ('a', 'а'), ('c', 'с'), ('e', 'е'), ('o', 'о'), ('p', 'р'), ('x', 'х'), ('y', 'у'), ('k', 'к'),
    ('m', 'м'), ('t', 'т'), ('h', 'н'), ('b', 'в'), ('i', 'і'),
];

/// Whether a letter is not heard: a mark on the letter before, or a place where a line may break.
pub fn is_silent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Whether it is one of the signs that stand inside names.
pub fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '`' | '‘')
}

/// A word without the English ending 's.
pub fn without_possessive(word: &str) -> &str {
    let rest = word.strip_suffix(['s', 'S']).and_then(|rest| rest.strip_suffix(is_apostrophe));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(word)
}

/// A word in small letters, each with its mark, without apostrophes.
pub fn word(text: &str) -> Cow<'_, str> {
    let (mut is_plain, mut has_latin, mut has_cyrillic) = (true, false, false);
    for letter in text.chars() {
        match letter {
            'a'..='z' => has_latin = true,
            'а'..='я' | 'ё' | 'і' => has_cyrillic = true,
            _ => {
                has_latin |= letter.is_ascii_alphabetic();
                has_cyrillic |= matches!(letter, '\u{400}'..='\u{52f}');
                is_plain &= letter == lower(letter) && !is_silent(letter) && !is_apostrophe(letter);
            }
        }
    }
    if is_plain && !(has_latin && has_cyrillic) {
        return Cow::Borrowed(text);
    }
    let small = small(text);
    Cow::Owned(if has_latin && has_cyrillic { one_alphabet(&small).unwrap_or(small) } else { small })
}

/// A code in small letters and without its hyphens. One letter of it counts as Latin: А320 is typed both ways.
pub fn code(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase() || b"+#".contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut small = small(text);
    small.retain(|letter| letter.is_alphanumeric() || "+#".contains(letter));
    if small.chars().filter(|letter| letter.is_alphabetic()).count() == 1 {
        small = small.chars().map(|letter| latin(letter).unwrap_or(letter)).collect();
    }
    Cow::Owned(small)
}

fn small(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    let mut before = None;
    for letter in text.chars().map(lower) {
        match (before, letter) {
            (Some('и'), '\u{306}') => drop(small.pop().map(|_| small.push('й'))),
            (Some('е'), '\u{308}') => drop(small.pop().map(|_| small.push('ё'))),
            // The mark of stress; those of Latin letters are for who takes the stem.
            (Some('\u{400}'..='\u{52f}'), '\u{300}' | '\u{301}') => continue,
            (_, '\u{300}'..='\u{36f}') => small.push(letter),
            _ if is_silent(letter) || is_apostrophe(letter) => continue,
            _ => small.push(letter),
        }
        before = Some(letter);
    }
    small
}

/// A word whose Latin letters have slipped into it in Cyrillic; nothing where they have no double.
fn one_alphabet(word: &str) -> Option<String> {
    word.chars().map(|letter| if letter.is_ascii_alphabetic() { cyrillic(letter) } else { Some(letter) }).collect()
}

fn cyrillic(letter: char) -> Option<char> {
    ALIKE.iter().find(|(latin, _)| *latin == letter).map(|(_, cyrillic)| *cyrillic)
}

fn latin(letter: char) -> Option<char> {
    ALIKE.iter().find(|(_, cyrillic)| *cyrillic == letter).map(|(latin, _)| *latin)
}
