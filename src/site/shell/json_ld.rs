//! What a page is, in the words of schema.org.

use serde_json::{Value, json};

use crate::content::{Article, Content, Edition, Page};
use crate::format::messages;
use crate::route::{PageNumber, Route};

/// The JSON-LD of a page; null for one that is nothing in particular.
pub fn of(page: &Page, edition: &Edition) -> Value {
    match &page.content {
        Content::Article(content) => json!([article(&content.article, edition), breadcrumb(&content.article, edition)]),
        Content::Front(front) if front.pager.number == PageNumber::FIRST => json!({
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": edition.title,
            "url": edition.url(&edition.path(&Route::Front(PageNumber::FIRST))),
            "inLanguage": edition.lang.code(),
        }),
        _ => Value::Null,
    }
}

fn publisher(edition: &Edition) -> Value {
    json!({
        "@type": "NewsMediaOrganization",
        "name": edition.title,
        "url": edition.url("/"),
        "logo": { "@type": "ImageObject", "url": edition.url("/icon-512.png"), "width": 512, "height": 512 },
    })
}

fn article(article: &Article, edition: &Edition) -> Value {
    let url = edition.url(&edition.path(&Route::Article(article.slug.clone())));
    let people = article.byline.authors.iter().map(|name| json!({ "@type": "Person", "name": name }));
    let organisation = article.byline.source.iter().map(|name| json!({ "@type": "Organization", "name": name }));
    let mut authors: Vec<Value> = people.chain(organisation).collect();
    if authors.is_empty() {
        authors.push(json!({ "@type": "Organization", "name": edition.title, "url": edition.url("/") }));
    }
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.description,
        "datePublished": article.date.to_string(),
        "dateModified": article.updated.unwrap_or(article.date).to_string(),
        "inLanguage": edition.lang.code(),
        "mainEntityOfPage": url,
        "url": url,
        "author": authors,
        "publisher": publisher(edition),
        "isAccessibleForFree": true,
    });
    if let Some(section) = edition.section(&article.section) {
        value["articleSection"] = json!(section.name);
    }
    if !article.tags.is_empty() {
        value["keywords"] = article.tags.iter().map(|tag| json!(tag.name)).collect();
    }
    // A drawn cover shows nothing of the story; search engines also want no SVG here.
    let picture = &article.cover.picture;
    if !article.cover.drawn {
        value["image"] = json!([{
            "@type": "ImageObject",
            "url": edition.url(&picture.src),
            "width": picture.width,
            "height": picture.height,
            "caption": picture.alt,
        }]);
    }
    value
}

fn breadcrumb(article: &Article, edition: &Edition) -> Value {
    let front = (messages(edition.lang).front.to_owned(), Some(Route::Front(PageNumber::FIRST)));
    let section = edition.section(&article.section);
    let section =
        section.map(|section| (section.name.clone(), Some(Route::Section(section.id.clone(), PageNumber::FIRST))));
    let steps = [Some(front), section, Some((article.title.clone(), None))].into_iter().flatten();
    let items = (1..).zip(steps).map(|(position, (name, route)): (u32, (String, Option<Route>))| {
        let mut item = json!({ "@type": "ListItem", "position": position, "name": name });
        if let Some(route) = route {
            item["item"] = json!(edition.url(&edition.path(&route)));
        }
        item
    });
    json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>() })
}
