//! What stands at old addresses.

use crate::model::FORMAT;
use crate::publish::artifact::Artifact;
use crate::publish::producer::{Producer, some};
use crate::publish::progress::Step;
use crate::publish::redirects::{
    Redirect, SCRIPT, lookup_page, redirect_file, redirect_page, redirects_file, script_path,
};
use crate::publish::site::Site;
use crate::publish::urls::REDIRECTS;
use crate::routes::{Address, data_path};

pub const PRODUCER: Producer = Producer {
    step: Step::Files,
    count: |_| 1,
    artifacts: |site, _| {
        let mut artifacts = Vec::new();
        let mut redirects = Vec::new();
        for article in site.index.articles() {
            let Some(edition) = site.index.edition(article.lang) else { continue };
            let to = edition.path(&site.index.address(article).route);
            for from in &article.aliases {
                let redirect = Redirect { from: edition.at(from), to: to.clone() };
                if site.lookup(from).is_some() {
                    // The page at the path looks it up. A rule without a query would take others with it.
                    redirects.extend(redirect.query().is_some().then_some(redirect));
                    continue;
                }
                artifacts.extend(redirect_file(from).map(|file| {
                    let redirect = redirect.clone();
                    Artifact::of_content(file, move || Ok(redirect_page(&redirect, edition).into_bytes()))
                }));
                artifacts.extend(moved_data(site, from));
                redirects.push(redirect);
            }
        }
        artifacts.extend(lookups(site));
        // As articles stand, the newest first: a host that takes so many rules leaves out the oldest.
        artifacts.push(Artifact::of_content(REDIRECTS, move || Ok(redirects_file(&redirects).into_bytes())));
        some(artifacts)
    },
};

/// The tables of old addresses with queries, the script that reads them, and the pages at their paths.
fn lookups<'a>(site: &'a Site<'a>) -> Vec<Artifact<'a>> {
    let mut artifacts = Vec::new();
    for (path, (lang, lookup)) in &site.lookups {
        let Some(edition) = site.index.edition(*lang) else { continue };
        artifacts.push(Artifact::of_path(lookup.table_path(), || Ok(lookup.table().into_bytes())));
        let file = redirect_file(path).filter(|_| !site.has_page(path));
        artifacts
            .extend(file.map(|file| Artifact::of_content(file, move || Ok(lookup_page(lookup, edition).into_bytes()))));
    }
    if !artifacts.is_empty() {
        artifacts.push(Artifact::of_path(script_path(), || Ok(SCRIPT.as_bytes().to_owned())));
    }
    artifacts
}

/// A client asks for the JSON of what looks like a page of the paper, and lets the browser go where that is of another build.
fn moved_data<'a>(site: &Site<'_>, from: &str) -> Option<Artifact<'a>> {
    let default = site.newsroom.config.default_language;
    let path = data_path(&Address::parse(from, default)?.path(default));
    Some(Artifact::of_content(path, || Ok(format!(r#"{{"format":{FORMAT},"build":"moved"}}"#).into_bytes())))
}
