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
    /// The old address of the article.
    page: Option<String>,
    notes: Vec<String>,
    failure: Option<Diagnostics>,
}

impl<'a, 'm> ArticleTargets<'a, 'm> {
    /// The targets of the article at `place`, whose old address is `page`.
    pub fn new(
        site: &'a OldSite,
        links: &'a Links,
        media: &'a mut Media<'m>,
        state: &'a mut State,
        place: &'a Planned,
        page: Option<String>,
    ) -> ArticleTargets<'a, 'm> {
        ArticleTargets { site, links, media, state, place, page, notes: Vec::new(), failure: None }
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
        url.map_or(LinkTarget::Nowhere, LinkTarget::To)
    }
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
        match self.site.read(address, self.page.as_deref()) {
            Address::Outside(url) => LinkTarget::To(url),
            Address::Place(id) => LinkTarget::Place(id),
            Address::Refused => {
                self.note(format!("a link was left out, its words stay: {}", percent_decode(address)));
                LinkTarget::Nowhere
            }
            Address::Site { path, fragment, url } => {
                let links = self.links;
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
                url.map_or(LinkTarget::Nowhere, LinkTarget::To)
            }
        }
    }

    fn picture(&mut self, address: &str) -> PictureTarget {
        match self.site.read(address, self.page.as_deref()) {
            Address::Outside(url) => {
                self.note(format!("a picture of another site is a link now: {url}"));
                PictureTarget::Link(url)
            }
            Address::Place(_) | Address::Refused => {
                let shown: String = address.chars().take(80).collect();
                self.note(format!("a picture was left out: {shown}"));
                PictureTarget::Nowhere
            }
            Address::Site { path, url, .. } => {
                let why = match self.file(&path, url.as_deref(), Use::Picture) {
                    Found::Picture(own) => return PictureTarget::Own(own),
                    Found::File(file) => {
                        self.note(format!("{path} is no picture that an article can show: a link to it stands there"));
                        return PictureTarget::Link(file);
                    }
                    Found::Missing => "was not found".to_owned(),
                    Found::Refused(why) => format!("was not carried: {why}"),
                };
                self.note(format!("the picture {path} {why}"));
                url.map_or(PictureTarget::Nowhere, PictureTarget::Link)
            }
        }
    }
}
