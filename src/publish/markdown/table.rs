//! Tables: in a frame that scrolls by itself, since a phone is narrower than most of them.

use crate::publish::html::escape;
use pulldown_cmark::Alignment;

/// The table that is being written.
#[derive(Debug, Default)]
pub struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// The tag that closes the open cell.
    cell: &'static str,
}

impl Table {
    /// Opens the `number`th table of the article. Frames are landmarks, so each has a name of its own.
    pub fn open(out: &mut String, alignments: &[Alignment], name: &str, number: usize) -> Table {
        out.push_str("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        escape::attribute(out, name);
        if number > 1 {
            out.push_str(&format!(" {number}"));
        }
        out.push_str("\"><table>\n");
        Table { alignments: alignments.to_vec(), ..Table::default() }
    }

    /// Opens the row of headings.
    pub fn open_head(&mut self, out: &mut String) {
        self.in_head = true;
        self.column = 0;
        out.push_str("<thead><tr>");
    }

    /// Closes the row of headings; what follows is the body.
    pub fn close_head(&mut self, out: &mut String) {
        self.in_head = false;
        out.push_str("</tr></thead>\n<tbody>\n");
    }

    /// Opens a row of the body.
    pub fn open_row(&mut self, out: &mut String) {
        self.column = 0;
        out.push_str("<tr>");
    }

    /// Opens a cell. One without words heads nothing.
    pub fn open_cell(&mut self, out: &mut String, empty: bool) {
        let heading = self.in_head && !empty;
        self.cell = if heading { "</th>" } else { "</td>" };
        out.push_str(if heading { "<th scope=\"col\"" } else { "<td" });
        out.push_str(match self.alignments.get(self.column) {
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::Left | Alignment::None) | None => ">",
        });
        self.column += 1;
    }

    /// Closes the cell.
    pub fn close_cell(&self, out: &mut String) {
        out.push_str(self.cell);
    }

    /// Closes the table.
    pub fn close(out: &mut String) {
        out.push_str("</tbody>\n</table></div>\n");
    }
}
