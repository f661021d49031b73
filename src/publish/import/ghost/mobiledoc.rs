//! Mobiledoc 0.3, the document of Ghost 1 to 4, as HTML.

use serde_json::Value;

use super::{lexical, text};
use crate::publish::html::escape;
use crate::publish::import::article::Body;

/// Tags that a text may ask for.
const TAGS: [&str; 22] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "aside",
    "ul",
    "ol",
    "li",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "u",
    "sub",
    "sup",
    "code",
    "a",
];

/// The text of a document; one that is a single card of Markdown is that Markdown.
pub fn body(document: &Value, notes: &mut Vec<String>) -> Body {
    let list = |key: &str| document.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let sections = list("sections");
    if let ([_], [card]) = (sections, list("cards"))
        && matches!(card.get(0).and_then(Value::as_str), Some("markdown" | "card-markdown"))
        && let Some(markdown) = card.get(1).and_then(|payload| text(payload, "markdown"))
    {
        return Body::Markdown(markdown.replace(super::SITE, ""));
    }
    let mut html = String::new();
    for section in sections {
        let kind = section.get(0).and_then(Value::as_u64);
        match kind {
            Some(1) => {
                let tag = known(section.get(1)).unwrap_or("p");
                html.push_str(&format!("<{tag}>{}</{tag}>\n", markers(section.get(2), document)));
            }
            Some(2) => {
                let src = section.get(1).and_then(Value::as_str).unwrap_or_default();
                html.push_str(&format!("<img src=\"{}\">", escape(src)));
            }
            Some(3) => {
                let tag = known(section.get(1)).unwrap_or("ul");
                let items = section.get(2).and_then(Value::as_array).into_iter().flatten();
                let items: String = items.map(|item| format!("<li>{}</li>", markers(Some(item), document))).collect();
                html.push_str(&format!("<{tag}>{items}</{tag}>\n"));
            }
            Some(10) => {
                let number = section.get(1).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
                match number.and_then(|number| list("cards").get(number)) {
                    Some(card) => write_card(card, notes, &mut html),
                    None => notes.push("a card that the document does not have was left out".to_owned()),
                }
            }
            _ => notes.push("a part of the text of an unknown kind was left out".to_owned()),
        }
    }
    Body::Html(html)
}

fn known(tag: Option<&Value>) -> Option<&'static str> {
    let tag = tag?.as_str()?.to_ascii_lowercase();
    TAGS.iter().find(|known| **known == tag).copied()
}

/// The text of a section: pieces, each of which opens some markups and closes others.
fn markers(list: Option<&Value>, document: &Value) -> String {
    let markups = document.get("markups").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let atoms = document.get("atoms").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut html = String::new();
    let mut open: Vec<&str> = Vec::new();
    for marker in list.and_then(Value::as_array).into_iter().flatten() {
        let numbers = marker.get(1).and_then(Value::as_array).into_iter().flatten();
        for number in numbers.filter_map(Value::as_u64) {
            let markup = usize::try_from(number).ok().and_then(|number| markups.get(number));
            let tag = known(markup.and_then(|markup| markup.get(0))).unwrap_or("span");
            let attributes = markup.and_then(|markup| markup.get(1)).and_then(Value::as_array);
            let href = attributes.and_then(|list| {
                let at = list.iter().position(|name| name.as_str() == Some("href"))?;
                list.get(at + 1)?.as_str()
            });
            match href.filter(|_| tag == "a") {
                Some(href) => html.push_str(&format!("<a href=\"{}\">", escape(href))),
                None => html.push_str(&format!("<{tag}>")),
            }
            open.push(tag);
        }
        match (marker.get(0).and_then(Value::as_u64), marker.get(3)) {
            (Some(0), Some(Value::String(words))) => html.push_str(&escape(words)),
            (Some(1), Some(number)) => {
                let atom = number.as_u64().and_then(|number| usize::try_from(number).ok()).and_then(|at| atoms.get(at));
                let name = atom.and_then(|atom| atom.get(0)).and_then(Value::as_str).unwrap_or_default();
                match name {
                    "soft-return" => html.push_str("<br>"),
                    _ => html.push_str(&escape(
                        atom.and_then(|atom| atom.get(1)).and_then(Value::as_str).unwrap_or_default(),
                    )),
                }
            }
            _ => {}
        }
        for _ in 0..marker.get(2).and_then(Value::as_u64).unwrap_or(0).min(open.len() as u64) {
            html.push_str(&format!("</{}>", open.pop().unwrap_or("span")));
        }
    }
    while let Some(tag) = open.pop() {
        html.push_str(&format!("</{tag}>"));
    }
    html
}

fn write_card(card: &Value, notes: &mut Vec<String>, out: &mut String) {
    let kind = card.get(0).and_then(Value::as_str).unwrap_or_default();
    let none = Value::Null;
    let payload = card.get(1).unwrap_or(&none);
    let of = |key: &str| text(payload, key).unwrap_or_default();
    match kind {
        "image" | "card-image" => out.push_str(&lexical::picture(payload)),
        "markdown" | "card-markdown" => {
            let markdown = of("markdown");
            pulldown_cmark::html::push_html(
                out,
                pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::all()),
            );
        }
        "html" => out.push_str(&of("html")),
        "hr" => out.push_str("<hr>"),
        "code" => out.push_str(&format!("<pre>{}</pre>", escape(&of("code")))),
        "gallery" => {
            let images = payload.get("images").and_then(Value::as_array).into_iter().flatten();
            out.extend(images.map(lexical::picture));
            out.push_str(&format!("<p>{}</p>", of("caption")));
        }
        "embed" => lexical::card("embed", payload, notes, out),
        "bookmark" => {
            let url = text(payload, "url").or_else(|| payload.get("metadata").and_then(|data| text(data, "url")));
            lexical::card("bookmark", &serde_json::json!({"url": url, "caption": of("caption")}), notes, out);
        }
        "paywall" => out.push_str("<!--members-only-->"),
        kind => lexical::card(kind, payload, notes, out),
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_become_elements() {
        let document = serde_json::json!({
            "atoms": [["soft-return", "", {}]],
            "cards": [["image", {"src": "/a.jpg", "caption": "Двор"}], ["hr", {}]],
            "markups": [["strong"], ["a", ["href", "/b"]], ["script"]],
            "sections": [
                [1, "p", [[0, [0], 1, "Снег"], [0, [], 0, " <"], [1, [], 0, 0], [0, [1], 1, "тут"]]],
                [3, "ul", [[[0, [], 0, "раз"]]]],
                [10, 0], [10, 1], [10, 7]
            ]
        });
        let mut notes = Vec::new();
        let Body::Html(html) = body(&document, &mut notes) else { panic!("HTML") };
        assert!(html.contains("<p><strong>Снег</strong> &lt;<br><a href=\"/b\">тут</a></p>"), "{html}");
        assert!(html.contains("<ul><li>раз</li></ul>") && html.contains("<figcaption>Двор</figcaption>"), "{html}");
        assert_eq!(notes.len(), 1, "{notes:?}");
        let markdown = serde_json::json!({"cards": [["markdown", {"markdown": "# a"}]], "sections": [[10, 0]]});
        assert_eq!(body(&markdown, &mut notes), Body::Markdown("# a".into()));
    }
}
