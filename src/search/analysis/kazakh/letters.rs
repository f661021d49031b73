//! The letters of a word, folded, with what their marks said about the harmony of vowels.

use crate::search::analysis::fold::fold_letter;

/// Which vowels may follow, by the harmony of vowels.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// ә е і ө ү.
    Front,
    /// а о ұ ы.
    Back,
    /// No vowel, a vowel of either kind, or one typed without its mark.
    Either,
}

/// A letter of a word.
#[derive(Clone, Copy)]
pub struct Letter {
    /// What it counts as.
    pub folded: char,
    /// The harmony that it asks for.
    pub tone: Tone,
    /// How it is written.
    pub written: char,
    /// Whether the word has letters with marks, so that those without are meant so.
    pub is_marked: bool,
}

impl Letter {
    /// Whether it may be an і that was typed without care.
    pub fn may_be_i(&self) -> bool {
        self.written == 'и' && !self.is_marked
    }
}

/// The letters of a word, with я and ю as the two sounds they are: «қою» is «қой» with an ending.
pub fn read(word: &str) -> Vec<Letter> {
    let is_marked = word.contains(['ә', 'ң', 'ғ', 'ү', 'ұ', 'қ', 'ө', 'һ', 'і']);
    let mut letters = Vec::with_capacity(word.len() / 2 + 2);
    let mut push = |folded, tone, written| letters.push(Letter { folded, tone, written, is_marked });
    let mut before = ' ';
    for letter in word.chars() {
        let tone = match letter {
            'ә' | 'е' | 'і' | 'ө' | 'ү' | 'э' => Tone::Front,
            'ы' | 'ұ' => Tone::Back,
            'а' | 'о' if is_marked => Tone::Back,
            _ => Tone::Either,
        };
        // Surnames in -ев take either kind.
        let tone = if letter == 'в' && before == 'е' { Tone::Either } else { tone };
        match letter {
            'я' | 'ю' => {
                push('й', Tone::Either, letter);
                push(if letter == 'я' { 'а' } else { 'у' }, Tone::Either, letter);
            }
            _ => {
                if let Some(folded) = fold_letter(letter) {
                    push(folded, tone, letter);
                }
            }
        }
        before = letter;
    }
    letters
}

/// The letters as a text, with я and ю again.
pub fn write(letters: &[Letter]) -> String {
    let mut text = String::with_capacity(letters.len() * 2 + 2);
    for letter in letters {
        let joined = match letter.folded {
            'а' => Some('я'),
            'у' => Some('ю'),
            _ => None,
        };
        match joined.filter(|_| text.ends_with('й')) {
            Some(joined) => {
                text.pop();
                text.push(joined);
            }
            None => text.push(letter.folded),
        }
    }
    text
}

/// Whether a folded letter is a vowel; у is one here, and counts as a consonant where endings follow it.
pub fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы')
}

/// Whether a consonant makes the ending behind it begin without voice.
pub fn is_voiceless(letter: char) -> bool {
    matches!(letter, 'п' | 'к' | 'т' | 'с' | 'ш' | 'ч' | 'ц' | 'х' | 'ф' | 'б' | 'в' | 'г' | 'д')
}
