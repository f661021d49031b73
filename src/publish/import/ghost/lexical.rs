//! Lexical, the document of Ghost 5 and later, as HTML.

use serde_json::Value;

use super::text;
use crate::publish::html::escape;

/// Bits of `format` with their elements.
const FORMATS: [(u64, &str); 7] =
    [(1, "strong"), (2, "em"), (4, "s"), (16, "code"), (32, "sub"), (64, "sup"), (128, "mark")];

/// Nodes may lie in each other so deep.
const DEEPEST: usize = 100;

/// The HTML of a document. `notes` get what is left out.
pub fn html(document: &Value, notes: &mut Vec<String>) -> String {
    let mut html = String::new();
    match document.get("root") {
        Some(root) => children(root, 0, notes, &mut html),
        None => notes.push("its text is no document of Lexical".to_owned()),
    }
    html
}

fn children(node: &Value, depth: usize, notes: &mut Vec<String>, out: &mut String) {
    if depth > DEEPEST {
        notes.push(format!("parts of the text more than {DEEPEST} deep were left out"));
        return;
    }
    for child in node.get("children").and_then(Value::as_array).into_iter().flatten() {
        write(child, depth + 1, notes, out);
    }
}

fn write(node: &Value, depth: usize, notes: &mut Vec<String>, out: &mut String) {
    let kind = node.get("type").and_then(Value::as_str).unwrap_or_default();
    let of = |key: &str| text(node, key).unwrap_or_default();
    let mut wrapped = |tag: &str, out: &mut String| {
        out.push_str(&format!("<{tag}>"));
        children(node, depth, notes, out);
        out.push_str(&format!("</{tag}>"));
    };
    match kind {
        "text" | "extended-text" | "tab" => out.push_str(&formatted(node)),
        "linebreak" => out.push_str("<br>"),
        "paragraph" => wrapped("p", out),
        "heading" | "extended-heading" => {
            let tag = node
                .get("tag")
                .and_then(Value::as_str)
                .filter(|tag| matches!(*tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"));
            wrapped(tag.unwrap_or("h2"), out);
        }
        "quote" | "extended-quote" | "aside" => wrapped("blockquote", out),
        "list" => wrapped(if of("listType") == "number" { "ol" } else { "ul" }, out),
        "listitem" => wrapped("li", out),
        "link" | "autolink" | "at-link" => {
            out.push_str(&format!("<a href=\"{}\">", escape(&of("url"))));
            children(node, depth, notes, out);
            out.push_str("</a>");
        }
        "horizontalrule" => out.push_str("<hr>"),
        "paywall" => out.push_str("<!--members-only-->"),
        "image" => out.push_str(&picture(node)),
        "gallery" => {
            let images = node.get("images").and_then(Value::as_array).into_iter().flatten();
            out.extend(images.map(picture));
            out.push_str(&format!("<p>{}</p>", of("caption")));
        }
        "markdown" | "html" => card_text(kind, node, out),
        "codeblock" => out.push_str(&format!("<pre>{}</pre><p>{}</p>", escape(&of("code")), of("caption"))),
        "embed" | "bookmark" | "video" | "audio" | "file" | "button" | "header" | "callout" | "toggle" | "product"
        | "signup" | "email" | "email-cta" | "call-to-action" => card(kind, node, notes, out),
        kind => {
            let before = out.len();
            children(node, depth, notes, out);
            if out.len() == before {
                notes.push(format!("a card of the kind \"{kind}\" was left out"));
            }
        }
    }
}

fn formatted(node: &Value) -> String {
    let words = node.get("text").and_then(Value::as_str).unwrap_or_default();
    let format = node.get("format").and_then(Value::as_u64).unwrap_or(0);
    FORMATS
        .iter()
        .filter(|(bit, _)| format & bit != 0)
        .fold(escape(words), |text, (_, tag)| format!("<{tag}>{text}</{tag}>"))
}

/// A picture with the line under it.
pub fn picture(node: &Value) -> String {
    let of = |key: &str| text(node, key).unwrap_or_default();
    // In galleries some versions have only the file's name beside the address.
    let caption = of("caption");
    format!(
        "<figure><img src=\"{}\" alt=\"{}\"><figcaption>{caption}</figcaption></figure>",
        escape(&of("src")),
        escape(&of("alt"))
    )
}

/// A card that is a text in another form.
fn card_text(kind: &str, node: &Value, out: &mut String) {
    if kind == "markdown" {
        let markdown = text(node, "markdown").unwrap_or_default();
        pulldown_cmark::html::push_html(
            out,
            pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::all()),
        );
    } else {
        out.push_str(&text(node, "html").unwrap_or_default());
    }
}

/// The other cards: their words, and what they lead to as a link alone.
pub fn card(kind: &str, node: &Value, notes: &mut Vec<String>, out: &mut String) {
    let of = |key: &str| text(node, key).unwrap_or_default();
    let link = |address: &str| format!("<p><a href=\"{0}\">{0}</a></p>", escape(address));
    match kind {
        "embed" | "bookmark" => {
            out.push_str(&link(&of("url")));
            out.push_str(&format!("<p>{}</p>", of("caption")));
        }
        "video" | "audio" | "file" => {
            let name =
                [of("title"), of("fileTitle"), of("fileName"), of("src")].into_iter().find(|name| !name.is_empty());
            out.push_str(&format!(
                "<p><a href=\"{}\">{}</a></p>",
                escape(&of("src")),
                escape(&name.unwrap_or_default())
            ));
            out.push_str(&format!("<p>{}</p><p>{}</p>", of("caption"), escape(&of("fileCaption"))));
        }
        "button" => {
            let name = escape(&of("buttonText"));
            out.push_str(&format!("<p><a href=\"{}\">{name}</a></p>", escape(&of("buttonUrl"))));
        }
        "callout" => {
            out.push_str(&format!("<blockquote>{} {}</blockquote>", escape(&of("calloutEmoji")), of("calloutText")))
        }
        "toggle" => out.push_str(&format!("<h4>{}</h4>{}", of("heading"), of("content"))),
        "header" => out.push_str(&format!("<h2>{}</h2><p>{}</p>", of("header"), of("subheader"))),
        "product" => {
            let words = format!("<h4>{}</h4>{}", of("productTitle"), of("productDescription"));
            out.push_str(&words);
            if text(node, "productImageSrc").is_some() {
                out.push_str(&format!(
                    "<img src=\"{}\" alt=\"{}\">",
                    escape(&of("productImageSrc")),
                    escape(&of("productTitle"))
                ));
            }
        }
        // What was for mail and for members only is not for the pages.
        kind => notes.push(format!("a card of the kind \"{kind}\" was left out")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_become_elements() {
        let document = serde_json::json!({"root": {"children": [
            {"type": "paragraph", "children": [
                {"type": "extended-text", "text": "Снег <", "format": 3},
                {"type": "link", "url": "/a?b&c", "children": [{"type": "text", "text": "тут"}]}
            ]},
            {"type": "extended-heading", "tag": "h3", "children": [{"type": "text", "text": "Глава"}]},
            {"type": "image", "src": "/a.jpg", "alt": "x", "caption": "Двор"},
            {"type": "embed", "url": "https://youtu.be/x"},
            {"type": "unheard-of"}
        ]}});
        let mut notes = Vec::new();
        let html = html(&document, &mut notes);
        for part in [
            "<p><em><strong>Снег &lt;</strong></em><a href=\"/a?b&amp;c\">тут</a></p>",
            "<h3>Глава</h3>",
            "<img src=\"/a.jpg\" alt=\"x\"><figcaption>Двор</figcaption>",
            "<a href=\"https://youtu.be/x\">https://youtu.be/x</a>",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert_eq!(notes.len(), 1);
    }
}
