//! Shortcodes of WordPress: what stands in square brackets.

use std::collections::HashSet;

use crate::publish::html::escape;

/// A picture or file that was uploaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attachment {
    /// Its address.
    pub url: String,
    /// The post that it was uploaded with.
    pub parent: String,
    /// What it shows.
    pub alt: String,
    /// The line under it.
    pub caption: String,
    /// Whose it is.
    pub credit: String,
}

/// Finds the pictures of a gallery by their ids; without ids those of the post.
pub type Gallery<'g> = &'g dyn Fn(Option<&str>) -> Vec<Attachment>;

/// Shortcodes of code, whose content is not read.
const CODE: [&str; 9] = ["code", "sourcecode", "source", "php", "html", "css", "js", "python", "pre"];

/// Shortcodes whose content is text, whatever they do to its look.
const PLAIN: [&str; 12] = [
    "quote",
    "blockquote",
    "spoiler",
    "toggle",
    "accordion",
    "tab",
    "tabs",
    "column",
    "row",
    "dropcap",
    "highlight",
    "center",
];

/// A shortcode at the beginning of a text.
struct Shortcode<'a> {
    name: &'a str,
    attributes: Vec<(String, String)>,
    /// Between it and its closing one, if there is one.
    content: Option<&'a str>,
    /// Where the text goes on.
    end: usize,
}

impl Shortcode<'_> {
    fn attribute(&self, names: &[&str]) -> Option<&str> {
        let find = |name: &&str| self.attributes.iter().find(|(known, _)| known == name);
        names.iter().find_map(find).map(|(_, value)| value.as_str())
    }
}

/// Shortcodes may lie in each other so deep; what is deeper stays as it was written.
const DEEPEST: usize = 32;

/// The HTML of a text with shortcodes. `notes` get what is left out.
pub fn html(text: &str, gallery: Gallery<'_>, notes: &mut Vec<String>) -> String {
    expand(text, gallery, notes, 0)
}

fn expand(text: &str, gallery: Gallery<'_>, notes: &mut Vec<String>, depth: usize) -> String {
    if depth > DEEPEST {
        notes.push(format!("shortcodes more than {DEEPEST} deep stay as they were written"));
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // What has no closing one in this text has none further on.
    let mut unclosed = HashSet::new();
    let mut seen = HashSet::new();
    while let Some((before, at)) = rest.find('[').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        // `[[name]]` shows the shortcode itself.
        if let Some(inner) = at.strip_prefix("[[")
            && let Some(end) = inner.find("]]").filter(|end| *end < 200)
        {
            out.push_str(&format!("[{}]", inner.get(..end).unwrap_or_default()));
            rest = inner.get(end + 2..).unwrap_or_default();
            continue;
        }
        match parse(at, &mut unclosed) {
            Some(shortcode) => {
                seen.insert(shortcode.name);
                out.push_str(&write(
                    &shortcode,
                    at,
                    notes,
                    &|text, notes| expand(text, gallery, notes, depth + 1),
                    gallery,
                ));
                rest = at.get(shortcode.end..).unwrap_or_default();
            }
            // The end of one that lay in another of its name.
            None if closing(at).is_some_and(|name| seen.contains(name)) => {
                rest = at.split_once(']').map_or("", |(_, rest)| rest);
            }
            None => {
                out.push('[');
                rest = at.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// The name of the closing shortcode at the beginning of a text.
fn closing(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix("[/")?.split_once(']')?;
    (name.len() < 60).then_some(name)
}

fn parse<'a>(text: &'a str, unclosed: &mut HashSet<&'a str>) -> Option<Shortcode<'a>> {
    let inner = text.strip_prefix('[')?;
    let length = inner.bytes().take_while(|b| b.is_ascii_alphanumeric() || b"-_".contains(b)).count();
    let (name, rest) = inner.split_at_checked(length)?;
    if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return None;
    }
    let end = end_of_tag(rest)?;
    let written = rest.get(..end)?;
    if !(written.is_empty() || written.starts_with([' ', '\n', '\t', '\u{a0}', '/', '='])) {
        return None;
    }
    let open = 1 + length + end + 1;
    let closing = format!("[/{name}]");
    let is_empty = written.trim_end().ends_with('/');
    let may_close = !is_empty && !unclosed.contains(name);
    let close = text.get(open..).filter(|_| may_close).and_then(|rest| rest.find(&closing));
    if may_close && close.is_none() {
        unclosed.insert(name);
    }
    let content = close.and_then(|close| text.get(open..open + close));
    let end = close.map_or(open, |close| open + close + closing.len());
    let attributes = attributes(written.trim_end().trim_end_matches('/'));
    Some(Shortcode { name, attributes, content, end })
}

/// The place of the bracket that ends a tag: not one within quotes.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().take(4000) {
        match (byte, quote) {
            (b']', None) => return Some(at),
            (b'[' | b'<', None) => return None,
            (b'"' | b'\'', None) => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    None
}

fn attributes(text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    let mut rest = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '=');
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter.is_whitespace() || letter == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let after = after.trim_start();
        let (name, value, left) = match after.strip_prefix('=').map(str::trim_start) {
            None => ("", name, after),
            Some(value) => match value.chars().next().filter(|quote| matches!(quote, '"' | '\'')) {
                Some(quote) => {
                    let inner = value.get(1..).unwrap_or_default();
                    let (value, left) = inner.split_once(quote).unwrap_or((inner, ""));
                    (name, value, left)
                }
                None => {
                    let end = value.find(char::is_whitespace).unwrap_or(value.len());
                    let (value, left) = value.split_at(end);
                    (name, value, left)
                }
            },
        };
        attributes.push((name.to_ascii_lowercase(), value.trim_matches(['"', '\'']).to_owned()));
        rest = left.trim_start();
    }
    attributes
}

/// Reads the shortcodes within one.
type Inner<'i> = &'i dyn Fn(&str, &mut Vec<String>) -> String;

fn write(
    shortcode: &Shortcode<'_>,
    text: &str,
    notes: &mut Vec<String>,
    inner: Inner<'_>,
    gallery: Gallery<'_>,
) -> String {
    let content = shortcode.content.unwrap_or_default();
    let inner = |notes: &mut Vec<String>| inner(content, notes);
    match shortcode.name {
        "caption" | "wp_caption" => caption(shortcode, &inner(notes)),
        "gallery" => {
            let ids = shortcode.attribute(&["ids", "include"]);
            let pictures = gallery(ids);
            let asked = ids.map_or(pictures.len(), |ids| ids.split(',').count());
            if pictures.len() < asked || pictures.is_empty() {
                notes.push(format!("pictures of a gallery that the export does not have: {}", asked - pictures.len()));
            }
            pictures.iter().map(figure).collect()
        }
        "audio" | "video" | "playlist" => {
            let names = ["src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv", "flv", "url", ""];
            match shortcode.attribute(&names).or_else(|| some(content)) {
                Some(address) => link(address),
                None => left_out(shortcode, notes),
            }
        }
        "embed" | "youtube" | "vimeo" | "tube" | "soundcloud" | "instagram" | "twitter" | "tweet" | "facebook"
        | "iframe" => {
            let given = some(content).or_else(|| shortcode.attribute(&["src", "url", "", "id"]));
            match given {
                Some(address) if address.contains("://") || address.starts_with("//") => link(address),
                Some(id) if matches!(shortcode.name, "youtube" | "tube") => {
                    link(&format!("https://www.youtube.com/watch?v={id}"))
                }
                Some(id) if shortcode.name == "vimeo" => link(&format!("https://vimeo.com/{id}")),
                _ => left_out(shortcode, notes),
            }
        }
        name if CODE.contains(&name) && shortcode.content.is_some() => {
            // Editors of the old days wrote entities, newer ones signs.
            let is_written = content.contains("&lt;") || content.contains("&gt;") || content.contains("&amp;");
            let code = if is_written { content.to_owned() } else { escape(content) };
            format!("\n\n<pre>{}</pre>\n\n", code.trim_matches('\n'))
        }
        "quote" | "blockquote" if shortcode.content.is_some() => {
            format!("\n\n<blockquote>{}</blockquote>\n\n", inner(notes))
        }
        name if PLAIN.contains(&name) => inner(notes),
        name => {
            let is_shortcode =
                shortcode.content.is_some() || shortcode.attributes.iter().any(|(name, _)| !name.is_empty());
            if !is_shortcode {
                // A word in brackets, as in a quotation.
                return text.get(..shortcode.end).unwrap_or_default().to_owned();
            }
            let what = if shortcode.content.is_some() { "only the text within was carried" } else { "it was left out" };
            notes.push(format!("the shortcode [{name}] is not known: {what}"));
            inner(notes)
        }
    }
}

fn left_out(shortcode: &Shortcode<'_>, notes: &mut Vec<String>) -> String {
    notes.push(format!("the shortcode [{}] has no address and was left out", shortcode.name));
    String::new()
}

fn some(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}

fn link(address: &str) -> String {
    let address = escape(address.trim()).replace("&amp;amp;", "&amp;");
    format!("\n\n<p><a href=\"{address}\">{address}</a></p>\n\n")
}

fn figure(picture: &Attachment) -> String {
    let (src, alt) = (escape(&picture.url), escape(&picture.alt));
    let caption = escape(&picture.caption);
    format!("\n\n<figure><img src=\"{src}\" alt=\"{alt}\"><figcaption>{caption}</figcaption></figure>\n\n")
}

/// A picture with the text after it, or with that of the attribute as the first versions wrote it.
fn caption(shortcode: &Shortcode<'_>, content: &str) -> String {
    let start = content.find("<img").unwrap_or(0);
    let end = content.get(start..).and_then(|rest| rest.find('>')).map_or(content.len(), |at| start + at + 1);
    let linked =
        content.get(end..).filter(|rest| rest.trim_start().starts_with("</a>")).and_then(|rest| rest.find("</a>"));
    let end = linked.map_or(end, |at| end + at + 4);
    let (picture, text) = content.split_at_checked(end).unwrap_or((content, ""));
    let text = match shortcode.attribute(&["caption"]) {
        Some(caption) => caption,
        None => text,
    };
    format!("\n\n<figure>{}<figcaption>{}</figcaption></figure>\n\n", picture.trim(), text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> (String, Vec<String>) {
        let picture = Attachment { url: "/a.jpg".into(), caption: "Снег".into(), ..Attachment::default() };
        let gallery = |ids: Option<&str>| match ids {
            Some(_) => vec![picture.clone()],
            None => Vec::new(),
        };
        let mut notes = Vec::new();
        let html = html(text, &gallery, &mut notes);
        (html.split_whitespace().collect::<Vec<_>>().join(" "), notes)
    }

    #[test]
    fn known_shortcodes_become_html() {
        for (text, expected) in [
            (
                "[caption id=\"a\" width=\"3\"]<a href=\"/a\"><img src=\"/b.jpg\" /></a> Снег[/caption]",
                "<figure><a href=\"/a\"><img src=\"/b.jpg\" /></a><figcaption>Снег</figcaption></figure>",
            ),
            ("[gallery ids=\"5\"]", "<figure><img src=\"/a.jpg\" alt=\"\"><figcaption>Снег</figcaption></figure>"),
            ("[audio mp3=\"/a.mp3\"][/audio]", "<p><a href=\"/a.mp3\">/a.mp3</a></p>"),
            (
                "[embed]https://e.org/?a=1&b=2[/embed]",
                "<p><a href=\"https://e.org/?a=1&amp;b=2\">https://e.org/?a=1&amp;b=2</a></p>",
            ),
            ("[code]a < b [x y=1][/code]", "<pre>a &lt; b [x y=1]</pre>"),
            ("[[gallery]] и [так] в [1]", "[gallery] и [так] в [1]"),
            ("[sic] [фото автора]", "[sic] [фото автора]"),
            ("[", "["),
        ] {
            assert_eq!(run(text), (expected.to_owned(), Vec::new()), "{text}");
        }
    }

    #[test]
    fn unknown_ones_are_noted() {
        let (html, notes) = run("[note color=\"red\"]Важно[/note][contact-form-7 id=\"5\"]");
        assert_eq!(html, "Важно");
        assert_eq!(notes.len(), 2, "{notes:?}");
        let (html, _) = run("[row][row]Раз[/row][/row]");
        assert_eq!(html, "Раз");
        let deep: String = (0..5_000).map(|n| format!("[a{n} x=1]")).collect::<String>() + "Раз";
        let deep = (0..5_000).rev().fold(deep, |deep, n| deep + &format!("[/a{n}]"));
        assert!(run(&deep).0.contains("Раз"));
    }
}
