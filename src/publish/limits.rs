//! What a host takes: a site that is too large for it is built all the same, with a warning.

use std::collections::BTreeMap;
use std::fmt;

use crate::publish::address_table::AddressTable;
use crate::publish::config::Host;
use crate::publish::pictures::SHARE_END;
use crate::publish::precompress::ENDINGS;
use crate::publish::urls::{SHARE_PICTURE, SHARED_FOLDER};

/// The largest share picture that all messengers show, in bytes.
const LARGEST_SHARED: u64 = 300_000;

/// The limits of a host, as it documents them; none where it has none.
#[derive(Clone, Copy, Debug, Default)]
struct Limits {
    /// All files, and what a host says of more.
    files: Option<(u64, &'static str)>,
    /// The files of one folder.
    folder_files: Option<u64>,
    /// The bytes of one file.
    file_bytes: Option<u64>,
    /// The bytes of all files.
    bytes: Option<u64>,
    /// The rules of `_redirects`, and what becomes of more.
    redirects: Option<(usize, &'static str)>,
    /// The characters of a rule of `_redirects`.
    redirect_length: Option<usize>,
    /// The rules of `_headers`.
    headers: Option<usize>,
    /// The characters of a line of `_headers`.
    header_length: Option<usize>,
}

impl Limits {
    fn of(host: Host) -> Limits {
        match host {
            // https://developers.cloudflare.com/pages/platform/limits/, …/configuration/redirects/ and …/headers/
            Host::CloudflarePages => Limits {
                files: Some((20_000, "a paid plan takes 100,000: set PAGES_WRANGLER_MAJOR_VERSION=4 in the project")),
                file_bytes: Some(25 << 20),
                redirects: Some((2_000, "rules after these are passed over")),
                redirect_length: Some(1_000),
                headers: Some(100),
                header_length: Some(2_000),
                ..Limits::default()
            },
            // https://docs.netlify.com/deploy/deploy-overview/ and …/manage/routing/redirects/overview/
            Host::Netlify => Limits {
                folder_files: Some(54_000),
                redirects: Some((10_000, "a deploy with more may fail")),
                ..Limits::default()
            },
            // https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits
            Host::GithubPages => {
                Limits { file_bytes: Some(100 << 20), bytes: Some(1_000_000_000), ..Limits::default() }
            }
            Host::Server => Limits::default(),
        }
    }
}

/// What a host will not take, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What is too much.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "warning: {}\nhelp: {}", self.message, self.help)
    }
}

/// How many rules of `_redirects` a host takes, and of how many characters each.
pub fn redirects(host: Host) -> (usize, usize) {
    let Limits { redirects, redirect_length, .. } = Limits::of(host);
    (redirects.map_or(usize::MAX, |(most, _)| most), redirect_length.unwrap_or(usize::MAX))
}

/// What of a site its host will not take: `files` are all paths with their bytes, `redirects` and `headers` the texts of
/// these files.
pub fn warnings<'a>(
    host: Host,
    files: impl Iterator<Item = (&'a str, u64)> + Clone,
    redirects: &str,
    headers: &str,
) -> Vec<Warning> {
    let limits = Limits::of(host);
    let mut warnings = of_share_pictures(files.clone());
    warnings.extend(of_files(host, limits, files));
    warnings.extend(of_redirects(host, limits, redirects));
    warnings.extend(of_headers(host, limits, headers));
    warnings
}

fn of_files<'a>(host: Host, limits: Limits, files: impl Iterator<Item = (&'a str, u64)> + Clone) -> Vec<Warning> {
    let name = host.name();
    let mut warnings = Vec::new();
    let copies = files.clone().filter(|(path, _)| ENDINGS.iter().any(|ending| path.ends_with(ending))).count();
    let fewer = if copies > 0 {
        format!("build without `--precompress`: this host compresses by itself, and {copies} files are copies")
    } else {
        "lower `headlines` of `[share]` in site.toml, give old articles fewer tags, or choose another host".to_owned()
    };
    let (count, bytes) = files.clone().fold((0, 0), |(count, bytes), (_, more)| (count + 1, bytes + more));
    if let Some((most, more)) = limits.files.filter(|(most, _)| count > *most) {
        warnings.push(Warning {
            message: format!("the site has {count} files, {name} takes {most}"),
            help: format!("{more}; or {fewer}"),
        });
    }
    if let Some(most) = limits.bytes.filter(|most| bytes > *most) {
        let message = format!("the site has {} MB, {name} takes {}", bytes / 1_000_000, most / 1_000_000);
        warnings.push(Warning { message, help: fewer });
    }
    if let Some(most) = limits.file_bytes {
        warnings.extend(files.clone().filter(|(_, bytes)| *bytes > most).map(|(path, bytes)| Warning {
            message: format!("{path} has {bytes} bytes, {name} takes {most} a file"),
            help: "publish it elsewhere, and link to it there".to_owned(),
        }));
    }
    if let Some(most) = limits.folder_files {
        let mut folders: BTreeMap<&str, u64> = BTreeMap::new();
        for (path, _) in files {
            *folders.entry(path.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default() += 1;
        }
        warnings.extend(folders.into_iter().filter(|(_, count)| *count > most).map(|(folder, count)| Warning {
            message: format!("{folder}/ has {count} files, {name} takes {most} in a folder"),
            help: "choose another host".to_owned(),
        }));
    }
    warnings
}

/// Messengers show no picture that is larger: 300 kB for WhatsApp, which documents none.
fn of_share_pictures<'a>(files: impl Iterator<Item = (&'a str, u64)>) -> Vec<Warning> {
    let is_for_sharing =
        |path: &str| path == SHARE_PICTURE || path.ends_with(SHARE_END) || path.starts_with(SHARED_FOLDER);
    let large = files.filter(|(path, bytes)| *bytes > LARGEST_SHARED && is_for_sharing(path));
    let large: Vec<_> = large.collect();
    let Some((path, bytes)) = large.first() else { return Vec::new() };
    let more = match large.len() - 1 {
        0 => String::new(),
        more => format!(", and {more} more like it"),
    };
    vec![Warning {
        message: format!("the share picture {path} has {} kB{more}: messengers show none over 300 kB", bytes / 1000),
        help: "choose a cover with less detail, or a smaller share.png in the newsroom's public/".to_owned(),
    }]
}

fn of_redirects(host: Host, limits: Limits, redirects: &str) -> Vec<Warning> {
    let name = host.name();
    let mut warnings = Vec::new();
    // Some addresses stand there in several spellings, where there is room.
    let rules = AddressTable::parse("", redirects).redirects().len();
    if let Some((most, more)) = limits.redirects.filter(|(most, _)| rules > *most) {
        warnings.push(Warning {
            message: format!("_redirects has {rules} rules, {name} takes {most}: {more}"),
            help: "the last ones are of the oldest articles, whose old addresses lead on by small pages, too: remove \
                   `aliases` that nobody follows any more"
                .to_owned(),
        });
    }
    if let Some(most) = limits.redirect_length {
        let long = redirects.lines().filter(|rule| rule.chars().count() > most);
        warnings.extend(long.filter_map(|rule| rule.split(' ').next()).map(|from| Warning {
            message: format!(
                "the rule of _redirects for {from} is longer than {most} characters, which {name} passes over"
            ),
            help: "nothing need be done, a small page there leads on; or remove the alias".to_owned(),
        }));
    }
    warnings
}

fn of_headers(host: Host, limits: Limits, headers: &str) -> Vec<Warning> {
    let name = host.name();
    let mut warnings = Vec::new();
    let rules = headers.lines().filter(|line| line.starts_with('/')).count();
    if let Some(most) = limits.headers.filter(|most| rules > *most) {
        warnings.push(Warning {
            message: format!("_headers has {rules} rules, {name} takes {most}"),
            help: "choose another host: files without a rule are kept for as long as this one likes".to_owned(),
        });
    }
    if let Some(most) = limits.header_length {
        let long = headers.lines().filter(|line| line.chars().count() > most);
        warnings.extend(long.filter_map(|line| line.split_once(':')).map(|(header, _)| Warning {
            message: format!(
                "{} in _headers is longer than {most} characters, which {name} passes over",
                header.trim()
            ),
            help: "choose another host, or a shorter `endpoint` of `[views]`".to_owned(),
        }));
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A host, files, `_redirects` and `_headers`, and what is said of them.
    type Row<'a> = (Host, Vec<(String, u64)>, String, String, Option<&'a str>);

    fn said(host: Host, files: &[(String, u64)], redirects: &str, headers: &str) -> Vec<String> {
        let files = files.iter().map(|(path, bytes)| (path.as_str(), *bytes));
        warnings(host, files, redirects, headers).iter().map(ToString::to_string).collect()
    }

    fn files(count: u64, bytes: u64) -> Vec<(String, u64)> {
        (0..count).map(|number| (format!("/data/news/{number}.json"), bytes)).collect()
    }

    #[test]
    fn what_is_at_the_limit_is_taken_and_one_more_is_not() {
        let rules = |count: usize| (0..count).map(|n| format!("/old/{n} /news/a/ 301\n")).collect::<String>();
        let long = |length: usize| format!("/{} /news/a/ 301\n", "x".repeat(length - 14));
        let headers = |count: usize| "/a/*\n  A: b\n".repeat(count);
        let line = |length: usize| format!("/*\n  Policy:{}\n", "x".repeat(length - 9));
        let none = String::new();
        let table: [Row<'_>; 15] = [
            (Host::CloudflarePages, files(20_000, 1), rules(2_000), headers(100), None),
            (
                Host::CloudflarePages,
                files(20_001, 1),
                none.clone(),
                none.clone(),
                Some("20001 files, cloudflare-pages takes 20000"),
            ),
            (Host::CloudflarePages, files(1, 25 << 20), long(1_000), line(2_000), None),
            (
                Host::CloudflarePages,
                files(1, (25 << 20) + 1),
                none.clone(),
                none.clone(),
                Some("/data/news/0.json has 26214401 bytes"),
            ),
            (Host::CloudflarePages, Vec::new(), rules(2_001), none.clone(), Some("_redirects has 2001 rules")),
            (Host::CloudflarePages, Vec::new(), long(1_001), none.clone(), Some("longer than 1000 characters")),
            (Host::CloudflarePages, Vec::new(), none.clone(), headers(101), Some("_headers has 101 rules")),
            (
                Host::CloudflarePages,
                Vec::new(),
                none.clone(),
                line(2_001),
                Some("Policy in _headers is longer than 2000"),
            ),
            (Host::Netlify, files(54_000, 1), rules(10_000), headers(500), None),
            (Host::Netlify, files(54_001, 1), none.clone(), none.clone(), Some("/data/news/ has 54001 files")),
            (Host::Netlify, Vec::new(), rules(10_001), none.clone(), Some("_redirects has 10001 rules")),
            (Host::GithubPages, files(10, 100_000_000), rules(20_000), headers(500), None),
            (
                Host::GithubPages,
                files(11, 100_000_000),
                none.clone(),
                none.clone(),
                Some("1100 MB, github-pages takes 1000"),
            ),
            (Host::GithubPages, files(1, (100 << 20) + 1), none.clone(), none.clone(), Some("takes 104857600 a file")),
            (Host::Server, files(200_000, 1 << 30), rules(20_000), headers(500), None),
        ];
        for (host, files, redirects, headers, expected) in table {
            let said = said(host, &files, &redirects, &headers);
            assert_eq!(said.len(), usize::from(expected.is_some()), "{said:?}");
            let text = said.concat();
            assert!(text.contains(expected.unwrap_or_default()), "{text}");
            assert!(said.is_empty() || text.contains("\nhelp: "), "{text}");
        }
    }

    #[test]
    fn share_pictures_that_no_messenger_shows_are_named_together() {
        let file = |path: &str, bytes| (path.to_owned(), bytes);
        let large = [
            file("/media/a.0123456789-share.jpg", 300_001),
            file("/media/share/b.0123456789.png", 400_000),
            file("/media/c.0123456789.jpg", 900_000),
            file("/share.png", 300_000),
        ];
        let said = said(Host::Server, &large, "", "");
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains("a.0123456789-share.jpg has 300 kB, and 1 more like it"), "{said:?}");
    }

    #[test]
    fn compressed_copies_are_named_first() {
        let mut files = files(10_000, 1);
        files.extend((0..11_000).map(|number| (format!("/data/news/{number}.json.br"), 1)));
        let said = said(Host::CloudflarePages, &files, "", "").concat();
        assert!(said.contains("without `--precompress`") && said.contains("11000 files are copies"), "{said}");
    }
}
