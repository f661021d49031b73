//! Letters, without the tables of Unicode as far as the languages of papers go: those take most of the time of reading a text,
//! and room in the client.

/// Whether a character is part of a word: a letter or a digit.
pub fn is_letter(character: char) -> bool {
    match character {
        '\0'..='\x7f' => character.is_ascii_alphanumeric(),
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        _ => character.is_alphanumeric(),
    }
}

/// The small form of a Latin, Cyrillic or Greek letter; any other as it is.
pub fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3a9 | 0x410..=0x42f => code + 0x20,
        0x400..=0x40f => code + 0x50,
        // İ: its small form would keep the dot as a mark.
        0x130 => 0x69,
        0x178 => 0xff,
        0x4c0 => 0x4cf,
        // Capital and small letters by turns: the capital has an even number here …
        0x100..=0x137
        | 0x14a..=0x177
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        // … and an odd one here.
        0x139..=0x148 | 0x179..=0x17e | 0x4c1..=0x4ce => code + (code & 1),
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_those_of_unicode() {
        for code in (0..0x250).chain(0x391..0x3aa).chain(0x400..0x530).chain(0x1e00..0x1f00) {
            let letter = char::from_u32(code).expect("a character");
            let mut small = letter.to_lowercase();
            let is_ours = matches!(code, 0..0x180 | 0x391..0x1e96 | 0x1ea0..) && letter != 'İ';
            if is_ours {
                assert_eq!((Some(lower(letter)), None), (small.next(), small.next()), "{code:x}");
            }
        }
        assert_eq!(lower('İ'), 'i');
    }
}
