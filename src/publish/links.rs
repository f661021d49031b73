//! The addresses that the site will have, and whether a link leads to one of them.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use walkdir::WalkDir;

use crate::publish::config::Config;
use crate::publish::nearest::nearest;
use crate::publish::redirects::split;
use crate::publish::urls::{FAVICON_ICO, FILES, HEADERS, REDIRECTS, RESERVED_FOLDERS, SITEMAP, is_numbered_sitemap};
use crate::routes::{Address, PageNumber, Route, feed_path, manifest_path};
use crate::values::{ArchivePeriod, Lang, Month, Slug, percent_decode};

/// Files at the root of the site that hold the build's own rules.
const RULES: [&str; 2] = [HEADERS, REDIRECTS];

/// Files that a site of ours may have one day: nothing else may get their addresses.
const KEPT_FREE: [&str; 1] = [FAVICON_ICO];

/// Looking for what was meant reads all addresses: for so many links it is done, the others get a plainer help.
const SUGGESTIONS: usize = 20;

/// How an article stands to the site that is being built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It will be there.
    Published,
    /// A draft, or dated in the future: left out.
    LeftOut,
}

/// The addresses of the site.
#[derive(Debug)]
pub struct Addresses {
    default: Lang,
    languages: Vec<Lang>,
    /// Pages, lists by their first one.
    pages: HashMap<Address, State>,
    /// Those of the newsroom, and those that the build writes where the newsroom has none of its own.
    files: HashSet<String>,
    has_own_sitemap: bool,
    kept_free: HashSet<String>,
    aliases: HashSet<String>,
    /// The same without regard to case.
    folded: HashSet<String>,
    suggested: usize,
}

impl Addresses {
    /// The addresses that do not depend on articles, with the files of the newsroom's `public/` folder.
    pub fn new(config: &Config, root: &Path) -> Addresses {
        let mut pages = HashMap::new();
        let mut files: HashSet<String> = FILES.iter().map(|file| (*file).to_owned()).collect();
        let kept_free = KEPT_FREE.iter().chain(&RULES).map(|file| (*file).to_owned()).collect();
        for &lang in &config.languages {
            let mut add = |route| pages.insert(Address { lang, route }, State::Published);
            add(Route::Front(PageNumber::FIRST));
            add(Route::Archive(ArchivePeriod::Ever, PageNumber::FIRST));
            for route in [Route::Popular, Route::Search, Route::Saved] {
                add(route);
            }
            files.insert(feed_path(lang, config.default_language, None));
            files.insert(manifest_path(lang, config.default_language));
            for section in &config.sections {
                add(Route::Section(section.id.clone(), PageNumber::FIRST));
                files.insert(feed_path(lang, config.default_language, Some(&section.id)));
            }
        }
        let mut has_own_sitemap = false;
        for file in public_files(root) {
            has_own_sitemap |= file == SITEMAP;
            files.insert(file);
        }
        let (default, languages) = (config.default_language, config.languages.clone());
        Addresses {
            default,
            languages,
            pages,
            files,
            has_own_sitemap,
            kept_free,
            aliases: HashSet::new(),
            folded: HashSet::new(),
            suggested: 0,
        }
    }

    /// Adds an article. One that is published stays so, whatever a second file of the same slug says.
    pub fn add_article(&mut self, lang: Lang, slug: Slug, state: State) {
        let known = self.pages.entry(Address { lang, route: Route::Article(slug) }).or_insert(state);
        if state == State::Published {
            *known = state;
        }
    }

    /// Adds a tag of a published article.
    pub fn add_tag(&mut self, lang: Lang, tag: Slug) {
        self.pages.insert(Address { lang, route: Route::Tag(tag, PageNumber::FIRST) }, State::Published);
    }

    /// Adds the year and the month in which an article was published.
    pub fn add_month(&mut self, lang: Lang, month: Month) {
        for span in [ArchivePeriod::Year(month.year()), ArchivePeriod::Month(month)] {
            let route = Route::Archive(span, PageNumber::FIRST);
            self.pages.insert(Address { lang, route }, State::Published);
        }
    }

    /// Adds an old address; `false` where it is taken by another one. One that differs by case alone is another one to some
    /// hosts, and the same to others, which then do not start.
    pub fn add_alias(&mut self, path: &str) -> bool {
        if !path.contains('?') {
            self.aliases.insert(path.trim_end_matches('/').to_owned());
        }
        self.folded.insert(folded(path))
    }

    /// Whether a page or file of the site has this path.
    fn holds(&self, path: &str) -> bool {
        self.page(path).is_some() || self.files.contains(path) || self.files.contains(&percent_decode(path))
    }

    /// Why an old address may not be this path: because it is another one's, or differs from it by case alone.
    pub fn spoken_for(&self, alias: &str) -> Option<(String, String)> {
        let (path, query) = split(alias);
        // A page can look up a query.
        if query.is_some() && self.page(path) == Some(State::Published) {
            return None;
        }
        let is_taken = |path: &str| self.holds(path) || self.kept_free.contains(path) || is_numbered_sitemap(path);
        // However its letters are written, it is the same address.
        if is_taken(path) || is_taken(&percent_decode(path)) {
            return Some((
                format!("the alias \"{alias}\" is the address of a page or file of the site"),
                "remove it: an old address cannot lead elsewhere while something stands there".to_owned(),
            ));
        }
        let lower = percent_decode(path).to_lowercase();
        is_taken(&lower).then(|| {
            let message = format!("the alias \"{alias}\" differs from the address {lower} of the site by case alone");
            let help =
                "remove it: hosts that do not tell case apart lead from the one to the other for ever".to_owned();
            (message, help)
        })
    }

    /// Whether a file of the newsroom's `public/` would take the place of something that the build writes.
    pub fn is_taken(&self, file: &str) -> bool {
        let page = Address::parse(file, self.default);
        page.is_some_and(|page| page.route == Route::NotFound)
            || self.page(file).is_some()
            || RULES.contains(&file)
            || reserved(file).is_some()
            // How many of them there are is the build's affair; a newsroom that writes its own index may name its own.
            || is_numbered_sitemap(file) && !self.has_own_sitemap
    }

    /// Checks a link of an article; an article that is left out itself may link to another that is.
    pub fn check(&mut self, path: &str, from: State) -> Result<(), (String, String)> {
        match self.page(path) {
            Some(State::Published) => return Ok(()),
            Some(State::LeftOut) if from == State::LeftOut => return Ok(()),
            Some(State::LeftOut) => {
                return Err((
                    format!("the link leads to {path}, which is a draft or dated in the future"),
                    "take the link out until that article is published".to_owned(),
                ));
            }
            None => {}
        }
        if self.holds(path) || self.aliases.contains(percent_decode(path).trim_end_matches('/')) {
            return Ok(());
        }
        let help = match self.suggestion(path) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "link to a page that exists, or put the file into the newsroom's public/ folder".to_owned(),
        };
        Err((format!("the link leads to {path}, which is not there"), help))
    }

    fn page(&self, path: &str) -> Option<State> {
        let mut address = Address::parse(path, self.default)?;
        // How many pages a list has is the build's affair.
        match &mut address.route {
            Route::Front(number) | Route::Section(_, number) | Route::Tag(_, number) | Route::Archive(_, number) => {
                *number = PageNumber::FIRST;
            }
            Route::Article(_) | Route::Popular | Route::Search | Route::Saved | Route::NotFound => {}
        }
        self.pages.get(&address).copied()
    }

    /// The address that was probably meant.
    fn suggestion(&mut self, path: &str) -> Option<String> {
        if let Some(known) = self.translation(path) {
            return Some(known);
        }
        self.suggested += 1;
        if self.suggested > SUGGESTIONS {
            return None;
        }
        let published = self.pages.iter().filter(|(_, state)| **state == State::Published);
        let paths: Vec<String> = published.map(|(address, _)| address.path(self.default)).collect();
        let spelled = format!("{}/", path.trim_end_matches('/'));
        let known = paths.iter().map(String::as_str).chain(self.files.iter().map(String::as_str));
        nearest(&spelled, known).map(str::to_owned)
    }

    /// The same page under the address of a language that has it: `/ru/news/a/` for `/news/a/`, and the other way round.
    fn translation(&self, path: &str) -> Option<String> {
        let bare = path.strip_prefix('/')?;
        let (code, rest) = bare.split_once('/').unwrap_or((bare, ""));
        let rest = Lang::from_code(code).map_or(bare, |_| rest);
        let route = Address::parse(&format!("/{rest}"), self.default)?.route;
        let addresses = self.languages.iter().map(|&lang| Address { lang, route: route.clone() });
        let mut known = addresses.filter(|address| self.pages.get(address) == Some(&State::Published));
        known.next().map(|address| address.path(self.default))
    }
}

/// The newsroom's files that are copied to the site as they are, by their path there, in order.
pub fn public_files(root: &Path) -> impl Iterator<Item = String> {
    let public = root.join("public");
    let files = WalkDir::new(&public).sort_by_file_name().into_iter().flatten();
    files.filter(|entry| entry.file_type().is_file()).filter_map(move |entry| {
        let path = entry.path().strip_prefix(&public).ok()?;
        Some(format!("/{}", path.to_string_lossy().replace('\\', "/")))
    })
}

/// The folder of the build's own that a path lies in.
fn reserved(path: &str) -> Option<&'static str> {
    let holds = |folder: &&str| path.strip_prefix(*folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    RESERVED_FOLDERS.into_iter().find(holds)
}

/// An old address as it is compared: decoded, without a slash at the end of its path, without regard to case.
pub fn folded(alias: &str) -> String {
    let (path, query) = split(alias);
    let path = percent_decode(path).trim_end_matches('/').to_lowercase();
    query.map_or_else(|| path.clone(), |query| format!("{path}?{query}"))
}

/// What is wrong with the form of an old address: message and help.
pub fn alias_error(alias: &str) -> Option<(String, String)> {
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}*".contains(c);
    let plain = percent_decode(split(alias).0);
    let (diagnostic, help) = if alias.contains("://") || !alias.starts_with('/') || alias.starts_with("//") {
        ("is no path of this site", "begin it with one `/`: `/old/path/123`".to_owned())
    } else if let Some((path, _)) = alias.split_once('#') {
        ("has a fragment, which no browser sends", format!("write it without: `{path}`"))
    } else if let Some((path, "")) = alias.split_once('?') {
        ("has a query without anything in it", format!("write the path alone: `{path}`"))
    } else if plain.split('/').any(|part| part == ".." || part == ".") || plain.contains("//") {
        ("is not a plain path", "write it without `.`, `..` and `//`".to_owned())
    } else if let Some(sign) = alias.chars().find(|c| forbidden(*c)).or_else(|| plain.chars().find(|c| c.is_control()))
    {
        ("holds a sign that no address has", format!("write {sign:?} percent-encoded, as the browser shows it"))
    } else if let Some(folder) = reserved(&plain) {
        ("lies where the build puts its own files", format!("choose an address outside of {folder}/"))
    } else {
        return None;
    };
    Some((format!("the alias \"{alias}\" {diagnostic}"), help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_are_plain_paths() {
        for alias in [
            "/old/path/123",
            "/node/5.html",
            "/ru/новость",
            "/media-2019/a",
            "/a:b",
            "/index.php?id=1",
            "/?p=123&x=/media/",
        ] {
            assert_eq!(alias_error(alias), None, "{alias}");
        }
        for (alias, message) in [
            ("old/path", "no path"),
            ("https://e.org/x", "no path"),
            ("//e.org/x", "no path"),
            ("/index.php?", "query"),
            ("/media/?id=1", "build"),
            ("/a?b c", "sign"),
            ("/a#b", "fragment"),
            ("/a/../b", "plain path"),
            ("/a//b", "plain path"),
            ("/a/%2e%2e/%2E%2E/b", "plain path"),
            ("/%6dedia/x", "build"),
            ("/a b", "sign"),
            ("/a%00b", "sign"),
            ("/*", "sign"),
            ("/data/x", "build"),
            ("/media", "build"),
            ("/assets/", "build"),
        ] {
            let (error, _) = alias_error(alias).unwrap_or_default();
            assert!(error.contains(message), "{alias}: {error}");
        }
    }
}
