//! What the index holds of an article.

use super::engine::Entry;
use super::terms::Terms;
use crate::i18n::day_in_figures;
use crate::model::Card;
use crate::publish::index::SiteIndex;
use crate::publish::output::Fingerprint;
use crate::publish::source::Source;
use crate::search::Article;

/// How many bytes of a text travel with a result, for the passage that it shows. The index itself has all of the text.
const PASSAGES: usize = 8_000;

/// The width in pixels that a result's picture has at least, if it has it at all: twice what is shown.
const PICTURE: u32 = 320;

/// An article, as the index gets it.
pub struct Record<'a> {
    source: &'a Source,
    /// What a result shows, as JSON.
    shown: String,
}

impl<'a> Record<'a> {
    /// An article's record; none where it has no page.
    pub fn new(site_index: &SiteIndex<'_>, source: &'a Source) -> Option<Record<'a>> {
        let edition = site_index.edition(source.lang)?;
        let card = site_index.card(source);
        let shown = Article {
            path: edition.path(&site_index.address(source).route),
            title: source.title.clone(),
            section: source.section.to_string(),
            date: source.date.to_string(),
            day: day_in_figures(source.date.day(), source.lang),
            teaser: source.teaser.clone(),
            picture: picture(&card),
            width: card.picture.width,
            height: card.picture.height,
            text: source.text.get(..source.text.floor_char_boundary(PASSAGES)).unwrap_or_default().to_owned(),
        };
        // A text, numbers and strings: this cannot fail.
        let shown = serde_json::to_string(&shown).ok()?;
        Some(Record { source, shown })
    }

    /// What the record is made from.
    pub fn fingerprint(&self) -> [u8; 16] {
        let Source { text, tags, byline, standfirst, .. } = self.source;
        let others = format!("{tags:?} {byline:?} {standfirst:?}");
        Fingerprint::of(&[self.shown.as_bytes(), text.as_bytes(), others.as_bytes()]).bytes()
    }

    /// What Pagefind gets. `rank` puts articles in their order in time: the newest has the highest.
    pub fn entry(&self, rank: usize, terms: &mut Terms) -> Entry {
        let Source { lang, title, tags, byline, standfirst, text, .. } = self.source;
        let mut all = [text.as_str(), standfirst.as_deref().unwrap_or_default()].join(" ");
        let names = byline.authors.iter().chain(&byline.source);
        names.for_each(|name| all.extend([" ", name]));
        let tags = tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>().join(" ");
        Entry {
            shown: self.shown.clone(),
            words: terms.of(&all, *lang),
            title: terms.of(title, *lang),
            tags: terms.of(&tags, *lang),
            section: self.source.section.to_string(),
            day: self.source.date.day().to_string(),
            rank,
        }
    }
}

/// The smallest file of a card's picture that is sharp in a result.
fn picture(card: &Card) -> String {
    let picture = &card.picture;
    match picture.widths.iter().find(|width| **width >= PICTURE).or(picture.widths.last()) {
        Some(width) => picture.file(&format!("-{width}.webp")),
        None => picture.src.to_string(),
    }
}
