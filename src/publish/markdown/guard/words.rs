//! Letters and words of texts and pages.

use std::ops::Range;

use crate::publish::markdown::ids::end_of_tag;

/// Elements that may stand within a word.
const INLINE: [&str; 25] = [
    "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "nobr", "o:p", "q",
    "s", "samp", "small", "span", "strike", "strong", "u", "wbr",
];

/// Whether a tag begins what the writer adds to a text: the number of a note, or the way back from it.
fn is_added(tag: &str) -> bool {
    tag.starts_with("<a class=\"footnote-back\"")
        || tag.starts_with("<a href=\"#fn-")
            && tag.get(..end_of_tag(tag)).is_some_and(|tag| tag.contains(" id=\"fnref-"))
}

/// What is found in a text or a page.
pub trait Found {
    /// A part of a text, which stands at `span` of `markdown`.
    fn text(&mut self, text: &str, markdown: &str, span: &Range<usize>);
    /// A word ends here, if one was begun.
    fn boundary(&mut self);
}

/// Whether a character counts. What is no letter and no digit of ours is compared, too: only what a browser or a parser may
/// write otherwise is not.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{a0}' | '\u{ad}' | '\u{fffd}' | '\u{feff}' | '\u{80}'..='\u{9f}' => false,
        _ => true,
    }
}

/// All letters as one number, in any order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Letters(u64);

impl Found for Letters {
    fn text(&mut self, text: &str, _: &str, _: &Range<usize>) {
        for c in text.chars().filter(|c| is_letter(*c)) {
            let mixed = u64::from(u32::from(c)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            self.0 = self.0.wrapping_add((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9));
        }
    }

    fn boundary(&mut self) {}
}

/// All words with their places, in order.
#[derive(Debug, Default)]
pub struct Words {
    words: Vec<(String, Range<usize>)>,
    word: String,
    place: Range<usize>,
}

impl Words {
    /// The words.
    pub fn finish(mut self) -> Vec<(String, Range<usize>)> {
        self.boundary();
        self.words
    }
}

impl Found for Words {
    fn text(&mut self, text: &str, markdown: &str, span: &Range<usize>) {
        // A text with escapes is longer in the file than here.
        let is_as_written = markdown.get(span.clone()) == Some(text);
        for (at, c) in text.char_indices() {
            if !is_letter(c) {
                self.boundary();
                continue;
            }
            let place = if is_as_written { span.start + at..span.start + at + c.len_utf8() } else { span.clone() };
            if self.word.is_empty() {
                self.place = place.clone();
            }
            self.place.end = place.end;
            self.word.push(c);
        }
    }

    fn boundary(&mut self) {
        if !self.word.is_empty() {
            self.words.push((std::mem::take(&mut self.word), self.place.clone()));
        }
    }
}

/// A word ends where an element begins or ends, unless it may stand within one.
pub fn element(name: &str, found: &mut impl Found) {
    if !INLINE.contains(&name) {
        found.boundary();
    }
}

/// Finds the words of a page: HTML of the writer or of the allow-list.
pub fn page(html: &str, found: &mut impl Found) {
    let mut rest = html;
    while let Some((before, tag)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        words(before, found);
        if is_added(tag) {
            rest = tag.split_once("</a>").map_or("", |(_, after)| after);
            continue;
        }
        let (tag, after) = tag.split_at_checked(end_of_tag(tag)).unwrap_or((tag, ""));
        let name = tag.trim_start_matches(['<', '/']).split([' ', '>']).next().unwrap_or_default();
        element(name, found);
        if matches!(name, "img" | "audio" | "video") {
            for attribute in [" alt=\"", " title=\"", " aria-label=\""] {
                let value = tag.split_once(attribute).and_then(|(_, value)| value.split_once('"'));
                words(value.map_or("", |(value, _)| value), found);
                found.boundary();
            }
        }
        rest = after;
    }
    words(rest, found);
}

/// Of the references that these write none is a letter.
fn words(text: &str, found: &mut impl Found) {
    let mut parts = text.split('&');
    found.text(parts.next().unwrap_or_default(), "", &(0..0));
    for part in parts {
        found.boundary();
        found.text(part.split_once(';').map_or(part, |(_, after)| after), "", &(0..0));
    }
}
