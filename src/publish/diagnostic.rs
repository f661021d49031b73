//! What is wrong with a newsroom, said so that an editor can mend it.
//!
//! A fault carries the line that it stands in, so that printing needs no file. All of it is made only when something is
//! wrong: a sound newsroom pays nothing.

mod kind;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::IsTerminal;
use std::ops::Range;
use std::path::PathBuf;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};
use serde::{Deserialize, Serialize};

/// Of faults of one kind so many are printed one by one, unless all are asked for.
const PRINTED: usize = 5;

/// How bad it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The newsroom is not published before it is mended.
    #[default]
    Fault,
    /// It is published all the same.
    Warning,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The file, from the newsroom's root.
    pub file: PathBuf,
    /// Where in the file.
    pub place: Place,
    /// What is wrong, with the offending text.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// How bad it is.
    pub severity: Severity,
}

/// A place in a file, with the line that is shown for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The line, counted from one; zero where the file as a whole is meant.
    pub line: usize,
    /// The column in characters, counted from one.
    pub column: usize,
    /// The line's text; empty where it is not shown.
    pub excerpt: String,
    /// The offending bytes of `excerpt`: start and end.
    pub marked: (usize, usize),
}

/// Whether faults are printed in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorMode {
    /// For files, pipes and those who asked for it with `NO_COLOR`.
    Plain,
    /// For terminals.
    Coloured,
}

impl ColorMode {
    /// What suits the standard error stream, where faults are printed.
    pub fn of_stderr() -> ColorMode {
        // https://no-color.org: any value but an empty one counts.
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if unwanted || !std::io::stderr().is_terminal() { ColorMode::Plain } else { ColorMode::Coloured }
    }
}

impl Diagnostic {
    /// A fault of a file as a whole.
    pub fn of_file(file: impl Into<PathBuf>, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic {
            file: file.into(),
            place: Place::default(),
            message: message.into(),
            help: help.into(),
            severity: Severity::Fault,
        }
    }

    /// A warning of a file as a whole.
    pub fn warning(file: impl Into<PathBuf>, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::of_file(file, message, help) }
    }

    /// What others of its kind have in common with it: the message without the names and numbers in it.
    pub fn kind(&self) -> String {
        kind::of(&self.message)
    }

    /// The fault as an object of JSON.
    fn to_json(&self) -> serde_json::Value {
        serde_json::json!({
            "severity": self.severity,
            "kind": self.kind(),
            "file": self.file.to_string_lossy().replace('\\', "/"),
            "line": self.place.line,
            "column": self.place.column,
            "message": self.message,
            "help": self.help,
        })
    }

    /// The fault with its excerpt, ending in a line break.
    pub fn render(&self, color: ColorMode) -> String {
        let file = self.file.to_string_lossy().replace('\\', "/");
        let message = normalize_untrusted_str(&self.message);
        let help = normalize_untrusted_str(&self.help);
        let level = match self.severity {
            Severity::Fault => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(message);
        let group = if !self.place.excerpt.is_empty() {
            title.element(self.snippet(file))
        } else {
            let origin = Origin::path(file).line(self.place.line.max(1));
            title.element(if self.place.column > 0 { origin.char_column(self.place.column) } else { origin })
        };
        let report: [Group<'_>; 1] = [group.element(Level::HELP.message(help))];
        let renderer = match color {
            ColorMode::Plain => Renderer::plain(),
            ColorMode::Coloured => Renderer::styled(),
        };
        renderer.decor_style(DecorStyle::Ascii).term_width(120).render(&report) + "\n"
    }

    fn snippet(&self, file: String) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let Range { start, end } = self.place.marked.0..self.place.marked.1;
        Snippet::source(self.place.excerpt.as_str())
            .line_start(self.place.line)
            .path(file)
            .annotation(AnnotationKind::Primary.span(start..end))
    }
}

/// All that is wrong with a newsroom: never empty where it is an error, sorted by file and place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Puts faults in order.
    pub fn new(mut diagnostics: Vec<Diagnostic>) -> Diagnostics {
        diagnostics.sort();
        diagnostics.dedup();
        Diagnostics(diagnostics)
    }

    /// The faults in order.
    pub fn list(&self) -> &[Diagnostic] {
        &self.0
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes every warning for a fault.
    pub fn strict(mut self) -> Diagnostics {
        self.0.iter_mut().for_each(|diagnostic| diagnostic.severity = Severity::Fault);
        Diagnostics::new(self.0)
    }

    /// The first faults of each kind, each with its excerpt, how many more there are, and their number in the last line.
    pub fn render(&self, color: ColorMode) -> String {
        self.render_up_to(PRINTED, color)
    }

    /// All faults, each with its excerpt, and their number in the last line.
    pub fn render_all(&self, color: ColorMode) -> String {
        self.render_up_to(usize::MAX, color)
    }

    /// All faults for programs: an array of objects.
    pub fn to_json(&self) -> serde_json::Value {
        self.0.iter().map(Diagnostic::to_json).collect()
    }

    fn render_up_to(&self, most: usize, color: ColorMode) -> String {
        let mut text = String::new();
        let mut kinds: BTreeMap<(Severity, String), usize> = BTreeMap::new();
        for diagnostic in &self.0 {
            let count = kinds.entry((diagnostic.severity, diagnostic.kind())).or_default();
            *count += 1;
            if *count <= most {
                text.push_str(&diagnostic.render(color));
                text.push('\n');
            }
        }
        for ((_, kind), count) in kinds.into_iter().filter(|(_, count)| *count > most) {
            text.push_str(&format!("and {} more of this kind: {kind} (`--all` lists them)\n", count - most));
        }
        text.push_str(&self.summary());
        text.push('\n');
        text
    }

    /// "3 faults in 2 files".
    pub fn summary(&self) -> String {
        let of = |severity| self.0.iter().filter(move |diagnostic| diagnostic.severity == severity);
        let files = |severity| of(severity).map(|diagnostic| &diagnostic.file).collect::<BTreeSet<_>>().len();
        let count = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
        let said = |severity, word| {
            let number = of(severity).count();
            (number > 0).then(|| format!("{} in {}", count(number, word), count(files(severity), "file")))
        };
        let parts = [said(Severity::Fault, "fault"), said(Severity::Warning, "warning")];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Without colours.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(ColorMode::Plain))
    }
}

impl std::error::Error for Diagnostics {}
