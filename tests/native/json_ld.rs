//! What pages say of themselves in the words of schema.org: what it requires, and what search engines ask for besides.

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::fixture::{Fixture, PNG, Site, article, text};

/// The things that a page says it is.
fn things(site: &Site, path: &str) -> Vec<Value> {
    let json: Value =
        serde_json::from_str(&text(&site.page(path), "script[type='application/ld+json']")).expect("JSON");
    match json {
        Value::Array(things) => things,
        thing => vec![thing],
    }
}

fn of(things: &[Value], kind: &str) -> Value {
    let found: Vec<_> = things.iter().filter(|thing| thing["@type"] == kind).collect();
    let [one] = found[..] else { panic!("{} of {kind} in {things:?}", found.len()) };
    one.clone()
}

fn words() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

fn address() -> Value {
    json!({ "type": "string", "format": "uri", "pattern": "^https://paper\\.example/" })
}

/// An object of a type with members that it must have.
fn thing(kind: &Value, required: Value, optional: Value) -> Value {
    let mut members = json!({ "@type": kind, "@context": { "const": "https://schema.org" } });
    let all = members.as_object_mut().expect("an object");
    let names: Vec<String> = required.as_object().expect("an object").keys().cloned().collect();
    for more in [required, optional] {
        all.extend(more.as_object().expect("an object").clone());
    }
    let names: Vec<&str> = names.iter().map(String::as_str).chain(["@type"]).collect();
    json!({ "type": "object", "properties": members, "required": names, "additionalProperties": false })
}

fn image() -> Value {
    let side = json!({ "type": "integer", "minimum": 1 });
    let required = json!({ "url": address(), "width": side, "height": side });
    thing(&json!({ "const": "ImageObject" }), required, json!({ "caption": words() }))
}

/// NewsArticle: headline, dates, authors with names, publisher and address; the picture is there where there is one.
fn news_article(with_image: bool) -> Validator {
    let date = json!({ "type": "string", "format": "date-time" });
    let author =
        thing(&json!({ "enum": ["Person", "Organization"] }), json!({ "name": words() }), json!({ "url": address() }));
    let publisher = thing(
        &json!({ "const": "NewsMediaOrganization" }),
        json!({ "name": words(), "url": address(), "logo": image() }),
        json!({}),
    );
    let mut required = json!({
        "@context": { "const": "https://schema.org" },
        "headline": words(),
        "description": words(),
        "datePublished": date,
        "dateModified": date,
        "author": { "type": "array", "minItems": 1, "items": author },
        "publisher": publisher,
        "mainEntityOfPage": address(),
        "url": address(),
        "inLanguage": { "enum": ["ru", "kk"] },
        "isAccessibleForFree": { "const": true },
        "articleSection": words(),
    });
    if with_image {
        let images = json!({ "type": "array", "minItems": 1, "items": image() });
        required.as_object_mut().expect("an object").insert("image".to_owned(), images);
    }
    let keywords = json!({ "keywords": { "type": "array", "minItems": 1, "items": words() } });
    validator(thing(&json!({ "const": "NewsArticle" }), required, keywords))
}

/// BreadcrumbList: steps with place and name; all but the last, which is the page itself, with their address.
fn breadcrumbs() -> Validator {
    let place = json!({ "type": "integer", "minimum": 1 });
    let kind = json!({ "const": "ListItem" });
    let step = thing(&kind, json!({ "position": place, "name": words(), "item": address() }), json!({}));
    let last = thing(&kind, json!({ "position": place, "name": words() }), json!({}));
    let steps = json!({ "type": "array", "prefixItems": [step, step, last], "minItems": 3, "maxItems": 3 });
    let context = json!({ "const": "https://schema.org" });
    let required = json!({ "@context": context, "itemListElement": steps });
    validator(thing(&json!({ "const": "BreadcrumbList" }), required, json!({})))
}

/// WebSite: name and address.
fn web_site() -> Validator {
    let context = json!({ "const": "https://schema.org" });
    let required =
        json!({ "@context": context, "name": words(), "url": address(), "inLanguage": { "enum": ["ru", "kk"] } });
    validator(thing(&json!({ "const": "WebSite" }), required, json!({})))
}

fn validator(schema: Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
}

fn holds(schema: &Validator, thing: &Value) {
    let flaws: Vec<_> = schema.iter_errors(thing).map(|error| format!("{}: {error}", error.instance_path)).collect();
    assert!(flaws.is_empty(), "{flaws:#?} in {thing:#}");
}

/// Every kind of article: its slug, its front matter, and its authors as they should be told.
fn kinds() -> [(&'static str, &'static str, Value); 7] {
    let paper = json!([{ "@type": "Organization", "name": "Газета", "url": "https://paper.example/" }]);
    let person = |name: &str| json!({ "@type": "Person", "name": name });
    let organisation = json!({ "@type": "Organization", "name": "Редакция" });
    [
        ("authors", "authors = [\"А. Б.\", \"В. Г.\"]", json!([person("А. Б."), person("В. Г.")])),
        ("source", "source = \"Редакция\"", json!([organisation])),
        ("both", "authors = [\"А. Б.\"]\nsource = \"Редакция\"", json!([person("А. Б."), organisation])),
        ("neither", "", paper.clone()),
        ("tagged", "tags = [\"Весна\", \"Аул\"]\nsummary = \"Коротко.\"", paper.clone()),
        ("updated", "updated = 2024-04-20T10:30:00+06:00", paper.clone()),
        ("cover", "cover = \"/covers/dot.png\"\ncover_alt = \"Точка\"\ncover_credit = \"Архив\"", paper),
    ]
}

#[test]
fn every_kind_of_article_says_what_is_required() {
    let fixture =
        kinds().iter().fold(Fixture::new().with("public/icon-512.png", "a sign"), |fixture, (slug, lines, _)| {
            fixture.with(&format!("content/ru/{slug}.md"), &article(lines, "Текст."))
        });
    let fixture = fixture.with("content/kk/cover.md", &article(kinds()[6].1, "Мәтін.").replace("Заголовок", "Тақырып"));
    let site = fixture.with_bytes("content/covers/dot.png", PNG).publish();
    for (slug, _, authors) in kinds() {
        let told = things(&site, &format!("/news/{slug}/"));
        let article = of(&told, "NewsArticle");
        holds(&news_article(slug == "cover"), &article);
        holds(&breadcrumbs(), &of(&told, "BreadcrumbList"));
        assert_eq!(article["author"], authors, "{slug}");
        assert_eq!(article["headline"], "Заголовок");
        assert_eq!(article["mainEntityOfPage"], format!("https://paper.example/news/{slug}/"));
        assert_eq!(article["datePublished"], "2024-04-19T09:00:00+05:00");
        let modified = if slug == "updated" { "2024-04-20T10:30:00+06:00" } else { "2024-04-19T09:00:00+05:00" };
        assert_eq!(article["dateModified"], modified, "{slug}");
        assert_eq!(article["image"].is_array(), slug == "cover", "a drawn cover is no picture of the story");
        for address in [&article["publisher"]["logo"]["url"], &article["image"][0]["url"]] {
            let path = address.as_str().map(|url| url.trim_start_matches("https://paper.example"));
            assert!(path.is_none_or(|path| site.has(path)), "{slug}: {address}");
        }
    }
    let kazakh = of(&things(&site, "/kk/news/cover/"), "NewsArticle");
    holds(&news_article(true), &kazakh);
    assert_eq!((&kazakh["inLanguage"], &kazakh["publisher"]["name"]), (&json!("kk"), &json!("Газет")));
}

#[test]
fn the_front_page_is_the_site() {
    let site = Fixture::new().publish();
    for (path, name) in [("/", "Газета"), ("/kk/", "Газет")] {
        let front = of(&things(&site, path), "WebSite");
        holds(&web_site(), &front);
        assert_eq!(front["name"], name);
        assert_eq!(front["url"], format!("https://paper.example{path}"));
    }
}

#[test]
fn the_check_itself_finds_what_is_missing() {
    let site = Fixture::new().with("public/icon-512.png", "a sign").publish();
    let sound = of(&things(&site, "/news/forum/"), "NewsArticle");
    holds(&news_article(false), &sound);
    for (member, wrong) in [
        ("headline", Value::Null),
        ("datePublished", json!("19.04.2024")),
        ("author", json!([{ "@type": "Person" }])),
        ("publisher", json!({ "@type": "NewsMediaOrganization", "url": "https://paper.example/" })),
        ("url", json!("/news/forum/")),
    ] {
        let mut broken = sound.clone();
        broken[member] = wrong;
        assert!(!news_article(false).is_valid(&broken), "{member}");
    }
}
