use leptos::prelude::*;

use super::local_articles::LocalArticles;
use super::record::Record;
use super::removal::Removal;
use crate::i18n::SavedWords;

/// What is used of the device, what the browser would give, and the button that lets go of all articles. Empty where nothing
/// is saved.
#[component]
pub fn Used(
    /// What is on the device.
    articles: LocalArticles,
    /// Lets go of it.
    removal: Removal,
    /// The words of the page.
    words: &'static SavedWords,
) -> impl IntoView {
    let text = text(&articles, words);
    let all: Vec<Record> = articles.saved.into_iter().map(|(record, _)| record).collect();
    let button = (all.len() > 1).then(|| {
        let remove = move |_| removal.remove(all.clone());
        view! { <button class="action" type="button" on:click=remove>{words.remove_all}</button> }
    });
    view! {
        <p class="saved-used">
            {text}
            {button}
        </p>
    }
}

fn text(articles: &LocalArticles, words: &SavedWords) -> Option<String> {
    if articles.saved.is_empty() {
        return None;
    }
    let bytes = articles.saved.iter().fold(0_u64, |sum, (record, _)| sum.saturating_add(record.bytes));
    let quota = articles.quota.map(|quota| [words.of, &words.size(quota)].concat());
    Some([words.used, &words.size(bytes), &quota.unwrap_or_default()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::saved_words;
    use crate::values::Lang;

    #[test]
    fn says_how_much_is_used_of_what() {
        let words = saved_words(Lang::Ru);
        assert_eq!(text(&LocalArticles::default(), words), None);
        let record = |bytes| (Record { bytes, ..Record::new("/news/a/") }, 0);
        let mut articles =
            LocalArticles { saved: vec![record(1_000_000), record(500_000)], ..LocalArticles::default() };
        assert_eq!(text(&articles, words).as_deref(), Some("Занято 1,5\u{a0}МБ"));
        articles.quota = Some(12_000_000_000);
        assert_eq!(text(&articles, words).as_deref(), Some("Занято 1,5\u{a0}МБ из 12\u{a0}ГБ"));
    }
}
