use leptos::prelude::*;

use super::article_tools::in_slot;
use super::{ArticleTools, ViewCount, ViewWords};
use crate::i18n::{date_and_time, minutes_of_reading};
use crate::model::Article;
use crate::routes::{PageNumber, Route};
use crate::session::use_session;

/// What stands above an article's picture: where it belongs, the headline, and who, when and how much.
#[component]
pub fn ArticleHead(
    /// The article.
    article: Article,
    /// The state of its tools.
    tools: ArticleTools,
) -> impl IntoView {
    let session = use_session();
    let (words, lang) = (session.words(), session.edition.lang);
    let section = session.edition.section(&article.section).map(|section| {
        let path = session.path(&Route::Section(section.id.clone(), PageNumber::FIRST));
        view! { <li><a href=path>{section.name.clone()}</a></li> }.into_any()
    });
    let updated = article.updated.map(|date| {
        view! {
            <span class="updated">
                {[words.updated, " "].concat()}
                <time datetime=date.to_string()>{date_and_time(date, lang)}</time>
            </span>
        }
        .into_any()
    });
    let path = session.path(&Route::Article(article.slug.clone()));
    let (names, views) = (names(&article), article.views());
    view! {
        <header class="article-head">
            <nav class="breadcrumb" aria-label=words.breadcrumb>
                <ol>
                    <li><a href=session.path(&Route::Front(PageNumber::FIRST))>{words.front}</a></li>
                    {section}
                </ol>
            </nav>
            <h1 id="headline" class="headline" tabindex="-1">{article.title}</h1>
            {article.standfirst.map(|text| view! { <p class="standfirst">{text}</p> }.into_any())}
            <p class="article-meta">
                <time class="dateline" datetime=article.date.to_string()>{date_and_time(article.date, lang)}</time>
                {updated}
                {names.map(|names| view! { <span class="byline">{names}</span> }.into_any())}
                <span class="read-time">{minutes_of_reading(article.read_minutes, lang)}</span>
                <ViewCount path views words=ViewWords::Shown/>
            </p>
            {in_slot(tools.resume)}
        </header>
    }
}

/// The authors, then the organisation; none where an article names nobody.
fn names(article: &Article) -> Option<String> {
    let names: Vec<&str> = article.authors.iter().chain(&article.source).map(String::as_str).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
