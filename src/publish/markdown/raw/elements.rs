//! What becomes of an element of raw HTML.

use crate::publish::markdown::allow_list;

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// It is on the page, with the attributes of the allow-list.
    Kept,
    /// Another element is on the page in its place: its words stay apart from those around it.
    Renamed(&'static str),
    /// A picture of the newsroom.
    Picture,
    /// The choice of pictures around one: only the one is kept.
    Choice,
    /// A player.
    Player,
    /// A file that a player or a choice of pictures may take.
    Source,
    /// Subtitles of a player.
    Track,
    /// It would be lost, and perhaps what follows it with it: what it is, and what to write instead.
    Refused(&'static str, &'static str),
}

/// Elements that nothing of the look is kept of, each with the one that holds their words.
const RENAMED: [(&str, &str); 32] = [
    ("acronym", "abbr"),
    ("address", "div"),
    ("article", "div"),
    ("aside", "div"),
    ("big", "span"),
    ("blink", "span"),
    ("bdi", "span"),
    ("bdo", "span"),
    ("center", "div"),
    ("data", "span"),
    ("dir", "ul"),
    ("fieldset", "div"),
    ("font", "span"),
    ("footer", "div"),
    ("h1", "h2"),
    ("header", "div"),
    ("hgroup", "div"),
    ("label", "span"),
    ("legend", "div"),
    ("main", "div"),
    ("marquee", "div"),
    ("menu", "ul"),
    ("nav", "div"),
    ("nobr", "span"),
    ("noindex", "span"),
    ("output", "span"),
    ("rp", "span"),
    ("rt", "sup"),
    ("ruby", "span"),
    ("strike", "s"),
    ("tt", "code"),
    ("var", "i"),
];

/// Elements without words that a page is the same without.
const EMPTY: [&str; 3] = ["basefont", "spacer", "wbr"];

const EMBED: &str = "an embed: it would tell another site who reads what, so the page cannot have it";
const LINK: &str = "write a link to it: `[what it is](https://…)`; a film of your own stands beside the article, as \
                    `<video src=\"film.mp4\"></video>`";
const SCRIPT: &str = "a script, which no page may have";
const SCRIPT_HELP: &str = "remove it, and write a link to what it would show: `[what it is](https://…)`";
const FORM: &str = "a part of a form, which the page cannot have";
const FORM_HELP: &str = "write a link to a page that has the form, or an address to write to: `<news@paper.example>`";
const HEAD: &str = "of the head of a page: the text after it would be lost";
const HEAD_HELP: &str = "remove the tag, or write `\\<` for the sign itself";
const DRAWING: &str = "a drawing in the text, which the page cannot have";
const DRAWING_HELP: &str = "export it as PNG or WebP, and write `![what it shows](name.png)`";
const PLAIN: &str = "for text without markup: what follows it would be lost";
const PLAIN_HELP: &str = "put the lines between two lines of three back quotes";

/// Elements that are refused: what they are, and what to write.
const REFUSED: [(&[&str], &str, &str); 7] = [
    (&["applet", "bgsound", "embed", "frame", "frameset", "iframe", "object", "param", "portal"], EMBED, LINK),
    (&["canvas", "noscript", "script", "slot", "template"], SCRIPT, SCRIPT_HELP),
    (
        &[
            "button", "datalist", "dialog", "form", "input", "keygen", "meter", "optgroup", "option", "progress",
            "select", "textarea",
        ],
        FORM,
        FORM_HELP,
    ),
    (&["base", "body", "head", "html", "link", "meta", "style", "title"], HEAD, HEAD_HELP),
    (&["area", "map", "math", "svg"], DRAWING, DRAWING_HELP),
    (&["listing", "plaintext", "xmp"], PLAIN, PLAIN_HELP),
    (&["noembed", "noframes"], EMBED, LINK),
];

const UNKNOWN: &str = "not known to any browser, so the page would not show it";
const UNKNOWN_HELP: &str = "write what it stands for as Markdown; for the signs themselves write `\\<`";

/// What becomes of an element, by its name in lower case.
pub fn treatment(name: &str) -> Treatment {
    match name {
        "img" | "image" => return Treatment::Picture,
        "picture" => return Treatment::Choice,
        "audio" | "video" => return Treatment::Player,
        "source" => return Treatment::Source,
        "track" => return Treatment::Track,
        _ => {}
    }
    if allow_list::is_element(name) || EMPTY.contains(&name) {
        return Treatment::Kept;
    }
    if let Some((_, other)) = RENAMED.iter().find(|(known, _)| *known == name) {
        return Treatment::Renamed(other);
    }
    // Word processors' own elements hold text alone.
    if name.starts_with("o:") || name.starts_with("w:") || name.starts_with("st1:") {
        return Treatment::Renamed("span");
    }
    let refused = REFUSED.iter().find(|(names, ..)| names.contains(&name));
    refused.map_or(Treatment::Refused(UNKNOWN, UNKNOWN_HELP), |(_, what, help)| Treatment::Refused(what, help))
}

/// Whether browsers know an element, or a word processor writes it.
pub fn is_known(name: &str) -> bool {
    !name.is_empty() && !matches!(treatment(name), Treatment::Refused(UNKNOWN, _))
}

/// Whether an element is refused.
pub fn is_refused(name: &str) -> bool {
    matches!(treatment(name), Treatment::Refused(..))
}

/// Whether an element holds nothing and has no end tag.
pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "image"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether a picture that stands in such an element by itself is a figure.
pub fn holds_figures(name: &str) -> bool {
    matches!(name, "center" | "div" | "section" | "article" | "main" | "aside" | "picture" | "blockquote" | "td" | "li")
}
