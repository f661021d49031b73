//! Texts of other systems as our Markdown.

pub mod embed;
pub mod figure;
pub mod html;
pub mod lead;
pub mod lost;
pub mod markdown;
pub mod marks;
pub mod pieces;
pub mod rewrite;
pub mod syntax;
pub mod table;
pub mod template_tags;

use std::collections::HashMap;

use super::article::Body;
use crate::values::Lang;
use html::Converted;
use rewrite::Targets;

/// A text that was converted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The Markdown.
    pub markdown: String,
    /// What stood before the mark at which lists cut the text.
    pub lead: Option<String>,
    /// What was left out.
    pub notes: Vec<String>,
}

/// Converts a text. `has_summary` says whether the article has a lead sentence already, so that the text keeps its own.
pub fn convert(body: &Body, has_summary: bool, lang: Lang, targets: &mut dyn Targets) -> Text {
    let (converted, lead) = match body {
        Body::Html(html) => {
            let (lead, rest) = lead::split(html, has_summary);
            (html::convert(&rest), lead)
        }
        Body::Markdown(text) => {
            let (lead, rest) = lead::split(text, has_summary);
            (markdown::convert(&rest), lead)
        }
    };
    let Converted { markdown, anchors, mut notes } = converted;
    let places: HashMap<String, String> = match markdown.contains("(#") {
        true => {
            let ids = rewrite::heading_ids(&markdown, lang);
            anchors.into_iter().filter_map(|(id, heading)| Some((id, ids.get(heading)?.clone()))).collect()
        }
        false => HashMap::new(),
    };
    let rewritten = rewrite::rewrite(&markdown, &places, lang, targets);
    notes.extend(rewritten.notes);
    Text { markdown: rewritten.markdown, lead, notes }
}
