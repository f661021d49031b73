//! The engine over the files of this site.

use futures::FutureExt;
use futures::future::LocalBoxFuture;

use super::files::{self, SiteFiles};
use super::{Engine, passages};
use crate::search::{self, Answer, Files, FoundArticle, Matcher, Question, SearchError};
use crate::values::{Day, Lang};

/// Asks this site.
pub struct SiteEngine;

impl Engine for SiteEngine {
    fn prepare(&self, lang: Lang) -> LocalBoxFuture<'static, ()> {
        let prepare = async move {
            // Where they do not come, the question says so.
            if let Ok(manifest) = SiteFiles.manifest(lang, false).await {
                manifest.table().iter().for_each(|path| SiteFiles.begin(path));
            }
        };
        prepare.boxed_local()
    }

    fn find(
        &self,
        lang: Lang,
        question: Question,
        limit: usize,
        today: Option<Day>,
    ) -> LocalBoxFuture<'static, Result<Answer, SearchError>> {
        let find = async move {
            let answer = search::find(&SiteFiles, lang, &question, limit, today).await;
            if answer.is_err() {
                // The next question asks the site which index it has.
                files::forget();
            }
            answer
        };
        find.boxed_local()
    }

    fn with_passage(
        &self,
        article: FoundArticle,
        path: String,
        matcher: Matcher,
    ) -> LocalBoxFuture<'static, Option<FoundArticle>> {
        async move { passages::with_passage(&article, &path, &matcher).await }.boxed_local()
    }
}
