//! `/sw.js`: what the service worker is told, when it changes, and what takes its place.

use habarshy::publish::build::build;

use crate::fixture::{Fixture, SITE, Site, article, paper_of};

/// What the worker of a site is told of the build.
fn shell(site: &Site) -> serde_json::Value {
    let script = site.text("/sw.js");
    let told = script.lines().next().and_then(|line| line.strip_prefix("const CONFIG=")?.strip_suffix(';'));
    serde_json::from_str(told.unwrap_or_else(|| panic!("{script}"))).expect("JSON")
}

fn pages_register(site: &Site) -> bool {
    site.text("/index.html").contains(" data-worker>")
}

/// Whether `/sw.js` is the one that takes others away.
fn unregisters(site: &Site) -> bool {
    let script = site.text("/sw.js");
    script.contains("registration.unregister()") && script.contains("habarshy:saved") && !script.contains("fetch")
}

#[test]
fn the_worker_knows_every_file_of_the_shell() {
    let site = paper_of(1).publish();
    let shell = shell(&site);
    let files: Vec<&str> = shell["files"].as_array().expect("a list").iter().filter_map(|file| file.as_str()).collect();
    let later: Vec<&str> = shell["later"].as_array().expect("a list").iter().filter_map(|file| file.as_str()).collect();
    for asset in site.files().into_keys().filter(|path| path.starts_with("/assets/")) {
        // What is of no use without a network is kept once it is used.
        let is_later = ["/split_search.", "/split_popular."].iter().any(|name| asset.contains(name));
        assert_eq!(later.contains(&asset.as_str()), is_later, "{asset}");
        assert_eq!(files.contains(&asset.as_str()), !is_later, "{asset}");
    }
    for page in ["/saved/", "/kk/saved/", "/data/saved.json", "/data/kk/saved.json", "/search/", "/data/kk/search.json"]
    {
        assert!(files.contains(&page), "{page}");
    }
    let exists = |path: &str| site.has(path) || site.has(&format!("{path}index.html"));
    assert!(files.iter().all(|path| exists(path)), "{files:?}");
    let bases: Vec<_> = shell["editions"].as_array().expect("a list").iter().map(|edition| &edition["base"]).collect();
    assert_eq!(bases, ["/kk/", "/"], "the root comes last: it has every address");
    assert_eq!(shell["build"], site.data("/saved/")["build"]);
    assert!(pages_register(&site) && site.text("/sw.js").ends_with("// works"));
}

#[test]
fn an_article_changes_nothing_for_the_worker_and_the_client_does() {
    let worker = |fixture: Fixture| fixture.publish().text("/sw.js");
    let plain = worker(paper_of(2));
    assert_eq!(worker(paper_of(3).with("public/plan.pdf", "%PDF")), plain);
    let titled = SITE.replace("Газета", "Вестник");
    assert_ne!(worker(paper_of(2).with("site.toml", &titled)), plain);
}

#[test]
fn the_kill_switch_and_a_preview_take_the_worker_away() {
    let off = Fixture::new().with("site.toml", &format!("{SITE}\n[offline]\nworker = false\n")).publish();
    assert!(unregisters(&off) && !pages_register(&off));
    let on = Fixture::new().with("site.toml", &format!("{SITE}\n[offline]\nworker = true\n")).publish();
    assert!(!unregisters(&on) && pages_register(&on));
    let fixture = Fixture::new();
    let mut options = fixture.options();
    options.choice.drafts = true;
    build(&options, &()).expect("built");
    let preview = Site { folder: options.out, newsroom: fixture };
    assert!(unregisters(&preview) && !pages_register(&preview));
}

#[test]
fn a_worker_of_the_newsrooms_own_is_its_own_affair() {
    let site = Fixture::new().with("public/sw.js", "// ours").publish();
    assert_eq!(site.text("/sw.js"), "// ours");
    assert!(!pages_register(&site));
}

#[test]
fn a_switch_that_is_neither_on_nor_off_is_a_fault() {
    for (line, expected) in [("worker = \"no\"", "`worker`"), ("workers = true", "did you mean `worker`?")] {
        let site = format!("{SITE}\n[offline]\n{line}\n");
        let diagnostics =
            Fixture::new().with("site.toml", &site).with("content/ru/a.md", &article("", "Текст.")).diagnostics();
        assert!(diagnostics.contains("site.toml:") && diagnostics.contains(expected), "{diagnostics}");
    }
}

#[test]
fn the_manifest_names_short_ways_and_the_screenshots_that_exist() {
    let manifest = |site: &Site| -> serde_json::Value {
        serde_json::from_str(&site.text("/kk/manifest.webmanifest")).expect("JSON")
    };
    let bare = manifest(&Fixture::new().publish());
    assert_eq!(bare["screenshots"], serde_json::Value::Null);
    assert_eq!(bare["shortcuts"][0]["url"], "/kk/search/");
    assert_eq!(bare["shortcuts"][1]["url"], "/kk/saved/");
    let shown = manifest(&Fixture::new().with("public/screenshot-wide.webp", "a picture").publish());
    assert_eq!(shown["screenshots"].as_array().map(Vec::len), Some(1));
    assert_eq!(shown["screenshots"][0]["form_factor"], "wide");
}
