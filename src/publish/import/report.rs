//! What an import did: counts, and one line for each thing that was not carried.

use std::fmt;

/// The report of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Articles that the source has and that are carried.
    pub articles: usize,
    /// Files that were written for the first time.
    pub written: usize,
    /// Files that an import had written and that were written anew, because source, sections or command changed.
    pub rewritten: usize,
    /// Files that were as the import would write them.
    pub unchanged: usize,
    /// Files that an editor has changed, moved or removed: left alone.
    pub edited: usize,
    /// Carried articles that are drafts.
    pub drafts: usize,
    /// Carried articles whose date is in the future.
    pub scheduled: usize,
    /// Records that were not carried.
    pub left_out: usize,
    /// Pictures and other files that were copied.
    pub files_copied: usize,
    /// Pictures and other files that were there already.
    pub files_kept: usize,
    /// Pictures and other files that were not found.
    pub files_missing: usize,
    /// Views that were carried, in all.
    pub views: u64,
    /// Old addresses that lead to their articles.
    pub aliases: usize,
    /// Whether nothing was written, because it was a dry run.
    pub dry_run: bool,
    /// One line for each thing that needs a look.
    pub lines: Vec<String>,
}

impl Report {
    /// Adds a line about an article or another record.
    pub fn line(&mut self, id: &str, title: &str, what: impl fmt::Display) {
        // A line is one line, whatever the export holds.
        let plain = |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
        let what = plain(&what.to_string());
        let title = plain(title);
        self.lines.push(match title.trim() {
            "" => format!("{}: {what}", plain(id)),
            title => format!("{} \"{title}\": {what}", plain(id)),
        });
    }
}

/// The lines, then the counts.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        let Report { articles, written, rewritten, unchanged, edited, drafts, scheduled, left_out, .. } = self;
        writeln!(
            f,
            "articles: {articles} ({drafts} drafts, {scheduled} scheduled): {written} written, {rewritten} written anew, \
             {unchanged} unchanged, {edited} left as editors changed them; not carried: {left_out}"
        )?;
        let Report { files_copied, files_kept, files_missing, views, aliases, .. } = self;
        write!(
            f,
            "pictures and files: {files_copied} copied, {files_kept} there already, {files_missing} not found; old \
             addresses: {aliases}; views: {views}"
        )?;
        if self.dry_run { write!(f, "\ndry run: nothing was written") } else { Ok(()) }
    }
}
