//! The words of all articles of a language.

use std::sync::RwLockReadGuard;

use rayon::prelude::*;

use crate::publish::source::Source;
use crate::publish::vocabulary::{Known, Table, Vocabulary};
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
pub struct Collection<'a> {
    table: RwLockReadGuard<'a, Table>,
    /// By the number of a form: the token that spells it.
    forms: Vec<u32>,
    /// Of all forms, one behind the other.
    postings: Vec<u32>,
    /// Where the postings of each form end.
    ends: Vec<usize>,
}

/// A form of a word, and the articles that have it.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The stem.
    pub stem: &'a str,
    /// The form.
    pub form: &'a str,
    /// How articles spell it.
    pub spelled: &'a str,
    /// Whether it is made of letters.
    pub is_word: bool,
    /// The articles: each number, and the grade of the word behind it.
    pub postings: &'a [u32],
}

/// The tokens of an article by their numbers, each with what it counts.
type Head = Box<[(u32, f32)]>;

/// The number of a form that no article has.
const NONE: u32 = u32::MAX;

impl<'a> Collection<'a> {
    /// Reads articles, the oldest first.
    pub fn new(articles: &[&Source], lang: Lang, vocabulary: &'a Vocabulary) -> Collection<'a> {
        // As few parts as there are cores: each has its own table of weights.
        let size = articles.len().div_ceil(rayon::current_num_threads()).max(1);
        let heads: Vec<Head> =
            articles.par_chunks(size).flat_map(|articles| heads(articles, lang, vocabulary)).collect();
        let table = vocabulary.of(lang);
        let order = Order::new(&table, articles, &heads);
        let length = usual_length(articles);
        let numbered: Vec<(u32, (&&Source, &Head))> = (0..).zip(articles.iter().zip(&heads)).collect();
        let parts: Vec<Part<'_>> = numbered
            .par_chunks(size)
            .map(|articles| {
                let mut part = Part::new(&order);
                articles.iter().for_each(|(number, (source, head))| part.add(*number, source, head, length));
                part
            })
            .collect();
        let (ends, postings) = joined(&parts, order.forms.len());
        drop(parts);
        Collection { table, forms: order.forms, postings, ends }
    }

    /// All forms, in the order of their stems, then in their own.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        let entries = self.forms.iter().zip(begins.zip(&self.ends)).filter_map(|(token, (begin, end))| {
            let known = self.table.get(*token)?;
            Some(Entry {
                stem: known.stem,
                form: known.form,
                spelled: known.text,
                is_word: known.is_word,
                postings: self.postings.get(begin..*end).unwrap_or_default(),
            })
        });
        entries.collect()
    }
}

/// What stands in the heads of articles.
fn heads(articles: &[&Source], lang: Lang, vocabulary: &Vocabulary) -> Vec<Head> {
    let head = |source: &&Source| {
        let Source { title, standfirst, tags, byline, .. } = source;
        let mut found = Vec::new();
        let mut read =
            |text: &str, weight: f32| vocabulary.read(text, lang, |numbers, _| found.push((numbers.token, weight)));
        read(title, TITLE);
        read(standfirst.as_deref().unwrap_or_default(), STANDFIRST);
        tags.iter().for_each(|tag| read(&tag.name, TAG));
        byline.authors.iter().chain(&byline.source).for_each(|name| read(name, TEXT));
        found.into_boxed_slice()
    };
    articles.iter().map(head).collect()
}

/// The usual length of a text, in bytes. Rough steps: one article more must not change the grades of all.
fn usual_length(articles: &[&Source]) -> f32 {
    let bytes: usize = articles.iter().map(|source| source.terms.bytes as usize).sum();
    let average = bytes as f32 / articles.len().max(1) as f32;
    ((average.max(1.0).log2() * 2.0).round() / 2.0).exp2()
}

/// The forms of the tokens that articles have, in the order of their stems, then in their own.
struct Order {
    /// By the number of a form: the token that spells it.
    forms: Vec<u32>,
    /// By the number of a token: its form and its stem.
    of_token: Vec<(u32, u32)>,
    stems: usize,
}

impl Order {
    fn new(table: &Table, articles: &[&Source], heads: &[Head]) -> Order {
        let mut uses = vec![0u32; table.len()];
        let texts = articles.iter().flat_map(|source| source.terms.tokens.iter());
        for token in texts.chain(heads.iter().flat_map(|head| head.iter().map(|(token, _)| token))) {
            if let Some(uses) = uses.get_mut(*token as usize) {
                *uses += 1;
            }
        }
        let used = table.iter().zip(&uses).filter(|(_, uses)| **uses > 0);
        let mut used: Vec<(u128, u32, Known<'_>)> =
            used.map(|((token, known), _)| (beginning(known.stem), token, known)).collect();
        used.par_sort_unstable_by_key(|(first, _, known)| (*first, known.stem, known.form, known.text));
        let mut order = Order { forms: Vec::new(), of_token: vec![(NONE, NONE); table.len()], stems: 0 };
        for same_stem in used.chunk_by(|(.., one), (.., other)| one.stem == other.stem) {
            for same_form in same_stem.chunk_by(|(.., one), (.., other)| one.form == other.form) {
                let numbers = (order.forms.len() as u32, order.stems as u32);
                for (_, token, _) in same_form {
                    if let Some(slot) = order.of_token.get_mut(*token as usize) {
                        *slot = numbers;
                    }
                }
                // As most articles spell it; of equals the first.
                let spelled = same_form.iter().rev().max_by_key(|(_, token, _)| uses.get(*token as usize));
                order.forms.extend(spelled.map(|(_, token, _)| *token));
            }
            order.stems += 1;
        }
        order
    }
}

/// How a text begins, as a number of the same order: most texts differ in it, and numbers are compared at once.
pub fn beginning(text: &str) -> u128 {
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(text.bytes()).for_each(|(slot, byte)| *slot = byte);
    u128::from_be_bytes(bytes)
}

/// The words of articles that follow each other.
struct Part<'a> {
    order: &'a Order,
    /// By the number of a stem, what it weighs in the article that is being read.
    weights: Vec<f32>,
    touched: Vec<(u32, u32)>,
    /// Forms with their postings, in the order of the articles.
    postings: Vec<(u32, u32)>,
}

impl<'a> Part<'a> {
    fn new(order: &'a Order) -> Part<'a> {
        Part { order, weights: vec![0.0; order.stems], touched: Vec::new(), postings: Vec::new() }
    }

    fn add(&mut self, number: u32, source: &Source, head: &Head, length: f32) {
        let of_text = TEXT / (1.0 - LENGTH + LENGTH * source.terms.bytes as f32 / length);
        head.iter().for_each(|(token, weight)| self.count(*token, *weight));
        source.terms.entries().for_each(|(token, count)| self.count(token, of_text * f32::from(count)));
        self.touched.sort_unstable();
        self.touched.dedup();
        for (form, stem) in &self.touched {
            // All forms of a word have the grade of the word.
            let weight = self.weights.get(*stem as usize).copied().unwrap_or_default();
            self.postings.push((*form, number * LEVELS + u32::from(level(weight))));
        }
        for (_, stem) in self.touched.drain(..) {
            if let Some(weight) = self.weights.get_mut(stem as usize) {
                *weight = 0.0;
            }
        }
    }

    fn count(&mut self, token: u32, weight: f32) {
        let Some((form, stem)) = self.order.of_token.get(token as usize).copied() else { return };
        if let Some(sum) = self.weights.get_mut(stem as usize) {
            *sum += weight;
            self.touched.push((form, stem));
        }
    }
}

/// The postings of all forms, one behind the other, and where those of each end.
fn joined(parts: &[Part<'_>], forms: usize) -> (Vec<usize>, Vec<u32>) {
    let all = || parts.iter().flat_map(|part| &part.postings);
    let mut ends = vec![0; forms];
    for (form, _) in all() {
        if let Some(count) = ends.get_mut(*form as usize) {
            *count += 1;
        }
    }
    let mut next = 0;
    for count in &mut ends {
        next += std::mem::replace(count, next);
    }
    // Each is where the next one of its form goes, and at last where they end.
    let mut postings = vec![0; next];
    for (form, posting) in all() {
        let Some(at) = ends.get_mut(*form as usize) else { continue };
        if let Some(slot) = postings.get_mut(*at) {
            *slot = *posting;
        }
        *at += 1;
    }
    (ends, postings)
}
