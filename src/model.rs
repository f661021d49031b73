//! What the paper is made of: articles, cards, lists and the edition around them.
//!
//! Plain values with their invariants. They know neither Leptos nor the browser nor the file system, so both sides
//! share them: the native command derives them from Markdown and writes them as JSON, the client reads that. Their serde form
//! is the JSON, and its schema is made from them (see [`document`]): a member is spelled once.

pub mod archive;
pub mod article;
pub mod card;
pub mod document;
pub mod edition;
pub mod head;
pub mod list;
pub mod load_error;
pub mod nav_link;
pub mod page;
pub mod picture;
pub mod placeholder_color;
pub mod popular;
pub mod safe_html;
pub mod views;

pub use archive::Time;
pub use article::{Article, Tag};
pub use card::{Card, Headline};
pub use document::{Document, Embedded, FORMAT, Stamp};
pub use edition::{Edition, Section, Service, SharedCounter, ViewsPolicy};
pub use head::Head;
pub use list::{Front, List, ListOf, Pager};
pub use load_error::LoadError;
pub use nav_link::{LinkList, NavLink, PrevNext};
pub use page::{Content, Page};
pub use picture::Picture;
pub use placeholder_color::PlaceholderColor;
pub use popular::{Period, Popular};
pub use safe_html::SafeHtml;
pub use views::Views;
