use leptos::prelude::*;

use super::html::{add_link, element, time};
use super::live::live;
use super::view_count::{ViewWords, view_count_html};
use crate::content::{Article, Byline};
use crate::format::{date_and_time, minutes_of_reading};
use crate::route::{PageNumber, Route};
use crate::session::{Session, use_session};

/// What stands above an article's picture: where it belongs, the headline, and who, when and how much.
#[component]
pub fn ArticleHead(
    /// The article.
    article: Article,
) -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let breadcrumb = breadcrumb_html(&session, &article);
    let title = article.title.clone();
    let standfirst = article.standfirst.as_ref().map(|text| element("p", "standfirst", text)).unwrap_or_default();
    let path = session.path(&Route::Article(article.slug.clone()));
    let known = meta_html(&session, &article);
    let meta = live(move || known.clone() + &view_count_html(&session, &path, article.views, ViewWords::Shown));
    view! {
        <header class="article-head">
            <nav class="breadcrumb" aria-label=words.breadcrumb inner_html=breadcrumb></nav>
            <h1 id="headline" class="headline" tabindex="-1">{title}</h1>
            <div inner_html=standfirst></div>
            <p class="article-meta" inner_html=meta></p>
        </header>
    }
}

fn breadcrumb_html(session: &Session, article: &Article) -> String {
    let mut html = String::from("<ol><li>");
    add_link(&mut html, &session.path(&Route::Front(PageNumber::FIRST)), session.words().front);
    if let Some(section) = session.edition.section(&article.section) {
        html.push_str("</li><li>");
        add_link(&mut html, &session.path(&Route::Section(section.id.clone(), PageNumber::FIRST)), &section.name);
    }
    html + "</li></ol>"
}

/// When, by whom and how long, as safe HTML.
fn meta_html(session: &Session, article: &Article) -> String {
    let lang = session.edition.lang;
    let mut html = time("dateline", article.date, &date_and_time(article.date, lang));
    if let Some(date) = article.updated {
        let updated = time("", date, &date_and_time(date, lang));
        html.push_str(&["<span class=\"updated\">", session.words().updated, " ", &updated, "</span>"].concat());
    }
    if let Some(names) = names(&article.byline) {
        html.push_str(&element("span", "byline", &names));
    }
    html + &element("span", "read-time", &minutes_of_reading(article.read_minutes, lang))
}

/// The authors, then the organisation; none where an article names nobody.
fn names(byline: &Byline) -> Option<String> {
    let names: Vec<&str> = byline.authors.iter().chain(&byline.source).map(String::as_str).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
