//! The rules by which an index was made.

use serde::{Deserialize, Serialize};

use super::{Endings, Letters, fold};
use crate::values::json::as_object;

/// The rules of a language, as the JSON of `/pagefind/<lang>/habarshy.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Rules {
    /// How many articles the index has: of none there is no index.
    pub articles: usize,
    /// What letters count as.
    pub letters: Letters,
    /// After these a short и is no more at the end of a word.
    pub before_short_i: String,
    /// How endings are taken off; none where Pagefind does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endings: Option<Endings>,
}

as_object!(Rules);

impl Rules {
    /// A word in the letters that count.
    pub fn fold(&self, word: &str) -> String {
        fold(word, &self.letters, &self.before_short_i)
    }

    /// What the index has of a word: nothing of one without a sound.
    pub fn term(&self, word: &str) -> String {
        self.stem(self.fold(word))
    }

    /// What the index has of a folded word.
    pub(super) fn stem(&self, folded: String) -> String {
        match &self.endings {
            Some(endings) => endings.stem(&folded),
            None => folded,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn letters(pairs: &[(char, &str)]) -> Letters {
        Letters::new(pairs.iter().map(|(from, to)| (*from, (*to).to_owned())))
    }

    /// Some endings, in the letters that count.
    pub fn endings(all: &[&str]) -> Endings {
        Endings {
            all: all.iter().map(|ending| (*ending).to_owned()).collect(),
            letters: "ыин".to_owned(),
            root: 3,
            most: 3,
            voiceless: letters(&[('б', "п"), ('г', "к")]),
        }
    }

    /// The rules of Russian and English.
    pub fn ru() -> Rules {
        let letters = letters(&[
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
        ]);
        Rules { articles: 1, letters, before_short_i: "ыиое".to_owned(), endings: None }
    }

    /// The rules of Kazakh.
    pub fn kk() -> Rules {
        let all = [
            "лар", "лер", "дар", "дер", "тар", "тер", "нын", "нин", "дын", "дин", "тин", "да", "де", "та", "те", "га",
            "ге", "инде", "ин", "и",
        ];
        Rules { endings: Some(endings(&all)), ..ru() }
    }

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
            ("й", "й"),
            ("İ", "i"),
        ] {
            assert_eq!(ru().fold(word), folded, "{word}");
        }
    }

    #[test]
    fn endings_come_off() {
        for (word, root) in
            [("мектептердин", "мектеп"), ("кала", "кала"), ("калада", "кала"), ("китаби", "китап"), ("ел", "ел")]
        {
            assert_eq!(kk().term(word), root, "{word}");
        }
    }

    #[test]
    fn the_rules_are_read_as_they_are_written() {
        for rules in [ru(), kk()] {
            let json = serde_json::to_string(&rules).expect("JSON");
            assert_eq!(serde_json::from_str::<Rules>(&json).expect("rules"), rules, "{json}");
        }
        let other = r#"{"articles":2,"letters":{"ё":"е"},"before_short_i":"ы","sections":[{"id":"a"}]}"#;
        assert_eq!(serde_json::from_str::<Rules>(other).expect("rules").letters.get('ё'), Some("е"));
    }
}
