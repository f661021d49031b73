//! Forms of verbs.

use super::irregular::{INFINITIVES, PASSIVE, PAST, PRESENT, ROOTS};
use super::{cut, has_vowel, is_prefix, is_vowel};

/// A word without -ся or -сь, where what is left ends as a verb does: not in запись and гуся.
pub fn without_reflexive(word: &str) -> Option<&str> {
    if let Some(rest) = word.strip_suffix("ся") {
        let ends = [
            "ть", "т", "л", "м", "шь", "й", "ые", "ие", "ая", "ее", "ое", "ую", "его", "го", "му", "х", "ми", "в", "з",
            "с", "г", "к", "чь", "б", "х", "р", "п",
        ];
        return ends.iter().any(|end| rest.ends_with(end)).then_some(rest).filter(|rest| has_vowel(rest));
    }
    let rest = word.strip_suffix("сь")?;
    let ends =
        ["ла", "ло", "ли", "ши", "те", "ти", "ю", "у", "на", "ны", "но", "ая", "яя", "уя", "я", "жа", "ша", "ча"];
    (rest.len() >= 6 && ends.iter().any(|end| rest.ends_with(end))).then_some(rest)
}

/// The stem of a form of a verb. What may be a noun as well is a verb only if it is said to be one.
pub fn stem(word: &str, is_verb: bool) -> Option<String> {
    infinitive(word).or_else(|| past(word, is_verb)).or_else(|| present(word, is_verb))
}

fn infinitive(word: &str) -> Option<String> {
    if let Some(theme) = word.strip_suffix("ть")
        && theme.ends_with(is_vowel)
    {
        return Some(without_theme(theme));
    }
    replaced(word, &INFINITIVES)
}

fn past(word: &str, is_verb: bool) -> Option<String> {
    if let Some(stem) = of_past_root(word).filter(|_| is_verb || word.ends_with('л')) {
        return Some(stem);
    }
    let ends = ["вши", "ла", "ло", "ли", "л"];
    if let Some(theme) = ends.iter().find_map(|end| word.strip_suffix(end)) {
        if let Some(stem) = of_past_root(theme) {
            return Some(stem);
        }
        if is_theme(theme) && !is_agent(theme) {
            return Some(without_theme(theme));
        }
    }
    if let Some(stem) = of_past_root(word).filter(|_| !word.ends_with(['ш', 'е', 'а', 'д'])) {
        return Some(stem);
    }
    let theme = word.strip_suffix('в')?;
    let is_gerund = match theme.chars().next_back()? {
        'а' | 'я' | 'и' | 'ы' => theme.len() >= 6,
        'у' => theme.ends_with("ну"),
        'е' => ["смотре", "виде", "уме", "име", "оле", "гляде", "успе", "терпе", "боле"]
            .iter()
            .any(|end| theme.ends_with(end)),
        _ => false,
    };
    is_gerund.then(|| without_theme(theme))
}

/// Whether a form may end so before -ть or -л: with a vowel after a root that has one, or with a short root that is
/// known.
pub fn is_theme(theme: &str) -> bool {
    theme.strip_suffix(is_vowel).is_some_and(has_vowel) && !theme.ends_with('о') || root(theme).is_some()
}

/// Whether it is the stem of a noun in -тель whose л is off.
fn is_agent(theme: &str) -> bool {
    ["ите", "ате", "яте", "дете"].iter().any(|end| theme.ends_with(end))
}

fn present(word: &str, is_verb: bool) -> Option<String> {
    for end in ["ешь", "ете", "йте", "ет", "ем", "ют"] {
        let Some(theme) = word.strip_suffix(end) else { continue };
        let last = theme.chars().next_back()?;
        let is_full = last != 'и' && is_theme(theme) || root(theme).is_some();
        if is_full && (root(theme).is_some() || end != "ем" || matches!(last, 'а' | 'я' | 'у')) {
            return of_present(theme);
        }
        if let Some(stem) = replaced(theme, &PRESENT) {
            return Some(stem);
        }
        let short = without_n(theme);
        if end == "ет" && short != theme {
            return Some(short.to_owned());
        }
        if is_verb || end == "ешь" {
            return Some(of_second(theme));
        }
    }
    if let Some(theme) = word.strip_suffix("ю").filter(|theme| theme.ends_with(['а', 'я', 'е']) && theme.len() >= 6)
    {
        return of_present(theme);
    }
    if let Some(root) = word.strip_suffix("уя").filter(|root| root.len() >= 6) {
        return of_present(&[root, "у"].concat());
    }
    second(word, is_verb)
}

/// The stem of a form with и, of the third person in -ут, and of the first in -у.
fn second(word: &str, is_verb: bool) -> Option<String> {
    for end in ["ишь", "ит", "ят"] {
        if let Some(root) = word.strip_suffix(end).filter(|root| is_second(root)) {
            return Some(of_second(root));
        }
    }
    if let Some(root) = word.strip_suffix("ите").or_else(|| word.strip_suffix("ьте")).filter(|root| has_vowel(root))
    {
        return Some(replaced(root, &PRESENT).unwrap_or_else(|| of_second(root)));
    }
    let is_hissing = |root: &&str| root.ends_with(['ж', 'ш', 'ч', 'щ']);
    if let Some(root) = word.strip_suffix("ат").filter(is_hissing).filter(|root| has_vowel(root)) {
        return Some(of_second(root));
    }
    if let Some(root) = word.strip_suffix("ут").filter(|root| root.len() >= 4 && !root.ends_with(is_vowel)) {
        return Some(replaced(root, &PRESENT).unwrap_or_else(|| without_n(root).to_owned()));
    }
    if let Some(root) = word.strip_suffix("у") {
        let is_noun =
            ["бор", "кол", "мел", "пад", "клад", "паш", "плач", "зов", "рв", "тон", "пек", "тек", "греб", "жм"];
        return replaced(root, &PRESENT).filter(|_| !is_noun.iter().any(|end| root.ends_with(end)));
    }
    let labial = word.strip_suffix("лю").filter(|root| root.ends_with(['б', 'п', 'в', 'м', 'ф']) && has_vowel(root));
    if let Some(root) = labial {
        return Some(of_second(root));
    }
    if word.ends_with("йдя") || word.ends_with("ридя") {
        return replaced(word.strip_suffix("я")?, &PRESENT);
    }
    if is_verb {
        return reflexive(word);
    }
    None
}

/// The stem of a form that only the ending of a reflexive shows to be one of a verb.
fn reflexive(word: &str) -> Option<String> {
    if let Some(theme) = word.strip_suffix('й') {
        return of_present(theme);
    }
    if let Some(root) = word.strip_suffix("им") {
        return Some(of_second(root));
    }
    let root = ["ю", "я", "а", "у"].iter().find_map(|end| word.strip_suffix(end)).filter(|root| has_vowel(root))?;
    Some(if root.ends_with(is_vowel) { of_present(root)? } else { of_second(root) })
}

/// Whether a root may be before -ит.
fn is_second(before: &str) -> bool {
    has_vowel(before) || root(&[before, "и"].concat()).is_some()
}

/// The stem of a present form in -ет whose ending is off: дела-, использу-, кро-, пь-.
pub fn of_present(theme: &str) -> Option<String> {
    if let Some(stem) = root(theme) {
        // Of давать and вставать the syllable -ва- is in no present form.
        let is_short = stem.ends_with("да") || stem.ends_with("ста") && theme.ends_with('а');
        return Some(if is_short { [&stem, "в"].concat() } else { stem });
    }
    if let Some(stem) = theme.strip_suffix("ю") {
        return Some([stem, "ев"].concat());
    }
    if let Some(stem) = theme.strip_suffix("у") {
        let suffix = if stem.ends_with(['ж', 'ш', 'ч', 'щ', 'ц']) { "ев" } else { "ов" };
        return Some([stem, suffix].concat());
    }
    if theme.ends_with(is_vowel) {
        return Some(without_theme(theme));
    }
    Some(replaced(theme, &PRESENT).unwrap_or_else(|| without_n(theme).to_owned()))
}

/// The stem of a form in -ит whose ending is off.
pub fn of_second(root: &str) -> String {
    without_theme(&[root, "и"].concat())
}

/// The stem of a passive participle in -ен: the consonant of the infinitive is put back.
pub fn of_passive(root: &str) -> String {
    let hard = replaced(root, &PASSIVE);
    let hard = hard.as_deref().unwrap_or(root);
    let labial = hard.strip_suffix('л').filter(|labial| labial.ends_with(['б', 'п', 'в', 'м', 'ф']));
    of_second(labial.unwrap_or(hard))
}

/// The stem of a past form whose root ends with a consonant: нес, достиг, умер.
pub fn of_past_root(root: &str) -> Option<String> {
    replaced(root, &PAST)
}

/// The stem of a form that ends with the vowel before -ть.
pub fn without_theme(theme: &str) -> String {
    if let Some(stem) = root(theme) {
        return stem;
    }
    let Some(stem) = theme.strip_suffix(['а', 'я', 'е', 'и', 'ы', 'у', 'о']) else { return theme.to_owned() };
    if stem.len() < 6 || !has_vowel(stem) {
        return theme.to_owned();
    }
    if theme.ends_with('у') { without_n(stem).to_owned() } else { stem.to_owned() }
}

/// A root without the н that only some forms have: достигнуть, достиг.
fn without_n(root: &str) -> &str {
    let short = root.strip_suffix('н').filter(|short| short.ends_with(['г', 'к', 'х', 'б', 'п', 'с', 'з']));
    short.filter(|short| has_vowel(short)).unwrap_or(root)
}

/// The stem of a short root with its prefix: those change more than their endings.
fn root(theme: &str) -> Option<String> {
    ROOTS.iter().find_map(|(form, stem)| {
        let prefix = cut(theme, form).filter(|prefix| is_prefix(prefix))?;
        Some([prefix, stem].concat())
    })
}

/// A word with its end replaced, by the first line of a table that fits. A line with a star fits after a prefix only.
fn replaced(word: &str, table: &[(&str, &str)]) -> Option<String> {
    table.iter().find_map(|(end, other)| {
        let (end, is_whole) = end.strip_prefix('*').map_or((*end, false), |end| (end, true));
        let rest = cut(word, end).filter(|rest| !is_whole || is_prefix(rest))?;
        Some([rest, other].concat())
    })
}
