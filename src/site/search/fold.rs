//! Letters that count as the same in a search.

/// What a letter counts as. Kazakh letters are typed without their marks on keyboards that lack them; the signs that only
/// soften or part are left out in Latin letters.
pub const LETTERS: [(char, &str); 14] = [
    ('ә', "а"),
    ('қ', "к"),
    ('ң', "н"),
    ('ғ', "г"),
    ('ү', "у"),
    ('ұ', "у"),
    ('ө', "о"),
    ('һ', "х"),
    ('і', "и"),
    ('ё', "е"),
    ('э', "е"),
    ('щ', "ш"),
    ('ъ', ""),
    ('ь', ""),
];

/// After these a short и at the end of a word is part of an ending. Pagefind takes the mark off it before it looks for
/// endings, and then knows none with и: without the letter it finds the ending all the same.
pub const BEFORE_SHORT_I: &str = "ыиое";

/// A word in the letters that count.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            'а'..='я' | 'a'..='z' | '0'..='9' => push(&mut folded, letter),
            _ => letter.to_lowercase().for_each(|letter| push(&mut folded, letter)),
        }
    }
    if let Some(rest) = folded.strip_suffix('й')
        && rest.ends_with(|letter| BEFORE_SHORT_I.contains(letter))
    {
        folded.truncate(rest.len());
    }
    folded
}

fn push(folded: &mut String, letter: char) {
    match LETTERS.iter().find(|(from, _)| *from == letter) {
        Some((_, to)) => folded.push_str(to),
        // What is left of a letter with a mark that has no small form of its own.
        None if matches!(letter, '\u{300}'..='\u{36f}') => {}
        None => folded.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn letters_that_count_as_one_are_one() {
        for (word, folded) in [
            ("Қазақстан", "казакстан"),
            ("ӘҢҒҮҰӨҺІ", "ангууохи"),
            ("Алёна", "алена"),
            ("экономика", "економика"),
            ("съезд", "сезд"),
            ("новый", "новы"),
            ("музей", "музе"),
            ("трамвай", "трамвай"),
            ("район", "район"),
            ("NASA", "nasa"),
            ("2026", "2026"),
            ("İ", "i"),
        ] {
            assert_eq!(fold(word), folded, "{word}");
        }
    }
}
