use leptos::prelude::*;

use super::Icon;
use super::html::{add, add_text};
use crate::session::use_session;

/// Where a reader may send an article: the service's name, and its address up to the article's own.
const SERVICES: [(&str, &str); 4] = [
    ("Telegram", "https://t.me/share/url?url="),
    ("WhatsApp", "https://wa.me/?text="),
    ("ВКонтакте", "https://vk.com/share.php?url="),
    ("X", "https://x.com/intent/post?url="),
];

/// What a reader can do with an article. Sharing is a list of plain links; what needs a script is shown where there is one,
/// and done by the part `article`.
#[component]
pub fn Actions(
    /// The article's headline.
    title: String,
    /// Its absolute address.
    address: String,
) -> impl IntoView {
    let words = use_session().words();
    let mut html = String::from("<details class=\"share\"><summary class=\"action\">");
    html.push_str(Icon::Share.html());
    add_text(&mut html, words.share);
    html.push_str("</summary><ul>");
    let encoded = percent_encoded(&address);
    for (name, service) in SERVICES {
        add_service(&mut html, name, &[service, &encoded].concat());
    }
    let mail = ["mailto:?subject=", &percent_encoded(&title), "&body=", &encoded].concat();
    add_service(&mut html, words.by_mail, &mail);
    html.push_str("</ul></details>");
    for (does, icon, name) in
        [("save", Icon::Save, words.save), ("listen", Icon::Listen, words.listen), ("print", Icon::Print, words.print)]
    {
        html.push_str("<button type=\"button\" class=\"action needs-script\"");
        add(&mut html, "data-does", does);
        html.push('>');
        html.push_str(icon.html());
        add_text(&mut html, name);
        html.push_str("</button>");
    }
    html.push_str("<span class=\"action-note\" role=\"status\"></span>");
    view! { <div class="actions" data-mount="article" inner_html=html></div> }
}

fn add_service(html: &mut String, name: &str, href: &str) {
    html.push_str("<li><a class=\"action\"");
    // A letter needs no tab, which would stay behind empty.
    if href.starts_with("https:") {
        html.push_str(" target=\"_blank\" rel=\"noopener\"");
    }
    add(html, "href", href);
    html.push('>');
    add_text(html, name);
    html.push_str("</a></li>");
}

/// A text as a value in a query: RFC 3986 leaves letters, digits and four signs as they are.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(byte as char);
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push((if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }) as char);
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::percent_encoded;

    #[test]
    fn a_query_holds_any_text() {
        assert_eq!(percent_encoded("a-b_c.d~1"), "a-b_c.d~1");
        assert_eq!(percent_encoded("https://a/?b&c"), "https%3A%2F%2Fa%2F%3Fb%26c");
        assert_eq!(percent_encoded("Қ «%»"), "%D2%9A%20%C2%AB%25%C2%BB");
    }
}
