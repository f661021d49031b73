//! Markdown of other generators: tags of their templates, raw HTML that our pages do not have, the ids of their headings.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html::{self, Converted};
use super::template_tags;
use crate::publish::translit::slugify;

/// Raw HTML with one of these is made into Markdown; the rest passes the allow-list of our pages or leaves its words.
const CONVERTED: [&str; 14] = [
    "<img", "<picture", "<figure", "<iframe", "<video", "<audio", "<object", "<embed", "<script", "<style", "<source",
    "<svg", "<form", "<center",
];

/// Converts a text.
pub fn convert(markdown: &str) -> Converted {
    let mut notes = Vec::new();
    let text = markdown.replace("\r\n", "\n");
    let text = template_tags::replace(&text, &mut notes);
    let (text, given) = heading_attributes(&text);
    let text = raw_html(&text, &mut notes);
    let mut anchors = anchors(&text);
    anchors.extend(given);
    Converted { markdown: text, anchors, notes }
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH
}

/// Takes ids that headings were given out of the text, `## Title {#id}`, and what Kramdown says to blocks, `{: .class}`.
fn heading_attributes(text: &str) -> (String, Vec<(String, usize)>) {
    let mut out = String::with_capacity(text.len());
    let mut ids = Vec::new();
    let (mut headings, mut fence) = (0, None::<String>);
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        let marks: String = trimmed.chars().take_while(|letter| matches!(letter, '`' | '~')).collect();
        match &fence {
            Some(open) if trimmed.starts_with(open.as_str()) && trimmed.chars().all(|c| open.starts_with(c)) => {
                fence = None
            }
            None if marks.len() > 2 => fence = Some(marks),
            None if trimmed.starts_with("{:") && trimmed.ends_with('}') => continue,
            None if trimmed.starts_with('#') => {
                let braces = trimmed.rfind('{').filter(|_| trimmed.ends_with('}'));
                let inner = braces.and_then(|at| trimmed.get(at + 1..trimmed.len() - 1));
                if let (Some(at), Some(inner)) = (braces, inner.filter(|inner| inner.contains(['#', '.', '=']))) {
                    let words = inner.trim_start_matches(':').split_whitespace();
                    ids.extend(words.filter_map(|word| word.strip_prefix('#')).map(|id| (id.to_owned(), headings)));
                    out.push_str(trimmed.get(..at).unwrap_or_default().trim_end());
                    out.push('\n');
                    headings += 1;
                    continue;
                }
                headings += usize::from(trimmed.trim_start_matches('#').starts_with(' '));
            }
            _ => {}
        }
        out.push_str(line);
    }
    (out, ids)
}

/// Makes Markdown of raw HTML where pages could not show it.
fn raw_html(text: &str, notes: &mut Vec<String>) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut block: Option<Range<usize>> = None;
    for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
        let (whole, is_block) = match event {
            Event::Start(Tag::HtmlBlock) => {
                block = Some(span);
                continue;
            }
            Event::End(TagEnd::HtmlBlock) => match block.take() {
                Some(span) => (span, true),
                None => continue,
            },
            Event::InlineHtml(_) => (span, false),
            _ => continue,
        };
        let raw = text.get(whole.clone()).unwrap_or_default();
        let lower = raw.to_ascii_lowercase();
        if !CONVERTED.iter().any(|tag| lower.contains(tag)) {
            continue;
        }
        let converted = html::convert(raw);
        notes.extend(converted.notes);
        let markdown = converted.markdown.trim();
        let new = if is_block { format!("\n{markdown}\n\n") } else { markdown.to_owned() };
        edits.push((whole, new));
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, new) in edits {
        out.push_str(text.get(at..span.start).unwrap_or_default());
        out.push_str(&new);
        at = span.end;
    }
    out + text.get(at..).unwrap_or_default()
}

/// The ids that other generators give headings, by the numbers of the headings.
fn anchors(text: &str) -> Vec<(String, usize)> {
    let mut anchors: Vec<(String, usize)> = Vec::new();
    let (mut heading, mut number) = (None::<String>, 0);
    for event in Parser::new_ext(text, options()) {
        match (event, &mut heading) {
            (Event::Start(Tag::Heading { .. }), _) => heading = Some(String::new()),
            (Event::Text(words) | Event::Code(words), Some(heading)) => heading.push_str(&words),
            (Event::End(TagEnd::Heading(_)), Some(words)) => {
                let plain = with_hyphens(words);
                let latin = slugify(words).map(|slug| slug.to_string());
                // Of equal ids the first heading has it, the next ones have numbers.
                for id in [Some(plain), latin].into_iter().flatten() {
                    let taken = anchors.iter().filter(|(known, _)| *known == id).count();
                    anchors.push((if taken == 0 { id } else { format!("{id}-{taken}") }, number));
                }
                heading = None;
                number += 1;
            }
            _ => {}
        }
    }
    anchors
}

/// The words of a heading as most generators make an id of them: letters stay, spaces are hyphens.
fn with_hyphens(words: &str) -> String {
    let lower = words.trim().to_lowercase();
    let letters = lower.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    letters.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_generators_add_is_read() {
        let converted = convert(
            "# Раз {#one}\n\n## Новый раздел\n{: .lead}\n\n<figure><img src=\"/a.jpg\" alt=\"x\"><figcaption>y</figcaption></figure>\n\nслово <img src=\"b.jpg\"> <kbd>K</kbd>\n",
        );
        for part in ["# Раз\n", "\n![x](/a.jpg \"y\")\n", "слово ![](b.jpg) <kbd>K</kbd>"] {
            assert!(converted.markdown.contains(part), "{part}: {}", converted.markdown);
        }
        assert!(!converted.markdown.contains("{:"));
        for (id, heading) in [("one", 0), ("новый-раздел", 1), ("novyj-razdel", 1)] {
            assert!(converted.anchors.contains(&(id.to_owned(), heading)), "{id}: {:?}", converted.anchors);
        }
    }
}
