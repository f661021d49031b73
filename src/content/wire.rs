//! The JSON of a page: what is written beside every page and fetched by the client.
//!
//! The types of [`form`] are the format, no more: names, shapes and what may be missing; the schema is made from them.
//! Writing turns the domain's types into them by `From`. [`read`] goes the other way, straight into the domain's types,
//! which is where a slug becomes a slug and a date a date: nothing checks again later. Any program may write the same
//! JSON.
//!
//! A member may be added without a new [`FORMAT`]; one that changes or goes needs it.

#[cfg(feature = "ssr")]
pub mod form;
pub mod read;
pub mod value;
#[cfg(feature = "ssr")]
mod write;

/// The version of the format.
pub const FORMAT: u32 = 1;

/// The identity of a document: what the client looks at before anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// [`FORMAT`] of the writer.
    pub format: u32,
    /// The build that the document belongs to: the client's files and the frame of the site, not the articles.
    pub build: String,
}

#[cfg(test)]
mod tests;
