//! The terms of a range of the alphabet, each with the forms that articles have of it.
//!
//! A shard is a list of groups in the order of their stems. A group has a stem, then its forms in order, each with its postings.
//! Of a word that very many articles have, all forms share one list, which comes first: which form an article has says little
//! then, and the lists of all forms would be several times as long. A text is written as how many bytes it has in common with
//! the one before (a stem with the stem before, a form with its stem), how many follow, and these.

use super::postings::Postings;
use super::varint::{push, take, take_bytes};

/// Writes groups in the order of their stems.
#[derive(Clone, Debug, Default)]
pub struct ShardWriter {
    bytes: Vec<u8>,
    last: String,
}

impl ShardWriter {
    /// Adds a group: its stem, and each form with its postings, in order.
    pub fn push<'a>(&mut self, stem: &str, forms: impl ExactSizeIterator<Item = (&'a str, &'a [u8])>) {
        self.begin(stem, forms.len(), false);
        for (form, postings) in forms {
            push_behind(stem, form, &mut self.bytes);
            self.push_postings(postings);
        }
    }

    /// Adds a group whose forms share their postings.
    pub fn push_shared<'a>(&mut self, stem: &str, forms: impl ExactSizeIterator<Item = &'a str>, postings: &[u8]) {
        self.begin(stem, forms.len(), true);
        self.push_postings(postings);
        forms.for_each(|form| push_behind(stem, form, &mut self.bytes));
    }

    fn begin(&mut self, stem: &str, forms: usize, is_shared: bool) {
        push_behind(&self.last, stem, &mut self.bytes);
        push((forms as u32) << 1 | u32::from(is_shared), &mut self.bytes);
        self.last.clear();
        self.last.push_str(stem);
    }

    fn push_postings(&mut self, postings: &[u8]) {
        push(postings.len() as u32, &mut self.bytes);
        self.bytes.extend_from_slice(postings);
    }

    /// The bytes so far.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, and a writer that begins anew.
    pub fn take(&mut self) -> Vec<u8> {
        self.last.clear();
        std::mem::take(&mut self.bytes)
    }
}

fn push_behind(before: &str, text: &str, bytes: &mut Vec<u8>) {
    let shared = before.bytes().zip(text.bytes()).take_while(|(one, other)| one == other).count();
    let own = text.as_bytes().get(shared..).unwrap_or_default();
    push(shared as u32, bytes);
    push(own.len() as u32, bytes);
    bytes.extend_from_slice(own);
}

/// Takes a text that is written behind another.
fn take_behind(before: &[u8], bytes: &mut &[u8]) -> Option<Vec<u8>> {
    let shared = take(bytes)?;
    let length = take(bytes)?;
    let own = take_bytes(bytes, length)?;
    Some([before.get(..shared as usize)?, own].concat())
}

fn take_postings<'a>(bytes: &mut &'a [u8]) -> Option<Postings<'a>> {
    let length = take(bytes)?;
    Some(Postings::new(take_bytes(bytes, length)?))
}

/// The forms of a stem.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// The stem.
    pub stem: String,
    /// Each form with the articles that have it, or any form of the word where there are very many of them.
    pub forms: Vec<(String, Postings<'a>)>,
    /// Whether all forms share one list.
    pub is_shared: bool,
}

/// Reads a shard. One that is damaged ends where it makes no sense.
#[derive(Clone, Debug)]
pub struct Shard<'a> {
    bytes: &'a [u8],
    last: Vec<u8>,
}

impl<'a> Shard<'a> {
    /// The shard that stands in some bytes.
    pub fn new(bytes: &'a [u8]) -> Shard<'a> {
        Shard { bytes, last: Vec::new() }
    }

    fn take_group(&mut self) -> Option<Group<'a>> {
        let stem = take_behind(&self.last, &mut self.bytes)?;
        let count = take(&mut self.bytes)?;
        let is_shared = count & 1 == 1;
        let shared = if is_shared { Some(take_postings(&mut self.bytes)?) } else { None };
        let mut forms = Vec::new();
        for _ in 0..count >> 1 {
            let form = take_behind(&stem, &mut self.bytes)?;
            let postings = match &shared {
                Some(shared) => shared.clone(),
                None => take_postings(&mut self.bytes)?,
            };
            forms.push((String::from_utf8(form).ok()?, postings));
        }
        self.last.clone_from(&stem);
        Some(Group { stem: String::from_utf8(stem).ok()?, forms, is_shared })
    }
}

impl<'a> Iterator for Shard<'a> {
    type Item = Group<'a>;

    fn next(&mut self) -> Option<Group<'a>> {
        let group = self.take_group();
        if group.is_none() {
            self.bytes = &[];
        }
        group
    }
}

#[cfg(test)]
mod tests {
    use super::super::postings::{Posting, PostingsWriter};
    use super::*;

    fn bytes() -> Vec<u8> {
        let list = |articles: &[u32]| {
            let mut list = PostingsWriter::default();
            articles.iter().for_each(|article| list.push(Posting { article: *article, level: 3 }));
            list.bytes().to_vec()
        };
        let (one, other) = (list(&[1, 2]), list(&[7]));
        let mut shard = ShardWriter::default();
        shard.push("снег", [("снег", &one[..]), ("снегом", &other[..])].into_iter());
        shard.push("снежин", [("снежинки", &other[..])].into_iter());
        shard.push_shared("снят", ["снят", "снято"].into_iter(), &one);
        shard.take()
    }

    #[test]
    fn groups_are_read_as_they_were_written() {
        let bytes = bytes();
        let read: Vec<_> = Shard::new(&bytes)
            .flat_map(|group| group.forms.into_iter().map(move |(form, list)| (group.stem.clone(), form, list.count())))
            .collect();
        let row = |stem: &str, form: &str, count| (stem.to_owned(), form.to_owned(), count);
        let (own, shared) = read.split_at(3);
        assert_eq!(own, [row("снег", "снег", 2), row("снег", "снегом", 1), row("снежин", "снежинки", 1)]);
        assert_eq!(shared, [row("снят", "снят", 2), row("снят", "снято", 2)]);
    }

    #[test]
    fn what_is_damaged_ends_early_and_never_panics() {
        let bytes = bytes();
        for at in 0..bytes.len() {
            assert!(Shard::new(&bytes[..at]).count() <= 3);
            for byte in [0, 0x7f, 0xff] {
                let mut damaged = bytes.clone();
                damaged[at] = byte;
                Shard::new(&damaged)
                    .for_each(|group| group.forms.into_iter().for_each(|(_, list)| assert!(list.count() < 99)));
            }
        }
    }
}
