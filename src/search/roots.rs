//! Roots of Russian and English words: Pagefind takes their endings off inside (by the rules of Snowball), and does not say
//! what it took. The words are folded already: those without ь, щ and э.

/// Endings of one kind.
struct Group {
    /// Those that are endings behind а and я only.
    behind: &'static [&'static str],
    /// Those that are endings anywhere.
    free: &'static [&'static str],
}

const GERUND: Group = Group { behind: &["в", "вши"], free: &["ив", "ивши", "ыв", "ывши"] };
const ADJECTIVE: Group = Group {
    behind: &[],
    free: &[
        "ие", "ые", "ое", "ее", "ими", "ыми", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом", "его", "ого", "ему",
        "ому", "их", "ых", "ую", "юю", "ою", "ею", "ая", "яя",
    ],
};
const PARTICIPLE: Group = Group { behind: &["ем", "нн", "вш"], free: &["ивш", "ывш"] };
const VERB: Group = Group {
    behind: &["ла", "на", "ете", "йте", "ли", "й", "л", "ем", "н", "ло", "но", "ет", "ют", "ны", "нно"],
    free: &[
        "ила", "ыла", "ена", "ейте", "уйте", "ите", "или", "ыли", "ей", "уй", "ил", "ыл", "им", "ым", "ен", "ило",
        "ыло", "ено", "ят", "ует", "уют", "ит", "ыт", "ены", "ую", "ю",
    ],
};
const NOUN: Group = Group {
    behind: &[],
    free: &[
        "а", "ев", "ов", "ие", "е", "иями", "ями", "ами", "еи", "ии", "и", "ией", "ей", "ой", "ий", "й", "иям", "иях",
        "ям", "ам", "ием", "ем", "ом", "о", "у", "ах", "ях", "ы", "ию", "ю", "ия", "я",
    ],
};

impl Group {
    /// A text without the longest ending of the group.
    fn cut<'a>(&self, text: &'a str) -> Option<&'a str> {
        // The letter before counts, and stays.
        let behind = self.behind.iter().filter_map(|ending| {
            let rest = text.strip_suffix(ending)?;
            rest.ends_with(['а', 'я']).then(|| (ending.len() + 'а'.len_utf8(), rest))
        });
        let free = self.free.iter().filter_map(|ending| Some((ending.len(), text.strip_suffix(ending)?)));
        behind.chain(free).max_by_key(|(length, _)| *length).map(|(_, rest)| rest)
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'ю' | 'я')
}

/// What all forms of a word begin with.
pub fn root(word: &str) -> &str {
    match word.char_indices().find(|(_, letter)| is_vowel(*letter)) {
        Some((at, vowel)) => russian(word, at + vowel.len_utf8()),
        None => english(word),
    }
}

/// Endings begin behind the first vowel.
fn russian(word: &str, from: usize) -> &str {
    let mut rest = word.get(from..).unwrap_or_default();
    match GERUND.cut(rest) {
        Some(shorter) => rest = shorter,
        None => {
            rest = rest.strip_suffix("ся").unwrap_or(rest);
            rest = match ADJECTIVE.cut(rest) {
                Some(shorter) => PARTICIPLE.cut(shorter).unwrap_or(shorter),
                None => VERB.cut(rest).or_else(|| NOUN.cut(rest)).unwrap_or(rest),
            };
        }
    }
    rest = rest.strip_suffix('и').unwrap_or(rest);
    // Behind two syllables this makes a noun of an adjective.
    rest = rest.strip_suffix("ост").filter(|head| has_two_syllables(head)).unwrap_or(rest);
    if rest.ends_with("нн") {
        rest = rest.strip_suffix('н').unwrap_or(rest);
    }
    word.get(..from + rest.len()).unwrap_or(word)
}

/// Whether a text begins with a consonant, and has a vowel with a consonant behind it later on.
fn has_two_syllables(text: &str) -> bool {
    let mut letters = text.chars();
    let Some(mut before) = letters.next().filter(|first| !is_vowel(*first)) else { return false };
    letters.any(|letter| is_vowel(std::mem::replace(&mut before, letter)) && !is_vowel(letter))
}

/// Takes something off a word.
type Step = fn(&str) -> Option<&str>;

/// Near enough: the same is taken off what is asked and what is found.
fn english(word: &str) -> &str {
    let steps: [(Step, usize); 6] = [
        (plural, 2),
        (|word| cut(word, &["ed", "ing"]), 3),
        (|word| cut(word, &["ly"]), 5),
        (
            |word| {
                let endings = ["ational", "ation", "ment", "ness", "ful", "ance", "ence", "ant", "ent", "er", "al"];
                cut(word, &endings)
            },
            4,
        ),
        (|word| cut(word, &["e", "y", "i"]), 2),
        (doubled, 2),
    ];
    steps.into_iter().fold(word, |word, (step, least)| {
        // Letters that must stay.
        step(word).filter(|rest| rest.chars().count() >= least).unwrap_or(word)
    })
}

/// A word without the longest of some endings.
fn cut<'a>(word: &'a str, endings: &[&str]) -> Option<&'a str> {
    endings.iter().filter_map(|ending| word.strip_suffix(ending)).min_by_key(|rest| rest.len())
}

/// A noun or a verb without its s: cities, boxes, schools.
fn plural(word: &str) -> Option<&str> {
    let behind = |ending: &str, letters: &[char]| word.strip_suffix(ending).filter(|rest| rest.ends_with(letters));
    behind("es", &['i', 's', 'x', 'z', 'h'])
        .or_else(|| behind("ed", &['i']))
        .or_else(|| word.strip_suffix('s').filter(|rest| !rest.ends_with('s')))
}

/// A word with one of two equal consonants at its end.
fn doubled(word: &str) -> Option<&str> {
    let last = word.chars().next_back().filter(|last| "bdfglmnprt".contains(*last))?;
    word.strip_suffix(last).filter(|rest| rest.ends_with(last))
}

#[cfg(test)]
mod tests {
    use super::root;

    #[test]
    fn forms_have_one_root() {
        for (word, of) in [
            ("школами", "школ"),
            ("снегом", "снег"),
            ("открыли", "откр"),
            ("новые", "нов"),
            ("студентов", "студент"),
            ("опасност", "опасн"),
            ("cities", "cit"),
            ("city", "cit"),
            ("opening", "open"),
            ("boxes", "box"),
            ("stopped", "stop"),
            ("glass", "glass"),
        ] {
            assert_eq!(root(word), of, "{word}");
        }
    }
}
