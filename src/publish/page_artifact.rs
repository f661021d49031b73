//! A page and its JSON, as files.

use std::sync::Arc;

use crate::model::{Document, Edition, Page};
use crate::publish::artifact::Artifact;
use crate::publish::build_error::BuildError;
use crate::publish::output::Fingerprint;
use crate::publish::render;
use crate::publish::site::Site;
use crate::routes;

/// The files of a page: made from its JSON, the path of the picture that was drawn for sharing it, and nothing else.
///
/// # Errors
/// Where the JSON cannot be written, which no page causes.
pub fn page_artifact<'a>(
    site: &'a Site<'a>,
    edition: &'a Arc<Edition>,
    page: Page,
    share: Option<String>,
) -> Result<Artifact<'a>, BuildError> {
    let path = page.route().path(edition.lang, edition.default_language);
    let content = Document::new(page.clone(), site.build);
    let json = serde_json::to_vec(&content)?;
    let lookup = site.lookup(&path).map(|lookup| lookup.tag(edition));
    let fingerprint = Fingerprint::of(&[
        path.as_bytes(),
        &json,
        share.as_deref().unwrap_or_default().as_bytes(),
        lookup.as_deref().unwrap_or_default().as_bytes(),
    ]);
    let has_data = path.ends_with('/');
    let paths = if has_data { vec![routes::data_path(&path), format!("{path}index.html")] } else { vec![path] };
    let render = move || {
        let page = Arc::new(page);
        let tree = render::tree(edition, page.clone());
        let document = site.template.document(edition, &page, content, &tree, share.as_deref())?;
        let document = match lookup {
            Some(tag) => document.replacen("</head>", &format!("{tag}\n</head>"), 1),
            None => document,
        };
        Ok(if has_data { vec![json, document.into_bytes()] } else { vec![document.into_bytes()] })
    };
    Ok(Artifact { paths, fingerprint: Some(fingerprint), render: Box::new(render) })
}
