//! Old addresses: a `_redirects` file for CDNs that read it, and a page at each for those that do not.

mod lookup;

use crate::i18n::messages;
use crate::model::Edition;
use crate::publish::html::escape;
use crate::routes::base;
use crate::values::percent::push_percent;
use crate::values::{percent_bytes, percent_decode};

pub use lookup::{Lookup, SCRIPT, script_path, split};

/// An old address and the path that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The old path, perhaps with a query: `/index.php?id=5`.
    pub from: String,
    /// The path of the page.
    pub to: String,
}

impl Redirect {
    /// The old path without its query, as it was written.
    pub fn path(&self) -> &str {
        self.from.split_once('?').map_or(&self.from, |(path, _)| path)
    }

    /// The query of the old address; none where any query will do.
    pub fn query(&self) -> Option<&str> {
        self.from.split_once('?').map(|(_, query)| query)
    }

    /// By this a request is found: the bytes of the path, without a slash at its end.
    pub fn key(&self) -> Vec<u8> {
        key(self.path())
    }

    /// The forms of the path that are asked for: with a slash at the end and without. A file has one only.
    pub fn paths(&self) -> Vec<String> {
        let bare = percent_decode(self.path());
        let bare = bare.trim_end_matches('/');
        if is_file(bare) { vec![bare.to_owned()] } else { vec![bare.to_owned(), format!("{bare}/")] }
    }

    /// Whether the path leads to itself: a server that was told so would redirect for ever.
    pub fn is_circular(&self) -> bool {
        self.key() == key(&self.to)
    }
}

/// The bytes of a path, without a slash at its end: whatever its letters are written by, it is the same address.
pub fn key(path: &str) -> Vec<u8> {
    let mut bytes = percent_bytes(path);
    bytes.truncate(bytes.iter().rposition(|byte| *byte != b'/').map_or(0, |last| last + 1));
    bytes
}

/// A host takes so many lines of `_redirects`. Other spellings of old addresses have what is left of them.
const SPELLINGS: usize = 2_000;

/// The content of `_redirects`: a rule a line, in the form of Cloudflare Pages and Netlify. Of the two only Netlify
/// asks for queries; the other one passes over a line with a query. It also compares the letters of a path: so the same
/// address follows with small digits in `%d0`, as WordPress writes them, and with the slash or without, where there is
/// room for it.
pub fn redirects_file<'a>(redirects: impl IntoIterator<Item = &'a Redirect>) -> String {
    let mut lines = Vec::new();
    let mut others = [Vec::new(), Vec::new()];
    for redirect in redirects {
        let line = rule(redirect, "301");
        if redirect.query().is_none() {
            let path = literal(redirect.path());
            let end = line.get(path.len()..).unwrap_or_default();
            let small = small_digits(&path);
            let slash = match path.strip_suffix('/') {
                Some(bare) => bare.to_owned(),
                None if is_file(&path) => path.clone(),
                None => format!("{path}/"),
            };
            for (others, spelling) in others.iter_mut().zip([small, slash]) {
                if spelling != path {
                    others.push(format!("{spelling}{end}"));
                }
            }
        }
        lines.push(line);
    }
    let room = SPELLINGS.saturating_sub(lines.len());
    lines.extend(others.into_iter().flatten().take(room));
    lines.concat()
}

/// The path with small digits in `%d0`.
fn small_digits(path: &str) -> String {
    let mut parts = path.split('%');
    let mut small = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        small.extend(["%", &digits.to_ascii_lowercase(), rest]);
    }
    small
}

/// A line of `_redirects`.
pub fn rule(redirect: &Redirect, status: &str) -> String {
    let query = redirect.query().unwrap_or_default();
    let query: String =
        query.split('&').filter(|part| !part.is_empty()).map(|part| format!(" {}", literal(part))).collect();
    format!("{}{query} {} {status}\n", literal(redirect.path()), redirect.to)
}

/// Reads a `_redirects` file that [`redirects_file`] wrote. Other lines are passed over.
pub fn parse(text: &str) -> Vec<Redirect> {
    let rule = |line: &str| {
        let parts: Vec<&str> = line.split_ascii_whitespace().collect();
        let (from, query, to) = match parts.as_slice() {
            [from, query @ .., to, _] if from.starts_with('/') => (from, query, to),
            _ => return None,
        };
        let from = if query.is_empty() { (*from).to_owned() } else { format!("{from}?{}", query.join("&")) };
        Some(Redirect { from, to: (*to).to_owned() })
    };
    text.lines().filter_map(rule).collect()
}

/// A path as a rule that stands for it alone. A colon before a letter would begin a placeholder, by which one old
/// address would take many others with it; an asterisk is in no alias. Who asks for the path with its colon gets the
/// page there. Letters of other alphabets are encoded, as browsers ask for them: that is what hosts compare.
fn literal(path: &str) -> String {
    let mut rule = String::with_capacity(path.len());
    let mut rest = path.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            ':' if rest.peek().is_some_and(|next| next.is_ascii_alphabetic() || *next == '_') => rule.push_str("%3A"),
            '*' => rule.push_str("%2A"),
            // What follows is two digits, which are the same in either case; hosts compare them as capitals.
            '%' => {
                rule.push('%');
                for _ in 0..2 {
                    rule.extend(rest.next_if(char::is_ascii_hexdigit).map(|digit| digit.to_ascii_uppercase()));
                }
            }
            _ if letter.is_ascii() => rule.push(letter),
            _ => letter.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| push_percent(&mut rule, byte)),
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
    path.rsplit('/').next().filter(|name| !name.is_empty())?;
    Some(if is_file(path) { path.to_owned() } else { format!("{path}/index.html") })
}

/// Whether the name of a path is that of a page as a file.
fn is_file(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "html" | "htm"))
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
            ("/а/%d0%b0", "/%D0%B0/%D0%B0"),
        ];
        for (from, rule) in table {
            let redirect = Redirect { from: from.to_owned(), to: "/news/a/".to_owned() };
            assert_eq!(redirects_file([&redirect]).lines().next(), Some(format!("{rule} /news/a/ 301").as_str()));
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

    #[test]
    fn what_is_written_is_read() {
        let redirects = ["/old/5", "/index.php?id=5&page=2", "/новости/старая"]
            .map(|from| Redirect { from: from.to_owned(), to: "/news/a/".to_owned() });
        let text = redirects_file(&redirects);
        assert!(text.contains("/index.php id=5 page=2 /news/a/ 301\n"), "{text}");
        let read: Vec<Redirect> = parse(&format!("# of all\n{text}")).into_iter().take(redirects.len()).collect();
        assert_eq!(read.iter().map(Redirect::key).collect::<Vec<_>>(), redirects.each_ref().map(Redirect::key));
        assert_eq!(read.iter().map(Redirect::query).collect::<Vec<_>>(), redirects.each_ref().map(Redirect::query));
    }

    #[test]
    fn the_same_address_has_one_key() {
        for path in ["/новости/старая", "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/старая/", "/новости/старая//"]
        {
            assert_eq!(key(path), "/новости/старая".as_bytes(), "{path}");
        }
        let circular = |from: &str| Redirect { from: from.to_owned(), to: "/news/a/".to_owned() }.is_circular();
        assert!(circular("/n%65ws/a"));
        assert!(!circular("/News/A/"), "another address, since servers tell capitals");
    }

    #[test]
    fn other_spellings_come_last_and_as_far_as_there_is_room() {
        let of = |count: usize| {
            let redirect = |number| Redirect { from: format!("/а/{number}"), to: "/news/a/".to_owned() };
            redirects_file(&(0..count).map(redirect).collect::<Vec<_>>())
        };
        assert_eq!(
            of(2),
            "/%D0%B0/0 /news/a/ 301\n/%D0%B0/1 /news/a/ 301\n/%d0%b0/0 /news/a/ 301\n/%d0%b0/1 /news/a/ 301\n\
             /%D0%B0/0/ /news/a/ 301\n/%D0%B0/1/ /news/a/ 301\n"
        );
        for (count, lines) in [(600, 1_800), (1_900, 2_000), (3_000, 3_000)] {
            assert_eq!(of(count).lines().count(), lines, "{count}");
        }
    }
}
