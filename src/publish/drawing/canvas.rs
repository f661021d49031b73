//! Writing SVG: shapes, gradients and path data, all of it in whole numbers.

use super::palette::Colour;
use std::fmt::{Display, Write};

/// The width of every cover, in its own units.
pub(super) const WIDTH: i32 = 1200;
/// The height of every cover.
pub(super) const HEIGHT: i32 = 800;

/// Path data under construction.
#[derive(Default)]
pub(super) struct Path(String);

impl Path {
    /// A path that starts at a point.
    pub(super) fn at(x: i32, y: i32) -> Self {
        let mut path = Self::default();
        path.go('M', &[x, y]);
        path
    }

    /// Adds a command; a minus sign does the work of a space.
    pub(super) fn go(&mut self, command: char, numbers: &[i32]) -> &mut Self {
        self.0.push(command);
        for (place, number) in numbers.iter().enumerate() {
            if place > 0 && *number >= 0 {
                self.0.push(' ');
            }
            // Writing to a string cannot fail.
            let _ = write!(self.0, "{number}");
        }
        self
    }

    /// The path data.
    pub(super) fn data(&self) -> &str {
        &self.0
    }
}

/// A picture under construction: definitions, then shapes from back to front.
#[derive(Default)]
pub(super) struct Canvas {
    defs: String,
    body: String,
    gradients: u8,
}

impl Canvas {
    /// A new gradient from top to bottom, as a `fill` value.
    pub(super) fn fade(&mut self, top: Colour, bottom: Colour) -> String {
        self.gradient("x2=\"0\" y2=\"1\"", top, "", bottom, "")
    }

    /// The sky's gradient, which reaches the horizon's colour where the horizon is.
    pub(super) fn dome(&mut self, top: Colour, horizon: Colour) -> String {
        self.gradient("x2=\"0\" y2=\".6\"", top, "", horizon, "")
    }

    /// A gradient from top to bottom that ends in nothing.
    pub(super) fn beam(&mut self, colour: Colour) -> String {
        self.gradient("x2=\"0\" y2=\"1\"", colour, ".55", colour, ".06")
    }

    /// A gradient from left to right, for things that are round.
    pub(super) fn fold(&mut self, left: Colour, right: Colour) -> String {
        self.gradient("", left, "", right, "")
    }

    fn gradient(&mut self, line: &str, from: Colour, clear: &str, to: Colour, clear_to: &str) -> String {
        let name = char::from(b'a'.saturating_add(self.gradients));
        self.gradients = self.gradients.saturating_add(1).min(25);
        let space = if line.is_empty() { "" } else { " " };
        let opacity = |value: &str| {
            if value.is_empty() { String::new() } else { format!(" stop-opacity=\"{value}\"") }
        };
        let _ = write!(
            self.defs,
            "<linearGradient id=\"{name}\"{space}{line}><stop stop-color=\"{from}\"{}/>\
             <stop offset=\"1\" stop-color=\"{to}\"{}/></linearGradient>",
            opacity(clear),
            opacity(clear_to)
        );
        format!("url(#{name})")
    }

    /// A lamp's or sun's halo: the warm colour thinning out to nothing.
    pub(super) fn halo(&mut self, colour: Colour, x: i32, y: i32, radius: i32) {
        if !self.defs.contains("\"halo\"") {
            let _ = write!(
                self.defs,
                "<radialGradient id=\"halo\"><stop stop-color=\"{colour}\" stop-opacity=\".5\"/>\
                 <stop offset=\"1\" stop-color=\"{colour}\" stop-opacity=\"0\"/></radialGradient>"
            );
        }
        self.circle("url(#halo)", x, y, radius);
    }

    /// A filled path; an empty one is left out.
    pub(super) fn path(&mut self, fill: impl Display, path: &Path) {
        if !path.data().is_empty() {
            let _ = write!(self.body, "<path fill=\"{fill}\" d=\"{}\"/>", path.data());
        }
    }

    /// A filled shape that is always the same, given as path data.
    pub(super) fn shape(&mut self, fill: impl Display, data: &'static str) {
        let _ = write!(self.body, "<path fill=\"{fill}\" d=\"{data}\"/>");
    }

    /// A filled path that lets through what is behind it; `opacity` in hundredths.
    pub(super) fn veil(&mut self, fill: impl Display, opacity: u8, path: &Path) {
        let opacity = opacity.min(99);
        let _ = write!(self.body, "<path fill=\"{fill}\" opacity=\".{opacity:02}\" d=\"{}\"/>", path.data());
    }

    /// A line.
    pub(super) fn line(&mut self, colour: impl Display, width: i32, opacity: u8, path: &Path) {
        let opacity = opacity.min(99);
        let _ = write!(
            self.body,
            "<path fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{} d=\"{}\"/>",
            if opacity < 99 { format!(" opacity=\".{opacity:02}\"") } else { String::new() },
            path.data()
        );
    }

    /// A line in round dots or straight dashes: windows of a train, lamps on a mast.
    pub(super) fn dashes(&mut self, colour: impl Display, width: i32, dash: (i32, i32), path: &Path) {
        let cap = if dash.0 == 0 { "" } else { " stroke-linecap=\"butt\"" };
        let _ = write!(
            self.body,
            "<path fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{cap} \
             stroke-dasharray=\"{} {}\" d=\"{}\"/>",
            dash.0,
            dash.1,
            path.data()
        );
    }

    /// A disc.
    pub(super) fn circle(&mut self, fill: impl Display, x: i32, y: i32, radius: i32) {
        let _ = write!(self.body, "<circle fill=\"{fill}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
    }

    /// A rectangle.
    pub(super) fn rect(&mut self, fill: impl Display, corner: (i32, i32), size: (i32, i32)) {
        let _ = write!(
            self.body,
            "<path fill=\"{fill}\" d=\"M{} {}h{}v{}h{}z\"/>",
            corner.0, corner.1, size.0, size.1, -size.0
        );
    }

    /// What `draw` draws is kept under a name, to be stamped as often as needed.
    pub(super) fn define(&mut self, name: &'static str, draw: impl FnOnce(&mut Self)) {
        let before = std::mem::take(&mut self.body);
        draw(self);
        let drawn = std::mem::replace(&mut self.body, before);
        let _ = write!(self.defs, "<g id=\"{name}\">{drawn}</g>");
    }

    /// A defined thing at a place, scaled in hundredths, perhaps facing the other way.
    pub(super) fn stamp(&mut self, name: &'static str, at: (i32, i32), percent: i32, flip: bool) {
        let size = format!("{}.{:02}", percent.max(0) / 100, percent.max(0) % 100);
        let minus = if flip { "-" } else { "" };
        let _ = write!(
            self.body,
            "<use href=\"#{name}\" transform=\"matrix({minus}{size} 0 0 {size} {} {})\"/>",
            at.0, at.1
        );
    }

    /// Everything drawn by `draw` goes into a group with this transform.
    pub(super) fn group(&mut self, transform: &str, draw: impl FnOnce(&mut Self)) {
        let _ = write!(self.body, "<g transform=\"{transform}\">");
        draw(self);
        self.body.push_str("</g>");
    }

    /// The ready file. A mirrored one faces the other way; its ornament is the same both ways.
    pub(super) fn finish(self, mirrored: bool, ornament: &str) -> String {
        let (open, close) = if mirrored { ("<g transform=\"matrix(-1 0 0 1 1200 0)\">", "</g>") } else { ("", "") };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
             width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             stroke-linecap=\"round\"><defs>{}</defs>{open}{}{close}{ornament}</svg>\n",
            self.defs, self.body
        )
    }
}
