//! Tables of HTML.

use std::rc::Rc;

use htmd::element_handler::{HandlerResult, Handlers};
use htmd::{Element, Node};

use super::pieces::flat;
use crate::publish::import::dom;

/// The most columns of a table: more is no table that a page can show.
const MOST_COLUMNS: usize = 100;

/// A table as Markdown has it: its first row is the head, whatever its cells are called. A cell over several columns is followed by
/// empty ones. A table in a cell of another one, and one of a single cell, which is a frame, are their text.
pub fn table(handlers: &dyn Handlers, element: Element) -> Option<HandlerResult> {
    let rows = rows(element.node);
    let columns = rows.iter().map(|row| row.iter().map(|(_, span)| span).sum()).max().unwrap_or(0);
    if columns <= 1 && rows.len() <= 1
        || columns == 0
        || columns > MOST_COLUMNS
        || dom::is_within(element.node, &["td", "th"])
    {
        let text = handlers.walk_children(element.node).content;
        return Some(format!("\n\n{}\n\n", text.trim_matches('\n')).into());
    }
    let mut text = String::from("\n\n");
    for caption in dom::elements(element.node, "caption") {
        text.push_str(&flat(&handlers.walk_children(&caption).content));
        text.push_str("\n\n");
    }
    for (number, row) in rows.iter().enumerate() {
        let mut filled = 0;
        text.push('|');
        for (cell, span) in row {
            let words = flat(&handlers.walk_children(cell).content).replace('|', "\\|");
            text.push_str(&format!(" {words} |"));
            text.push_str(&" |".repeat(span.saturating_sub(1)));
            filled += span;
        }
        text.push_str(&" |".repeat(columns - filled));
        text.push('\n');
        if number == 0 {
            text.push_str(&format!("|{}\n", " --- |".repeat(columns)));
        }
    }
    text.push('\n');
    Some(text.into())
}

/// The rows of a table, not those of tables in its cells: each cell with the number of its columns.
fn rows(table: &Rc<Node>) -> Vec<Vec<(Rc<Node>, usize)>> {
    let mut rows = Vec::new();
    for part in table.children.borrow().iter() {
        match dom::tag(part) {
            Some("tr") => rows.push(cells(part)),
            Some("thead" | "tbody" | "tfoot") => {
                let children = part.children.borrow();
                rows.extend(children.iter().filter(|row| dom::tag(row) == Some("tr")).map(cells));
            }
            _ => {}
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

fn cells(row: &Rc<Node>) -> Vec<(Rc<Node>, usize)> {
    let children = row.children.borrow();
    let cells = children.iter().filter(|cell| matches!(dom::tag(cell), Some("td" | "th")));
    let span = |cell: &Rc<Node>| dom::attribute(cell, "colspan").and_then(|span| span.trim().parse().ok()).unwrap_or(1);
    cells.map(|cell| (Rc::clone(cell), span(cell).clamp(1, MOST_COLUMNS))).collect()
}
