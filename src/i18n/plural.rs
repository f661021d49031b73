//! Nouns after numbers.

use crate::i18n::grouped;
use crate::values::Lang;

/// The forms of a noun after a number, by CLDR's cardinal classes of the language.
#[derive(Debug)]
pub(super) struct Noun {
    pub(super) one: &'static str,
    pub(super) few: &'static str,
    pub(super) many: &'static str,
}

impl Noun {
    /// A noun that does not change: every noun in Kazakh after a number.
    pub(super) const fn same(form: &'static str) -> Noun {
        Noun { one: form, few: form, many: form }
    }

    pub(super) fn after(&self, number: u64, lang: Lang) -> &'static str {
        match lang {
            Lang::Kk => self.many,
            Lang::En if number == 1 => self.one,
            Lang::En => self.many,
            Lang::Ru => match (number % 10, number % 100) {
                (_, 11..=14) => self.many,
                (1, _) => self.one,
                (2..=4, _) => self.few,
                _ => self.many,
            },
        }
    }
}

/// «просмотр», «просмотра», «просмотров»: the word after a number of views.
pub fn views_word(views: u64, lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => Noun { one: "просмотр", few: "просмотра", many: "просмотров" },
        Lang::Kk => Noun::same("қаралым"),
        Lang::En => Noun { one: "view", few: "views", many: "views" },
    }
    .after(views, lang)
}

/// "4 minutes' reading".
pub fn minutes_of_reading(minutes: u32, lang: Lang) -> String {
    let noun = match lang {
        Lang::Ru => {
            Noun { one: "минута чтения", few: "минуты чтения", many: "минут чтения" }
        }
        Lang::Kk => Noun::same("минут оқу"),
        Lang::En => Noun { one: "minute read", few: "minute read", many: "minute read" },
    };
    counted(minutes, &noun, lang)
}

/// "34 articles".
pub fn number_of_articles(articles: u32, lang: Lang) -> String {
    let noun = match lang {
        Lang::Ru => Noun { one: "статья", few: "статьи", many: "статей" },
        Lang::Kk => Noun::same("мақала"),
        Lang::En => Noun { one: "article", few: "articles", many: "articles" },
    };
    counted(articles, &noun, lang)
}

/// "3 new articles".
pub fn new_articles(articles: u32, lang: Lang) -> String {
    let noun = match lang {
        Lang::Ru => Noun {
            one: "новый материал", few: "новых материала", many: "новых материалов"
        },
        Lang::Kk => Noun::same("жаңа материал"),
        Lang::En => Noun { one: "new article", few: "new articles", many: "new articles" },
    };
    counted(articles, &noun, lang)
}

fn counted(number: u32, noun: &Noun, lang: Lang) -> String {
    let number = u64::from(number);
    format!("{}\u{a0}{}", grouped(number, lang), noun.after(number, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_has_three_forms() {
        let table = [
            ("просмотр", [1, 21, 101, 4131, 1_000_001]),
            ("просмотра", [2, 3, 24, 4132, 102]),
            ("просмотров", [0, 5, 11, 4135, 112]),
        ];
        for (word, numbers) in table {
            for number in numbers {
                assert_eq!(views_word(number, Lang::Ru), word, "{number}");
            }
        }
        for number in [10, 12, 13, 14, 15, 19, 20, 111, 113, 114, 4_000] {
            assert_eq!(views_word(number, Lang::Ru), "просмотров", "{number}");
        }
    }

    #[test]
    fn kazakh_has_one_form_and_english_two() {
        for number in [0, 1, 2, 5, 11, 4131] {
            assert_eq!(views_word(number, Lang::Kk), "қаралым");
            assert_eq!(views_word(number, Lang::En), if number == 1 { "view" } else { "views" });
        }
    }

    #[test]
    fn counted_nouns_do_not_break_from_their_number() {
        assert_eq!(minutes_of_reading(4, Lang::Ru), "4\u{a0}минуты чтения");
        assert_eq!(number_of_articles(21, Lang::Ru), "21\u{a0}статья");
        assert_eq!(number_of_articles(1_000, Lang::Kk), "1\u{a0}000\u{a0}мақала");
        assert_eq!(number_of_articles(1, Lang::En), "1\u{a0}article");
    }
}
