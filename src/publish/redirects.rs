//! Old addresses: a `_redirects` file for CDNs that read it, and a page at each for those that do not.

mod lookup;

use crate::i18n::messages;
use crate::model::Edition;
use crate::publish::html::escape;
use crate::routes::base;
use crate::values::percent_decode;

pub use lookup::{Lookup, SCRIPT, script_path, split};

/// An old address and the path that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The old path.
    pub from: String,
    /// The path of the page.
    pub to: String,
}

/// The content of `_redirects`: a rule a line, in the form of Cloudflare Pages and Netlify.
pub fn redirects_file(redirects: &[Redirect]) -> String {
    redirects.iter().map(|Redirect { from, to }| format!("{} {to} 301\n", literal(from))).collect()
}

/// A path as a rule that stands for it alone, its letters as they are: hosts compare paths decoded, or encode the rule
/// themselves. A colon before a letter would begin a placeholder, by which one old address would take many others with it; an
/// asterisk is in no alias. Who asks for the path with its colon gets the page there.
fn literal(path: &str) -> String {
    let decoded = percent_decode(path);
    // A slash that is encoded is no slash between folders.
    let is_same = decoded.matches('/').count() == path.matches('/').count();
    let path = if is_same { &decoded } else { path };
    let mut rule = String::with_capacity(path.len());
    let mut rest = path.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            ':' if rest.peek().is_some_and(|next| next.is_ascii_alphabetic() || *next == '_') => rule.push_str("%3A"),
            '*' => rule.push_str("%2A"),
            '%' if !is_same => rule.push('%'),
            ' ' | '%' | '?' | '#' | '"' => rule.push_str(&format!("%{:02X}", u32::from(letter))),
            _ => rule.push(letter),
        }
    }
    rule
}

/// The page at an old path whose queries lead on: it looks them up.
pub fn lookup_page(lookup: &Lookup, edition: &Edition) -> String {
    let words = messages(edition.lang);
    let to = lookup
        .to()
        .map_or_else(|| edition.at(&format!("{}/", base(edition.lang, edition.default_language))), str::to_owned);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{moved}</title>\
         <meta name=\"robots\" content=\"noindex\">{tag}</head>\
         <body><h1>{moved}</h1><p><a href=\"{to}\">{url}</a></p></body></html>\n",
        lang = edition.lang,
        moved = words.page_moved,
        tag = lookup.tag(edition),
        to = escape(&to),
        url = escape(&edition.url(&to)),
    )
}

/// The page at an old address, for servers that know no redirects: it leads on by itself, and says where.
pub fn redirect_page(redirect: &Redirect, edition: &Edition) -> String {
    let words = messages(edition.lang);
    let (to, url) = (escape(&redirect.to), escape(&edition.url(&redirect.to)));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{moved}</title>\
         <meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"{url}\">\
         <meta http-equiv=\"refresh\" content=\"0; url={to}\"></head>\
         <body><h1>{moved}</h1><p><a href=\"{to}\">{url}</a></p></body></html>\n",
        lang = edition.lang,
        moved = words.page_moved,
    )
}

/// The file that serves an old path on a host of plain files; none for a path that no file can stand for.
pub fn redirect_file(from: &str) -> Option<String> {
    // Servers look for the decoded name.
    let from = percent_decode(from);
    let path = from.trim_end_matches('/');
    let name = path.rsplit('/').next().filter(|name| !name.is_empty())?;
    let is_file = name.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "html" | "htm"));
    Some(if is_file { path.to_owned() } else { format!("{path}/index.html") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_stands_for_one_path_alone() {
        let table = [
            ("/old/5", "/old/5"),
            ("/a:b/:id/", "/a%3Ab/%3Aid/"),
            ("/a/12:30", "/a/12:30"),
            ("/*", "/%2A"),
            ("/%D0%BD/a%20b", "/н/a%20b"),
            ("/а/б", "/а/б"),
            ("/a%2Fb", "/a%2Fb"),
        ];
        for (from, rule) in table {
            let redirect = Redirect { from: from.to_owned(), to: "/news/a/".to_owned() };
            assert_eq!(redirects_file(&[redirect]), format!("{rule} /news/a/ 301\n"));
        }
    }

    #[test]
    fn old_paths_become_files() {
        let table = [
            ("/old/path/123", Some("/old/path/123/index.html")),
            ("/old/", Some("/old/index.html")),
            ("/old.html", Some("/old.html")),
            ("/index.php/old/1", Some("/index.php/old/1/index.html")),
            ("/%D0%B0/1", Some("/а/1/index.html")),
            ("/", None),
        ];
        for (from, file) in table {
            assert_eq!(redirect_file(from).as_deref(), file, "{from}");
        }
    }
}
