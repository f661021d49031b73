//! What can be checked only when all articles are known: that slugs and old addresses are unique, and that links lead
//! somewhere.

use std::collections::HashMap;
use std::path::Path;

use crate::publish::config::Config;
use crate::publish::diagnostic::Diagnostic;
use crate::publish::links::{Addresses, State, alias_error, folded, public_files};
use crate::publish::reporter::Reporter;
use crate::publish::source::article;
use crate::publish::source::outcome::Outcome;
use crate::values::Month;

/// Checks the articles against each other, in the order of their files.
pub fn check(root: &Path, config: &Config, read: &[Outcome]) -> Vec<Diagnostic> {
    let mut diagnostics = doubles(read);
    let mut addresses = Addresses::new(config, root);
    for outcome in read {
        // An article that could not be read will be there when it is mended: links to it are not wrong.
        if let Some(slug) = &outcome.file.slug {
            addresses.add_article(outcome.file.lang, slug.clone(), outcome.state);
        }
        let published = outcome.source.as_ref().filter(|_| outcome.state == State::Published);
        if let Some(source) = published {
            addresses.add_month(outcome.file.lang, Month::of(source.date.day()));
        }
        for tag in published.map(|source| source.tags.as_slice()).unwrap_or_default() {
            addresses.add_tag(outcome.file.lang, tag.slug.clone());
        }
    }
    diagnostics.extend(public_files(root).filter(|file| addresses.is_taken(file)).map(|file| {
        let message = format!("the file would take the place of {file}, which the build writes");
        Diagnostic::of_file(Path::new(&format!("public{file}")), message, "give it another name, or remove it")
    }));
    let mut reporter: Vec<Reporter> = read.iter().map(|_| Reporter::default()).collect();
    let mut owners = HashMap::new();
    for (outcome, reporter) in read.iter().zip(&mut reporter) {
        aliases(outcome, &mut addresses, &mut owners, reporter);
    }
    for (outcome, reporter) in read.iter().zip(&mut reporter) {
        for link in &outcome.links {
            if let Err((message, help)) = addresses.check(&link.path, outcome.state) {
                reporter.at(link.span.clone(), message, help);
            }
        }
    }
    for (outcome, reporter) in read.iter().zip(reporter) {
        if !reporter.is_empty() {
            // What is wrong is seldom: the text is read again for it.
            let text = article::load(root, &outcome.file.file).unwrap_or_default();
            diagnostics.extend(reporter.into_diagnostics(&outcome.file.file, &text));
        }
    }
    diagnostics
}

/// Articles that would have one address.
fn doubles(read: &[Outcome]) -> Vec<Diagnostic> {
    let mut known = HashMap::new();
    let mut diagnostics = Vec::new();
    for outcome in read {
        let Some(slug) = &outcome.file.slug else { continue };
        if let Some(first) = known.insert((outcome.file.lang, slug), &outcome.file.file) {
            diagnostics.push(Diagnostic::of_file(
                &outcome.file.file,
                format!("the slug \"{slug}\" is taken in this language by {}", first.display()),
                "rename one of the two files",
            ));
        }
    }
    diagnostics
}

/// Checks the old addresses of an article, and adds them to those that may be linked.
fn aliases<'a>(
    outcome: &'a Outcome,
    addresses: &mut Addresses,
    owners: &mut HashMap<String, &'a Path>,
    reporter: &mut Reporter,
) {
    for alias in &outcome.aliases {
        let (path, span) = (alias.value.as_str(), alias.span.clone());
        if let Some((message, help)) = alias_error(path) {
            reporter.at(span, message, help);
        } else if let Some((message, help)) = addresses.spoken_for(path) {
            reporter.at(span, message, help);
        } else if !addresses.add_alias(path) {
            let owner = owners.get(&folded(path)).map(|file| file.display().to_string());
            reporter.at(
                span,
                format!(
                    "the alias \"{path}\" is there twice, in whatever case, first in {}",
                    owner.unwrap_or_default()
                ),
                "keep it in the article that the old address stood for",
            );
        } else {
            owners.insert(folded(path), &outcome.file.file);
        }
    }
}
