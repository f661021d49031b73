//! Where the client's pages come from: the page's own HTML at first, then the network.

use super::wire::value::{Json, Value};
use super::wire::{FORMAT, read};
use super::{Content, Edition, Page};
use crate::browser::network::{self, Abort, Fault, Freshness};
use crate::browser::{clock, document};
use crate::route;
use crate::session::Failure;

/// How long one attempt may take, in milliseconds.
const PATIENCE: u32 = 10_000;

/// The pauses before further attempts after a fault of the network, in milliseconds.
const PAUSES: [u32; 2] = [300, 1_200];

/// Why there is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing has this address.
    Nothing,
    /// It could not be had.
    Failed(Failure),
    /// It belongs to another build of the site than this client: the browser should load it.
    OtherBuild,
    /// The reader went elsewhere.
    Aborted,
}

/// The edition and the page that this document was rendered from, and its build. The text of an article is taken from
/// the document itself, where it stands already.
pub fn embedded() -> Option<(Edition, Page, String)> {
    let embedded = Json::parse(&document::embedded_json()?)?;
    let (edition, page) = (embedded.get("edition")?, embedded.get("page")?);
    let build = read::stamp(&page).ok()?.build;
    let (edition, mut page) = (read::edition(&edition).ok()?, read::page(&page).ok()?);
    if let Content::Article(article) = &mut page.content {
        article.article.body = document::body_html()?;
    }
    Some((edition, page, build))
}

/// Fetches the page at a path. What nobody has asked for yet is not worth a second attempt.
pub async fn page(path: &str, freshness: Freshness, build: &str, abort: &Abort) -> Result<Page, Missing> {
    let url = route::data_path(path);
    let mut pauses = PAUSES.into_iter();
    let answer = loop {
        match network::get(&url, freshness, PATIENCE, abort).await {
            Ok(answer) => break answer,
            Err(Fault::Aborted) => return Err(Missing::Aborted),
            Err(Fault::TimedOut) => return Err(Missing::Failed(Failure::Unreachable)),
            Err(Fault::Failed) if !network::online() => return Err(Missing::Failed(Failure::Offline)),
            Err(Fault::Failed) => match pauses.next().filter(|_| freshness != Freshness::Ahead) {
                Some(pause) => clock::pause(pause).await,
                None => return Err(Missing::Failed(Failure::Unreachable)),
            },
        }
    };
    match answer.status {
        200 => understand(&answer.text, build),
        404 | 410 => Err(Missing::Nothing),
        500..=599 => Err(Missing::Failed(Failure::Unreachable)),
        _ => Err(Missing::Failed(Failure::Broken)),
    }
}

/// Reads a page's JSON. Its stamp comes first: what another build wrote may have any shape.
fn understand(text: &str, build: &str) -> Result<Page, Missing> {
    let broken = |_| Missing::Failed(Failure::Broken);
    let document = Json::parse(text).ok_or(Missing::Failed(Failure::Broken))?;
    let stamp = read::stamp(&document).map_err(broken)?;
    if stamp.format != FORMAT || stamp.build != build {
        return Err(Missing::OtherBuild);
    }
    read::page(&document).map_err(broken)
}
