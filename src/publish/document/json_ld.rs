//! What a page is, in the words of schema.org.

use serde_json::{Value, json};

use crate::i18n::messages;
use crate::model::{Article, Content, Edition, Page};
use crate::publish::urls::ICON_512;
use crate::routes::{PageNumber, Route};

/// The paper's sign, and the length of its sides in pixels.
pub const LOGO: (&str, u32) = (ICON_512, 512);

/// The JSON-LD of a page; null for one that is nothing in particular. A site may lack the [`LOGO`].
pub fn of(page: &Page, edition: &Edition, has_logo: bool) -> Value {
    match &page.content {
        Content::Article(content) => json!([article(content, edition, has_logo), breadcrumb(content, edition)]),
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

fn publisher(edition: &Edition, has_logo: bool) -> Value {
    let (path, side) = LOGO;
    let logo = json!({ "@type": "ImageObject", "url": edition.url(&edition.at(path)), "width": side, "height": side });
    let mut publisher = json!({
        "@type": "NewsMediaOrganization",
        "name": edition.title,
        "url": edition.url(&edition.at("/")),
    });
    if let Some(entries) = publisher.as_object_mut().filter(|_| has_logo) {
        entries.insert("logo".to_owned(), logo);
    }
    publisher
}

fn article(article: &Article, edition: &Edition, has_logo: bool) -> Value {
    let url = edition.url(&edition.path(&Route::Article(article.slug.clone())));
    let people = article.authors.iter().map(|name| json!({ "@type": "Person", "name": name }));
    let organisation = article.source.iter().map(|name| json!({ "@type": "Organization", "name": name }));
    let mut authors: Vec<Value> = people.chain(organisation).collect();
    if authors.is_empty() {
        authors.push(json!({ "@type": "Organization", "name": edition.title, "url": edition.url(&edition.at("/")) }));
    }
    let tags: Vec<&str> = article.tags.iter().map(|tag| tag.name.as_str()).collect();
    let picture = super::about::shared(&article.cover);
    // A drawn cover shows nothing of the story; search engines also want no SVG here.
    let image = (!article.cover_drawn).then(|| {
        json!([{
            "@type": "ImageObject",
            "url": edition.url(&picture.src),
            "width": picture.width,
            "height": picture.height,
            "caption": picture.alt,
        }])
    });
    stated(json!({
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
        "publisher": publisher(edition, has_logo),
        "isAccessibleForFree": true,
        "articleSection": edition.section(&article.section).map(|section| &section.name),
        "keywords": (!tags.is_empty()).then_some(tags),
        "image": image,
    }))
}

/// An object without the members that are null.
fn stated(value: Value) -> Value {
    match value {
        Value::Object(members) => members.into_iter().filter(|(_, member)| !member.is_null()).collect(),
        other => other,
    }
}

fn breadcrumb(article: &Article, edition: &Edition) -> Value {
    let front = (messages(edition.lang).front.to_owned(), Some(Route::Front(PageNumber::FIRST)));
    let section = edition.section(&article.section);
    let section =
        section.map(|section| (section.name.clone(), Some(Route::Section(section.id.clone(), PageNumber::FIRST))));
    let steps = [Some(front), section, Some((article.title.clone(), None))].into_iter().flatten();
    let items = (1..).zip(steps).map(|(position, (name, route)): (u32, (String, Option<Route>))| {
        let url = route.map(|route| edition.url(&edition.path(&route)));
        stated(json!({ "@type": "ListItem", "position": position, "name": name, "item": url }))
    });
    json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>() })
}
