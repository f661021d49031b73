//! Where the links and pictures of an article lead.

use super::body::rewrite::{LinkTarget, PictureTarget, Targets};
use super::links::{Address, Links, OldSite};
use super::media::{Found, Media, Use};
use super::plan::Planned;
use super::state::State;
use crate::publish::diagnostic::Diagnostics;
use crate::values::percent_decode;

/// The targets of one article.
pub struct ArticleTargets<'a, 'm> {
    site: &'a OldSite,
    links: &'a Links,
    media: &'a mut Media<'m>,
    state: &'a mut State,
    place: &'a Planned,
    /// What relative addresses are read by: the path of the article's file, its old address.
    pages: Vec<String>,
    notes: Vec<String>,
    failure: Option<Diagnostics>,
}

impl<'a, 'm> ArticleTargets<'a, 'm> {
    /// The targets of the article at `place`, whose relative addresses are read by `pages`.
    pub fn new(
        site: &'a OldSite,
        links: &'a Links,
        media: &'a mut Media<'m>,
        state: &'a mut State,
        place: &'a Planned,
        pages: Vec<String>,
    ) -> ArticleTargets<'a, 'm> {
        ArticleTargets { site, links, media, state, place, pages, notes: Vec::new(), failure: None }
    }

    /// What was left out, and the fault that a file could not be written for.
    pub fn finish(self) -> (Vec<String>, Option<Diagnostics>) {
        (self.notes, self.failure)
    }

    fn note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn file(&mut self, path: &str, url: Option<&str>, wanted: Use) -> Found {
        match self.media.find(path, url, wanted, self.state) {
            Ok(found) => found,
            Err(failure) => {
                self.failure.get_or_insert(failure);
                Found::Missing
            }
        }
    }

    /// What an address is, by each of the pages that it may stand in; at least one.
    fn readings(&self, address: &str) -> Vec<Address> {
        let mut readings: Vec<Address> = Vec::new();
        for page in self.pages.iter().map(|page| Some(page.as_str())) {
            let reading = self.site.read(address, page);
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
        if readings.is_empty() { vec![self.site.read(address, None)] } else { readings }
    }

    /// An address of the old site that no article has.
    fn of_site(&mut self, path: &str, url: Option<String>) -> LinkTarget {
        if looks_like_file(path) {
            match self.file(path, url.as_deref(), Use::File) {
                Found::File(file) => return LinkTarget::To(file),
                Found::Refused(why) => self.note(format!("the file {path} was not carried: {why}")),
                Found::Picture(_) | Found::Missing => self.note(format!("the file {path} was not found")),
            }
        } else if path.trim_matches('/').is_empty() {
            return LinkTarget::To("/".to_owned());
        } else {
            self.note(format!("a link leads to {path} of the old site, which is no article that was carried"));
        }
        public(path, url).map_or(LinkTarget::Nowhere, LinkTarget::To)
    }
}

/// The old address, unless it is that of a file that no reader knew.
fn public(path: &str, url: Option<String>) -> Option<String> {
    url.filter(|_| !path.split(['?', '#']).next().is_some_and(|path| path.ends_with(".md") || path.ends_with(".mdx")))
}

/// Whether a path ends like a file, not like a page.
fn looks_like_file(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').is_some_and(|(stem, end)| {
        let is_ending = (2..=5).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphanumeric());
        !stem.is_empty() && is_ending && !matches!(end, "html" | "htm" | "php" | "aspx" | "asp" | "shtml" | "md")
    })
}

impl Targets for ArticleTargets<'_, '_> {
    fn link(&mut self, address: &str) -> LinkTarget {
        let links = self.links;
        let is_known = |reading: &Address| matches!(reading, Address::Site { path, .. } if links.find(path).is_some());
        let mut readings = self.readings(address);
        let known = readings.iter().position(is_known).unwrap_or(0);
        match readings.swap_remove(known) {
            Address::Outside(url) => LinkTarget::To(url),
            Address::Place(id) => LinkTarget::Place(id),
            Address::Refused => {
                self.note(format!("a link was left out, its words stay: {}", percent_decode(address)));
                LinkTarget::Nowhere
            }
            Address::Site { path, fragment, url } => {
                let Some(known) = links.find(&path) else { return self.of_site(&path, url) };
                match fragment {
                    Some(id) if known.path == self.place.path => return LinkTarget::Place(id),
                    Some(id) => {
                        self.note(format!("a link to the place #{id} of {} leads to its beginning", known.path))
                    }
                    None => {}
                }
                if known.is_published || !self.place.is_published {
                    return LinkTarget::To(known.path.clone());
                }
                self.note(format!(
                    "a link leads to {path}, which is not published: {} is a draft or scheduled",
                    known.path
                ));
                public(&path, url).map_or(LinkTarget::Nowhere, LinkTarget::To)
            }
        }
    }

    fn picture(&mut self, address: &str) -> PictureTarget {
        let mut missing = PictureTarget::Nowhere;
        let mut note = None;
        for reading in self.readings(address) {
            match reading {
                Address::Outside(url) => {
                    self.note(format!("a picture of another site is a link now: {url}"));
                    return PictureTarget::Link(url);
                }
                Address::Place(_) | Address::Refused => {
                    let shown: String = address.chars().take(80).collect();
                    note.get_or_insert(format!("a picture was left out: {shown}"));
                }
                Address::Site { path, url, .. } => {
                    let why = match self.file(&path, url.as_deref(), Use::Picture) {
                        Found::Picture(own) => return PictureTarget::Own(own),
                        Found::File(file) => {
                            self.note(format!("{path} is no picture that an article can show: a link stands there"));
                            return PictureTarget::Link(file);
                        }
                        Found::Missing => "was not found".to_owned(),
                        Found::Refused(why) => format!("was not carried: {why}"),
                    };
                    if note.is_none() {
                        note = Some(format!("the picture {path} {why}"));
                        missing = url.map_or(PictureTarget::Nowhere, PictureTarget::Link);
                    }
                }
            }
        }
        self.notes.extend(note.filter(|note| !self.notes.contains(note)));
        missing
    }
}
