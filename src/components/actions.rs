use leptos::prelude::*;

use super::{Icon, IconName};
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
    let address = percent_encoded(&address);
    let mail = ["mailto:?subject=", &percent_encoded(&title), "&body=", &address].concat();
    let services = SERVICES.map(|(name, service)| {
        let href = [service, &address].concat();
        view! { <li><a class="action" target="_blank" rel="noopener" href=href>{name}</a></li> }.into_any()
    });
    view! {
        <div class="actions" data-mount="article">
            <details class="share">
                <summary class="action"><Icon name=IconName::Share/>{words.share}</summary>
                <ul>
                    {services.collect_view()}
                    // A letter needs no tab, which would stay behind empty.
                    <li><a class="action" rel="external" href=mail>{words.by_mail}</a></li>
                </ul>
            </details>
            <ActionButton does="save" icon=IconName::Save name=words.save/>
            <ActionButton does="listen" icon=IconName::Listen name=words.listen/>
            <ActionButton does="print" icon=IconName::Print name=words.print/>
            <span class="action-note" role="status"></span>
        </div>
    }
}

/// A button that the part `article` gives its meaning.
#[component]
fn ActionButton(
    /// What it does, as the part calls it.
    does: &'static str,
    /// What stands before its name.
    icon: IconName,
    /// Its name for readers.
    name: &'static str,
) -> impl IntoView {
    view! {
        <button type="button" class="action needs-script" data-does=does>
            <Icon name=icon/>
            {name}
        </button>
    }
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
