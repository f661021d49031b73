//! Participles.

use super::endings::{ADJECTIVE, SHORT};
use super::{cut, has_vowel, is_prefixed, is_vowel, verbs};

/// Stems of participles in -тый, without т.
#[rustfmt::skip] // Several a line.
const IN_T: [&str; 38] = [
    "кры", "мы", "ры", "би", "пи", "ви", "ли", "ши", "жи", "бри", "ня", "я", "взя", "нача", "жа", "мя", "распя", "пе",
    "оде", "наде", "заде", "разде", "гре", "стер", "тер", "пер", "коло", "моло", "поло", "тяну", "гну", "кину",
    "двину", "верну", "мкну", "ткну", "тону", "мяну",
];

/// Beginnings of forms in -ан that are participles without a doubt; of others only a noun is known: ураган.
#[rustfmt::skip] // Several a line.
const IN_AN: [&str; 42] = [
    "каз", "пис", "рез", "вяз", "печат", "черп", "прят", "яз", "счит", "сл", "бр", "зв", "дел", "работ", "чит",
    "держ", "д", "зн", "иск", "лом", "меш", "треб", "дум", "пыт", "плач", "гн", "сып", "тк", "жд", "равн", "сов",
    "щип", "крив", "рв", "драз", "маз", "мот", "ков", "полаг", "прич", "чес", "завоев",
];

/// The stem of a participle, in its long or short form.
pub fn participle(word: &str) -> Option<String> {
    for ending in ADJECTIVE {
        let Some(rest) = cut(word, ending).filter(|rest| has_vowel(rest)) else { continue };
        // Of passive participles the stem is hard: развитие is a noun.
        let is_soft = ending.starts_with(['и', 'е', 'я', 'ю']);
        if let Some(stem) = if is_soft { active(rest) } else { active(rest).or_else(|| passive(rest)) } {
            return Some(stem);
        }
    }
    if let Some(stem) = masculine(word) {
        return Some(stem);
    }
    SHORT.iter().find_map(|ending| short(word.strip_suffix(ending)?, !ending.is_empty())).or_else(|| neuter(word))
}

fn active(rest: &str) -> Option<String> {
    if let Some(theme) = rest.strip_suffix("вш") {
        let irregular = verbs::of_past_root(theme).filter(|_| theme.ends_with(is_vowel));
        return has_vowel(theme).then(|| irregular.unwrap_or_else(|| verbs::without_theme(theme)));
    }
    if let Some(theme) = rest.strip_suffix("ющ") {
        return verbs::of_present(theme);
    }
    if ["будущ", "присущ", "настоящ"].contains(&rest) {
        return None;
    }
    if let Some(root) = rest.strip_suffix("ущ") {
        return has_vowel(root).then(|| verbs::of_present(root)).flatten();
    }
    let hissing = rest.strip_suffix("ащ").filter(|root| root.ends_with(['ж', 'ш', 'ч', 'щ']));
    if let Some(root) = rest.strip_suffix("ящ").or(hissing) {
        return has_vowel(root).then(|| verbs::of_second(root));
    }
    let root = rest.strip_suffix("ш")?;
    verbs::of_past_root(root)
}

fn passive(rest: &str) -> Option<String> {
    if rest.ends_with("ственн") || rest.ends_with("стоянн") || rest.ends_with("данн") && rest.len() <= 8
    {
        return None;
    }
    if let Some(root) = rest.strip_suffix("нн") {
        if root.ends_with(['а', 'я']) && verbs::is_theme(root) {
            return Some(verbs::without_theme(root));
        }
        return root.strip_suffix('е').filter(|root| root.len() >= 6 && has_vowel(root)).map(verbs::of_passive);
    }
    if let Some(theme) = rest.strip_suffix("ем").filter(|theme| theme.ends_with(['а', 'я', 'у'])) {
        return verbs::of_present(theme);
    }
    in_t(rest, true)
}

/// The stem of a participle in -т. After an ending one in -нут is no form of the present: достигнуто, достигнут.
fn in_t(rest: &str, is_open: bool) -> Option<String> {
    let theme = rest.strip_suffix('т')?;
    let is_known = is_prefixed(theme, &IN_T) || is_open && theme.ends_with("ну") && theme.len() >= 12;
    is_known.then(|| verbs::without_theme(theme))
}

/// The stem of a short adjective in -ен: in participles of most verbs another consonant is before it.
fn masculine(word: &str) -> Option<String> {
    for (end, stem) in [("ален", "альн"), ("телен", "тельн"), ("ствен", "ственн"), ("ичен", "ичн")]
    {
        if let Some(rest) = word.strip_suffix(end).filter(|rest| has_vowel(rest)) {
            let is_participle = ["вален", "пален", "дален", "еличен", "раничен"].iter().any(|end| word.ends_with(end));
            return (!is_participle).then(|| [rest, stem].concat());
        }
    }
    let rest = word.strip_suffix("ен").filter(|rest| has_vowel(rest))?;
    let of_verbs = ["вед", "йд", "жд", "нес", "вез", "плет", "мет", "рет", "крад", "ед", "пас", "реб"];
    let is_adjective =
        rest.ends_with(['п', 'б', 'в', 'м', 'т', 'д', 'с', 'з']) && !of_verbs.iter().any(|end| rest.ends_with(end));
    is_adjective.then(|| [rest, "н"].concat())
}

/// The stem of a short form whose ending is off.
fn short(rest: &str, is_open: bool) -> Option<String> {
    if rest.ends_with("нн") && is_open {
        return passive(rest);
    }
    if let Some(root) = rest.strip_suffix("ен").filter(|root| root.len() >= 6 && has_vowel(root)) {
        return Some(verbs::of_passive(root));
    }
    if let Some(theme) = rest.strip_suffix('н').filter(|theme| theme.ends_with('а')) {
        let root = theme.strip_suffix('а')?;
        if theme.ends_with("ова") && theme.len() >= 10 || is_prefixed(root, &IN_AN) {
            return Some(verbs::without_theme(theme));
        }
    }
    let present = rest.strip_suffix("ем").filter(|theme| is_open && theme.ends_with(['а', 'я', 'у']));
    if let Some(theme) = present.filter(|theme| theme.len() >= 8) {
        return verbs::of_present(theme);
    }
    in_t(rest, is_open)
}

/// The stem of a short form in -ано: nouns have other endings.
fn neuter(word: &str) -> Option<String> {
    let theme = word.strip_suffix("но")?;
    let root = theme.strip_suffix(['а', 'я'])?;
    (root.len() >= 6 && has_vowel(root)).then(|| verbs::without_theme(theme))
}
