//! The known word that a mistyped one was probably meant to be.

/// The known word nearest to `word`, if one is near enough to be meant: at most a third of the letters differ.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let limit = (length / 3).max(1);
    known
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_what_is_near_is_offered() {
        let known = ["title", "tags", "summary", "section"];
        assert_eq!(nearest("tilte", known), Some("title"));
        assert_eq!(nearest("sumary", known), Some("summary"));
        assert_eq!(nearest("sections", known), Some("section"));
        assert_eq!(nearest("тема", known), None);
        assert_eq!(nearest("", known), None);
    }
}
