//! How an ending comes off a word: by its form, by the letter before it, and by the harmony of vowels.

use super::letters::{Letter, Tone, is_voiceless, is_vowel};

/// A word without an ending, which is written as in the tables of endings.
pub fn strip<'a>(letters: &'a [Letter], form: &str) -> Option<&'a [Letter]> {
    let (form, needs) = match (form.strip_prefix(':'), form.strip_prefix('.')) {
        (Some(form), _) => (form, Some(true)),
        (_, Some(form)) => (form, Some(false)),
        _ => (form, None),
    };
    let mut rest = letters;
    let mut tone = Tone::Either;
    let mut first = ' ';
    for sign in form.chars().rev() {
        let (letter, before) = rest.split_last()?;
        if !is_written(sign, letter) || !stands_for(sign, letter.folded, before.last()?.folded) {
            return None;
        }
        if matches!(sign, 'A' | 'Y') {
            let own = if matches!(letter.folded, 'а' | 'ы') { Tone::Back } else { Tone::Front };
            if !agree(tone, own) {
                return None;
            }
            tone = own;
        }
        first = sign;
        rest = before;
    }
    let before = rest.last()?.folded;
    let is_open = is_vowel(before) && before != 'у';
    let fits = match needs {
        Some(vowel) => vowel == is_open,
        None => !is_open || !matches!(first, 'A' | 'Y' | 'у' | 'и'),
    };
    let vowel = rest.iter().rev().find(|letter| is_vowel(letter.folded))?;
    let is_surname = matches!(rest, [.., e, v] if e.folded == 'е' && v.folded == 'в');
    (fits && (is_surname || agree(vowel.tone, tone))).then_some(rest)
}

fn agree(one: Tone, other: Tone) -> bool {
    one == other || one == Tone::Either || other == Tone::Either
}

/// Whether a letter has the mark that a sign asks for. A word without any may have been typed without care.
fn is_written(sign: char, letter: &Letter) -> bool {
    match (sign, letter.written) {
        _ if !letter.is_marked => true,
        ('Y', 'и') | ('ң', 'н') | ('н', 'ң') => false,
        _ => true,
    }
}

/// Whether a letter is what a sign stands for behind some letter.
fn stands_for(sign: char, letter: char, before: char) -> bool {
    let is_open = is_vowel(before) || matches!(before, 'р' | 'й');
    let is_nasal = matches!(before, 'м' | 'н');
    match (sign, letter) {
        ('A', 'а' | 'е') | ('Y', 'ы' | 'и') | ('ң', 'н') => true,
        ('D' | 'L' | 'N', 'т') | ('G', 'к') | ('M', 'п') => is_voiceless(before),
        ('D', 'д') | ('G', 'г') => !is_voiceless(before),
        ('L', 'л') => is_open,
        ('L', 'д') => is_nasal || matches!(before, 'л' | 'з' | 'ж'),
        ('N', 'н') => (is_vowel(before) && before != 'у') || is_nasal,
        ('N', 'д') => matches!(before, 'р' | 'л' | 'з' | 'ж' | 'й' | 'у'),
        ('M', 'м') => is_vowel(before) || !is_voiceless(before),
        ('M', 'б') => is_nasal || matches!(before, 'з' | 'ж' | 'л'),
        _ => sign == letter,
    }
}
