//! What speaks for a root.

use super::letters::is_vowel;
use super::roots::{is_losing, is_noun, is_verb};

/// What a root in the tables is worth, beside its length.
const KNOWN: i32 = 9;

/// What a root is worth that is made of one in the tables, beside its length.
const DERIVED: i32 = 4;

/// What a letter of a root is worth that is in the tables or made of such a one: of two the longer is the likelier.
const LETTER: i32 = 2;

/// Endings that make a noun of a noun: those are words of their own.
const OF_NOUNS: [&str; 28] = [
    "лык",
    "лик",
    "дык",
    "дик",
    "тык",
    "тик",
    "шы",
    "ши",
    "шылык",
    "шилик",
    "сыз",
    "сиз",
    "лы",
    "ли",
    "дас",
    "дес",
    "лас",
    "лес",
    "сыздык",
    "сиздик",
    "лылык",
    "лилик",
    "хана",
    "шыл",
    "шил",
    "гер",
    "кер",
    "стан",
];

/// Endings that make a noun of a verb.
const OF_VERBS: [&str; 22] = [
    "ушы", "уши", "ыс", "ис", "ым", "им", "ма", "ме", "ба", "бе", "па", "пе", "гыш", "гиш", "кыш", "киш", "ык", "ик",
    "ынды", "инди", "ыш", "иш",
];

/// What words end with that came from other languages.
const LOANS: [&str; 7] = ["изм", "ент", "ант", "ция", "ика", "вка", "бка"];

/// Endings that make a verb of a noun.
const TO_VERBS: [&str; 6] = ["ла", "ле", "да", "де", "та", "те"];

/// Endings that make a verb of such a verb, or of any.
const VERBS_OF_VERBS: [&str; 20] = [
    "ыс", "ис", "с", "н", "ын", "ин", "тыр", "тир", "дыр", "дир", "гыз", "гиз", "кыз", "киз", "т", "лан", "лен", "дан",
    "ден", "тан",
];

fn worth(base: i32, root: &str) -> i32 {
    root.chars().fold(base, |worth, _| worth + LETTER)
}

/// The root with its last consonant as it is at the end of a word: «кітаб» is «кітап».
fn devoiced(mut root: String) -> String {
    let voiceless = match root.chars().next_back() {
        Some('б') => 'п',
        Some('г') => 'к',
        _ => return root,
    };
    root.pop();
    root.push(voiceless);
    root
}

/// The root with the vowel that an ending took, if it is one of those that lose it.
fn restored(root: &str) -> Option<String> {
    let last = root.chars().next_back().filter(|last| !is_vowel(*last))?;
    let head = root.strip_suffix(last)?;
    ['ы', 'и'].into_iter().map(|vowel| format!("{head}{vowel}{last}")).find(|full| is_losing(full))
}

/// What a word of the rules alone is worth: the shorter, the less.
fn unknown(root: &str) -> Option<i32> {
    let vowels = root.chars().filter(|letter| is_vowel(*letter)).count();
    match root.chars().count() {
        _ if vowels == 0 => None,
        0..=2 => None,
        3 => Some(-1),
        _ => Some(0),
    }
}

/// A noun's root in full, and what it is worth.
pub fn noun(root: String) -> Option<(String, i32)> {
    let is_known = is_noun(&root);
    let root = devoiced(root);
    if is_known || is_noun(&root) {
        let worth = worth(KNOWN, &root);
        return Some((root, worth));
    }
    if let Some(full) = restored(&root) {
        let worth = worth(KNOWN, &full);
        return Some((full, worth));
    }
    let of = |makers: &[&str], is_known: fn(&str) -> bool| {
        makers.iter().filter_map(|maker| root.strip_suffix(maker)).any(is_known)
    };
    if of(&OF_NOUNS, is_noun) || of(&OF_VERBS, is_verb) {
        let worth = worth(DERIVED, &root);
        return Some((root, worth));
    }
    let value = unknown(&root)?;
    let is_loan = root.chars().count() > 4 && LOANS.iter().any(|end| root.ends_with(end));
    Some((root, if is_loan { DERIVED } else { value }))
}

/// A verb's root in full, and what it is worth.
pub fn verb(root: String) -> Option<(String, i32)> {
    let root = devoiced(root);
    if is_verb(&root) {
        let worth = worth(KNOWN, &root);
        return Some((root, worth));
    }
    // Between vowels п is у: «тауып», of «тап».
    if let Some((head, full)) =
        root.strip_suffix('у').map(|head| (head, format!("{head}п"))).filter(|(_, full)| is_verb(full))
    {
        let worth = worth(KNOWN, head);
        return Some((full, worth));
    }
    if is_derived_verb(&root) {
        let worth = worth(DERIVED, &root);
        return Some((root, worth));
    }
    let value = if is_of_sound(&root) { DERIVED } else { unknown(&root)? };
    Some((root, value))
}

/// A verb's root with the vowel that an ending took: only those of the table.
pub fn open_verb(root: &str) -> Option<(String, i32)> {
    let full = ['ы', 'и'].into_iter().map(|vowel| format!("{root}{vowel}")).find(|full| is_verb(full))?;
    let worth = worth(KNOWN, &full);
    Some((full, worth))
}

fn is_derived_verb(root: &str) -> bool {
    let made_of_noun = |verb: &str| TO_VERBS.iter().filter_map(|maker| verb.strip_suffix(maker)).any(is_noun);
    made_of_noun(root)
        || VERBS_OF_VERBS
            .iter()
            .filter_map(|maker| root.strip_suffix(maker))
            .any(|base| is_verb(base) || made_of_noun(base))
}

/// What a whole word without an ending is worth as a root.
pub fn whole(root: &str) -> i32 {
    if is_noun(root) || is_verb(root) {
        worth(KNOWN + 5, root)
    } else if is_derived_verb(root) {
        worth(DERIVED, root)
    } else if is_of_sound(root) {
        DERIVED
    } else {
        0
    }
}

/// Whether a verb says that something makes a sound or shines: «сыбырла», «күркілде».
fn is_of_sound(verb: &str) -> bool {
    ["ылда", "илде", "ырла", "ирле"]
        .iter()
        .filter_map(|end| verb.strip_suffix(end))
        .any(|head| head.chars().count() > 2)
}
