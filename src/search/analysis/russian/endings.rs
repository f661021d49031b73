//! Endings, the longest first.

/// Of adjectives and participles, the long form.
#[rustfmt::skip] // Several a line.
pub const ADJECTIVE: [&str; 26] = [
    "ыми", "ими", "ого", "его", "ому", "ему", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ым", "им",
    "ом", "ем", "ых", "их", "ую", "юю", "ою", "ею",
];

/// Of the short form.
#[rustfmt::skip] // Several a line.
pub const SHORT: [&str; 4] = [
    "а", "о", "ы", "",
];

/// Of nouns and of adjectives that no rule took for a participle. Of nouns in -ия and -ие the vowel stays.
#[rustfmt::skip] // Several a line.
pub const NOMINAL: [&str; 55] = [
    "ьями", "ьми", "ями", "ами", "ыми", "ими", "ьев", "ьям", "ьях", "ьем", "ьей", "ьею", "ого", "его", "ому", "ему",
    "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ым", "им", "ом", "ем", "ых", "их", "ую", "юю", "ою",
    "ею", "ам", "ям", "ах", "ях", "ов", "ью", "ья", "ье", "ьи", "а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "й",
];

/// Of nouns whose stem ends with и.
#[rustfmt::skip] // Several a line.
pub const AFTER_I: [&str; 9] = [
    "иями", "иям", "иях", "ией", "иею", "ием", "ия", "ию", "ии",
];

/// Of nouns that a list has, with a hard and a soft stem.
#[rustfmt::skip] // Several a line.
pub const LISTED: [&str; 28] = [
    "", "а", "у", "ом", "ем", "е", "ы", "и", "о", "ов", "ев", "ам", "ами", "ах", "я", "ю", "ям", "ями", "ях", "ей",
    "ой", "ою", "ею", "ь", "ью", "ьев", "ого", "ым",
];

/// Of nouns that a list has, with a stem in й.
#[rustfmt::skip] // Several a line.
pub const LISTED_J: [&str; 12] = [
    "й", "я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях", "ей", "ею",
];
