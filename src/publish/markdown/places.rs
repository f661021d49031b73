//! Places in an article that links may lead to: its headings, and what raw HTML gives a name that the text links to.

use std::collections::{HashMap, HashSet};

use pulldown_cmark::{Event, Tag};

use super::Piece;
use super::headings::{PREFIX, id_of};
use crate::publish::markdown::element::words;
use crate::values::percent_decode;

/// The places of an article.
#[derive(Debug, Default)]
pub struct Places {
    /// The ids of headings, in their order.
    headings: Vec<String>,
    /// What is called so in raw HTML, or was given to a heading as `{#name}`.
    named: HashMap<String, String>,
    ids: HashSet<String>,
    /// How often a name was taken, so that many equal headings do not search for a number each.
    taken: HashMap<String, usize>,
}

impl Places {
    /// The places of a text. `raw` are the names that raw HTML gives, each with the number of its piece.
    pub fn of(pieces: &[Piece<'_>], raw: Vec<(usize, String)>) -> Places {
        let mut places = Places::default();
        let mut raw = raw.into_iter().peekable();
        for (number, (event, _)) in pieces.iter().enumerate() {
            while let Some((_, name)) = raw.next_if(|(piece, _)| *piece == number) {
                places.name(&name);
            }
            let Event::Start(Tag::Heading { id, .. }) = event else { continue };
            let id = match id {
                Some(name) if !places.named.contains_key(name.as_ref()) => places.name(name),
                _ => places.id(&words(pieces, number)),
            };
            places.headings.push(id);
        }
        places
    }

    /// The id of a heading, by its number.
    pub fn heading(&self, number: usize) -> &str {
        self.headings.get(number).map_or("", String::as_str)
    }

    /// The id of what raw HTML calls by a name.
    pub fn raw(&self, name: &str) -> Option<&str> {
        self.named.get(name).map(String::as_str)
    }

    /// The id that a link means by its fragment; the fragment itself where nothing is called so. Other generators make ids of
    /// the words of headings, too, each in its own way: letters and digits alone are compared.
    pub fn resolve(&self, fragment: &str) -> String {
        let fragment = percent_decode(fragment);
        if let Some(id) = self.named.get(&fragment) {
            return id.clone();
        }
        if self.ids.contains(&fragment) {
            return fragment;
        }
        let meant = letters(&id_of(&fragment));
        let mut alike = self.headings.iter().filter(|id| letters(id) == meant);
        match (alike.next(), alike.next()) {
            (Some(id), None) => id.clone(),
            _ => self.numbered(&fragment).unwrap_or(fragment),
        }
    }

    /// What other generators call the second heading of the same words: `words-1`.
    fn numbered(&self, fragment: &str) -> Option<String> {
        let (words, number) = fragment.rsplit_once('-')?;
        let number: usize = number.parse().ok()?;
        let id = format!("{}-{}", id_of(words), number.checked_add(1)?);
        self.ids.contains(&id).then_some(id)
    }

    fn name(&mut self, name: &str) -> String {
        let id = self.id(name);
        self.named.entry(name.to_owned()).or_insert_with(|| id.clone());
        id
    }

    /// A new id for these words.
    fn id(&mut self, words: &str) -> String {
        let name = id_of(words);
        loop {
            let taken = self.taken.entry(name.clone()).or_default();
            *taken += 1;
            let id = if *taken == 1 { name.clone() } else { format!("{name}-{taken}") };
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }
}

fn letters(id: &str) -> String {
    id.strip_prefix(PREFIX).unwrap_or(id).replace(['-', '_'], "")
}

/// The names of the places that Markdown links to.
pub fn linked(pieces: &[Piece<'_>]) -> HashSet<String> {
    let link = |(event, _): &Piece<'_>| match event {
        Event::Start(Tag::Link { dest_url, .. }) => dest_url.strip_prefix('#').map(percent_decode),
        _ => None,
    };
    pieces.iter().filter_map(link).collect()
}
