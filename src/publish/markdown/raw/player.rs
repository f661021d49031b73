//! Players of the newsroom's own sound and film.

use std::ops::Range;

use super::tag::Tag;
use crate::publish::html::escape;
use crate::publish::pictures::ImageError;

/// A player that is being read.
pub struct Player {
    /// `audio` or `video`.
    name: String,
    /// What it is called.
    label: String,
    size: [Option<u32>; 2],
    /// The files that it names, with the places of their tags.
    files: Vec<(String, Range<usize>)>,
    place: Range<usize>,
    /// The picture that stands for a film before it is played, by its address.
    pub poster: Option<String>,
    /// The number of the piece that holds its tag.
    pub piece: usize,
}

impl Player {
    /// A player by its start tag, which stands at `place` and is to be piece number `piece`.
    pub fn open(tag: &Tag<'_>, place: Range<usize>, piece: usize) -> Player {
        let number = |name| tag.attribute(name).and_then(|value| value.trim().parse().ok());
        let label = tag.attribute("aria-label").or_else(|| tag.attribute("title")).unwrap_or_default();
        let mut player = Player {
            name: tag.name.clone(),
            label: label.trim().to_owned(),
            size: [number("width"), number("height")],
            files: Vec::new(),
            place: place.clone(),
            poster: None,
            piece,
        };
        if let Some(src) = tag.attribute("src") {
            player.offer(&src, place);
        }
        player
    }

    /// Adds a file that it may play.
    pub fn offer(&mut self, src: &str, place: Range<usize>) {
        if !src.trim().is_empty() {
            self.files.push((src.trim().to_owned(), place));
        }
    }

    /// The address of the file that it plays: the first, unless there is one that every browser plays.
    pub fn file(
        &self,
        find: &dyn Fn(&str) -> Result<String, ImageError>,
    ) -> Result<String, (ImageError, Range<usize>)> {
        let plays =
            |name: &str| [".mp3", ".mp4", ".m4a", ".m4v"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
        let best = self.files.iter().find(|(name, _)| plays(name)).or(self.files.first());
        let Some((name, place)) = best else {
            let message = format!("a player that names no file: <{}>", self.name);
            let help = format!(
                "put the file beside the article and name it: `<{0} src=\"name.{1}\"></{0}>`",
                self.name,
                self.ending()
            );
            return Err((ImageError { message, help }, self.place.clone()));
        };
        find(name).map_err(|error| (error, place.clone()))
    }

    fn ending(&self) -> &'static str {
        if self.name == "audio" { "mp3" } else { "mp4" }
    }

    /// The start tag.
    pub fn html(&self, src: &str) -> String {
        let mut html = format!("<{} controls preload=\"none\"", self.name);
        for (name, size) in ["width", "height"].iter().zip(self.size) {
            // Without its shape the page moves when the film begins.
            if let Some(size) = size.filter(|_| self.size.iter().all(Option::is_some) && self.name == "video") {
                html.push_str(&format!(" {name}=\"{size}\""));
            }
        }
        if let Some(poster) = &self.poster {
            attribute(&mut html, "poster", poster);
        }
        attribute(&mut html, "src", src);
        if !self.label.is_empty() {
            attribute(&mut html, "aria-label", &self.label);
        }
        html.push('>');
        html
    }
}

/// Adds a whole player of a file. `label` is what it is called.
pub fn add(html: &mut String, src: &str, is_audio: bool, label: &str) {
    let name = if is_audio { "audio" } else { "video" };
    html.push_str(&format!("<{name} controls preload=\"none\""));
    attribute(html, "src", src);
    if !label.is_empty() {
        attribute(html, "aria-label", label);
    }
    html.push_str(&format!("></{name}>"));
}

/// Adds subtitles.
pub fn track(html: &mut String, tag: &Tag<'_>, src: &str) {
    html.push_str("<track");
    attribute(html, "src", src);
    for name in ["kind", "srclang", "label"] {
        if let Some(value) = tag.attribute(name) {
            attribute(html, name, &value);
        }
    }
    html.push_str(if tag.attribute("default").is_some() { " default>" } else { ">" });
}

/// What to write for a film of another site.
pub fn embedded(tag: &Tag<'_>) -> Option<String> {
    let src = tag.attribute("src").filter(|_| matches!(tag.name.as_str(), "iframe" | "embed"))?;
    let src = src.trim();
    let address = src.strip_prefix("//").map_or_else(|| src.to_owned(), |rest| format!("https://{rest}"));
    if !address.starts_with("https://") && !address.starts_with("http://") {
        return None;
    }
    let film = address.split_once("youtube.com/embed/").or(address.split_once("youtube-nocookie.com/embed/"));
    let address = match film.map(|(_, id)| id.split(['?', '/', '&']).next().unwrap_or_default()) {
        Some(id) if !id.is_empty() => format!("https://www.youtube.com/watch?v={id}"),
        _ => address,
    };
    Some(format!(
        "write a link to it: `[what it is](<{address}>)`; a film of your own stands beside the article, as \
         `<video src=\"film.mp4\"></video>`"
    ))
}

fn attribute(html: &mut String, name: &str, value: &str) {
    html.push_str(&format!(" {name}=\""));
    escape::attribute(html, value);
    html.push('"');
}
