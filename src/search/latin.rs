//! Latin letters as the Cyrillic ones that were meant. What the index folds (ә, қ, э, ь …) need not be told apart.

use super::lower;

/// The longest first. What may be two things has both.
const TABLE: [(&str, &[&str]); 64] = [
    ("shch", &["щ"]),
    ("sch", &["щ"]),
    ("sh", &["ш"]),
    ("ch", &["ч"]),
    ("zh", &["ж"]),
    ("kh", &["х"]),
    ("gh", &["ғ"]),
    ("ts", &["ц"]),
    ("ya", &["я"]),
    ("yu", &["ю"]),
    ("yo", &["ё", "йо"]),
    ("ye", &["е"]),
    ("ja", &["я", "жа"]),
    ("ju", &["ю", "жу"]),
    ("jo", &["ё", "жо"]),
    ("a", &["а"]),
    ("b", &["б"]),
    ("c", &["ц", "к"]),
    ("d", &["д"]),
    ("e", &["е"]),
    ("f", &["ф"]),
    ("g", &["г"]),
    ("h", &["х"]),
    ("i", &["и"]),
    ("j", &["ж"]),
    ("k", &["к"]),
    ("l", &["л"]),
    ("m", &["м"]),
    ("n", &["н"]),
    ("o", &["о"]),
    ("p", &["п"]),
    ("q", &["қ"]),
    ("r", &["р"]),
    ("s", &["с"]),
    ("t", &["т"]),
    ("u", &["у"]),
    ("v", &["в"]),
    ("w", &["у", "в"]),
    ("x", &["кс", "х"]),
    ("y", &["ы"]),
    ("z", &["з"]),
    ("ä", &["ә"]),
    ("á", &["ә"]),
    ("ö", &["ө"]),
    ("ó", &["ө"]),
    ("ü", &["ү"]),
    ("ú", &["ү"]),
    ("ū", &["ұ"]),
    ("ğ", &["ғ"]),
    ("ǵ", &["ғ"]),
    ("ñ", &["ң"]),
    ("ń", &["ң"]),
    ("ŋ", &["ң"]),
    ("ş", &["ш"]),
    ("š", &["ш"]),
    ("ç", &["ч"]),
    ("č", &["ч"]),
    ("ž", &["ж"]),
    ("ı", &["ы"]),
    ("ï", &["и"]),
    ("í", &["и"]),
    ("ý", &["у"]),
    ("é", &["е"]),
    ("ë", &["ё"]),
];

const VOWELS: &str = "aeiouyäáöóüúūıïí";

/// So many readings of a word are tried.
const MOST: usize = 4;

fn is_latin(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphabetic(),
        '×' | '÷' => false,
        _ => matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'),
    }
}

fn is_vowel(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| VOWELS.contains(letter))
}

/// The Cyrillic readings of a Latin word, the likeliest first. Letters and their marks are to be one character each.
pub fn cyrillic(word: &str) -> Vec<String> {
    let text: String = word.chars().map(lower).collect();
    let mut readings = vec![String::new()];
    let mut before = None;
    let mut rest = text.as_str();
    while let Some(letter) = rest.chars().next() {
        let (length, options) = match TABLE.iter().find(|(latin, _)| rest.starts_with(latin)) {
            // The short и: after a vowel, and before none.
            _ if matches!(letter, 'y' | 'j') && is_vowel(before) && !is_vowel(rest.chars().nth(1)) => (1, &["й"][..]),
            Some((latin, options)) => (latin.len(), *options),
            None => (letter.len_utf8(), &[][..]),
        };
        let (known, left) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let itself = [known];
        readings = extended(&readings, if options.is_empty() { &itself } else { options });
        before = known.chars().next_back();
        rest = left;
    }
    readings
}

/// Each beginning with each of some options, as many as are tried.
fn extended(beginnings: &[String], options: &[impl AsRef<str>]) -> Vec<String> {
    let all = options
        .iter()
        .flat_map(|option| beginnings.iter().map(|beginning| [beginning.as_str(), option.as_ref()].concat()));
    all.take(MOST).collect()
}

/// A question with its Latin words in Cyrillic: all readings, none where there is nothing Latin.
pub fn readings(question: &str) -> Vec<String> {
    if !question.contains(is_latin) {
        return Vec::new();
    }
    let mut all = vec![String::new()];
    let mut rest = question;
    while let Some(first) = rest.chars().next() {
        let is_word = is_in_word(first);
        let end = rest.find(|letter| is_in_word(letter) != is_word).unwrap_or(rest.len());
        let (part, left) = rest.split_at_checked(end).unwrap_or((rest, ""));
        all = match part.contains(is_latin) {
            true => extended(&all, &cyrillic(&part.replace(is_apostrophe, ""))),
            false => extended(&all, &[part]),
        };
        rest = left;
    }
    all
}

/// Whether a character stands in a word of letters.
fn is_in_word(character: char) -> bool {
    is_apostrophe(character) || matches!(character, '\u{300}'..='\u{36f}') || character.is_alphabetic()
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_words_are_read_in_cyrillic() {
        for (latin, word) in [
            ("qazaqstan", "қазақстан"),
            ("shkola", "школа"),
            ("yanvar", "январ"),
            ("novyy", "новый"),
            ("novyj", "новый"),
            ("rossiya", "россия"),
            ("zhetysu", "жетысу"),
            ("jetisý", "жетису"),
            ("schuka", "щука"),
            ("mäñgi", "мәңги"),
            ("mayskiy", "майский"),
            ("MayskiY", "майский"),
        ] {
            assert_eq!(cyrillic(latin).first().map(String::as_str), Some(word), "{latin}");
        }
    }

    #[test]
    fn what_may_be_two_things_is_read_as_both() {
        assert_eq!(cyrillic("centr"), ["центр", "кентр"]);
        assert_eq!(cyrillic("rayon"), ["раён", "район"]);
        assert!(readings("центр 2026").is_empty());
        assert!(cyrillic("cwxcwxcwx").len() <= 4, "no question asks for ever");
        assert_eq!(readings("NASA в Al'maty 2026"), ["наса в алматы 2026"]);
    }
}
