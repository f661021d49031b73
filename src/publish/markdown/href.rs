//! Where a link may lead.

use crate::publish::media::is_media;
use crate::publish::pictures::is_picture;
use crate::routes::Address;
use crate::values::{Lang, Slug};

/// The schemes that a link may have.
pub const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Out of the site.
    Outside,
    /// To a path of the site.
    Inside {
        /// The path without query and fragment.
        path: String,
        /// All of it, with the page's address as the site spells it.
        href: String,
    },
    /// To a place in the same article: the fragment without its `#`.
    Place(String),
    /// To a picture, a sound or a film of the newsroom.
    File,
    /// Nowhere that it may.
    Refused {
        /// Why.
        message: String,
        /// What to write instead.
        help: String,
    },
}

/// What a link's address is. `default` is the language at the root of the site.
pub fn target(dest: &str, default: Lang) -> Target {
    let refused = |message: String, help: &str| Target::Refused { message, help: help.to_owned() };
    // Browsers drop tabs and line breaks from an address, and take a backslash for a slash: `java\tscript:`, `/\host`.
    if dest.contains(|c: char| c.is_control() || c == '\\') || dest.trim() != dest {
        return refused(
            format!("the link \"{}\" holds a character that no address has", dest.escape_debug()),
            "write the address as the browser shows it",
        );
    }
    if let Some(fragment) = dest.strip_prefix('#') {
        return Target::Place(fragment.to_owned());
    }
    if dest.starts_with("//") {
        return refused(format!("the link \"{dest}\" has no scheme"), "begin it with `https://`");
    }
    if dest.starts_with('/') {
        return inside(dest, default);
    }
    match scheme(dest) {
        Some(scheme) if SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) => Target::Outside,
        Some(scheme) => refused(
            format!("a link must not begin with \"{scheme}:\""),
            "link to https:, http:, mailto: or tel:, or to a page of the site as `/news/slug/`",
        ),
        None if dest.is_empty() => refused("the link leads nowhere".to_owned(), "write its address in the brackets"),
        None if is_picture(dest) || is_media(dest) => Target::File,
        None => relative(dest),
    }
}

/// What stands before the first colon, where that is before any path.
fn scheme(dest: &str) -> Option<&str> {
    let (scheme, _) = dest.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then_some(scheme)
}

fn inside(dest: &str, default: Lang) -> Target {
    let at = dest.find(['?', '#']).unwrap_or(dest.len());
    let (path, rest) = dest.split_at(at);
    // One page, one spelling: `/news/a` would cost every reader a redirect.
    let spelled = Address::parse(path, default).map_or_else(|| path.to_owned(), |address| address.path(default));
    Target::Inside { href: spelled + rest, path: path.to_owned() }
}

/// A link that would depend on where the article's file lies.
fn relative(dest: &str) -> Target {
    let path = dest.split(['?', '#']).next().unwrap_or_default();
    let name = path.strip_suffix("/index.md").or(path.strip_suffix(".md")).unwrap_or(path).trim_end_matches('/');
    let name = name.rsplit('/').next().unwrap_or_default();
    let host = path.split('/').next().unwrap_or_default();
    let help = if host.contains('.') && !host.starts_with('.') && !path.ends_with(".md") {
        format!("for another site write `https://{dest}`, for a page of this one `/news/slug/`")
    } else if let Some(slug) = Slug::new(name) {
        format!("write the page's address: `/news/{slug}/`")
    } else {
        "write the page's address from the root of the site: `/news/slug/`".to_owned()
    };
    Target::Refused { message: format!("the link \"{dest}\" is relative"), help }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_links_lead() {
        for dest in ["https://e.org", "HTTP://e.org/a:b", "mailto:a@e.org", "tel:+77001112233"] {
            assert_eq!(target(dest, Lang::Ru), Target::Outside, "{dest}");
        }
        assert_eq!(target("#s-a", Lang::Ru), Target::Place("s-a".into()));
        assert_eq!(target("map.webp", Lang::Ru), Target::File);
        assert_eq!(target("talk.mp3", Lang::Ru), Target::File);
        for (dest, path, href) in [
            ("/news/a/", "/news/a/", "/news/a/"),
            ("/kk/news/a?x=/#y", "/kk/news/a", "/kk/news/a/?x=/#y"),
            ("/doc.pdf", "/doc.pdf", "/doc.pdf"),
        ] {
            assert_eq!(target(dest, Lang::Ru), Target::Inside { path: path.into(), href: href.into() });
        }
    }

    #[test]
    fn what_may_not_be_linked_says_what_to_write() {
        for (dest, help) in [
            ("javascript:alert(1)", "https:"),
            ("JavaScript:alert(1)", "https:"),
            ("data:text/html,x", "https:"),
            ("vbscript:x", "https:"),
            ("java\tscript:alert(1)", "browser"),
            ("\u{1}javascript:alert(1)", "browser"),
            ("/\\e.org", "browser"),
            ("//e.org", "`https://`"),
            ("other.md", "`/news/other/`"),
            ("../2024/other/index.md", "`/news/other/`"),
            ("../x", "`/news/x/`"),
            ("e.org/page", "`https://e.org/page`"),
            ("www.e.org", "`https://www.e.org`"),
            ("", "address"),
        ] {
            let Target::Refused { help: text, .. } = target(dest, Lang::Ru) else { panic!("{dest:?} is let through") };
            assert!(text.contains(help), "{dest:?}: {text}");
        }
    }
}
