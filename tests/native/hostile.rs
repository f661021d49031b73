//! Everything that an editor writes may be meant badly: it stays text.

use std::collections::BTreeSet;

use scraper::{Html, Selector};

use crate::fixture::{Fixture, SITE, article, text, texts, values};

/// What would run, break out or mislead, if it were not escaped.
const EVIL: &str =
    "</title></script></style><script>alert(1)</script>\"'><img src=x onerror=alert(2)>]]>&amp;<!-- \u{202e}🎣";

/// As a text of TOML.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("JSON")
}

/// Nothing in a page runs but what the build put there, and nothing is loaded from elsewhere.
fn is_harmless(page: &Html, path: &str) {
    let kinds = values(page, "script", "type");
    let known = ["application/ld+json", "speculationrules", "module", "application/json"];
    assert!(kinds.iter().all(|kind| known.contains(&kind.as_str())), "{path}: {kinds:?}");
    assert_eq!(
        texts(page, "script:not([type])"),
        ["// theme: \"<\\/script>\""],
        "{path}: the one that the policy knows"
    );
    assert_eq!(values(page, "script[type=module]", "src").len(), 1, "{path}");
    assert_eq!(texts(page, "style").len(), 1, "{path}");
    assert_eq!(
        texts(page, "iframe, object, embed, form:not(main .search-form), base, link[rel=stylesheet], input:not(.search-field), svg script").len(),
        0,
        "{path}"
    );
    for element in page.select(&Selector::parse("*").expect("a selector")) {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on") && name != "style" && name != "srcdoc", "{path}: {}", element.html());
            let address = matches!(name, "href" | "src" | "action" | "formaction" | "xlink:href");
            let scheme = value.trim().to_lowercase();
            assert!(!address || !scheme.starts_with("javascript:") && !scheme.starts_with("data:"), "{path}: {value}");
        }
    }
}

#[test]
fn what_is_meant_badly_is_shown_as_it_was_written() {
    let evil = quoted(EVIL);
    let lines = format!(
        "summary = {evil}\nsource = {evil}\nauthors = [{evil}]\ntags = [{}]\ncover = \"/covers/dot.png\"\ncover_alt = {evil}\ncover_credit = {evil}",
        quoted("<b>Тема</b>"),
    );
    let refused = "<script>alert(3)</script><style>*{}</style><iframe src=\"/\"></iframe><form action=\"/\"><input></form>\n\n\
                   <svg><script>alert(5)</script></svg>\n\n<math><mtext><style><b onerror=alert(6)></style></mtext></math>";
    let printed = Fixture::new().with("content/ru/a.md", &article("", refused)).diagnostics();
    for tag in ["<script>", "<style>", "<iframe", "<form", "<svg>", "<math>"] {
        assert!(printed.contains(&format!("error: {tag}")), "{tag} is let through:\n{printed}");
    }
    let body = "<p onclick=\"alert(4)\" style=\"color:red\">Абзац</p>\n\n\
                <b id=\"page-data\" onerror=alert(6)>жирный</b>\n\n\
                `</script>` и *курсив*";
    let article = article(&lines, body).replace("\"Заголовок\"", &evil);
    let site = SITE.replace("\"Газета\"", &evil).replace("\"Общество\"", &evil).replace("\"Подвал\"", &evil);
    let site = Fixture::new().with("site.toml", &site).with("content/ru/a.md", &article).publish();
    for path in ["/", "/news/a/", "/section/society/", "/tag/b-tema-b/", "/404.html", "/kk/"] {
        is_harmless(&site.page(path), path);
    }
    let page = site.page("/news/a/");
    let shown = EVIL.split_whitespace().collect::<Vec<_>>().join(" ");
    for selector in ["main h1", ".standfirst", ".brand span", ".breadcrumb li:last-child"] {
        assert_eq!(text(&page, selector), shown, "{selector}");
    }
    assert!(text(&page, "title").starts_with(&shown));
    assert_eq!(values(&page, ".cover img", "alt"), [EVIL]);
    assert_eq!(values(&page, "meta[property='og:title']", "content"), [EVIL]);
    assert_eq!(site.data("/news/a/")["content"]["article"]["title"], EVIL);
    let embedded: serde_json::Value = serde_json::from_str(&text(&page, "#page-data")).expect("JSON");
    assert_eq!(embedded["page"]["content"]["article"]["title"], shown);
    let linked: serde_json::Value =
        serde_json::from_str(&text(&page, "script[type='application/ld+json']")).expect("JSON");
    assert!(linked.to_string().contains("alert(1)"));
    let kept: BTreeSet<String> = texts(&page, "[data-body] em, [data-body] code, [data-body] b").into_iter().collect();
    assert_eq!(kept, ["курсив", "</script>", "жирный"].map(str::to_owned).into());
}

#[test]
fn nothing_that_an_editor_writes_takes_an_id_of_the_page() {
    let body = "<p id=\"main\">x</p><p id=\"page-data\">x</p>\n\n## app\n\n## page-data\n\n## main\n\n## headline\n\n## related";
    let page = Fixture::new().with("content/ru/a.md", &article("", body)).publish().page("/news/a/");
    for id in ["main", "page-data", "app", "headline"] {
        assert_eq!(texts(&page, &format!("[id='{id}']")).len(), 1, "{id}");
        assert_eq!(texts(&page, &format!("[data-body] [id='{id}']")).len(), 0, "{id}");
    }
}

#[test]
fn the_policy_lets_the_style_sheet_of_the_page_pass_and_no_script_of_it() {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let table = article("", "| a |\n| - |\n| b |");
    let site = Fixture::new().with("content/ru/table.md", &table).publish();
    let headers = site.text("/_headers");
    let mut styles = BTreeSet::new();
    for path in ["/index.html", "/news/forum/index.html", "/news/table/index.html", "/404.html"] {
        let html = site.text(path);
        let hash = |begin: &str, end: &str| {
            let inline = html.split_once(begin).and_then(|(_, rest)| rest.split_once(end)).expect("an element").0;
            base64::engine::general_purpose::STANDARD.encode(Sha256::digest(inline))
        };
        let style = hash("<style>", "</style>");
        let early = hash("<script>", "</script>");
        let rules = hash("<script type=\"speculationrules\">", "</script>");
        let policy = &values(&Html::parse_document(&html), "meta[http-equiv=Content-Security-Policy]", "content")[0];
        let named = format!("style-src 'self' 'sha256-{style}';");
        assert!(policy.contains(&named), "{path}: {policy}");
        let scripts = format!("script-src 'self' 'wasm-unsafe-eval' 'sha256-{early}' 'sha256-{rules}';");
        assert!(policy.contains(&scripts) && policy.starts_with("default-src 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
        // One policy is that of all paths: but for the sheets of other pages it says what the page says.
        let common = policy.split("; ").filter(|rule| !rule.starts_with("style-src"));
        assert!(common.into_iter().all(|rule| headers.contains(rule)), "{path}: {policy}");
        assert!(headers.contains(&format!("'sha256-{style}'")), "{path}: {headers}");
        styles.insert(style);
    }
    assert_eq!(styles.len(), 4, "a sheet for each kind of page");
    let rule = headers.split("; ").find(|rule| rule.starts_with("style-src 'self' ")).expect("a rule");
    assert_eq!(rule.matches("'sha256-").count(), 4, "{rule}");
}
