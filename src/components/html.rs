//! Safe HTML as text. What never changes by itself costs the client as text less than half of what it costs as elements
//! (docs/adr/005-client-size.md); whatever comes from outside goes through [`add`] or [`add_text`].

use crate::format::DateTime;

/// Adds an attribute.
pub fn add(html: &mut String, name: &str, value: &str) {
    for part in [" ", name, "=\""] {
        html.push_str(part);
    }
    add_text(html, value);
    html.push('"');
}

/// Adds a link, its address and its words escaped.
pub fn add_link(html: &mut String, path: &str, words: &str) {
    html.push_str("<a");
    add(html, "href", path);
    html.push('>');
    add_text(html, words);
    html.push_str("</a>");
}

/// Adds a text, escaped for content and for an attribute in double quotes. Control characters, which XML cannot carry, are
/// left out.
pub fn add_text(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\0'..='\u{1f}' | '\u{7f}' => {}
            letter => html.push(letter),
        }
    }
}

/// An element with a class and a text.
pub fn element(name: &str, class: &str, text: &str) -> String {
    let mut html = ["<", name].concat();
    add(&mut html, "class", class);
    html.push('>');
    add_text(&mut html, text);
    [&html, "</", name, ">"].concat()
}

/// An element `time` with a class, for machines and for readers.
pub fn time(class: &str, date: DateTime, text: &str) -> String {
    let mut html = String::from("<time");
    if !class.is_empty() {
        add(&mut html, "class", class);
    }
    add(&mut html, "datetime", &date.to_string());
    html.push('>');
    add_text(&mut html, text);
    html + "</time>"
}
