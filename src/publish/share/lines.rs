//! Breaking a headline into lines, as a compositor would: never within a word that fits, no dash at the beginning of a
//! line, no lone preposition at its end, and all lines of about one length.

use super::face::{Letter, ShapedText};
use std::ops::Range;

/// Letters of a shaped text: those of a word, or of words that stand together.
pub(super) type Span = Range<usize>;

/// A line of a shaped text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its letters.
    pub(super) span: Span,
    /// Whether it was cut short, so that an ellipsis belongs behind it.
    pub(super) cut: bool,
}

impl Line {
    /// How many units it takes, without an ellipsis.
    pub(super) fn width(&self, shaped: &ShapedText) -> i32 {
        width(shaped, &self.span)
    }

    /// A whole shaped text in one line of at most so many units, of which an ellipsis takes some.
    pub(super) fn whole(shaped: &ShapedText, longest: i32, ellipsis: i32) -> Self {
        let line = Self { span: 0..shaped.letters.len(), cut: false };
        if shaped.end <= longest { line } else { line.shorten(shaped, longest - ellipsis) }
    }

    /// Cut behind a word, so that at most so many units are left; a lone word is cut behind a letter.
    fn shorten(self, shaped: &ShapedText, longest: i32) -> Self {
        let Span { start, end } = self.span;
        let letters = &shaped.letters;
        let fits = |end: &usize| width(shaped, &(start..*end)) <= longest;
        let ends_word = |end: &usize| letters.get(*end).is_none_or(Letter::is_space);
        let behind_word = (start + 1..=end).rev().find(|end| ends_word(end) && fits(end));
        let mut end = behind_word.unwrap_or_else(|| broken(shaped, &(start..end), longest));
        while end > start + 1 && letters.get(end - 1).is_some_and(|last| !last.written.is_alphanumeric()) {
            end -= 1;
        }
        Self { span: start..end, cut: true }
    }
}

/// How many units a span takes.
fn width(shaped: &ShapedText, span: &Span) -> i32 {
    shaped.place(span.end) - shaped.place(span.start)
}

/// The words of a headline that may be parted from each other; some hold two or three that may not.
pub(super) fn words(shaped: &ShapedText) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    let mut held = 0;
    let mut start = 0;
    for part in shaped.letters.split_inclusive(|letter| letter.written == ' ') {
        let span = start..start + part.len();
        start = span.end;
        match words.last_mut() {
            Some(word) if held < 2 && (is_short(shaped, word) || is_dash(part)) => {
                word.end = span.end;
                held += 1;
            }
            _ => {
                words.push(span);
                held = 0;
            }
        }
    }
    for word in &mut words {
        let spaces = |letter: &usize| shaped.letters.get(*letter).is_some_and(Letter::is_space);
        word.end -= word.clone().rev().take_while(spaces).count();
    }
    words
}

/// Whether a word, or the last of some, is so short that it should not stand at the end of a line.
fn is_short(shaped: &ShapedText, word: &Span) -> bool {
    let letters = bare(shaped.letters.get(word.clone()).unwrap_or_default());
    let last = letters.rsplit(Letter::is_space).next().unwrap_or_default();
    (1..=2).contains(&last.len()) && last.iter().all(|letter| letter.written.is_alphabetic())
}

/// Whether a word is a dash.
fn is_dash(word: &[Letter]) -> bool {
    matches!(bare(word), [only] if matches!(only.written, '—' | '–' | '-' | '−'))
}

/// A word without the space behind it.
fn bare(word: &[Letter]) -> &[Letter] {
    match word {
        [word @ .., space] if space.written == ' ' => word,
        word => word,
    }
}

/// How many units the widest word takes.
pub(super) fn widest(shaped: &ShapedText, words: &[Span]) -> i32 {
    words.iter().map(|word| width(shaped, word)).max().unwrap_or(0)
}

/// How many lines of at most so many units words need.
pub(super) fn count(shaped: &ShapedText, words: &[Span], longest: i32) -> usize {
    fill(shaped, words, longest).len()
}

/// So few lines as there can be of at most so many units, all of about one length. A word that is longer than a line is
/// broken. Of more lines than `most` the last one is cut short.
pub(super) fn lines(shaped: &ShapedText, words: &[Span], longest: i32, most: usize, ellipsis: i32) -> Vec<Line> {
    let filled = fill(shaped, words, longest);
    let all = filled.len();
    let spans = if all > most { None } else { balance(shaped, words, all, longest) };
    let line = |(place, span)| {
        let line = Line { span, cut: false };
        if all > most && place + 1 == most { line.shorten(shaped, longest - ellipsis) } else { line }
    };
    spans.unwrap_or(filled).into_iter().take(most).enumerate().map(line).collect()
}

/// Fills lines one after the other.
fn fill(shaped: &ShapedText, words: &[Span], longest: i32) -> Vec<Span> {
    let mut lines: Vec<Span> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if width(shaped, &(line.start..word.end)) <= longest => line.end = word.end,
            _ => lines.push(word.clone()),
        }
        while let Some(line) = lines.pop_if(|line| line.len() > 1 && width(shaped, line) > longest) {
            let fits = broken(shaped, &line, longest);
            lines.extend([line.start..fits, fits..line.end]);
        }
    }
    lines
}

/// Behind which letter a line is broken that is too long; at least one remains on it.
fn broken(shaped: &ShapedText, line: &Span, longest: i32) -> usize {
    let fits = |end: &usize| width(shaped, &(line.start..*end)) <= longest;
    (line.start + 1..line.end).take_while(fits).last().unwrap_or(line.start + 1)
}

/// What the best lines cost that end behind a word, and with which word the last of them begins.
type Best = Option<(i64, usize)>;

/// So many lines of about one length, rather ending where the sentence pauses; nothing where words have to be broken.
fn balance(shaped: &ShapedText, words: &[Span], lines: usize, longest: i32) -> Option<Vec<Span>> {
    let mut best: Vec<Best> = std::iter::once(Some((0, 0))).chain(words.iter().map(|_| None)).collect();
    let mut begins: Vec<Vec<Best>> = Vec::new();
    for _ in 0..lines {
        best = (0..=words.len()).map(|end| cheapest(shaped, words, &best, end, longest)).collect();
        begins.push(best.clone());
    }
    let mut spans = Vec::new();
    let mut end = words.len();
    for line in begins.iter().rev() {
        let (_, begin) = (*line.get(end)?)?;
        spans.push(words.get(begin)?.start..words.get(end.checked_sub(1)?)?.end);
        end = begin;
    }
    spans.reverse();
    Some(spans)
}

/// The best line that ends behind so many words, together with those before it.
fn cheapest(shaped: &ShapedText, words: &[Span], before: &[Best], end: usize, longest: i32) -> Best {
    let last = words.get(end.checked_sub(1)?)?;
    let pauses = shaped.letters.get(last.end.checked_sub(1)?).is_some_and(|letter| PAUSES.contains(&letter.written));
    let gain = if pauses { i64::from(longest) / 6 } else { 0 };
    let lines = words.iter().zip(before).enumerate().take(end).rev().map_while(|(begin, (first, before))| {
        let free = i64::from(longest) - i64::from(width(shaped, &(first.start..last.end)));
        (free >= 0).then_some((begin, free, before))
    });
    let costs = lines.filter_map(|(begin, free, before)| {
        // A short line is ugly, but least so at the end.
        let ugly = if end == words.len() { free * free / 2 } else { free * free };
        Some((before.as_ref()?.0 + ugly - gain * gain, begin))
    });
    costs.min()
}

/// Where a sentence pauses, or ends.
const PAUSES: [char; 8] = [':', ';', ',', '.', '!', '?', '—', '–'];
