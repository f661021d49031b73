//! Stems of English words.

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a word in small letters: that of Snowball, without the marks of Latin letters.
pub fn stem(word: &str) -> String {
    if word.is_ascii() {
        return Stemmer::create(Algorithm::English).stem(word).into_owned();
    }
    let plain = without_marks(word);
    Stemmer::create(Algorithm::English).stem(&plain).into_owned()
}

/// Letters with their marks off: café is typed as cafe.
fn without_marks(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            'à'..='å' | 'ā' | 'ă' | 'ą' => plain.push('a'),
            'ç' | 'ć' | 'č' => plain.push('c'),
            'ď' | 'đ' | 'ð' => plain.push('d'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => plain.push('e'),
            'ğ' | 'ǵ' => plain.push('g'),
            'ì'..='ï' | 'ī' | 'ı' => plain.push('i'),
            'ł' | 'ľ' => plain.push('l'),
            'ñ' | 'ń' | 'ň' | 'ŋ' => plain.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => plain.push('o'),
            'ř' => plain.push('r'),
            'ś' | 'ş' | 'š' | 'ș' => plain.push('s'),
            'ť' | 'ţ' | 'ț' => plain.push('t'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => plain.push('u'),
            'ý' | 'ÿ' => plain.push('y'),
            'ź' | 'ż' | 'ž' => plain.push('z'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            '\u{300}'..='\u{36f}' => {}
            _ => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_have_one_stem() {
        for forms in [
            &["election", "elections"][..],
            &["vote", "votes", "voted", "voting"],
            &["city", "cities"],
            &["build", "building", "buildings"],
            &["café", "cafe", "cafés", "cafe\u{301}s"],
            &["zürich", "zurich"],
            &["ñandú", "nandu"],
            &["straße", "strasse"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?}: {stems:?}");
        }
        assert_ne!(stem("news"), stem("new"));
    }
}
