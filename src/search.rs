//! The search, as far as it needs no browser: what is asked, how words count, and what of a text is shown.
//!
//! The build makes the index by these rules ([`Rules`]), and the page of the search follows them.

mod article;
mod askings;
mod endings;
mod fold;
mod found;
mod latin;
mod letters;
mod matcher;
mod passage;
mod question;
mod recent;
mod roots;
mod rules;
mod words;

pub use article::Article;
pub use askings::{askings, shorter};
pub use endings::Endings;
pub use fold::{Letters, fold};
pub use found::{Found, FoundArticle, Memory, Piece, pieces};
pub use letters::{is_letter, lower};
pub use matcher::Matcher;
pub use passage::passage;
pub use question::{Filters, Question, Sort, When, days};
pub use recent::Recent;
pub use rules::Rules;
pub use words::{Word, words};
