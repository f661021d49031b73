//! What results show, and what the filters look at.

use super::Files;
use crate::model::Card;
use crate::publish::build_error::BuildError;
use crate::publish::index::SiteIndex;
use crate::publish::source::Source;
use crate::search::index::{CARDS, Kind, Manifest};

/// Writes the cards of all articles, their days and their sections.
///
/// # Errors
/// Where a card cannot be written as JSON.
pub fn write(
    site_index: &SiteIndex<'_>,
    articles: &[&Source],
    manifest: &mut Manifest,
    files: &mut Files,
) -> Result<(), BuildError> {
    for block in articles.chunks(CARDS as usize) {
        let cards: Vec<Card> = block.iter().map(|source| site_index.card(source)).collect();
        manifest.cards += &files.add(Kind::Cards, serde_json::to_vec(&cards)?);
    }
    let mut before = 0;
    for day in articles.iter().map(|source| u32::try_from(source.date.day().number()).unwrap_or_default()) {
        // Two articles of one hour may have another day each, where one was written further east.
        match day.checked_sub(before).filter(|distance| *distance > 0 || manifest.days.is_empty()) {
            Some(distance) => {
                manifest.days.extend([distance, 1]);
                before = day;
            }
            None => manifest.days.last_mut().into_iter().for_each(|count| *count += 1),
        }
    }
    let mut sections = Vec::with_capacity(articles.len());
    for source in articles {
        let id = source.section.as_str();
        let number = manifest.sections.iter().position(|known| known == id).unwrap_or(manifest.sections.len());
        if number == manifest.sections.len() {
            manifest.sections.push(id.to_owned());
        }
        // A paper with more than 256 sections has no filter for the others.
        sections.push(u8::try_from(number).unwrap_or(u8::MAX));
    }
    manifest.section_file = files.add(Kind::Sections, sections);
    Ok(())
}
