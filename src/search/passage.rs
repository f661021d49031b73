//! What a result shows of its text.

/// So many characters of a text stand in a result.
const PASSAGE: usize = 180;
/// So many of them before the first hit.
const BEFORE: usize = 50;

/// The passage of a text with the first hit: its teaser where the hit is there or nowhere. `hit` says where a text has one.
pub fn passage(teaser: &str, text: &str, hit: &dyn Fn(&str) -> Option<(usize, usize)>) -> String {
    let Some((first, last)) = hit(text).filter(|_| hit(teaser).is_none()) else { return teaser.to_owned() };
    let before = text.get(..first).unwrap_or_default();
    // A sentence that begins nearby is a better beginning.
    let sentence = sentence(tail(before, BEFORE * 2));
    let near = tail(before, BEFORE);
    let lead = match sentence {
        Some(sentence) => sentence,
        None if near.len() == before.len() => near,
        None => near.split_once(' ').map_or(near, |(_, words)| words),
    };
    let from = first - lead.len();
    let to = end(text, from).max(last);
    let begin = if from > 0 && sentence.is_none() { "… " } else { "" };
    [begin, text.get(from..to).unwrap_or_default(), if to < text.len() { "…" } else { "" }].concat()
}

/// The beginning of the sentence in which a text ends, if that is in it.
fn sentence(text: &str) -> Option<&str> {
    let (at, mark) = text.char_indices().rev().find(|(_, letter)| matches!(letter, '.' | '!' | '?' | '…'))?;
    let behind = text.get(at + mark.len_utf8()..)?;
    let begin = behind.trim_start();
    (begin.len() < behind.len()).then_some(begin)
}

/// The last characters of a text.
fn tail(text: &str, length: usize) -> &str {
    let at = text.char_indices().rev().nth(length - 1).map_or(0, |(at, _)| at);
    text.get(at..).unwrap_or(text)
}

/// Where a passage ends that begins there: behind a word.
fn end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let Some((at, letter)) = rest.char_indices().nth(PASSAGE) else { return text.len() };
    let whole = if letter == ' ' { Some(at) } else { rest.get(..at).and_then(|shown| shown.rfind(' ')) };
    from + whole.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::passage;

    #[test]
    fn a_passage_shows_the_hit_from_the_beginning_of_its_sentence_if_that_is_near() {
        let of = |text: &str| passage("Тизер", text, &|text| text.find("снег").map(|at| (at, at + "снег".len())));
        let long = "Слово за словом ".repeat(30);
        assert_eq!(passage("Тут снег", "снег", &|text| text.find("снег").map(|at| (at, at + 8))), "Тут снег");
        assert_eq!(of("Без слова"), "Тизер");
        assert_eq!(of(&format!("{long}. Выпал снег. Ура")), "Выпал снег. Ура");
        let cut = of(&format!("{long}снег {long}"));
        assert!(cut.starts_with("… ") && cut.contains("снег") && cut.ends_with('…'), "{cut}");
        assert!(cut.chars().count() < 200, "{cut}");
        let word = "снег".repeat(60);
        assert!(of(&word).starts_with("снег"), "a word beyond the limit");
    }
}
