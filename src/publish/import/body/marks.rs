//! Signs of Markdown that depend on what stands beside them.
//!
//! While HTML becomes Markdown, nobody knows what will stand beside a piece. Letters for private use take the place of such signs
//! until the text is whole: no text may hold them, so [`clean`] takes them out of the source first.

/// What [`clean`] takes out: letters that no font has.
const PRIVATE: std::ops::RangeInclusive<char> = '\u{e000}'..='\u{f8ff}';

const TILDE: char = '\u{e07e}';
const EXCLAMATION: char = '\u{e021}';
const AMPERSAND: char = '\u{e026}';

/// The beginning of bold text.
pub const BOLD: char = '\u{e0b0}';
/// Its end.
pub const BOLD_END: char = '\u{e0b1}';
/// The beginning of emphasised text.
pub const EMPHASIS: char = '\u{e0c0}';
/// Its end.
pub const EMPHASIS_END: char = '\u{e0c1}';

/// HTML without letters for private use and control characters, in which tildes, exclamation marks and ampersands wait.
pub fn clean(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for letter in html.chars() {
        match letter {
            '~' => text.push(TILDE),
            letter if PRIVATE.contains(&letter) => {}
            '\n' | '\t' => text.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{feff}' | '\u{200b}') => {}
            _ => text.push(letter),
        }
    }
    // An exclamation mark also begins comments and doctypes, which must stay.
    let text = text.replace("<!", "\u{e0ff}").replace('!', &EXCLAMATION.to_string()).replace('\u{e0ff}', "<!");
    text.replace("&amp;", &AMPERSAND.to_string())
}

/// The waiting signs as themselves, for addresses and code.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|letter| match letter {
            TILDE => Some('~'),
            EXCLAMATION => Some('!'),
            AMPERSAND => Some('&'),
            letter if PRIVATE.contains(&letter) => None,
            letter => Some(letter),
        })
        .collect()
}

/// The text with every waiting sign written so that it means what it meant.
pub fn finish(text: &str) -> String {
    let joined = text.replace(&format!("{BOLD_END}{BOLD}"), "").replace(&format!("{EMPHASIS_END}{EMPHASIS}"), "");
    let letters: Vec<char> = joined.chars().collect();
    let written = written_marks(&letters);
    let mut text = String::with_capacity(joined.len() + 16);
    for (at, letter) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied();
        match (*letter, written.get(at).copied().flatten()) {
            (_, Some(mark)) => text.push_str(mark),
            (TILDE, None) => text.push_str("\\~"),
            (EXCLAMATION, None) if next == Some('[') => text.push_str("\\!"),
            (EXCLAMATION, None) => text.push('!'),
            (AMPERSAND, None) if begins_entity(letters.get(at + 1..).unwrap_or_default()) => text.push_str("\\&"),
            (AMPERSAND, None) => text.push('&'),
            (letter, None) if PRIVATE.contains(&letter) => {}
            (letter, None) => text.push(letter),
        }
    }
    text
}

/// How the mark at each place is written: as asterisks where CommonMark takes them for what they are meant to be, else as a tag.
fn written_marks(letters: &[char]) -> Vec<Option<&'static str>> {
    let mut written = vec![None; letters.len()];
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, &letter) in letters.iter().enumerate() {
        match letter {
            BOLD | EMPHASIS => open.push((at, letter)),
            BOLD_END | EMPHASIS_END => {
                let begin = if letter == BOLD_END { BOLD } else { EMPHASIS };
                let Some(place) = open.iter().rposition(|(_, mark)| *mark == begin) else { continue };
                let (start, _) = open.remove(place);
                let (asterisks, tag, end) =
                    if begin == BOLD { ("**", "<strong>", "</strong>") } else { ("*", "<em>", "</em>") };
                let opens = flanks(beside(letters, start, Side::Left), beside(letters, start, Side::Right));
                let closes = flanks(beside(letters, at, Side::Right), beside(letters, at, Side::Left));
                let pair = if opens && closes { (asterisks, asterisks) } else { (tag, end) };
                if let Some(place) = written.get_mut(start) {
                    *place = Some(pair.0);
                }
                if let Some(place) = written.get_mut(at) {
                    *place = Some(pair.1);
                }
            }
            _ => {}
        }
    }
    written
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// The letter beside a mark, past other marks; none at the end of the text.
fn beside(letters: &[char], at: usize, side: Side) -> Option<char> {
    let is_mark = |letter: &&char| matches!(**letter, BOLD | BOLD_END | EMPHASIS | EMPHASIS_END);
    let found = match side {
        Side::Left => letters.get(..at)?.iter().rev().find(|letter| !is_mark(letter)),
        Side::Right => letters.get(at + 1..)?.iter().find(|letter| !is_mark(letter)),
    };
    found.copied()
}

/// Whether asterisks between two letters mark the text on the inner side: the rule of flanking of CommonMark.
fn flanks(outer: Option<char>, inner: Option<char>) -> bool {
    let is_space = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    // Signs that are neither letters nor digits; CommonMark counts punctuation and symbols.
    let is_sign = |letter: Option<char>| letter.is_some_and(|letter| !letter.is_alphanumeric());
    !is_space(inner) && (!is_sign(inner) || is_space(outer) || is_sign(outer))
}

/// Whether the letters after an ampersand make an entity of it.
fn begins_entity(rest: &[char]) -> bool {
    let length = rest.iter().take(40).take_while(|letter| letter.is_ascii_alphanumeric() || **letter == '#').count();
    length > 0 && rest.get(length) == Some(&';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_is_written_as_it_will_be_read() {
        let bold = |before: &str, text: &str, after: &str| finish(&format!("{before}{BOLD}{text}{BOLD_END}{after}"));
        assert_eq!(bold("", "Дата:", " 5 мая"), "**Дата:** 5 мая");
        assert_eq!(bold("", "Дата:", "5 мая"), "<strong>Дата:</strong>5 мая");
        assert_eq!(bold("сло", "во", ""), "сло**во**");
        assert_eq!(bold("(", "слово", ")"), "(**слово**)");
        assert_eq!(finish(&format!("{BOLD}a{BOLD_END}{BOLD}b{BOLD_END}")), "**ab**");
        assert_eq!(finish(&format!("{BOLD}{EMPHASIS}a{EMPHASIS_END}{BOLD_END}")), "***a***");
    }

    #[test]
    fn waiting_signs_come_back() {
        let text = clean("~5 км! &amp; &amp;copy; <!--more--> ![");
        assert_eq!(finish(&text), "\\~5 км! & \\&copy; <!--more--> \\![");
        assert_eq!(plain(&text), "~5 км! & &copy; <!--more--> ![");
    }
}
