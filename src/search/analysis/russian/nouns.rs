//! Nouns, and adjectives in the long form: what is left where no form of a verb is found.

use super::endings::{AFTER_I, LISTED, LISTED_J, NOMINAL};
use super::forms::{hard, in_j};
use super::{cut, has_vowel, is_vowel, without};

/// The stem of a noun whose stem looks like a form of a verb, or has an ending in it: from a list.
pub fn listed(word: &str) -> Option<String> {
    of_list(word).or_else(|| COMPOUND.iter().find_map(|first| compound(first, word)))
}

/// The stem of a noun of two parts. A short second part is more likely an accident: автор is not of авто.
fn compound(first: &str, word: &str) -> Option<String> {
    let stem = of_list(word.strip_prefix(first)?).filter(|stem| stem.len() >= 8)?;
    Some([first, stem.as_str()].concat())
}

/// Parts that many nouns begin with.
const COMPOUND: [&str; 28] = [
    "теле",
    "строй",
    "соц",
    "авто",
    "видео",
    "фото",
    "кино",
    "микро",
    "макро",
    "супер",
    "анти",
    "спец",
    "гос",
    "сверх",
    "медиа",
    "радио",
    "электро",
    "гидро",
    "био",
    "эко",
    "кибер",
    "мульти",
    "транс",
    "метро",
    "нефте",
    "газо",
    "пресс",
    "меж",
];

/// Nouns in -ть after a vowel, without it.
const SOFT: [&str; 7] = ["памя", "печа", "крова", "благода", "девя", "деся", "мече"];

fn of_list(word: &str) -> Option<String> {
    // After a vowel -ть is that of an infinitive but for a few: плакать is no плакат.
    let stem = word.strip_suffix("ть").filter(|rest| rest.ends_with(is_vowel) && rest.len() > 4);
    if stem.is_some_and(|stem| !SOFT.contains(&stem)) {
        return None;
    }
    let of = |endings: &'static [&'static str], stems: &[&'static str]| {
        let rests = endings.iter().filter_map(|ending| cut(word, ending));
        rests.filter(|rest| stems.binary_search(rest).is_ok()).max_by_key(|rest| rest.len())
    };
    if let Some(stem) = of(&LISTED, hard()) {
        // The noun has the stem of its verb, whose past is like it.
        let stem = if stem == "начал" { "нача" } else { stem };
        return Some(stem.to_owned());
    }
    of(&LISTED_J, in_j()).map(|stem| [stem, "й"].concat())
}

/// The stem of any other noun or adjective.
pub fn stem(word: &str) -> String {
    if let Some(rest) = AFTER_I.iter().find_map(|ending| cut(word, ending)).filter(|rest| rest.len() >= 2) {
        return [rest, "и"].concat();
    }
    if let Some(rest) = word.strip_suffix("ий").or_else(|| word.strip_suffix("ие"))
        && has_vowel(rest)
        && is_noun_before_i(rest, word.ends_with('е'))
    {
        return [rest, "и"].concat();
    }
    if let Some(rest) =
        word.strip_suffix("ев").filter(|rest| ["ари", "ери", "ори"].iter().any(|end| rest.ends_with(end)))
    {
        return rest.to_owned();
    }
    if let Some(rest) = NOMINAL.iter().filter_map(|ending| cut(word, ending)).find(|rest| VOWELLESS.contains(rest)) {
        return rest.to_owned();
    }
    if let Some(rest) = word.strip_suffix("цев").filter(|rest| has_vowel(rest)) {
        return fleeting(&[rest, "ц"].concat());
    }
    // Another spelling of -ение and -ание: решенье.
    let spelled = ["ьями", "ьям", "ьях", "ьем", "ье", "ья", "ьи"].iter().find_map(|ending| cut(word, ending));
    if let Some(rest) = spelled.filter(|rest| rest.len() >= 10 && (rest.ends_with("ен") || rest.ends_with("ан"))) {
        return [rest, "и"].concat();
    }
    let rest = without(word, &NOMINAL).unwrap_or(word);
    let rest = rest.strip_suffix("ейш").filter(|rest| has_vowel(rest)).unwrap_or(rest);
    if rest.ends_with("анин") || rest.ends_with("янин") {
        return rest.strip_suffix("ин").unwrap_or(rest).to_owned();
    }
    fleeting(possessive(rest))
}

/// Stems whose only vowel is in the form without an ending.
const VOWELLESS: [&str; 17] =
    ["дн", "сн", "рт", "лб", "льв", "льд", "зл", "пс", "тьм", "мх", "лж", "рж", "мгл", "пн", "шв", "вш", "вс"];

/// Whether -ий and -ие are endings of a noun after these letters: станций and здание, but русский, общие, последний.
fn is_noun_before_i(rest: &str, is_neuter: bool) -> bool {
    let mut letters = rest.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    match last {
        Some('к' | 'х' | 'ш' | 'щ') => false,
        Some('ч') => before == Some('и') || rest.ends_with("моч"),
        Some('ж') => rest.ends_with("руж") || rest.ends_with("нож"),
        Some('г') => !is_neuter && rest.len() > 6 && !["долг", "строг", "туг", "убог", "полог"].contains(&rest),
        Some('н') => before.is_some_and(is_vowel) && rest != "син" || ["кремн", "магн", "губерн"].contains(&rest),
        _ => true,
    }
}

/// Without the ending -ов of the plural, which names have before another ending: городов, Ахметова.
fn possessive(rest: &str) -> &str {
    let root = rest.strip_suffix("ов").filter(|root| root.len() >= 6 && has_vowel(root));
    root.filter(|_| hard().binary_search(&rest).is_err()).unwrap_or(rest)
}

/// The stem without the vowel that only some forms have: скидок, британец.
fn fleeting(rest: &str) -> String {
    for (zero, last) in [("еек", "ейк"), ("оек", "ойк"), ("аек", "айк"), ("ец", "ц"), ("ок", "к"), ("ек", "к")]
    {
        let is_long = |root: &&str| has_vowel(root) || zero.len() > 4 && !root.is_empty();
        if let Some(root) = rest.strip_suffix(zero).filter(is_long) {
            let joint = if last == "ц" && root.ends_with(is_vowel) { "й" } else { "" };
            return [root, joint, last].concat();
        }
    }
    rest.to_owned()
}
