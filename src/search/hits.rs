//! A text with its hits.

/// A piece of a text that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// As it is.
    Plain(&'a str),
    /// Marked: it is why the text was found.
    Hit(&'a str),
}

/// A text in pieces, given the places of its hits in bytes, in order. A place that is none in this text is left out.
pub fn pieces<'a>(text: &'a str, hits: &[(usize, usize)]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for (from, to) in hits {
        if let (Some(before), Some(hit)) = (text.get(end..*from), text.get(*from..*to)) {
            pieces.extend([Piece::Plain(before), Piece::Hit(hit)]);
            end = *to;
        }
    }
    pieces.push(Piece::Plain(text.get(end..).unwrap_or_default()));
    pieces.retain(|piece| !matches!(piece, Piece::Plain("") | Piece::Hit("")));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_marked_where_they_stand() {
        let text = "Снег в горах";
        assert_eq!(pieces(text, &[(0, 8)]), [Piece::Hit("Снег"), Piece::Plain(" в горах")]);
        assert_eq!(pieces(text, &[]), [Piece::Plain(text)]);
        assert!(pieces("", &[]).is_empty());
    }

    #[test]
    fn places_of_another_text_mark_nothing() {
        for hits in [[(0, 1)], [(900, 910)], [(8, 0)], [(3, usize::MAX)]] {
            assert_eq!(pieces("Снег", &hits), [Piece::Plain("Снег")]);
        }
        assert_eq!(pieces("Снег", &[(4, 8), (0, 4)]), [Piece::Plain("Сн"), Piece::Hit("ег")]);
    }
}
