//! What imports have written, in `.import/journal.jsonl` of the newsroom: a line for each file.
//!
//! A line is added before a file is written and again when it is there, so an import that was interrupted goes on. By the hash of
//! what was written a file that an editor has changed is known.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fault::{unreadable, unwritable};
use crate::publish::diagnostic::Diagnostics;

/// The folder, in the newsroom's root.
pub const FOLDER: &str = ".import";

const NAME: &str = "journal.jsonl";

/// An article that was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// What its source calls it, after the source's name.
    pub id: String,
    /// Its file, from the newsroom's root.
    pub file: String,
    /// The hash of the text.
    pub hash: String,
    /// The hash of what stood there before, while the file is being written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// Whether the file is in its place.
    #[serde(default)]
    pub done: bool,
}

/// A picture or another file that was copied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copied {
    /// Its old path.
    pub media: String,
    /// Its file, from the newsroom's root.
    pub copy: String,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Article(Written),
    Media(Copied),
}

/// The journal of a newsroom.
#[derive(Debug)]
pub struct State {
    articles: HashMap<String, Written>,
    media: HashMap<String, String>,
    /// The old path of each copy.
    copies: HashMap<String, String>,
    /// None in a dry run.
    journal: Option<(PathBuf, File)>,
}

impl State {
    /// Reads the journal. What an interrupted import left at its end in half counts as not written.
    ///
    /// # Errors
    /// It cannot be read or written.
    pub fn open(root: &Path, dry_run: bool) -> Result<State, Diagnostics> {
        let folder = root.join(FOLDER);
        let path = folder.join(NAME);
        let mut state =
            State { articles: HashMap::new(), media: HashMap::new(), copies: HashMap::new(), journal: None };
        match File::open(&path) {
            Ok(file) => state.read(file).map_err(|error| unreadable(&path, &error))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(unreadable(&path, &error)),
        }
        if !dry_run {
            state.rewrite(&folder, &path).map_err(|error| unwritable(&path, &error))?;
        }
        Ok(state)
    }

    fn read(&mut self, file: File) -> io::Result<()> {
        for line in BufReader::new(file).split(b'\n') {
            match serde_json::from_slice(&line?) {
                Ok(Line::Article(written)) => {
                    self.articles.insert(written.id.clone(), written);
                }
                Ok(Line::Media(copied)) => {
                    self.add_media(copied.media, copied.copy);
                }
                Err(_) => {}
            }
        }
        Ok(())
    }

    /// Writes the journal anew with a line for each file, and opens it for more.
    fn rewrite(&mut self, folder: &Path, path: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let staging = folder.join(format!("{NAME}.new"));
        let mut text = String::new();
        let mut articles: Vec<&Written> = self.articles.values().collect();
        articles.sort_by(|a, b| a.id.cmp(&b.id));
        for written in articles {
            text.push_str(&serde_json::to_string(written).map_err(io::Error::other)?);
            text.push('\n');
        }
        let mut media: Vec<(&String, &String)> = self.media.iter().collect();
        media.sort();
        for (media, copy) in media {
            let copied = Copied { media: media.clone(), copy: copy.clone() };
            text.push_str(&serde_json::to_string(&copied).map_err(io::Error::other)?);
            text.push('\n');
        }
        fs::write(&staging, text)?;
        fs::rename(&staging, path)?;
        self.journal = Some((path.to_owned(), OpenOptions::new().append(true).open(path)?));
        Ok(())
    }

    /// What was written for an article.
    pub fn article(&self, id: &str) -> Option<&Written> {
        self.articles.get(id)
    }

    /// All articles that were written.
    pub fn articles(&self) -> impl Iterator<Item = &Written> {
        self.articles.values()
    }

    /// The copy of a file by its old path.
    pub fn media(&self, old: &str) -> Option<&str> {
        self.media.get(old).map(String::as_str)
    }

    /// Whether a copy is another file's.
    pub fn is_copy_of_another(&self, copy: &str, old: &str) -> bool {
        self.copies.get(copy).is_some_and(|known| known != old)
    }

    /// Notes an article.
    ///
    /// # Errors
    /// The journal cannot be written.
    pub fn note_article(&mut self, written: Written) -> Result<(), Diagnostics> {
        self.append(&Line::Article(written.clone()))?;
        self.articles.insert(written.id.clone(), written);
        Ok(())
    }

    /// Notes a copy.
    ///
    /// # Errors
    /// The journal cannot be written.
    pub fn note_media(&mut self, old: &str, copy: &str) -> Result<(), Diagnostics> {
        self.append(&Line::Media(Copied { media: old.to_owned(), copy: copy.to_owned() }))?;
        self.add_media(old.to_owned(), copy.to_owned());
        Ok(())
    }

    fn add_media(&mut self, old: String, copy: String) {
        self.copies.insert(copy.clone(), old.clone());
        self.media.insert(old, copy);
    }

    fn append(&mut self, line: &Line) -> Result<(), Diagnostics> {
        let Some((path, file)) = &mut self.journal else { return Ok(()) };
        let text = serde_json::to_string(line).map_err(io::Error::other);
        let written = text.and_then(|text| file.write_all(format!("{text}\n").as_bytes()));
        written.map_err(|error| unwritable(path, &error))
    }
}
