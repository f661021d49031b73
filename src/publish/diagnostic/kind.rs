//! What faults of one kind have in common.

/// A message without what differs from one place to the next: what stands in quotes, names of files and paths, numbers.
pub fn of(message: &str) -> String {
    let words: Vec<String> = unquoted(message).split_whitespace().map(plain).collect();
    words.join(" ")
}

/// The message with an ellipsis in the place of what stands in quotes; raw HTML stands at the end without any.
fn unquoted(message: &str) -> String {
    let mut text = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((before, quoted)) = rest.find(['"', '«', '<']).and_then(|at| rest.split_at_checked(at)) {
        text.push_str(before);
        let (open, close) = match quoted.chars().next() {
            Some('"') => ('"', '"'),
            Some('«') => ('«', '»'),
            _ => ('<', '>'),
        };
        text.push(open);
        text.push('…');
        text.push(close);
        let inner = quoted.get(open.len_utf8()..).unwrap_or_default();
        rest = inner.find(close).and_then(|end| inner.get(end + close.len_utf8()..)).unwrap_or_default();
    }
    text + rest
}

fn plain(word: &str) -> String {
    let bare = word.trim_end_matches([',', ':', ';', '.']);
    let end = word.get(bare.len()..).unwrap_or_default();
    let is_name = bare.contains('/') || bare.rsplit_once('.').is_some_and(|(name, _)| !name.is_empty());
    // A key in back quotes says which kind it is.
    match bare.starts_with('`') || !is_name && !bare.contains(|c: char| c.is_ascii_digit()) {
        true => word.to_owned(),
        false => format!("…{end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn messages_of_one_kind_are_alike() {
        for (one, other, kind) in [
            (
                "the link leads to /news/a/, which is not there",
                "the link leads to /files/b.pdf, which is not there",
                "the link leads to …, which is not there",
            ),
            ("the link \"a b\" is relative", "the link \"../c.md\" is relative", "the link \"…\" is relative"),
            ("there is no picture content/a.png", "there is no picture content/ru/b.jpg", "there is no picture …"),
            ("a tag of 61 characters", "a tag of 70 characters", "a tag of … characters"),
            ("`views` is negative: -1", "`views` is negative: -25", "`views` is negative: …"),
        ] {
            assert_eq!((of(one).as_str(), of(other).as_str()), (kind, kind));
        }
        assert_ne!(of("unknown key `a`"), of("unknown key `b`"));
    }
}
