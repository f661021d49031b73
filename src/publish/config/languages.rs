//! The languages of a paper in `site.toml`, and the one that stands at the root of the site.

use crate::publish::keys::{Keys, Spanned, list};
use crate::publish::reporter::Reporter;
use crate::values::Lang;

/// The languages of the paper. All of ours where none can be read, so that the articles are still checked.
pub fn read(keys: &mut Keys<'_>, reporter: &mut Reporter) -> Vec<Lang> {
    let tables = keys.tables("languages", reporter);
    if tables.is_empty() {
        reporter.at(
            keys.span(),
            "the paper has no language",
            "add `[[languages]]` and under it `code = \"ru\"`, one for each language",
        );
    }
    let mut languages = Vec::new();
    for mut table in tables {
        if let Some(Spanned { value, span }) = table.required_text("code", reporter) {
            match Lang::from_code(&value) {
                Some(lang) if languages.contains(&lang) => {
                    reporter.at(span, format!("the language \"{value}\" is listed twice"), "remove one of the two");
                }
                Some(lang) => languages.push(lang),
                None => reporter.at(
                    span,
                    format!("unknown language \"{value}\""),
                    format!("write one of {}: the interface has words for these", codes(&Lang::ALL)),
                ),
            }
        }
        table.finish(reporter);
    }
    if languages.is_empty() { Lang::ALL.to_vec() } else { languages }
}

pub fn read_default(keys: &mut Keys<'_>, languages: &[Lang], reporter: &mut Reporter) -> Lang {
    let first = languages.first().copied().unwrap_or(Lang::Ru);
    let Some(Spanned { value, span }) = keys.required_text("default_language", reporter) else { return first };
    match Lang::from_code(&value).filter(|lang| languages.contains(lang)) {
        Some(lang) => lang,
        None => {
            reporter.at(
                span,
                format!("`default_language` is \"{value}\", which is no language of the paper"),
                format!("write one of {}, or add it as `[[languages]]`", codes(languages)),
            );
            first
        }
    }
}

/// The codes of languages, for a sentence.
pub fn codes(languages: &[Lang]) -> String {
    list(&languages.iter().map(|lang| format!("\"{lang}\"")).collect::<Vec<_>>()).replace('`', "")
}
