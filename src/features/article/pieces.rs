//! A paragraph in pieces that a voice can say in one go.

/// Longer utterances are broken off by Chromium. In characters.
const LONGEST: usize = 200;

/// Where a long sentence may be parted: a voice pauses there anyway.
const PAUSES: [&str; 4] = [", ", "; ", ": ", " — "];

/// Whole sentences where they are short enough, as many as go together.
pub fn pieces(sentences: &[String]) -> Vec<String> {
    let mut made: Vec<String> = Vec::new();
    for part in sentences.iter().flat_map(|sentence| parts(sentence)) {
        match made.last_mut() {
            Some(last) if length(last) + length(part) <= LONGEST => last.push_str(part),
            _ => made.push(part.to_owned()),
        }
    }
    made.iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// The sentences of a text, for a browser that cannot tell: each ends with a mark and the space behind it.
pub fn sentences(text: &str) -> Vec<String> {
    let is_mark = |character: char| ".!?…".contains(character);
    let mut sentences = Vec::new();
    let mut sentence = String::new();
    let mut has_ended = false;
    for character in text.chars() {
        if has_ended && !is_mark(character) && !character.is_whitespace() {
            sentences.push(std::mem::take(&mut sentence));
            has_ended = false;
        }
        has_ended |= is_mark(character);
        sentence.push(character);
    }
    sentences.push(sentence);
    sentences
}

/// A long sentence in parts: after a comma or the like if there is one, else between words.
fn parts(sentence: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = sentence;
    while length(rest) > LONGEST {
        let (part, other) = rest.split_at(end_of_part(rest));
        parts.push(part);
        rest = other;
    }
    parts.push(rest);
    parts
}

/// Where the first part of a text ends, in bytes.
fn end_of_part(text: &str) -> usize {
    let byte_at = |characters: usize| text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    let (end, third) = (byte_at(LONGEST), byte_at(LONGEST / 3));
    let head = text.get(..end).unwrap_or(text);
    let pause = PAUSES.iter().filter_map(|pause| Some(head.rfind(pause)? + pause.len())).max();
    let gap = head.rfind(' ').map(|gap| gap + 1);
    pause.filter(|pause| *pause > third).or(gap).unwrap_or(end)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::{pieces, sentences};

    fn of(text: &str) -> Vec<String> {
        pieces(&sentences(text))
    }

    #[test]
    fn short_sentences_go_together() {
        assert_eq!(of("Раз. Два! Три?.. Четыре…"), ["Раз. Два! Три?.. Четыре…"]);
        let long = format!("{}. {}.", "а".repeat(150), "б".repeat(150));
        assert_eq!(of(&long), [format!("{}.", "а".repeat(150)), format!("{}.", "б".repeat(150))]);
    }

    #[test]
    fn a_long_sentence_is_parted_at_a_pause_else_between_words() {
        let paused = format!("{}, {}", "слово ".repeat(20).trim(), "другое ".repeat(20).trim());
        let parts = of(&paused);
        assert!(parts[0].ends_with("слово,"), "{parts:?}");
        let plain = "слово ".repeat(60);
        assert!(of(&plain).iter().all(|part| part.chars().count() <= 200 && part.ends_with("слово")));
        assert_eq!(of(&"я".repeat(450)).iter().map(|part| part.chars().count()).collect::<Vec<_>>(), [200, 200, 50]);
    }

    #[test]
    fn nothing_gets_lost() {
        for text in ["", " ", "…", "Одно слово", "Что? Где! Когда… Там. И — вот, так: да; нет. "]
        {
            assert_eq!(of(text).concat().replace(' ', ""), text.replace(' ', ""), "{text}");
        }
    }
}
