//! The kinds of values, as an editor is told of them.

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
    /// A date with time and offset.
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
    pub(super) fn example(self, key: &str) -> String {
        match self {
            Kind::Text => format!("{key} = \"…\""),
            Kind::Texts => format!("{key} = [\"…\", \"…\"]"),
            Kind::Whole => format!("{key} = 30"),
            Kind::Flag => format!("{key} = true"),
            Kind::Date => format!("{key} = 2024-04-19T09:00:00+05:00"),
            Kind::Table => format!("[{key}]"),
            Kind::Tables => format!("[[{key}]]"),
        }
    }
}
