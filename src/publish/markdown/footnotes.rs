//! Footnotes: numbered by their first mention, collected at the end.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::external::REL;
use super::{Piece, Source};
use crate::i18n::messages;
use crate::publish::html::escape;
use crate::publish::reporter::Reporter;

/// The footnotes of an article.
#[derive(Debug, Default)]
pub struct Footnotes {
    /// Numbers by name.
    numbers: HashMap<String, usize>,
    /// How often each was mentioned so far, by number less one.
    mentions: Vec<usize>,
    /// The notes' HTML, by number less one.
    notes: Vec<String>,
    /// Whether a note is left out.
    is_incomplete: bool,
}

/// A note that the text defines.
struct Definition {
    span: Range<usize>,
    /// The notes that it mentions itself.
    mentions: Vec<String>,
}

/// Names of notes are compared without regard to case and white space.
fn name(label: &str) -> String {
    crate::publish::teaser::fold(label).to_lowercase()
}

impl Footnotes {
    /// Numbers the notes of a text: those that the text mentions in their order, then those that notes mention.
    pub fn of(source: Source<'_>, pieces: &[Piece<'_>], reporter: &mut Reporter) -> Footnotes {
        let mut definitions: HashMap<String, Definition> = HashMap::new();
        let mut queue: Vec<String> = Vec::new();
        let mut within: Option<String> = None;
        let mut is_incomplete = false;
        for (event, span) in pieces {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    let name = name(label);
                    if definitions.contains_key(&name) {
                        is_incomplete = true;
                        let message = format!("the footnote \"{label}\" is there twice");
                        reporter.at(first_line(source, span), message, "give one of them another name");
                    }
                    definitions.entry(name.clone()).or_insert(Definition { span: span.clone(), mentions: Vec::new() });
                    within = Some(name);
                }
                Event::End(TagEnd::FootnoteDefinition) => within = None,
                Event::FootnoteReference(label) => {
                    let note = within.as_ref().and_then(|name| definitions.get_mut(name));
                    note.map_or(&mut queue, |note| &mut note.mentions).push(name(label));
                }
                _ => {}
            }
        }
        let mut footnotes = Footnotes::number(queue, &definitions);
        for (name, definition) in &definitions {
            if !footnotes.numbers.contains_key(name) {
                is_incomplete = true;
                reporter.at(
                    first_line(source, &definition.span),
                    format!("the footnote \"{name}\" is never mentioned"),
                    format!("write `[^{name}]` in the text where it belongs, or remove the note"),
                );
            }
        }
        footnotes.is_incomplete = is_incomplete;
        footnotes
    }

    /// Whether a note is left out, which has its fault.
    pub fn is_incomplete(&self) -> bool {
        self.is_incomplete
    }

    fn number(mut queue: Vec<String>, definitions: &HashMap<String, Definition>) -> Footnotes {
        let mut footnotes = Footnotes::default();
        let mut next = 0;
        while let Some(name) = queue.get(next).cloned() {
            next += 1;
            if footnotes.numbers.contains_key(&name) {
                continue;
            }
            let number = footnotes.numbers.len() + 1;
            if let Some(definition) = definitions.get(&name) {
                queue.extend(definition.mentions.iter().cloned());
            }
            footnotes.numbers.insert(name, number);
        }
        footnotes.mentions = vec![0; footnotes.numbers.len()];
        footnotes.notes = vec![String::new(); footnotes.numbers.len()];
        footnotes
    }

    /// Adds the mark of a note to the text.
    pub fn mention(&mut self, label: &str, out: &mut String) {
        let Some(&number) = self.numbers.get(&name(label)) else { return };
        let Some(mentions) = self.mentions.get_mut(number - 1) else { return };
        *mentions += 1;
        let id = if *mentions == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{mentions}") };
        out.push_str(&format!(
            r##"<sup class="footnote-ref"><a href="#fn-{number}" id="{id}" rel="{REL}">{number}</a></sup>"##
        ));
    }

    /// Keeps the HTML of a note. Of two with one name the first counts; one that is never mentioned is dropped.
    pub fn define(&mut self, label: &str, html: String) {
        let note = self.numbers.get(&name(label)).and_then(|number| self.notes.get_mut(number - 1));
        if let Some(note) = note.filter(|note| note.is_empty()) {
            *note = html;
        }
    }

    /// Adds the section of all notes.
    pub fn finish(self, source: Source<'_>, out: &mut String) {
        if self.notes.is_empty() {
            return;
        }
        let words = messages(source.setting.lang);
        out.push_str("<section class=\"footnotes\" aria-label=\"");
        escape::attribute(out, words.footnotes);
        out.push_str("\">\n<ol>\n");
        for (number, note) in (1..).zip(&self.notes) {
            let mut back = format!(" <a class=\"footnote-back\" href=\"#fnref-{number}\" rel=\"{REL}\" aria-label=\"");
            escape::attribute(&mut back, words.back_to_text);
            back.push_str("\">↩</a>");
            out.push_str(&format!("<li id=\"fn-{number}\">"));
            let note = note.trim_end();
            // The way back stands in the note's last line.
            match note.strip_suffix("</p>") {
                Some(note) => out.extend([note, &back, "</p>"]),
                None => out.extend([note, &back]),
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ol>\n</section>\n");
    }
}

/// A note's place in the file: its first line is enough to find it.
fn first_line(source: Source<'_>, span: &Range<usize>) -> Range<usize> {
    let text = source.markdown.get(span.clone()).unwrap_or_default();
    let length = text.lines().next().unwrap_or_default().len();
    source.in_file(&(span.start..span.start + length))
}

/// Reports marks of notes that do not exist: Markdown leaves them in the text as they are.
pub fn check_undefined(source: Source<'_>, text: &str, span: &Range<usize>, reporter: &mut Reporter) {
    for (at, _) in text.match_indices('[') {
        let start = span.start + at;
        let escaped = source.markdown.get(..start).is_some_and(|before| before.ends_with('\\'));
        let Some(rest) = source.markdown.get(start..).and_then(|rest| rest.strip_prefix("[^")) else { continue };
        let Some(end) = rest.find(['[', ']', '\n', ' ']).filter(|end| *end > 0) else { continue };
        if escaped || !rest.get(end..).unwrap_or_default().starts_with(']') {
            continue;
        }
        let label = rest.get(..end).unwrap_or_default();
        reporter.at(
            source.in_file(&(start..start + end + 3)),
            format!("the footnote \"{label}\" is not defined"),
            format!("add a line `[^{label}]: …`, or write `\\[^{label}]` for the signs themselves"),
        );
    }
}
