//! Stems of Russian words.
//!
//! Endings are taken off by rules; where rules take a noun for a verb (канал as сказал, визит as возит) a list says
//! what is a stem. A verb has the stem of its infinitive without the vowel before -ть: делать, делает, сделанный.

mod adjectives;
mod endings;
mod forms;
mod irregular;
mod nouns;
mod verbs;

use std::borrow::Cow;

use super::fold::fold;

/// The stem of a word in small letters, folded.
pub fn stem(word: &str) -> String {
    let word = with_e(word);
    fold(&raw(&word))
}

/// Other stems of a word of a question, for one whose stem is in no text: the word as a noun, and the other aspect of a
/// verb.
pub fn other_stems(word: &str) -> Vec<String> {
    let word = with_e(word);
    let own = raw(&word);
    let mut others: Vec<_> =
        [Some(nouns::stem(&word)), other_aspect(&own)].into_iter().flatten().map(|other| fold(&other)).collect();
    others.dedup();
    others.retain(|other| *other != fold(&own));
    others
}

/// The stem before it is folded.
fn raw(word: &str) -> String {
    if !has_vowel(word) || word.len() < 5 {
        return word.to_owned();
    }
    if let Some(stem) = forms::form(word).map(str::to_owned).or_else(|| nouns::listed(word)) {
        return stem;
    }
    if let Some(active) = verbs::without_reflexive(word) {
        let stem = adjectives::participle(active).or_else(|| verbs::stem(active, true));
        return stem.unwrap_or_else(|| nouns::stem(active));
    }
    let stem = adjectives::participle(word).or_else(|| verbs::stem(word, false));
    stem.unwrap_or_else(|| nouns::stem(word))
}

/// The perfective of a stem in -ыв- or -ив-.
fn other_aspect(stem: &str) -> Option<String> {
    let root = stem.strip_suffix("ыв").or_else(|| stem.strip_suffix("ив"))?;
    (root.len() >= 8 && has_vowel(root)).then(|| root.to_owned())
}

/// A word with е for ё, as most texts have it.
fn with_e(word: &str) -> Cow<'_, str> {
    if word.contains('ё') { word.replace('ё', "е").into() } else { word.into() }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

fn has_vowel(word: &str) -> bool {
    word.contains(is_vowel)
}

/// A word without an ending. The last byte is looked at first: most of many endings differ there.
fn cut<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let last = ending.bytes().next_back();
    if last.is_some() && last != word.bytes().next_back() { None } else { word.strip_suffix(ending) }
}

/// A word without the first of some endings that it has, if a vowel is left. The longest endings are to come first.
fn without<'a>(word: &'a str, endings: &[&str]) -> Option<&'a str> {
    endings.iter().filter_map(|ending| cut(word, ending)).find(|rest| has_vowel(rest))
}

/// Whether a word is one of some roots with or without a prefix.
fn is_prefixed(word: &str, roots: &[&str]) -> bool {
    roots.iter().any(|root| cut(word, root).is_some_and(is_prefix))
}

/// Whether it is a prefix of verbs, or nothing.
fn is_prefix(text: &str) -> bool {
    PREFIXES.contains(&text) || text.strip_prefix("не").is_some_and(|rest| PREFIXES.contains(&rest))
}

const PREFIXES: [&str; 60] = [
    "",
    "по",
    "за",
    "на",
    "при",
    "вы",
    "до",
    "от",
    "про",
    "у",
    "об",
    "пере",
    "о",
    "с",
    "под",
    "из",
    "раз",
    "рас",
    "пре",
    "в",
    "ис",
    "вос",
    "воз",
    "вз",
    "обо",
    "ото",
    "подо",
    "со",
    "изо",
    "разо",
    "над",
    "надо",
    "во",
    "вс",
    "взо",
    "недо",
    "предо",
    "пред",
    "объ",
    "съ",
    "подъ",
    "въ",
    "разъ",
    "изъ",
    "отъ",
    "произ",
    "превз",
    "воспро",
    "распро",
    "воссо",
    "препо",
    "превзо",
    "произо",
    "обна",
    "приоб",
    "соз",
    "сов",
    "предпри",
    "воспри",
    "упо",
];

#[cfg(test)]
mod tests;
