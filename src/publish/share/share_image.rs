//! Which article gets which share picture, and where it lies.

use super::ShareText;
use crate::i18n::day_in_words;
use crate::model::{Article, Content, Edition, Page};
use crate::names::MEDIA_FOLDER;
use crate::publish::client_files::short_hash;

/// A share picture that is to be drawn.
pub struct ShareImage<'a> {
    article: &'a Article,
    edition: &'a Edition,
    section: &'a str,
    day: String,
    /// Its path on the site: another one for another sheet, or another way of drawing.
    pub src: String,
}

impl<'a> ShareImage<'a> {
    /// The picture of a page, drawn in the way that `version` names; none where the page is no article, or has a
    /// photograph of its own.
    pub fn of(page: &'a Page, edition: &'a Edition, version: &str) -> Option<ShareImage<'a>> {
        let Content::Article(article) = &page.content else { return None };
        if !article.cover_drawn {
            return None;
        }
        let section = edition.section(&article.section).map_or("", |section| section.name.as_str());
        let day = day_in_words(article.date.day(), edition.lang);
        let mut share_image = ShareImage { article, edition, section, day, src: String::new() };
        let ShareText { title, section, paper, section_id, slug, date } = share_image.sheet();
        let parts = [version, title, section, paper, section_id, slug, date].map(str::as_bytes);
        share_image.src = format!("{MEDIA_FOLDER}/share/{}.{}.png", article.slug, short_hash(&parts));
        Some(share_image)
    }

    /// What is printed on it.
    pub fn sheet(&self) -> ShareText<'_> {
        ShareText {
            title: &self.article.title,
            section: self.section,
            paper: &self.edition.title,
            section_id: self.article.section.as_str(),
            slug: self.article.slug.as_str(),
            date: &self.day,
        }
    }
}
