//! The shards of terms.

use super::Files;
use super::collection::Entry;
use crate::publish::output::Fingerprint;
use crate::search::index::{Kind, LEVELS, Posting, PostingsWriter, ShardWriter};

/// From so many bytes on a shard may end, and before so many it must, unless one word has more.
const SMALL: usize = 18 * 1024;
const LARGE: usize = 32 * 1024;

/// From so many bytes of postings on the forms of a word share theirs.
const SHARED: usize = 4 * 1024;

/// One stem in so many ends a shard that may end: a shard ends where it did before, although others have changed.
const ENDS: u8 = 255;

/// The shards, and what the manifest says of them.
#[derive(Default)]
pub struct Shards {
    /// By what text the stems of each begin.
    pub stems: Vec<String>,
    /// The hashes of their files, one behind the other.
    pub hashes: String,
    /// The files.
    pub files: Files,
}

/// Writes all shards.
pub fn write(entries: &[Entry<'_>]) -> Shards {
    let mut shards = Shards::default();
    let mut shard = ShardWriter::default();
    let mut last = "";
    for group in entries.chunk_by(|one, other| one.stem == other.stem) {
        let Some(stem) = group.first().map(|entry| entry.stem) else { continue };
        let forms: Vec<(&str, PostingsWriter)> =
            group.chunk_by(|one, other| one.form == other.form).filter_map(postings).collect();
        let lists: usize = forms.iter().map(|(_, postings)| postings.bytes().len()).sum();
        let shared = (forms.len() > 1 && lists > SHARED).then(|| shared(group));
        let size = shard.bytes().len();
        let next = size + shared.as_ref().map_or(lists, |shared| shared.bytes().len());
        if size >= SMALL && (next > LARGE || ends_before(stem)) {
            shards.hashes += &shards.files.add(Kind::Terms, shard.take());
        }
        if shard.bytes().is_empty() {
            shards.stems.push(beginning(last, stem).to_owned());
        }
        match shared {
            Some(shared) => shard.push_shared(stem, forms.iter().map(|(form, _)| *form), shared.bytes()),
            None => shard.push(stem, forms.iter().map(|(form, postings)| (*form, postings.bytes()))),
        }
        last = stem;
    }
    if !shard.bytes().is_empty() {
        shards.hashes += &shards.files.add(Kind::Terms, shard.take());
    }
    shards
}

/// A form with all its articles.
fn postings<'a>(parts: &[Entry<'a>]) -> Option<(&'a str, PostingsWriter)> {
    Some((parts.first()?.form, written(parts.iter().flat_map(|part| part.postings).copied())))
}

/// The articles that have any form.
fn shared(group: &[Entry<'_>]) -> PostingsWriter {
    let mut numbers: Vec<u32> = group.iter().flat_map(|entry| entry.postings).copied().collect();
    numbers.sort_unstable();
    // All forms of a word have one grade in an article.
    numbers.dedup();
    written(numbers.into_iter())
}

fn written(numbers: impl Iterator<Item = u32>) -> PostingsWriter {
    let mut postings = PostingsWriter::default();
    for number in numbers {
        postings.push(Posting { article: number / LEVELS, level: (number % LEVELS) as u8 });
    }
    postings
}

fn ends_before(stem: &str) -> bool {
    Fingerprint::of(&[stem.as_bytes()]).bytes().first() == Some(&ENDS)
}

/// The shortest beginning of a stem that comes behind the stem before it.
fn beginning<'a>(before: &str, stem: &'a str) -> &'a str {
    let ends = stem.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let beginning = ends.filter_map(|end| stem.get(..end)).find(|beginning| *beginning > before);
    if before.is_empty() { "" } else { beginning.unwrap_or(stem) }
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn a_shard_is_named_by_as_little_as_tells_it_from_the_one_before() {
        for (before, stem, is) in
            [("", "а", ""), ("снег", "снегопад", "снего"), ("абай", "яблок", "я"), ("сне", "сно", "сно")]
        {
            assert_eq!(beginning(before, stem), is, "{stem} behind {before}");
        }
    }
}
