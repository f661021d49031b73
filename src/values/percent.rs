//! Percent-encoding: <https://www.rfc-editor.org/rfc/rfc3986#section-2.1>.

/// Adds a byte as `%` and two digits.
pub fn push_percent(out: &mut String, byte: u8) {
    out.push('%');
    for digit in [byte >> 4, byte & 15] {
        out.push((if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }) as char);
    }
}

/// A text as a value in a query: RFC 3986 leaves letters, digits and four signs as they are.
pub fn percent_encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(byte as char);
        } else {
            push_percent(&mut encoded, byte);
        }
    }
    encoded
}

/// A text with `%20` and its like decoded, as Markdown wants spaces in addresses to be written; itself where that is no
/// text.
#[cfg(feature = "ssr")]
pub fn percent_decode(text: &str) -> String {
    String::from_utf8(percent_bytes(text)).unwrap_or_else(|_| text.to_owned())
}

/// The bytes of a text with `%20` and its like decoded: of an address, whatever its encoding.
#[cfg(feature = "ssr")]
pub fn percent_bytes(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let pair = text.get(at + 1..at + 3).filter(|pair| pair.bytes().all(|b| b.is_ascii_hexdigit()));
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(value) if byte == b'%' => {
                decoded.push(value);
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_holds_any_text() {
        assert_eq!(percent_encode("a-b_c.d~1"), "a-b_c.d~1");
        assert_eq!(percent_encode("https://a/?b&c"), "https%3A%2F%2Fa%2F%3Fb%26c");
        assert_eq!(percent_encode("Қ «%»"), "%D2%9A%20%C2%AB%25%C2%BB");
    }

    #[test]
    #[cfg(feature = "ssr")]
    fn a_percent_sign_that_encodes_nothing_stays() {
        for (text, decoded) in [("50%.png", "50%.png"), ("%d0%b0", "а"), ("%ff", "%ff"), ("100%25", "100%")] {
            assert_eq!(percent_decode(text), decoded);
        }
    }
}
