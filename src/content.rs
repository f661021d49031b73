//! What the paper is made of: articles, cards, lists and the edition around them.
//!
//! Plain values with their invariants. They know neither Leptos nor the browser nor the file system, so both sides
//! share them: the native command derives them from Markdown, the client gets them from JSON (see [`wire`]).

pub mod archive;
pub mod article;
pub mod card;
pub mod edition;
pub mod head;
pub mod lang;
pub mod list;
#[cfg(feature = "hydrate")]
pub mod load;
pub mod page;
pub mod picture;
pub mod pointer;
pub mod popular;
pub mod slug;
pub mod views;
pub mod wire;

pub use archive::Time;
pub use article::{Article, ArticlePage, Byline, Cover, Tag};
pub use card::{Card, Headline};
pub use edition::{Edition, Section, Service, SharedCounter, ViewsPolicy};
pub use head::Head;
pub use lang::Lang;
pub use list::{Front, List, ListOf, Pager};
pub use page::{Content, Page};
pub use picture::Picture;
pub use pointer::{Near, Pointer, Shelf};
pub use popular::{Period, Popular};
pub use slug::Slug;
pub use views::Views;
