//! The kinds of values, as an editor is told of them.

/// How keys and values are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Syntax {
    /// `key = value`.
    #[default]
    Toml,
    /// `key: value`.
    Yaml,
}

impl Syntax {
    /// A key with its value.
    pub fn pair(self, key: &str, value: &str) -> String {
        match self {
            Syntax::Toml => format!("{key} = {value}"),
            Syntax::Yaml => format!("{key}: {value}"),
        }
    }
}

/// What a key wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text in quotes.
    Text,
    /// A list of texts.
    Texts,
    /// A whole number.
    Whole,
    /// `true` or `false`.
    Flag,
    /// A date, perhaps with time and offset.
    Date,
    /// A table.
    Table,
    /// Tables in double brackets.
    Tables,
}

impl Kind {
    /// What it is called in a sentence.
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Text => "a text in quotes",
            Kind::Texts => "a list of texts",
            Kind::Whole => "a whole number",
            Kind::Flag => "true or false",
            Kind::Date => "a date",
            Kind::Table => "a table",
            Kind::Tables => "tables in double brackets",
        }
    }

    /// How the key is written with such a value.
    pub(super) fn example(self, key: &str, syntax: Syntax) -> String {
        match (self, syntax) {
            (Kind::Text, _) => syntax.pair(key, "\"…\""),
            (Kind::Texts, _) => syntax.pair(key, "[\"…\", \"…\"]"),
            (Kind::Whole, _) => syntax.pair(key, "30"),
            (Kind::Flag, _) => syntax.pair(key, "true"),
            (Kind::Date, _) => syntax.pair(key, "2024-04-19T09:00:00+05:00"),
            (Kind::Table, Syntax::Toml) => format!("[{key}]"),
            (Kind::Tables, Syntax::Toml) => format!("[[{key}]]"),
            (Kind::Table | Kind::Tables, Syntax::Yaml) => format!("{key}:"),
        }
    }
}
