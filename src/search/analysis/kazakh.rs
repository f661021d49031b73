//! Kazakh words without their endings, so that «қала», «қаланың» and «қалалардағы» are one word.
//!
//! An ending is known by its form, by the letter before it (assimilation), by the vowels before it (harmony), and by
//! its place: number, possession, case and person follow each other behind a noun, voice, negation, tense and person
//! behind a verb, and participles and the infinitive take the endings of a noun. Where several analyses are left, the
//! one wins that has the likelier endings and a root that is known. The rules are those of school grammars of Kazakh
//! (жалғау: көптік, тәуелдік, септік, жіктік; етістіктің шақтары; үндестік заңы).
//!
//! Words are folded: people type Kazakh without its marks too.

mod endings;
mod known;
mod letters;
mod roots;
mod strip;
#[cfg(test)]
mod tests;

use endings::{Ending, INNER, OUTER, Stage};
use letters::{Letter, is_voiceless, is_vowel, read, write};
use strip::strip;

/// How many other stems a form may have.
const OTHERS: usize = 3;

/// The worst analysis that counts as one.
const LEAST: i32 = 1;

/// An analysis that is worth as much has a root that is known.
const SURE: i32 = 15;

/// Words whose forms follow no rule, with their stems.
const IRREGULAR: [(&str, &str); 25] = [
    ("боп", "бол"),
    ("кеп", "кел"),
    ("сап", "сал"),
    ("әкеп", "акел"),
    ("мені", "мен"),
    ("менің", "мен"),
    ("маған", "мен"),
    ("сені", "сен"),
    ("сенің", "сен"),
    ("саған", "сен"),
    ("оны", "ол"),
    ("оның", "ол"),
    ("оған", "ол"),
    ("онда", "ол"),
    ("одан", "ол"),
    ("олар", "ол"),
    ("бұны", "бул"),
    ("мұны", "бул"),
    ("бұның", "бул"),
    ("мұның", "бул"),
    ("бұған", "бул"),
    ("мұнда", "бул"),
    ("бұдан", "бул"),
    ("мұндай", "бундай"),
    ("жатыр", "жат"),
];

/// A way to read a form.
struct Reading {
    stem: String,
    value: i32,
}

impl Reading {
    /// What it counts by: of two of known roots that are worth the same, the one with the longer stem is the likelier.
    fn rank(&self) -> (i32, usize) {
        (self.value, if self.value < SURE { 0 } else { self.stem.len() })
    }
}

/// The stem of a word. `word` is in small letters, composed, in Kazakh Cyrillic. What it returns is in folded letters.
pub fn stem(word: &str) -> String {
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return (*stem).to_owned();
    }
    let letters = read(word);
    // The first of the best: the one with the fewest endings.
    let best =
        readings(&letters).into_iter().reduce(|best, other| if other.rank() > best.rank() { other } else { best });
    single_end(best.map_or_else(|| write(&letters), |best| best.stem))
}

/// Other stems that the form may have, the likeliest first, at most 3.
pub fn other_stems(word: &str) -> Vec<String> {
    let first = stem(word);
    let mut readings = readings(&read(word));
    readings.retain(|reading| reading.value >= LEAST);
    let mut others: Vec<String> = Vec::new();
    while others.len() < OTHERS {
        // The first of the best, as above.
        let places = readings.iter().enumerate().rev();
        let Some((place, _)) = places.max_by_key(|(_, reading)| reading.rank()) else { break };
        let stem = single_end(readings.remove(place).stem);
        if stem != first && !others.contains(&stem) {
            others.push(stem);
        }
    }
    others
}

/// All ways to read a form.
fn readings(letters: &[Letter]) -> Vec<Reading> {
    let mut readings = Vec::new();
    let text = write(letters);
    let whole = known::whole(&text);
    if let Some((stem, value)) = known::noun(text) {
        readings.push(Reading { stem, value: value.max(whole) });
    } else {
        readings.push(Reading { stem: write(letters), value: whole });
    }
    shorter(letters, Stage::Word, 0, &mut readings);
    readings
}

/// Adds the readings of what is left of a form that has one ending more.
fn shorter(letters: &[Letter], stage: Stage, value: i32, readings: &mut Vec<Reading>) {
    let endings = if stage <= Stage::Verb { INNER } else { OUTER };
    for ending in endings.iter().filter(|ending| ending.at < stage) {
        let Some(rest) = strip(letters, ending.form) else { continue };
        if ending.at == Stage::Voice && !has_voice(rest, ending.form) {
            continue;
        }
        let value = value + ending.gain - doubt(letters, rest, ending);
        let root = match ending.leaves {
            Stage::Open => known::open_verb(&write(rest)),
            Stage::Voice | Stage::Negation | Stage::Verb => known::verb(write(rest)),
            _ => known::noun(write(rest)),
        };
        if let Some((stem, worth)) = root {
            readings.push(Reading { stem, value: value + worth });
        }
        if ending.leaves != Stage::Open {
            shorter(rest, ending.leaves, value, readings);
        }
    }
}

/// Whether л or н behind a vowel, or ын, may be the voice of a verb: behind the vowel of «ла», or behind л.
fn has_voice(rest: &[Letter], form: &str) -> bool {
    let mut back = rest.iter().rev().map(|letter| letter.folded);
    match form {
        ":л" | ":н" => {
            let is_open = matches!(back.next(), Some('а' | 'е'));
            is_open && (matches!(back.next(), Some('л' | 'д' | 'т')) || roots::is_verb(&write(rest)))
        }
        "Yн" => back.next() == Some('л'),
        _ => true,
    }
}

/// What speaks against an ending behind the letters that are left.
fn doubt(letters: &[Letter], rest: &[Letter], ending: &Ending) -> i32 {
    let form = ending.form;
    let mut back = rest.iter().rev().map(|letter| letter.folded);
    let (Some(last), Some(before)) = (back.next(), back.next()) else { return 0 };
    match form {
        // «мансап» is no verb.
        ":п" if !(matches!(last, 'а' | 'е') && matches!(before, 'л' | 'д' | 'т')) => 5,
        // «тезірек» is of «тез».
        ":рAк" if matches!(last, 'ы' | 'и') => 2,
        // «университетін» is of no verb.
        "AтYн" if !roots::is_verb(&write(rest)) => 3,
        // «жұмысы» is of «жұмыс».
        _ if form.starts_with(":с") => {
            let of_is = if matches!(last, 'ы' | 'и') && before != 'ш' { 3 } else { 0 };
            let typed = if letters.last().is_some_and(Letter::may_be_i) && last != 'е' { 3 } else { 0 };
            of_is + typed
        }
        _ if form.starts_with('A') && !roots::is_verb(&write(rest)) => doubt_of_open(last, before),
        _ if form.starts_with('Y') && ending.leaves > Stage::Stem => {
            let may_be_i = letters.get(rest.len()).is_some_and(Letter::may_be_i);
            let is_front = back_vowel(rest) == Some('е');
            // «магазин»: beside a vowel that is not surely of the front, и is an і typed without care, or no ending.
            let typed = if may_be_i && !is_front && matches!(form, "Y" | "Yн") { 3 } else { 0 };
            typed + doubt_of_end(last, before)
        }
        _ => 0,
    }
}

fn back_vowel(letters: &[Letter]) -> Option<char> {
    letters.iter().rev().map(|letter| letter.folded).find(|letter| is_vowel(*letter))
}

/// What speaks against a vowel as an ending of its own: «домалақтады» is of «домалақта».
fn doubt_of_open(last: char, before: char) -> i32 {
    match last {
        'л' if matches!(before, 'а' | 'е') => 3,
        'л' if matches!(before, 'р' | 'й' | 'у') => 5,
        'д' if matches!(before, 'л' | 'м' | 'н' | 'з' | 'ж') => 5,
        'т' if is_voiceless(before) => 5,
        _ => 0,
    }
}

/// What speaks against a root that ends so before a vowel: «қазіргі», «қуатты», «айлы», «спортшы» are whole words.
fn doubt_of_end(last: char, before: char) -> i32 {
    let is_open = is_vowel(before) && before != 'у';
    match last {
        'м' | 'д' if before == 'з' => 0,
        'г' | 'д' | 'л' | 'б' | 'н' | 'м' if !is_open => 6,
        'ш' if !matches!(before, 'ы' | 'и') => 6,
        _ => 0,
    }
}

/// A stem without the second of two equal consonants: «процесс», «процеске».
fn single_end(mut stem: String) -> String {
    let last = stem.chars().next_back();
    if let Some(last) = last.filter(|last| !is_vowel(*last))
        && stem.strip_suffix(last).is_some_and(|rest| rest.ends_with(last))
    {
        stem.pop();
    }
    stem
}
