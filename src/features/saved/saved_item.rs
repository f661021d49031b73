use leptos::prelude::*;

use super::record::Record;
use super::removal::Removal;
use crate::i18n::{SavedWords, day_in_figures};
use crate::session::use_session;
use crate::values::{Day, Lang};

/// A saved article: its headline, what is known of it, and the button that lets go of it.
#[component]
pub fn SavedItem(
    /// Its record.
    record: Record,
    /// How many days it has been saved.
    days: u64,
    /// Lets go of it.
    removal: Removal,
    /// The words of the page.
    words: &'static SavedWords,
) -> impl IntoView {
    let facts = facts(&record, days, words, use_session().edition.lang);
    let Record { path, title, lang, .. } = record.clone();
    let name = [words.remove, ": ", &title].concat();
    let remove = move |_| removal.remove(vec![record.clone()]);
    view! {
        <li>
            // A page in another language is another document, but an article that was kept is one all the same.
            <a href=path lang=(!lang.is_empty()).then_some(lang)>{title}</a>
            <p class="saved-facts">{facts}</p>
            <button class="action" type="button" aria-label=name on:click=remove>{words.remove}</button>
        </li>
    }
}

/// Section, day, age and size, as far as they are known.
fn facts(record: &Record, days: u64, words: &SavedWords, lang: Lang) -> String {
    // The day as its editor wrote it, whatever the reader's is.
    let day = record.date.get(..10).and_then(|day| Day::parse(day).ok());
    let day = day.map(|day| day_in_figures(day, lang)).unwrap_or_default();
    let facts = [record.section.clone(), day, words.ago(&words.saved, days), words.size(record.bytes)];
    let known: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    known.join("\u{a0}· ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{HOSTILE, HOSTILE_TEXT, HOSTILE_VALUE, html};
    use crate::i18n::saved_words;

    fn record() -> Record {
        Record {
            title: HOSTILE.to_owned(),
            section: "Природа".to_owned(),
            date: "2024-04-09T09:00:00+05:00".to_owned(),
            lang: "kk".to_owned(),
            bytes: 1_500_000,
            ..Record::new("/kk/news/a/")
        }
    }

    #[test]
    fn says_what_is_known() {
        let facts = |record: &Record, lang| facts(record, 2, saved_words(lang), lang);
        let (ru, en) = ("Природа\u{a0}· 09.04.2024\u{a0}· сохранено 2 дня назад\u{a0}· 1,5\u{a0}МБ", "9 Apr 2024");
        assert_eq!(facts(&record(), Lang::Ru), ru);
        assert!(facts(&record(), Lang::En).contains(en));
        let bare = Record { section: String::new(), date: "yesterday".to_owned(), ..record() };
        assert_eq!(facts(&bare, Lang::En), "saved 2 days ago\u{a0}· 1.5\u{a0}MB");
    }

    #[test]
    fn is_escaped() {
        let html = html(|_| {
            let words = saved_words(Lang::Ru);
            view! { <SavedItem record=record() days=0 removal=Removal::new(words) words/> }
        });
        let link =
            format!("<li><a href=\"/kk/news/a/\" lang=\"kk\">{HOSTILE_TEXT}</a><p class=\"saved-facts\">Природа");
        assert!(html.starts_with(&link), "{html}");
        assert!(html.contains(&format!("aria-label=\"Убрать: {HOSTILE_VALUE}\"")), "{html}");
    }
}
