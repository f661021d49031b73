//! The words of all articles of a language.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::publish::source::Source;
use crate::search::analysis::{Term, Token, TokenKind, term, tokens};
use crate::search::index::{LEVELS, level};
use crate::values::Lang;

/// What a word counts in the headline, in the lead sentence, in the tags and in the text.
const TITLE: f32 = 5.0;
const STANDFIRST: f32 = 2.0;
const TAG: f32 = 2.0;
const TEXT: f32 = 1.0;

/// How much the length of a text counts against its words: the constant b of BM25.
const LENGTH: f32 = 0.5;

/// All words of the articles of a language.
pub struct Collection {
    parts: Vec<Part>,
}

/// A form of a word, and the articles of some part of the paper that have it.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The stem.
    pub stem: &'a str,
    /// The form.
    pub form: &'a str,
    /// How an article spells it.
    pub spelled: &'a str,
    /// Whether it is made of letters.
    pub is_word: bool,
    /// The articles: each number, and the grade of the word behind it.
    pub postings: &'a [u32],
}

/// The words of articles that follow each other.
#[derive(Default)]
struct Part {
    /// Tokens by their texts, and the numbers of their forms.
    known: FxHashMap<String, u32>,
    forms: Vec<Form>,
    form_numbers: FxHashMap<Term, u32>,
    stem_numbers: FxHashMap<String, u32>,
    /// By the number of a stem, what it weighs in the article that is being read.
    weights: Vec<f32>,
}

struct Form {
    term: Term,
    stem: u32,
    spelled: String,
    is_word: bool,
    postings: Vec<u32>,
}

impl Collection {
    /// Reads articles, the oldest first.
    pub fn new(articles: &[&Source], lang: Lang) -> Collection {
        let numbered: Vec<(u32, &Source)> = (0..).zip(articles.iter().copied()).collect();
        let length = usual_length(articles);
        // As few parts as there are cores: each has its own table of words.
        let size = numbered.len().div_ceil(rayon::current_num_threads()).max(1);
        let read = |articles: &[(u32, &Source)]| {
            let mut part = Part::default();
            articles.iter().for_each(|(number, source)| part.add(*number, source, lang, length));
            part
        };
        Collection { parts: numbered.par_chunks(size).map(read).collect() }
    }

    /// All forms, in the order of their stems, then in their own, then in that of their articles.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let forms = self.parts.iter().flat_map(|part| &part.forms).map(|form| Entry {
            stem: &form.term.stem,
            form: &form.term.form,
            spelled: &form.spelled,
            is_word: form.is_word,
            postings: &form.postings,
        });
        let mut entries: Vec<Entry<'_>> = forms.collect();
        entries.par_sort_by_key(|entry| (entry.stem, entry.form));
        entries
    }
}

/// The usual length of a text, in bytes. Rough steps: one article more must not change the grades of all.
fn usual_length(articles: &[&Source]) -> f32 {
    let bytes: usize = articles.iter().map(|source| source.text.len()).sum();
    let average = bytes as f32 / articles.len().max(1) as f32;
    ((average.max(1.0).log2() * 2.0).round() / 2.0).exp2()
}

impl Part {
    fn add(&mut self, number: u32, source: &Source, lang: Lang, length: f32) {
        let mut touched = Vec::new();
        let of_text = TEXT / (1.0 - LENGTH + LENGTH * source.text.len() as f32 / length);
        let Source { title, standfirst, tags, byline, text, .. } = source;
        let mut count = |text: &str, weight: f32| self.count(text, weight, lang, &mut touched);
        count(title, TITLE);
        count(standfirst.as_deref().unwrap_or_default(), STANDFIRST);
        tags.iter().for_each(|tag| count(&tag.name, TAG));
        byline.authors.iter().chain(&byline.source).for_each(|name| count(name, TEXT));
        count(text, of_text);

        touched.sort_unstable();
        touched.dedup();
        for form in &touched {
            let Some(form) = self.forms.get_mut(*form as usize) else { continue };
            // All forms of a word have the grade of the word.
            let weight = self.weights.get(form.stem as usize).copied().unwrap_or_default();
            form.postings.push(number * LEVELS + u32::from(level(weight)));
        }
        for form in touched {
            let stem = self.forms.get(form as usize).map(|form| form.stem);
            if let Some(weight) = stem.and_then(|stem| self.weights.get_mut(stem as usize)) {
                *weight = 0.0;
            }
        }
    }

    /// Adds the words of a text to what their stems weigh.
    fn count(&mut self, text: &str, weight: f32, lang: Lang, touched: &mut Vec<u32>) {
        for token in tokens(text) {
            let number = match self.known.get(token.text.as_ref()) {
                Some(number) => *number,
                None => self.learn(&token, lang),
            };
            let Some(form) = self.forms.get(number as usize) else { continue };
            if let Some(sum) = self.weights.get_mut(form.stem as usize) {
                *sum += weight;
            }
            touched.push(number);
        }
    }

    /// The number of the form of a token that was not met before.
    fn learn(&mut self, token: &Token<'_>, lang: Lang) -> u32 {
        let term = term(lang, token);
        let number = match self.form_numbers.get(&term) {
            Some(number) => *number,
            None => {
                let stems = self.stem_numbers.len() as u32;
                let stem = *self.stem_numbers.entry(term.stem.clone()).or_insert(stems);
                if stem == stems {
                    self.weights.push(0.0);
                }
                let number = self.forms.len() as u32;
                let is_word = token.kind == TokenKind::Word;
                let spelled = token.text.as_ref().to_owned();
                self.forms.push(Form { term: term.clone(), stem, spelled, is_word, postings: Vec::new() });
                self.form_numbers.insert(term, number);
                number
            }
        };
        self.known.insert(token.text.as_ref().to_owned(), number);
        number
    }
}
