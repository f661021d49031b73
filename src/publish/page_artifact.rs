//! A page and its JSON, as files.

use std::sync::Arc;

use crate::model::{Content, Document, Edition, Page};
use crate::publish::artifact::Artifact;
use crate::publish::build_error::BuildError;
use crate::publish::output::Fingerprint;
use crate::publish::render;
use crate::publish::site::Site;
use crate::publish::source::StoredText;
use crate::routes;

/// The files of a page that is no article's: made from its JSON and nothing else.
///
/// # Errors
/// Where the JSON cannot be written, which no page causes.
pub fn page_artifact<'a>(
    site: &'a Site<'a>,
    edition: &'a Arc<Edition>,
    page: Page,
) -> Result<Artifact<'a>, BuildError> {
    let paths = paths(&page, edition);
    let fingerprint = Fingerprint::of(&[&json(site, &page)?, lookup(site, &page, edition).as_bytes()]);
    Ok(Artifact {
        paths,
        fingerprint: Some(fingerprint),
        render: Box::new(move || contents(site, edition, page, None)),
    })
}

/// The files of an article's page, which lacks its text: made from its JSON, its text, the path of the picture that was drawn
/// for sharing it, and nothing else. The text is only read where the page is made.
///
/// # Errors
/// Where the JSON cannot be written, which no page causes.
pub fn article_artifact<'a>(
    site: &'a Site<'a>,
    edition: &'a Arc<Edition>,
    mut page: Page,
    text: &'a StoredText,
    share: Option<String>,
) -> Result<Artifact<'a>, BuildError> {
    let drawn = share.as_deref().unwrap_or_default().as_bytes();
    let queries = lookup(site, &page, edition);
    let parts = [&json(site, &page)?, &text.fingerprint().bytes()[..], drawn, queries.as_bytes()];
    let (fingerprint, paths) = (Fingerprint::of(&parts), paths(&page, edition));
    let render = move || {
        if let Content::Article(article) = &mut page.content {
            article.body = site.index.text(text).map_err(BuildError::Cache)?;
        }
        contents(site, edition, page, share)
    };
    Ok(Artifact { paths, fingerprint: Some(fingerprint), render: Box::new(render) })
}

fn json(site: &Site<'_>, page: &Page) -> Result<Vec<u8>, BuildError> {
    Ok(serde_json::to_vec(&Document::new(page.clone(), site.build))?)
}

/// What leads on from old addresses with queries that have the path of a page; an empty text where there are none.
fn lookup(site: &Site<'_>, page: &Page, edition: &Edition) -> String {
    let path = page.route().path(edition.lang, edition.default_language);
    site.lookup(&path).map(|lookup| lookup.tag(edition)).unwrap_or_default()
}

/// Where the files of a page lie: its JSON, if it has any, and its document.
fn paths(page: &Page, edition: &Edition) -> Vec<String> {
    let path = page.route().path(edition.lang, edition.default_language);
    if path.ends_with('/') { vec![routes::data_path(&path), format!("{path}index.html")] } else { vec![path] }
}

/// What is in the files.
fn contents(
    site: &Site<'_>,
    edition: &Arc<Edition>,
    page: Page,
    share: Option<String>,
) -> Result<Vec<Vec<u8>>, BuildError> {
    let mut contents = Vec::with_capacity(2);
    if paths(&page, edition).len() > 1 {
        contents.push(json(site, &page)?);
    }
    let queries = lookup(site, &page, edition);
    let content = Document::new(page.clone(), site.build);
    let page = Arc::new(page);
    let tree = render::tree(edition, page.clone());
    let document = site.template.document(edition, &page, content, &tree, share.as_deref())?;
    let document = match queries.as_str() {
        "" => document,
        tag => document.replacen("</head>", &format!("{tag}\n</head>"), 1),
    };
    contents.push(document.into_bytes());
    Ok(contents)
}
