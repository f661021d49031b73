//! What XML can carry.

use std::borrow::Cow;

/// The text without the characters that XML 1.0 forbids in any form: one of them makes a whole file unreadable.
///
/// Front matter holds none but the two that are no characters at all; texts may hold any.
pub fn allowed(text: &str) -> Cow<'_, str> {
    if text.contains(is_forbidden) { Cow::Owned(text.replace(is_forbidden, "")) } else { Cow::Borrowed(text) }
}

/// Text for between tags and for quoted attributes.
pub fn escape(text: &str) -> Cow<'_, str> {
    quick_xml::escape::escape(allowed(text))
}

fn is_forbidden(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\u{fffe}' | '\u{ffff}' => true,
        _ => character < ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_xml_forbids_is_taken_out() {
        let all: String = ('\0'..=char::MAX).collect();
        let rest: std::collections::HashSet<char> = allowed(&all).chars().collect();
        let gone: Vec<u32> = all.chars().filter(|c| !rest.contains(c)).take(40).map(u32::from).collect();
        assert_eq!(gone, [(0..9).collect(), vec![11, 12], (14..32).collect(), vec![0xfffe, 0xffff]].concat());
        assert!(matches!(allowed("снег\t🎣\u{202e}\u{200f}"), Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_gets_out_of_its_place() {
        assert_eq!(escape("<a b=\"'&]]>\u{1}"), "&lt;a b=&quot;&apos;&amp;]]&gt;");
    }
}
