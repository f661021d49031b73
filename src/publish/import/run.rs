//! An import, from the export to the newsroom's files.

use std::path::{Path, PathBuf};

use super::article::{Body, ImportedArticle};
use super::body::{self, Text};
use super::dom;
use super::fault::fault;
use super::fetch::MediaClient;
use super::head::Head;
use super::links::{self, OldSite};
use super::media::Media;
use super::plan::{Heads, Plan, Planned, old_path};
use super::report::Report;
use super::sections::Sections;
use super::source::{Pass, Record, Source};
use super::state::State;
use super::store::{Outcome, put};
use super::targets::ArticleTargets;
use crate::publish::config::Config;
use crate::publish::diagnostic::Diagnostics;
use crate::publish::missing_alt;
use crate::publish::progress::{Progress, Step};
use crate::publish::source::read_config_only;
use crate::publish::translit::slugify;
use crate::routes::{Address, Route};
use crate::values::{DateTime, Lang};

/// The longest tag, in characters, and the largest file of an article, in bytes: what `check` takes.
const LONGEST_TAG: usize = 60;
const LARGEST: usize = 2 * 1024 * 1024;

/// The most views that are believed.
const MOST_VIEWS: u64 = 999_999_999;

/// What an import is asked for.
pub struct Options<'a> {
    /// The newsroom.
    pub root: &'a Path,
    /// Folders with the pictures and files of the old site.
    pub media: &'a [PathBuf],
    /// Fetches what the folders do not have.
    pub client: Option<&'a dyn MediaClient>,
    /// The address of the old site, where the export does not say it.
    pub site: Option<&'a str>,
    /// The language of articles that do not say theirs; the paper's own if not given.
    pub lang: Option<Lang>,
    /// Says what would be done, and writes nothing.
    pub dry_run: bool,
    /// In seconds since 1970-01-01T00:00Z: what is later is scheduled.
    pub now: i64,
}

/// Imports an export.
///
/// # Errors
/// `site.toml` has faults, the export is broken, or a file cannot be read or written. What was written by then stays, and the
/// next import goes on from there.
pub fn run(source: &mut dyn Source, options: &Options<'_>, progress: &dyn Progress) -> Result<Report, Diagnostics> {
    let config = read_config_only(options.root)?;
    let lang = options.lang.unwrap_or(config.default_language);
    if !config.languages.contains(&lang) {
        let message = format!("\"{lang}\" is no language of the paper");
        return Err(fault(Path::new("site.toml"), 0, message, "add it to `[[languages]]`, or leave `--lang` out"));
    }
    let mut report = Report { dry_run: options.dry_run, ..Report::default() };
    progress.begin(Step::ImportHeads, 0);
    let heads = read_heads(source, options, &config, lang, &mut report, progress)?;
    let site = OldSite::new(options.site.map(str::to_owned).or_else(|| source.site()).as_deref());
    let state = State::open(options.root, options.dry_run)?;
    let plan = heads.plan(options.root, &config, source.name(), &site, &state);
    let sections = Sections::read(options.root, &config)?;
    note_sections(&sections, &config, &plan, options, &mut report)?;
    let folders: Vec<PathBuf> = options.media.iter().cloned().chain(source.media_folders()).collect();
    let media = Media::new(options.root, &folders, site.clone(), options.client, options.dry_run);
    progress.begin(Step::ImportTexts, plan.len());
    let name = source.name();
    let mut import = Import {
        options,
        config: &config,
        lang,
        name,
        site: &site,
        plan: &plan,
        sections: &sections,
        state,
        media,
        report,
        aliases: std::collections::HashSet::new(),
        done: std::collections::HashSet::new(),
    };
    source.read(Pass::Texts, &mut |record| {
        if let Record::Article(article) = record {
            import.article(*article)?;
            progress.advance();
        }
        Ok(())
    })?;
    let Import { mut report, media, .. } = import;
    media.finish();
    report.files_copied = media.copied;
    report.files_kept = media.kept;
    report.files_missing = media.missing;
    Ok(report)
}

/// The first pass: what there is, and what is not carried.
fn read_heads(
    source: &mut dyn Source,
    options: &Options<'_>,
    config: &Config,
    lang: Lang,
    report: &mut Report,
    progress: &dyn Progress,
) -> Result<Heads, Diagnostics> {
    let mut heads = Heads::default();
    source.read(Pass::Heads, &mut |record| {
        progress.advance();
        match record {
            Record::Article(article) => {
                let Some(date) = date_of(&article, config) else { return Ok(()) };
                let lang = article.lang.unwrap_or(lang);
                if !config.languages.contains(&lang) {
                    report.left_out += 1;
                    let reason = format!("left out: the paper has no language \"{lang}\", add it to site.toml");
                    report.line(&article.id, &article.title, reason);
                } else if !heads.add(&article, lang, date, options.now) {
                    report.left_out += 1;
                    report.line(&article.id, &article.title, "left out: the export has this id twice");
                }
            }
            Record::LeftOut { id, title, reason } => {
                report.left_out += 1;
                report.line(&id, &title, format!("left out: {reason}"));
            }
            Record::Note { about, text } => report.line(&about, "", text),
        }
        Ok(())
    })?;
    Ok(heads)
}

/// Writes `sections.toml` the first time, and says which categories have no section.
fn note_sections(
    sections: &Sections,
    config: &Config,
    plan: &Plan,
    options: &Options<'_>,
    report: &mut Report,
) -> Result<(), Diagnostics> {
    if !sections.is_written && !plan.categories.is_empty() {
        if !options.dry_run {
            sections.write(options.root, config, &plan.categories)?;
        }
        report.line(
            super::sections::NAME,
            "",
            "written with the categories that were found: edit it, and import again",
        );
    }
    for (category, articles) in &plan.categories {
        if sections.of(config, category).is_none() {
            let what = format!("a category of {articles} articles without a section: it stays a tag");
            report.line(super::sections::NAME, category, what);
        }
    }
    Ok(())
}

/// The date of an article; one without any is a draft of 1970, which the report says.
fn date_of(article: &ImportedArticle, config: &Config) -> Option<DateTime> {
    article.date.or(article.updated).or_else(|| DateTime::at(0, config.utc_offset))
}

struct Import<'a> {
    options: &'a Options<'a>,
    config: &'a Config,
    lang: Lang,
    name: &'static str,
    site: &'a OldSite,
    plan: &'a Plan,
    sections: &'a Sections,
    state: State,
    media: Media<'a>,
    report: Report,
    /// Old addresses that articles of this import have.
    aliases: std::collections::HashSet<String>,
    done: std::collections::HashSet<String>,
}

impl Import<'_> {
    fn article(&mut self, article: ImportedArticle) -> Result<(), Diagnostics> {
        let (plan, config) = (self.plan, self.config);
        // One that was left out in the first pass has no place; of two with one id the first was carried.
        let Some(place) = plan.place(&article.id) else { return Ok(()) };
        let lang = article.lang.unwrap_or(self.lang);
        if place.lang != lang || !self.done.insert(article.id.clone()) {
            return Ok(());
        }
        let (id, title) = (article.id.clone(), article.title.clone());
        let (Body::Html(written) | Body::Markdown(written)) = &article.body;
        if written.len() > 4 * LARGEST {
            self.report.left_out += 1;
            self.report.line(&id, &title, format!("left out: its text has {} bytes", written.len()));
            return Ok(());
        }
        let mut targets = ArticleTargets::new(
            self.site,
            &plan.links,
            &mut self.media,
            &mut self.state,
            place,
            article.source_path.iter().chain(article.addresses.first()).cloned().collect(),
        );
        let has_summary = article.summary.as_ref().is_some_and(|summary| !summary.trim().is_empty());
        let text = body::convert(&article.body, has_summary, lang, &mut targets);
        let cover = article.cover.as_ref().and_then(|cover| {
            use body::rewrite::{PictureTarget, Targets};
            match targets.picture(&cover.src) {
                PictureTarget::Own(path) => {
                    let alt = cover.alt.as_deref().or(cover.caption.as_deref()).map(dom::words);
                    let alt = alt.filter(|alt| !alt.is_empty()).unwrap_or_else(|| missing_alt::mark(lang).to_owned());
                    let credit = cover.credit.as_deref().map(dom::one_line).filter(|credit| !credit.is_empty());
                    Some((path, alt, credit))
                }
                PictureTarget::Link(_) | PictureTarget::Nowhere => None,
            }
        });
        let (target_notes, failure) = targets.finish();
        if let Some(failure) = failure {
            return Err(failure);
        }
        let notes = article.notes.iter().chain(&text.notes).chain(&target_notes);
        for note in notes {
            self.report.line(&id, &title, note);
        }
        let Some(head) = self.head(article, place, &text, cover, config) else { return Ok(()) };
        let file = head.file(&text.markdown);
        if file.len() > LARGEST {
            self.report.left_out += 1;
            self.report.line(
                &id,
                &title,
                format!("left out: its file would have {} bytes, more than {LARGEST}", file.len()),
            );
            return Ok(());
        }
        self.write(&id, &title, &head, place, &file)
    }

    fn write(&mut self, id: &str, title: &str, head: &Head, place: &Planned, file: &str) -> Result<(), Diagnostics> {
        let key = format!("{}:{id}", self.name);
        let outcome = put(self.options.root, &mut self.state, self.options.dry_run, &key, &place.file, file)?;
        let report = &mut self.report;
        report.articles += 1;
        report.drafts += usize::from(head.draft);
        report.scheduled += usize::from(!head.draft && head.date.instant() > self.options.now);
        report.views += head.views;
        report.aliases += head.aliases.len();
        match outcome {
            Outcome::Written => report.written += 1,
            Outcome::Rewritten => report.rewritten += 1,
            Outcome::Unchanged => report.unchanged += 1,
            Outcome::Edited(why) => {
                report.edited += 1;
                report.line(id, title, format!("{} was left as it is: {why}", place.file.display()));
            }
        }
        Ok(())
    }

    /// The front matter of an article; none where it has neither headline nor text.
    fn head(
        &mut self,
        article: ImportedArticle,
        place: &Planned,
        text: &Text,
        cover: Option<(String, String, Option<String>)>,
        config: &Config,
    ) -> Option<Head> {
        let id = article.id.clone();
        let title = self.title(&article, text)?;
        let mut draft = article.draft;
        let date = date_of(&article, config)?;
        if article.date.or(article.updated).is_none() {
            draft = true;
            self.report.line(&id, &title, "it has no date: it became a draft of 1970");
        }
        let updated = article.updated.filter(|updated| article.date.is_some() && updated.instant() > date.instant());
        let (section, mut tags) = self.sections.choose(config, &article.categories);
        tags.extend(article.tags.iter().cloned());
        let tags = self.tags(&id, &title, tags);
        let summary = article.summary.as_deref().map(dom::one_line).filter(|summary| !summary.is_empty());
        let names = article.authors.iter().map(|name| dom::words(name)).filter(|name| !name.is_empty());
        let mut authors: Vec<String> = Vec::new();
        for name in names {
            if !authors.contains(&name) {
                authors.push(name);
            }
        }
        Some(Head {
            date,
            updated,
            section,
            tags,
            summary: summary.or_else(|| text.lead.clone()),
            authors,
            organisation: article.organisation.as_deref().map(dom::one_line).filter(|name| !name.is_empty()),
            cover,
            views: article.views.min(MOST_VIEWS),
            pinned: article.pinned,
            draft,
            aliases: self.aliases(&article, &title, place),
            title,
        })
    }

    fn title(&mut self, article: &ImportedArticle, text: &Text) -> Option<String> {
        let title = dom::one_line(&article.title);
        if !title.is_empty() {
            return Some(title);
        }
        let plain = if let Body::Html(html) = &article.body { dom::words(html) } else { dom::one_line(&text.markdown) };
        if plain.is_empty() {
            self.report.left_out += 1;
            self.report.line(&article.id, "", "left out: it has neither a headline nor a text");
            return None;
        }
        let words: Vec<&str> = plain.split(' ').take(8).collect();
        let title: String = words.join(" ").chars().take(80).collect();
        self.report.line(&article.id, "", format!("it has no headline: \"{title}\" was taken from its text"));
        Some(title)
    }

    /// Tags that `check` takes, each once.
    fn tags(&mut self, id: &str, title: &str, tags: Vec<String>) -> Vec<String> {
        let mut known: Vec<String> = Vec::new();
        let mut kept = Vec::new();
        for tag in tags {
            let tag = dom::words(&tag);
            match slugify(&tag) {
                _ if tag.chars().count() > LONGEST_TAG => {
                    self.report.line(
                        id,
                        title,
                        format!("a tag of more than {LONGEST_TAG} characters was left out: {tag}"),
                    );
                }
                None => {
                    self.report.line(id, title, format!("a tag without a letter for addresses was left out: \"{tag}\""))
                }
                Some(slug) if known.iter().any(|known| known == slug.as_str()) => {}
                Some(slug) => {
                    known.push(slug.to_string());
                    kept.push(tag);
                }
            }
        }
        kept
    }

    /// Old addresses that can lead to the article.
    fn aliases(&mut self, article: &ImportedArticle, title: &str, place: &Planned) -> Vec<String> {
        let mut aliases = Vec::new();
        for address in &article.addresses {
            let Some(path) = old_path(self.site, address) else {
                self.report.line(&article.id, title, format!("an address of another site leads nowhere: {address}"));
                continue;
            };
            let key = links::key(&path);
            if key == links::key(&place.path) {
                continue;
            }
            let page = Address::parse(path.split('?').next().unwrap_or_default(), self.config.default_language);
            let is_page = !path.contains('?') && page.is_some_and(|page| page.route != Route::NotFound);
            let alias =
                if is_page { Err("a page of the new site stands there".to_owned()) } else { links::alias(&path) };
            match alias {
                Ok(alias) if self.aliases.insert(key) => aliases.push(alias),
                Ok(_) if aliases.iter().any(|known| links::key(known) == links::key(&path)) => {}
                Ok(alias) => {
                    self.report.line(&article.id, title, format!("{alias} is the address of an earlier article, too"));
                }
                Err(why) => self.report.line(&article.id, title, format!("the old address {path} was left out: {why}")),
            }
        }
        aliases
    }
}
