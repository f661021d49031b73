//! The index of the search of a language: written by the forms and the analysis of [`search`](crate::search), by which the
//! search page reads it.

mod cards;
mod collection;
mod dictionary;
mod shards;

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use crate::publish::artifact::Artifact;
use crate::publish::build_error::BuildError;
use crate::publish::index::SiteIndex;
use crate::publish::output::Fingerprint;
use crate::publish::source::Source;
use crate::publish::vocabulary::Vocabulary;
use crate::routes::{PageNumber, Route};
use crate::search::analysis::table;
use crate::search::index::{FORMAT, HASH, Kind, Manifest, PACKED, file_path, manifest_path};
use crate::values::Lang;
use collection::Collection;
use shards::Shards;

/// The files of an index that are made already: each is named by what is in it.
#[derive(Default)]
struct Files(Vec<(String, Vec<u8>)>);

impl Files {
    /// Adds a file, and tells its hash.
    fn add(&mut self, kind: Kind, bytes: Vec<u8>) -> String {
        let hash = hash(&bytes);
        self.0.push((file_path(kind, &hash), bytes));
        hash
    }

    /// The files as they are written: equal parts have equal names, and are one.
    fn written<'a>(mut self) -> impl Iterator<Item = Artifact<'a>> {
        self.0.sort_unstable();
        self.0.dedup();
        self.0.into_iter().map(|(path, bytes)| {
            let is_packed = path.ends_with(PACKED);
            Artifact::of_path(path, move || Ok(if is_packed { packed(&bytes)? } else { bytes }))
        })
    }
}

/// Bytes as the search page unpacks them. Hosts do not compress what they do not know.
fn packed(bytes: &[u8]) -> Result<Vec<u8>, BuildError> {
    let mut packed = DeflateEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::best());
    packed.write_all(bytes).and_then(|()| packed.finish()).map_err(|error| BuildError::Search(error.into()))
}

/// The paths of the files that any question in a language needs.
pub fn first_files(lang: Lang) -> Vec<String> {
    let table = table::text(lang).map(|table| file_path(Kind::Table, &hash(table.as_bytes())));
    [manifest_path(lang)].into_iter().chain(table).collect()
}

/// By what a file is named.
fn hash(bytes: &[u8]) -> String {
    let mut hash = Fingerprint::of(&[bytes]).hex();
    hash.truncate(HASH);
    hash
}

/// The files of the index of a language.
///
/// # Errors
/// Where a file cannot be written in its form, which no article causes.
pub fn files<'a>(
    site_index: &SiteIndex<'_>,
    vocabulary: &Vocabulary,
    lang: Lang,
) -> Result<Vec<Artifact<'a>>, BuildError> {
    // The oldest first: an article that is added leaves the numbers of all others as they are.
    let mut articles: Vec<&Source> = site_index.newest(lang, &Route::Front(PageNumber::FIRST)).collect();
    articles.reverse();
    let collection = Collection::new(&articles, lang, vocabulary);
    let entries = collection.entries();
    let mut manifest = Manifest { format: FORMAT, articles: articles.len() as u32, ..Manifest::default() };
    let mut files = Files::default();
    let (shards, (words, cards)) = rayon::join(
        || shards::write(&entries),
        || {
            rayon::join(
                || dictionary::write(&entries),
                || cards::write(site_index, &articles, &mut manifest, &mut files),
            )
        },
    );
    cards?;
    let Shards { stems, hashes, files: of_terms } = shards;
    (manifest.stems, manifest.shards) = (stems, hashes);
    let (words, of_words) = words?;
    manifest.words = words;
    files.0.extend(of_terms.0.into_iter().chain(of_words.0));
    manifest.table = table::text(lang).map(|table| files.add(Kind::Table, table.as_bytes().to_vec()));
    let manifest = serde_json::to_vec(&manifest)?;
    Ok(files.written().chain([Artifact::of_content(manifest_path(lang), move || Ok(manifest))]).collect())
}
