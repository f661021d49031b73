//! What asks the index: a chunk of its own beside the page's, which the page shows without.

mod files;
mod passages;
mod site_engine;

use std::rc::Rc;

use futures::future::LocalBoxFuture;

use crate::features::chunk::ChunkError;
use crate::search::{Answer, FoundArticle, Matcher, Question, SearchError};
use crate::values::{Day, Lang};

/// Asks the indexes of a site. The page knows it by this alone, so that the rest is in the other chunk.
pub trait Engine {
    /// Loads what any question needs.
    fn prepare(&self, lang: Lang) -> LocalBoxFuture<'static, ()>;

    /// The articles that answer a question, at most so many. `today` is the day where the paper is.
    fn find(
        &self,
        lang: Lang,
        question: Question,
        limit: usize,
        today: Option<Day>,
    ) -> LocalBoxFuture<'static, Result<Answer, SearchError>>;

    /// An article, given its path, with a passage of its text that says why it was found; none where there is none.
    fn with_passage(
        &self,
        article: FoundArticle,
        path: String,
        matcher: Matcher,
    ) -> LocalBoxFuture<'static, Option<FoundArticle>>;
}

/// The engine.
#[leptos::wasm_split::wasm_split(search_engine, wasm_split_path = leptos::wasm_split, fallible)]
pub fn engine() -> Result<Rc<dyn Engine>, ChunkError> {
    Ok(Rc::new(site_engine::SiteEngine))
}
