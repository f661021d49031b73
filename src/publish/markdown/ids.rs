//! Finding tags and attributes in HTML whose form is known.

/// The values of an attribute, in order. It is searched as text, so it must stand in double quotes, as the writer and
/// the allow-list put it; elsewhere it only helps to find faults.
pub fn attributes<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let pattern = format!(" {name}=\"");
    let mut rest = html;
    std::iter::from_fn(move || {
        let start = rest.find(&pattern)? + pattern.len();
        let after = rest.get(start..)?;
        let end = after.find('"')?;
        rest = after.get(end..)?;
        after.get(..end)
    })
}

/// The length of a tag: to the first `>` outside of quotes.
pub fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}
