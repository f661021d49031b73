//! What a site is as a whole: complete, sound, reproducible, swapped in at once.

use std::collections::BTreeSet;
use std::path::Path;

use habarshy::publish::build::{Options, build};
use habarshy::publish::build_error::BuildError;
use habarshy::publish::client_files::files_below;
use habarshy::publish::source::Choice;
use habarshy::values::DateTime;
use scraper::{Html, Selector};

use crate::fixture::{Fixture, NOW, SITE, Site, article, paper_of, texts, values};

/// The newsroom of this repository, at a moment when all of it is published.
pub fn demo() -> Site {
    let now = DateTime::parse("2026-12-31T12:00:00+05:00").expect("a date").instant();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Fixture::empty().publish_from(root, now).unwrap_or_else(|error| panic!("{error}"))
}

/// The paths of a site's HTML files.
fn documents(site: &Site) -> Vec<String> {
    site.files().into_keys().filter(|path| path.ends_with(".html")).collect()
}

/// Every address that a document leads to or loads, as a path of the site with its fragment. Other sites' are left out.
fn targets(page: &Html, base_url: &str) -> BTreeSet<String> {
    let linked = values(page, "[href]", "href").into_iter();
    let loaded =
        ["src", "data-client", "data-wasm"].into_iter().flat_map(|name| values(page, &format!("[{name}]"), name));
    let shared = values(page, "meta[property='og:image'], meta[property='og:url']", "content");
    let all = linked.chain(loaded).chain(shared);
    let own = all.filter_map(|url| {
        url.strip_prefix(base_url).map(str::to_owned).or_else(|| url.starts_with(['/', '#']).then_some(url))
    });
    own.collect()
}

#[test]
fn every_address_of_the_demo_leads_somewhere() {
    let site = demo();
    let files = site.files();
    let redirects: BTreeSet<String> =
        site.text("/_redirects").lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect();
    assert!(!redirects.is_empty(), "the demo has old addresses");
    let mut checked = 0;
    for document in documents(&site) {
        let page = site.page(&document);
        for target in targets(&page, "https://habarshy.example") {
            let (path, fragment) = target.split_once('#').unwrap_or((&target, ""));
            let file = match path {
                "" => document.clone(),
                _ if path.ends_with('/') => format!("{path}index.html"),
                _ => path.to_owned(),
            };
            assert!(files.contains_key(&file) || redirects.contains(path), "{document} leads to {target}");
            if !fragment.is_empty() {
                let id = Selector::parse(&format!("[id='{fragment}']")).expect("a selector");
                assert!(site.page(&file).select(&id).next().is_some(), "{document} leads to {target}");
            }
            checked += 1;
        }
    }
    assert!(checked > 2_000, "only {checked} addresses were seen");
}

#[test]
fn every_json_document_keeps_to_the_schema() {
    let site = demo();
    let schema = serde_json::from_str(&site.text("/schema/page.schema.json")).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let documents: Vec<_> = site.files().into_iter().filter(|(path, _)| path.starts_with("/data/")).collect();
    assert!(documents.len() > 80, "only {} documents", documents.len());
    let mut builds = BTreeSet::new();
    for (path, bytes) in documents {
        let json: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let flaws: Vec<_> = schema.iter_errors(&json).map(|error| error.to_string()).collect();
        assert!(flaws.is_empty(), "{path}: {flaws:?}");
        assert_eq!(json["format"], habarshy::model::FORMAT);
        builds.insert(json["build"].to_string());
        // The page of the document, and the document of the page.
        let page = path.trim_start_matches("/data").trim_end_matches(".json").trim_end_matches("/index");
        let html = site.text(&format!("{page}/index.html"));
        assert!(html.contains(&format!("data-build={}", json["build"])), "{path}");
    }
    assert_eq!(builds.len(), 1, "one build has one id: {builds:?}");
    assert!(!schema.is_valid(&serde_json::json!({ "format": 1 })));
}

#[test]
fn a_preview_is_nothing_for_search_engines() {
    let fixture = Fixture::new();
    let options = Options { choice: Choice { now: NOW, drafts: true }, ..fixture.options() };
    build(&options, &()).expect("built");
    let site = Site { folder: options.out, newsroom: fixture };
    for path in ["/", "/news/forum/", "/news/waiting/"] {
        assert_eq!(values(&site.page(path), "meta[name=robots]", "content"), ["noindex"], "{path}");
    }
    // The same folder, built for readers again.
    let site = site.newsroom.publish();
    assert!(values(&site.page("/news/forum/"), "meta[name=robots]", "content").is_empty());
}

#[test]
fn every_page_has_its_landmarks_and_one_heading() {
    let site = demo();
    for document in documents(&site) {
        let page = site.page(&document);
        if !values(&page, "meta[http-equiv=refresh]", "content").is_empty() {
            continue;
        }
        assert_eq!(texts(&page, "main").len(), 1, "{document}");
        let headings = texts(&page, "main h1");
        assert!(headings.len() == 1 && !headings[0].is_empty(), "{document}: {headings:?}");
        let lang = values(&page, "html", "lang");
        let expected = ["kk", "en"].into_iter().find(|code| document.starts_with(&format!("/{code}/"))).unwrap_or("ru");
        assert_eq!(lang, [expected], "{document}");
        let ids = values(&page, "[id]", "id");
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{document} has an id twice");
        for card in page.select(&Selector::parse("main article.card").expect("a selector")) {
            let of = |selector: &str| card.select(&Selector::parse(selector).expect("a selector")).count();
            assert_eq!((of("a[href]"), of("time[datetime]"), of("[data-views]")), (1, 1, 1), "{document}");
        }
        for picture in page.select(&Selector::parse("img").expect("a selector")) {
            let known = |name: &str| picture.attr(name).is_some();
            assert!(known("alt") && known("width") && known("height"), "{document}: {}", picture.html());
        }
    }
}

#[test]
fn equal_input_gives_equal_bytes_on_any_number_of_threads() {
    let files = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| paper_of(45).publish().files())
    };
    let (one, many) = (files(1), files(4));
    assert_eq!(one.keys().collect::<Vec<_>>(), many.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(many.get(path) == Some(bytes), "{path} differs");
    }
}

#[test]
fn a_failed_build_leaves_the_old_site() {
    let site = Fixture::new().publish();
    let before = site.files();
    let Site { folder, newsroom } = site;
    let newsroom = newsroom.with("content/ru/a.md", "").with("content/ru/forum.md", &article("", "Иначе."));
    let options = newsroom.options();
    assert!(matches!(build(&options, &()), Err(BuildError::Diagnostics(_))));
    let newsroom = newsroom.with("content/ru/a.md", &article("", "Текст."));
    std::fs::remove_file(options.client.join("client.wasm")).expect("removed");
    let error = build(&options, &()).expect_err("the client is not whole");
    assert!(error.to_string().contains("client.wasm"), "{error}");
    let left: Vec<_> = std::fs::read_dir(newsroom.root()).expect("a folder").flatten().collect();
    let hidden = left.iter().filter(|entry| entry.file_name().to_string_lossy().starts_with('.'));
    assert_eq!(hidden.count(), 0, "a half-written site is left behind: {left:?}");
    let site = Site { folder, newsroom };
    assert!(site.files() == before, "the old site has changed");
    // And once all is well again, the new one stands in its place.
    build(&site.newsroom.options(), &()).expect("built");
    assert!(site.has("/news/a/index.html"));
    assert!(site.text("/news/forum/index.html").contains("Иначе."));
}

#[test]
fn what_an_article_was_goes_with_it() {
    let Site { folder, newsroom } = Fixture::new().with("content/ru/a.md", &article("", "Текст.")).publish();
    std::fs::remove_file(newsroom.root().join("content/ru/a.md")).expect("removed");
    build(&newsroom.options(), &()).expect("built");
    let site = Site { folder, newsroom };
    assert!(!site.has("/news/a/index.html") && !site.has("/data/news/a.json"));
    assert!(site.has("/news/forum/index.html"));
}

#[test]
fn a_folder_that_is_no_site_is_not_replaced() {
    let fixture = Fixture::new().with("out/thesis.txt", "years of work");
    let error = build(&fixture.options(), &()).expect_err("refused");
    assert!(error.to_string().contains("something else than a built site"), "{error}");
    let mut options = fixture.options();
    options.out = fixture.root().to_owned();
    assert!(matches!(build(&options, &()), Err(BuildError::OutHoldsSource { .. })), "the newsroom itself");
    assert_eq!(std::fs::read_to_string(fixture.root().join("out/thesis.txt")).expect("there"), "years of work");
}

#[test]
fn an_empty_paper_says_so_in_each_language() {
    let site = Fixture::empty().with("site.toml", crate::fixture::SITE).with("content/ru/.keep", "").publish();
    for (path, expected) in
        [("/", "Здесь пока нет материалов"), ("/kk/", "әзірге"), ("/section/sport/", "Здесь пока нет материалов")]
    {
        let empty = texts(&site.page(path), "main .empty");
        assert!(empty.len() == 1 && empty[0].contains(expected), "{path}: {empty:?}");
    }
    assert!(site.has("/404.html") && site.has("/kk/404.html"));
}

#[test]
fn drafts_and_the_future_come_out_when_asked_for() {
    let later = article("", "Позже.").replace("2024-04-19", "2030-01-01");
    let fixture = Fixture::new().with("content/ru/later.md", &later);
    let mut options = fixture.options();
    build(&options, &()).expect("built");
    let there = |slug: &str| options.out.join(format!("news/{slug}/index.html")).is_file();
    assert_eq!((there("forum"), there("waiting"), there("later")), (true, false, false));
    options.choice.now = DateTime::parse("2030-01-01T09:00:00+05:00").expect("a date").instant();
    build(&options, &()).expect("built");
    let there = |slug: &str| options.out.join(format!("news/{slug}/index.html")).is_file();
    assert_eq!((there("waiting"), there("later")), (false, true), "an article is out from its very second");
    options.choice.drafts = true;
    build(&options, &()).expect("built");
    assert!(options.out.join("news/waiting/index.html").is_file());
}

#[test]
fn a_newsrooms_own_files_go_with_the_site_and_win_over_the_clients() {
    let site = Fixture::new().with("public/favicon.svg", "<svg>own</svg>").publish();
    assert_eq!(site.text("/files/plan.pdf"), "%PDF");
    assert_eq!(site.text("/favicon.svg"), "<svg>own</svg>");
    assert_eq!(site.text("/share.png"), "a picture");
}

#[test]
fn old_addresses_lead_on_without_a_server_too() {
    let aliases = "aliases = [\"/node/5\", \"/old/a.html\", \"/%D0%B0\"]";
    let site = Fixture::new().with("content/kk/a.md", &article(aliases, "Мәтін.")).publish();
    assert_eq!(
        site.text("/_redirects"),
        "/node/5 /kk/news/a/ 301\n/old/a.html /kk/news/a/ 301\n/%D0%B0 /kk/news/a/ 301\n\
         /%d0%b0 /kk/news/a/ 301\n/node/5/ /kk/news/a/ 301\n/%D0%B0/ /kk/news/a/ 301\n"
    );
    for file in ["/node/5/index.html", "/old/a.html", "/а/index.html"] {
        let page = site.page(file);
        assert_eq!(values(&page, "meta[http-equiv=refresh]", "content"), ["0; url=/kk/news/a/"], "{file}");
        assert_eq!(values(&page, "a", "href"), ["/kk/news/a/"]);
        assert_eq!(values(&page, "html", "lang"), ["kk"]);
    }
}

#[test]
fn the_rules_of_the_newest_articles_come_first() {
    let of = |year: &str, alias: &str| article(&format!("aliases = [\"{alias}\"]"), "Текст.").replace("2024", year);
    let site = Fixture::new()
        .with("content/ru/a.md", &of("2021", "/1"))
        .with("content/kk/b.md", &of("2023", "/z:z"))
        .with("content/ru/c.md", &of("2022", "/2"))
        .publish();
    let rules = "/z%3Az /kk/news/b/ 301\n/2 /news/c/ 301\n/1 /news/a/ 301\n";
    let spellings = "/z%3az /kk/news/b/ 301\n/z%3Az/ /kk/news/b/ 301\n/2/ /news/c/ 301\n/1/ /news/a/ 301\n";
    assert_eq!(site.text("/_redirects"), [rules, spellings].concat());
    assert!(site.has("/z:z/index.html"));
}

#[test]
fn a_build_says_what_its_host_will_not_take() {
    let aliases: Vec<String> = (0..2_001).map(|number| format!("\"/node/{number}\"")).collect();
    let text = article(&format!("aliases = [{}]", aliases.join(", ")), "Текст.");
    for (host, said) in [("cloudflare-pages", 1), ("netlify", 0), ("github-pages", 0), ("server", 0)] {
        let fixture = Fixture::new()
            .with("site.toml", &format!("{SITE}\n[deploy]\nhost = \"{host}\"\n"))
            .with("content/ru/a.md", &text);
        let summary = build(&fixture.options(), &()).expect("built");
        assert_eq!(summary.warnings.len(), said, "{host}: {:?}", summary.warnings);
        let files = files_below(&fixture.options().out).expect("a site");
        assert_eq!(summary.written.files, files.len() as u64);
        let again = build(&fixture.options(), &()).expect("built");
        assert_eq!(again.warnings, summary.warnings, "{host}, with nothing new");
    }
}

#[test]
fn an_old_address_that_looks_like_a_page_sends_the_client_to_the_server() {
    let aliases = "aliases = [\"/news/old/\", \"/kk/section/old\", \"/node/5\"]";
    let site = Fixture::new().with("content/kk/a.md", &article(aliases, "Мәтін.")).publish();
    for file in ["/data/news/old.json", "/data/kk/section/old.json"] {
        assert_eq!(site.text(file), r#"{"format":1,"build":"moved"}"#, "{file}");
    }
    assert!(!site.files().contains_key("/data/node/5.json"));
}
