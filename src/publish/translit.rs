//! Names in Latin letters for what is written in Russian, Kazakh or English.

use crate::values::Slug;

/// The slug of a text: its letters in Latin, lower-case, joined by hyphens, cut at [`Slug::MAX`] bytes. `None` for a text
/// without a letter or digit that has a Latin form.
///
/// Russian follows the common practice of news sites (й → j, х → h, ц → c, щ → shch), Kazakh its nearest plain letters; Kazakh
/// Latin loses its marks. The form is part of addresses, so it must not change once a site is published.
pub fn slugify(text: &str) -> Option<Slug> {
    let mut name = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match latin(letter) {
            Some(letters) => name.push_str(letters),
            None if letter.is_ascii_alphanumeric() || letter == '_' => name.push(letter),
            // An apostrophe stands within a word; a combining mark on a letter that is already there.
            None if matches!(letter, '\'' | '’' | 'ʼ' | '\u{ad}' | '\u{300}'..='\u{36f}') => {}
            None if name.is_empty() || name.ends_with('-') => {}
            None => name.push('-'),
        }
    }
    // All of it is ASCII by now, so any byte is a boundary.
    name.truncate(Slug::MAX);
    Slug::new(name.trim_matches('-'))
}

/// The Latin letters of one that is not plain Latin. Hard and soft signs have none.
fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'ә' | 'á' | 'ä' | 'à' | 'â' | 'ã' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' | 'ǵ' | 'ğ' => "g",
        'д' => "d",
        'е' | 'э' | 'é' | 'è' | 'ê' | 'ë' => "e",
        'ё' => "yo",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ı' | 'í' | 'ï' | 'î' => "i",
        'й' => "j",
        'ы' | 'ý' | 'ÿ' => "y",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' | 'ń' | 'ñ' | 'ŋ' => "n",
        'о' | 'ө' | 'ó' | 'ö' | 'ò' | 'ô' | 'õ' => "o",
        'п' => "p",
        'р' => "r",
        'с' | 'ś' => "s",
        'т' => "t",
        'у' | 'ұ' | 'ү' | 'ú' | 'ü' | 'ū' | 'ù' | 'û' => "u",
        'ф' => "f",
        'х' | 'һ' => "h",
        'ц' => "c",
        'ч' | 'ç' => "ch",
        'ш' | 'ş' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::slugify;

    #[test]
    fn every_letter_of_the_three_alphabets_has_a_latin_form() {
        let table = [
            ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "abvgdeyozhzijklmnoprstufhcchshshchyeyuya"),
            ("АӘБГҒЕЖҚҢӨҰҮҺІ", "aabggezhknouuhi"),
            ("Молодежная политика", "molodezhnaya-politika"),
            ("Қазақстан халқы", "kazakstan-halky"),
            ("JETISÝ MEDIA", "jetisy-media"),
            ("  — C++ & 2024! ", "c-2024"),
            ("снег_2026", "sneg_2026"),
        ];
        for (text, slug) in table {
            assert_eq!(slugify(text).map(|slug| slug.to_string()).as_deref(), Some(slug), "{text}");
        }
    }

    #[test]
    fn what_has_no_latin_form_has_no_slug() {
        for text in ["", "—", "日本", "🙂", "ь"] {
            assert_eq!(slugify(text), None, "{text:?}");
        }
        assert_eq!(slugify(&"щ".repeat(60)).map(|slug| slug.as_str().len()), Some(120));
    }
}
