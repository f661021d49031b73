//! Every word that the interface prints, by language.

mod en;
mod kk;
mod ru;

use crate::values::Lang;

/// The words of one language. Full sentences end in a stop; names of things do not. Words that only the build prints do not
/// travel with the client.
#[derive(Debug)]
#[expect(missing_docs, reason = "a field's name says where its words stand; the words themselves say the rest")]
pub struct Messages {
    pub language_name: &'static str,
    pub language_short: &'static str,
    pub skip_to_content: &'static str,
    pub languages: &'static str,
    pub sections: &'static str,
    pub front: &'static str,
    pub lead_story: &'static str,
    pub latest: &'static str,
    pub most_read: &'static str,
    pub other_news: &'static str,
    pub near: &'static str,
    pub breadcrumb: &'static str,
    pub topics: &'static str,
    pub topic: &'static str,
    pub updated: &'static str,
    pub pages: &'static str,
    pub newer: &'static str,
    pub older: &'static str,
    pub archive: &'static str,
    pub share: &'static str,
    pub search: &'static str,
    pub search_what: &'static str,
    pub search_needs: [&'static str; 3],
    pub saved: &'static str,
    pub saved_what: &'static str,
    pub saved_needs: &'static str,
    pub settings: &'static str,
    pub save: &'static str,
    pub listen: &'static str,
    pub print: &'static str,
    pub by_mail: &'static str,
    pub nothing_here: &'static str,
    pub to_front: &'static str,
    pub loading: &'static str,
    pub not_found: &'static str,
    pub not_found_why: &'static str,
    pub offline: &'static str,
    pub offline_why: &'static str,
    pub unreachable: &'static str,
    pub unreachable_why: &'static str,
    pub broken: &'static str,
    pub broken_why: &'static str,
    pub try_again: &'static str,
    pub open_plainly: &'static str,
    pub not_loaded: &'static str,
    pub site_renewed: &'static str,
    #[cfg(feature = "ssr")]
    pub footnotes: &'static str,
    #[cfg(feature = "ssr")]
    pub back_to_text: &'static str,
    #[cfg(feature = "ssr")]
    pub table: &'static str,
    #[cfg(feature = "ssr")]
    pub page_moved: &'static str,
    pub popular_day: &'static str,
    pub popular_week: &'static str,
    pub popular_ever: &'static str,
    pub full_list: &'static str,
    pub you_read: &'static str,
    pub on_this_device: &'static str,
    pub nothing_read: &'static str,
    pub clear_history: &'static str,
    pub history_cleared: &'static str,
    pub read: &'static str,
    /// What stands before and after the name of a section.
    #[cfg(feature = "ssr")]
    pub more_of: [&'static str; 2],
    page_of: [&'static str; 3],
    #[cfg(feature = "ssr")]
    counted_how: [[&'static str; 2]; 2],
}

impl Messages {
    /// "Page 2 of 5".
    pub fn page_of(&self, number: u32, last: u32) -> String {
        let [before, between, after] = self.page_of;
        format!("{before}{number}{between}{last}{after}")
    }

    /// What counts as a view: by seconds on the screen and the minutes of one visit. What is nothing is not said.
    #[cfg(feature = "ssr")]
    pub fn counted_how(&self, seconds: u32, minutes: u32) -> String {
        let mut sentences = String::new();
        for ([before, after], number) in self.counted_how.iter().zip([seconds, minutes]) {
            if number > 0 {
                sentences.push_str(&format!("{before}{number}{after} "));
            }
        }
        sentences.trim_end().to_owned()
    }
}

/// The words of a language.
pub fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Ru => &ru::MESSAGES,
        Lang::Kk => &kk::MESSAGES,
        Lang::En => &en::MESSAGES,
    }
}
