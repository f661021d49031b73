//! Which characters of a text are drawn.

/// No picture has room for more; a text may be of any length.
const MOST: usize = 600;

/// The characters to draw, at most six hundred. All white space is one of two spaces; what has no form of its own, or
/// would need more than letters side by side, is left out.
pub(super) fn drawn(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(form).take(MOST)
}

/// What is drawn for a character.
fn form(written: char) -> Option<char> {
    match written {
        // Spaces that hold two words together, and those that do not.
        '\u{a0}' | '\u{202f}' | '\u{2007}' => Some('\u{a0}'),
        space if space.is_whitespace() => Some(' '),
        '\u{2010}' | '\u{2011}' => Some('-'),
        // Control characters, soft hyphens, joiners, marks of direction, selectors of variants, tags.
        control if control.is_control() => None,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => None,
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => None,
        // Scripts from right to left, and those whose letters change by their neighbours.
        '\u{590}'..='\u{109f}' | '\u{1100}'..='\u{1cff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => None,
        // Keycaps, places for private use, specials, and all planes of emoji.
        '\u{20d0}'..='\u{20ff}' | '\u{e000}'..='\u{f8ff}' | '\u{fff0}'.. => None,
        letter => Some(letter),
    }
}
