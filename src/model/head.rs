//! What a page says of itself to browsers, search engines and messengers.
//!
//! Pure, so that the native shell prints into `<head>` what the client later keeps right there.

use crate::i18n::messages;
use crate::model::{Content, Edition, Page, Picture};
use crate::routes::Route;
use crate::values::Lang;

/// The head of a page, all text unescaped.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// `<title>`: the page's own name, then the paper's.
    pub title: String,
    /// The page's own name, as a card in a messenger shows it.
    pub name: String,
    /// One or two sentences.
    pub description: String,
    /// The absolute URL that the page wants to be known by; none for what nothing should point to.
    pub canonical: Option<String>,
    /// The same page in all its languages, itself among them, each with its absolute URL. Empty where there is one.
    pub alternates: Vec<(Lang, String)>,
    /// The picture beside the name in a messenger, if the page has one of its own.
    pub picture: Option<Picture>,
    /// Whether it is an article.
    pub is_article: bool,
}

impl Head {
    /// The head of a page.
    pub fn of(page: &Page, edition: &Edition) -> Head {
        let words = messages(edition.lang);
        let route = page.route();
        let (name, description, picture) = match &page.content {
            Content::Front(front) => {
                (numbered(edition, None, front.pager.number.get(), front.pager.last.get()), None, None)
            }
            Content::List(list) => {
                (numbered(edition, Some(list.of.name()), list.pager.number.get(), list.pager.last.get()), None, None)
            }
            Content::Article(article) => {
                let picture = (!article.cover_drawn).then(|| article.cover.clone());
                (Some(article.title.clone()), Some(article.description.clone()), picture)
            }
            Content::Popular(_) => (Some(words.most_read.to_owned()), None, None),
            Content::Search => (Some(words.search.to_owned()), Some(words.search_what.to_owned()), None),
            Content::Saved => (Some(words.saved.to_owned()), Some(words.saved_what.to_owned()), None),
            Content::NotFound => (Some(words.not_found.to_owned()), Some(words.not_found_why.to_owned()), None),
        };
        let title = match &name {
            Some(name) => format!("{name} — {}", edition.title),
            None => paper(edition),
        };
        // What a reader keeps is nothing that others could find.
        let exists = !matches!(route, Route::NotFound | Route::Saved);
        let url = |lang: Lang| edition.url(&edition.at(&route.path(lang, edition.default_language)));
        let alternates = if !exists || page.translations.is_empty() {
            Vec::new()
        } else {
            let here = |lang: &Lang| *lang == page.lang || page.translations.contains(lang);
            edition.languages.iter().copied().filter(here).map(|lang| (lang, url(lang))).collect()
        };
        Head {
            description: description.unwrap_or_else(|| description_of_list(page, edition)),
            name: name.unwrap_or_else(|| edition.title.clone()),
            title,
            canonical: exists.then(|| url(page.lang)),
            alternates,
            picture,
            is_article: matches!(page.content, Content::Article(_)),
        }
    }
}

/// The paper's name with the line beside it.
fn paper(edition: &Edition) -> String {
    match &edition.tagline {
        Some(tagline) => format!("{} — {tagline}", edition.title),
        None => edition.title.clone(),
    }
}

/// The name of a list's page; the front page itself has none but the paper's.
fn numbered(edition: &Edition, list: Option<&str>, number: u32, last: u32) -> Option<String> {
    let page = (number > 1).then(|| messages(edition.lang).page_of(number, last));
    match (list, page) {
        (Some(list), Some(page)) => Some(format!("{list}. {page}")),
        (Some(list), None) => Some(list.to_owned()),
        (None, page) => page,
    }
}

/// A list is described by its first headlines: they are what a reader finds there.
fn description_of_list(page: &Page, edition: &Edition) -> String {
    let (lead, cards) = match &page.content {
        Content::Front(front) => (front.lead.as_ref(), front.cards.as_slice()),
        Content::List(list) => (None, list.cards.as_slice()),
        Content::Popular(popular) => {
            let titles = popular.ever.iter().take(3).map(|headline| headline.title.as_str());
            return joined(titles.collect(), edition);
        }
        Content::Article(_) | Content::Search | Content::Saved | Content::NotFound => (None, [].as_slice()),
    };
    joined(lead.into_iter().chain(cards).take(3).map(|card| card.title.as_str()).collect(), edition)
}

fn joined(titles: Vec<&str>, edition: &Edition) -> String {
    if titles.is_empty() { paper(edition) } else { titles.join(" · ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Front, Pager};
    use crate::routes::PageNumber;

    fn edition() -> Edition {
        Edition {
            lang: Lang::Kk,
            default_language: Lang::Ru,
            languages: vec![Lang::Ru, Lang::Kk, Lang::En],
            title: "Хабаршы".to_owned(),
            tagline: Some("Жетісу газеті".to_owned()),
            base_url: "https://paper.example".to_owned(),
            utc_offset: 300,
            sections: Vec::new(),
            footer: None,
            dwell_seconds: 1,
            window_minutes: 30,
            count_automation: false,
            counter: None,
            endpoint: None,
        }
    }

    fn front(number: u32) -> Page {
        let pager = |number| PageNumber::new(number).expect("a number");
        let front = Front {
            lead: None,
            cards: Vec::new(),
            most_read: Vec::new(),
            pager: Pager { number: pager(number), last: pager(3) },
        };
        Page { lang: Lang::Kk, translations: vec![Lang::Ru], content: Content::Front(front) }
    }

    #[test]
    fn the_front_page_is_the_paper() {
        let head = Head::of(&front(1), &edition());
        assert_eq!(head.title, "Хабаршы — Жетісу газеті");
        assert_eq!(head.canonical.as_deref(), Some("https://paper.example/kk/"));
        let urls = [(Lang::Ru, "https://paper.example/"), (Lang::Kk, "https://paper.example/kk/")];
        assert_eq!(head.alternates, urls.map(|(lang, url)| (lang, url.to_owned())));
    }

    #[test]
    fn an_older_page_says_so() {
        let head = Head::of(&front(2), &edition());
        assert_eq!(head.title, "2-бет, барлығы 3 — Хабаршы");
        assert_eq!(head.canonical.as_deref(), Some("https://paper.example/kk/page/2/"));
    }

    #[test]
    fn what_is_not_found_has_no_address_to_be_known_by() {
        let page = Page { lang: Lang::Kk, translations: Vec::new(), content: Content::NotFound };
        let head = Head::of(&page, &edition());
        assert_eq!((head.canonical, head.alternates.len()), (None, 0));
    }
}
