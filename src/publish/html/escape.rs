//! Text as HTML.

use crate::values::percent::push_percent;

/// Adds a text between tags.
pub fn text(out: &mut String, text: &str) {
    escape(out, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        // What XML cannot carry would break the feeds.
        0..=8 | 11 | 12 | 14..=31 | 127 => Some(""),
        _ => None,
    });
}

/// Adds the value of an attribute in double quotes.
pub fn attribute(out: &mut String, value: &str) {
    escape(out, value, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        0..=8 | 11 | 12 | 14..=31 | 127 => Some(""),
        _ => None,
    });
}

/// Adds an address as the value of an attribute: what an address cannot hold is percent-encoded, and what is encoded
/// already stays.
pub fn address(out: &mut String, address: &str) {
    for byte in address.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => out.push(char::from(byte)),
            b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'#' | b'@' | b'!' | b'$' | b'(' | b')' | b'*' | b'+'
            | b',' | b';' | b'=' | b'%' => out.push(char::from(byte)),
            _ => push_percent(out, byte),
        }
    }
}

fn escape(out: &mut String, text: &str, replacement: impl Fn(u8) -> Option<&'static str>) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        // Only ASCII is replaced, so `at` is the start of a character.
        if let Some(replacement) = replacement(byte) {
            out.push_str(text.get(done..at).unwrap_or_default());
            out.push_str(replacement);
            done = at + 1;
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_gets_out_of_its_place() {
        let mut out = String::new();
        super::text(&mut out, "a<b> & \"c\"\u{1}я");
        assert_eq!(out, "a&lt;b&gt; &amp; \"c\"я");
        out.clear();
        super::attribute(&mut out, "\"><script>&");
        assert_eq!(out, "&quot;&gt;&lt;script&gt;&amp;");
        out.clear();
        super::address(&mut out, "https://e.org/а b?x=1&y=\"'<>%20");
        assert_eq!(out, "https://e.org/%D0%B0%20b?x=1&amp;y=%22%27%3C%3E%20");
    }
}
