//! What raw HTML may hold.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, Url, UrlRelative};

use super::external;
use super::headings::PREFIX;
use super::href::SCHEMES;
use super::ids::end_of_tag;
use crate::components::PicturePlace;
use crate::model::PlaceholderColor;
use crate::names::MEDIA_FOLDER;
use crate::routes::is_below;

/// The attributes of players.
const PLAYER: [&str; 7] = ["controls", "preload", "width", "height", "poster", "src", "aria-label"];

/// The elements, each with the attributes that it may have besides `id`, `lang` and `dir`.
const ELEMENTS: [(&str, &[&str]); 60] = [
    ("a", &["href", "title", "rel", "aria-label"]),
    ("abbr", &["title"]),
    ("audio", &PLAYER),
    ("b", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("dd", &[]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("dfn", &["title"]),
    ("div", &["tabindex", "role", "aria-label"]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["class", "src", "width", "height", "alt", "title", "loading", "decoding"]),
    ("ins", &["datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["start", "reversed"]),
    ("p", &[]),
    ("picture", &[]),
    ("pre", &["tabindex"]),
    ("q", &["cite"]),
    ("s", &[]),
    ("samp", &[]),
    ("section", &["aria-label"]),
    ("small", &[]),
    ("source", &["type", "srcset", "sizes"]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("track", &["src", "kind", "srclang", "label", "default"]),
    ("u", &[]),
    ("ul", &[]),
    ("video", &PLAYER),
];

/// The classes that the writer itself uses, by element.
const CLASSES: [(&str, &[&str]); 6] = [
    ("a", &["footnote-back"]),
    ("div", &["table-scroll"]),
    ("section", &["footnotes"]),
    ("sup", &["footnote-ref"]),
    ("td", &["align-center", "align-right"]),
    ("th", &["align-center", "align-right"]),
];

/// Elements whose content is no text and goes with them. Others that are not allowed leave their text behind.
const HIDDEN: [&str; 9] = ["script", "style", "iframe", "object", "template", "noscript", "svg", "math", "textarea"];

static ALLOWED: LazyLock<Builder<'static>> = LazyLock::new(|| allowed(None));

/// The allow-list. Given the address of a page, it makes all others absolute.
fn allowed(page: Option<Url>) -> Builder<'static> {
    let mut builder = Builder::empty();
    let relative = page.clone().map_or(UrlRelative::PassThrough, UrlRelative::RewriteWithBase);
    let set = |names: &[&'static str]| names.iter().copied().collect::<HashSet<_>>();
    builder
        .tags(ELEMENTS.iter().map(|(element, _)| *element).collect())
        .clean_content_tags(set(&HIDDEN))
        .generic_attributes(set(&["id", "lang", "dir"]))
        .tag_attributes(ELEMENTS.iter().map(|(element, attributes)| (*element, set(attributes))).collect())
        .allowed_classes(CLASSES.iter().map(|(element, classes)| (*element, set(classes))).collect::<HashMap<_, _>>())
        .url_schemes(set(&SCHEMES))
        .url_relative(relative)
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(move |element, name, value| {
            let value = attribute(element, name, value)?;
            // The library does not count a quotation's source among the addresses.
            let absolute = page.as_ref().filter(|_| name == "cite").and_then(|page| page.join(&value).ok());
            Some(absolute.map_or(value, |absolute| Cow::Owned(absolute.into())))
        });
    builder
}

/// The HTML without everything that is not allowed.
pub fn sanitise(html: &str) -> String {
    // Even where its values are harmless in themselves, an attribute is kept only in the form that we write.
    ALLOWED.clean(html).to_string()
}

/// HTML that is safe already, its addresses made absolute from that of its page. Of a picture the one file is left that
/// every program reads: the widths of the others suit our own layout, and their addresses are not made absolute.
pub fn absolute(html: &str, page: Url) -> String {
    let mut list = allowed(Some(page));
    list.rm_tags(["picture", "source"]).rm_tag_attributes("img", ["class"]);
    list.clean(html).to_string()
}

/// An attribute's value, where it may have it.
fn attribute<'v>(element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let number = |most: u32| value.parse::<u32>().is_ok_and(|number| number <= most);
    let allowed = match attribute {
        "href" | "cite" => is_link(value),
        // Pictures of others would tell them who reads what, and move the page when they come.
        "src" if matches!(element, "audio" | "video" | "track") => is_below(MEDIA_FOLDER, value) && is_plain(value),
        "src" => value.starts_with('/') && is_link(value) && !value.ends_with(".svg"),
        "poster" => is_below(MEDIA_FOLDER, value) && is_plain(value),
        "preload" => value == "none",
        "kind" => matches!(value, "subtitles" | "captions" | "descriptions" | "chapters"),
        "srcset" => value.split(", ").all(is_own_candidate),
        "sizes" => value == PicturePlace::Text.sizes(),
        "type" => value == "image/webp",
        // Only of pictures: the classes of other elements are in a list of their own.
        "class" => element != "img" || PlaceholderColor::is_classes(value),
        "id" => is_own_id(value),
        "rel" => value == "noopener" || value == external::REL,
        "role" => value == "region",
        "tabindex" => value == "0",
        "scope" => matches!(value, "col" | "row" | "colgroup" | "rowgroup"),
        "loading" => value == "lazy",
        "decoding" => value == "async",
        "dir" => matches!(value, "ltr" | "rtl" | "auto"),
        "width" | "height" => number(20_000),
        "colspan" | "rowspan" | "span" => number(1_000),
        "start" | "value" => value.parse::<i32>().is_ok(),
        _ => true,
    };
    allowed.then_some(Cow::Borrowed(value))
}

/// An address of an allowed scheme, which the builder has checked, of this site or of this page.
fn is_link(value: &str) -> bool {
    let plain = !value.contains(|c: char| c.is_control() || c == '\\') && value.trim() == value;
    let scheme =
        value.split_once(':').is_some_and(|(scheme, _)| SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()));
    let inside = value.starts_with('/') && !value.starts_with("//");
    plain && (scheme || inside || value.starts_with('#'))
}

/// An entry of a `srcset` of a form that the writer uses: a picture of the site and its width.
fn is_own_candidate(value: &str) -> bool {
    let Some((path, width)) = value.split_once(' ') else { return false };
    let width = width.strip_suffix('w').and_then(|width| width.parse::<u32>().ok());
    is_below(MEDIA_FOLDER, path) && is_plain(path) && path.ends_with(".webp") && width.is_some()
}

/// A path of the letters that the build gives its files.
fn is_plain(path: &str) -> bool {
    !path.contains("..") && path.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b))
}

/// Whether an element may be on a page.
pub fn is_element(name: &str) -> bool {
    ELEMENTS.iter().any(|(element, _)| *element == name)
}

/// An id of a form that the writer uses: others could stand for a part of the page.
fn is_own_id(value: &str) -> bool {
    let rest = value.strip_prefix(PREFIX).or(value.strip_prefix("fn-")).or(value.strip_prefix("fnref-"));
    rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)))
}

/// The words of raw HTML.
pub fn words(html: &str) -> String {
    let safe = sanitise(html);
    let mut words = String::with_capacity(safe.len());
    let mut rest = safe.as_str();
    // The allow-list puts out well-formed HTML: every `<` begins a tag, and a quoted value holds no bare `>` that counts.
    while let Some(start) = rest.find('<') {
        words.push_str(rest.get(..start).unwrap_or_default());
        let tag = rest.get(start..).unwrap_or_default();
        let end = end_of_tag(tag);
        let name = tag.trim_start_matches(['<', '/']);
        let inline = [
            "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
            "span", "strong", "sub", "sup", "time",
        ];
        let name = name.split([' ', '>', '/']).next().unwrap_or_default();
        if !inline.contains(&name) {
            words.push(' ');
        }
        rest = tag.get(end..).unwrap_or_default();
    }
    words.push_str(rest);
    // The only entities that the allow-list leaves.
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    entities.iter().fold(words, |text, (entity, letter)| text.replace(entity, letter))
}
