//! Old addresses with a query: `/index.php?id=5`. A file answers its path whatever the query is, so a script in the page that
//! stands there looks the query up in a table, and leads on.

use std::collections::BTreeMap;

use crate::model::Edition;
use crate::publish::client_files::{ASSETS, short_hash};
use crate::publish::html::escape;

/// The script.
pub const SCRIPT: &str = include_str!("lookup.js");

/// Where the script lies.
pub fn script_path() -> String {
    format!("{ASSETS}/lookup.{}.js", short_hash(&[SCRIPT.as_bytes()]))
}

/// An old address as its path and its query.
pub fn split(alias: &str) -> (&str, Option<&str>) {
    alias.split_once('?').map_or((alias, None), |(path, query)| (path, Some(query)))
}

/// Where the queries of one path lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lookup {
    /// Paths by queries; that of no query is the address of the path itself.
    rows: BTreeMap<String, String>,
}

impl Lookup {
    /// Adds a query, or none, with the path that it leads to.
    pub fn add(&mut self, query: Option<&str>, to: String) {
        self.rows.insert(query.unwrap_or_default().to_owned(), to);
    }

    /// The table for the script: an array of pairs.
    pub fn table(&self) -> String {
        serde_json::json!(self.rows.iter().collect::<Vec<_>>()).to_string()
    }

    /// Where the table lies.
    pub fn table_path(&self) -> String {
        format!("{ASSETS}/lookup.{}.json", short_hash(&[self.table().as_bytes()]))
    }

    /// The tag of the script, for the head of a page of this edition.
    pub fn tag(&self, edition: &Edition) -> String {
        let always = if self.rows.contains_key("") { " data-always" } else { "" };
        let (script, table) = (edition.at(&script_path()), edition.at(&self.table_path()));
        format!("<script src=\"{}\" data-table=\"{}\"{always} async></script>", escape(&script), escape(&table))
    }

    /// Where the path leads by itself.
    pub fn to(&self) -> Option<&str> {
        self.rows.get("").map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_all_queries_of_a_path() {
        let mut lookup = Lookup::default();
        lookup.add(Some("id=5"), "/news/a/".to_owned());
        lookup.add(Some("id=6&lang=\"ru"), "/news/b/".to_owned());
        assert_eq!(lookup.table(), r#"[["id=5","/news/a/"],["id=6&lang=\"ru","/news/b/"]]"#);
        assert_eq!(lookup.to(), None);
        lookup.add(None, "/news/c/".to_owned());
        assert_eq!(lookup.to(), Some("/news/c/"));
        assert_eq!(split("/index.php?id=5"), ("/index.php", Some("id=5")));
    }
}
