//! The heads of articles, in both of their forms.

use crate::fixture::Fixture;
use crate::newsroom::{each_is_reported, with};

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn faults_of_front_matter() {
    each_is_reported(&[
        ("content/ru/a.md", "Просто текст".into(), &["a.md:1:1", "does not begin with front matter", "`+++`"]),
        ("content/ru/a.md", "+++\ntitle = \"x\"\n\nТекст".into(), &["a.md:1:1", "not closed", "`+++`"]),
        ("content/ru/a.md", with("tilte = \"x\""), &["a.md:5:1", "unknown key `tilte`", "did you mean `title`?"]),
        (
            "content/ru/a.md",
            with("colour = \"x\""),
            &["a.md:5:1", "unknown key `colour`", "the known keys here are `title`"],
        ),
        ("content/ru/a.md", with("").replace("\"Заголовок\"", "\"  \""), &["a.md:2:9", "`title` is empty"]),
        (
            "content/ru/a.md",
            with("").replace("title = \"Заголовок\"", ""),
            &["a.md:1:1", "`title` is missing", "add `title = \"…\"`"],
        ),
        (
            "content/ru/a.md",
            with("").replace("\"Заголовок\"", "5"),
            &["a.md:2:9", "wants a text in quotes, this is a whole number"],
        ),
        (
            "content/ru/a.md",
            with("").replace("\"Заголовок\"", "Заголовок"),
            &["a.md:2:9", "this is not TOML", "title = Заголовок"],
        ),
        (
            "content/ru/a.md",
            with("").replace("2024-04-19T09:00:00+05:00", "\"19.04.2024\""),
            &["a.md:3:8", "19.04.2024", "`date = 2024-04-19T09:00:00+05:00`"],
        ),
        ("content/ru/a.md", with("").replace("2024-04-19T09:00:00+05:00", "\"\""), &["a.md:3:8", "`date` is empty"]),
        (
            "content/ru/a.md",
            with("").replace("\"society\"", "\"\""),
            &["a.md:4:11", "`section` is empty", "`society`, `sport`"],
        ),
        ("content/ru/a.md", with("draft = \"false\""), &["a.md:5:9", "without quotes: `draft = false`"]),
        ("content/ru/a.md", with("draft = \"no\""), &["a.md:5:9", "`draft = false`"]),
        ("content/ru/a.md", with("views = \"4 131\""), &["a.md:5:9", "without quotes: `views = 4131`"]),
        (
            "content/ru/a.md",
            with("lastmod = 2024-04-20"),
            &["a.md:5:1", "unknown key `lastmod`", "did you mean `updated`?"],
        ),
        ("content/ru/a.md", with("slug = \"Новый год\""), &["a.md:5:8", "`slug = \"novyj-god\"`"]),
        ("content/ru/a.md", with("").replace("2024-04-19T09", "2023-02-29T09"), &["a.md:3:8"]),
        (
            "content/ru/a.md",
            with("updated = 2024-04-18T09:00:00+05:00"),
            &["a.md:5:11", "`updated` is before `date`", "2024-04-19T09:00:00+05:00"],
        ),
        (
            "content/ru/a.md",
            with("").replace("\"society\"", "\"societi\""),
            &["a.md:4:11", "unknown section \"societi\"", "`section = \"society\"`"],
        ),
        (
            "content/ru/a.md",
            with("").replace("\"society\"", "\"политика\""),
            &["a.md:4:11", "write one of `society`, `sport`"],
        ),
        ("content/ru/a.md", with("views = -1"), &["a.md:5:9", "`views` is negative: -1"]),
        ("content/ru/a.md", with("views = 1.5"), &["a.md:5:9", "this is a number with a fraction"]),
        ("content/ru/a.md", with("tags = 5"), &["a.md:5:8", "wants a list of texts", "`tags = [\"…\", \"…\"]`"]),
        ("content/ru/a.md", with(&format!("tags = [\"{}\"]", "ы".repeat(61))), &["a.md:5:9", "a tag of 61 characters"]),
        ("content/ru/a.md", with("tags = [5]"), &["a.md:5:9", "wants a list of texts"]),
        ("content/ru/a.md", with("tags = [\"!\"]"), &["a.md:5:9", "no letter"]),
        ("content/ru/a.md", with("draft = \"yes\""), &["a.md:5:9", "wants true or false", "`draft = true`"]),
        ("content/ru/a.md", with("cover_alt = \"x\""), &["a.md:5:13", "`cover_alt` without `cover`"]),
        ("content/ru/a.md", with("cover_credit = \"x\""), &["a.md:5:16", "`cover_credit` without `cover`"]),
        ("content/ru/a.md", with("source = \"a\\u0000b\""), &["a.md:5:10", "control character, U+0000"]),
    ]);
}

#[test]
fn front_matter_is_understood_as_other_systems_write_it() {
    let toml = |from: &str, to: &str| with("").replace(from, to);
    let date = "2024-04-19T09:00:00+05:00";
    for (name, text, expected) in [
        ("quoted", toml(date, "\"2024-04-19T09:00:00+05:00\""), date),
        ("day", toml(date, "2024-04-19"), "2024-04-19T00:00:00+05:00"),
        ("wall", toml(date, "2024-04-19T09:00:00"), date),
        ("empty", with("tags = [\"\"]\nsummary = \"\"\ncover = \"\"\ncover_alt = \"\"\nviews = \"\"\nupdated = \"\"\ndraft = \"\""), date),
        ("same-day", with("updated = 2024-04-19"), date),
        (
            "yaml",
            "---\n# заметка\ntitle: Заголовок\ndate: 2024-04-19\nsection: society\ntags:\n  - аул\n  - 2024\nauthors: Асан\nsummary:\n\
             draft: false\nviews: 12\n---\n\nТекст.\n".to_owned(),
            "2024-04-19T00:00:00+05:00",
        ),
        (
            "yaml-quoted",
            "---\r\ntitle: \"Заголовок\"\r\ndate: 2024-04-19 09:00:00 +0500\r\nsection: 'society'\r\ntags: [аул, \"\"]\r\n...\r\n\
             Текст.\r\n".to_owned(),
            date,
        ),
    ] {
        let newsroom = Fixture::new().with(&format!("content/ru/{name}.md"), &text).read();
        let article = newsroom.articles.iter().find(|article| article.slug.as_str() == name).expect(name);
        assert_eq!((article.title.as_str(), article.date.to_string().as_str()), ("Заголовок", expected), "{name}");
        if name == "yaml" {
            let tags: Vec<_> = article.tags.iter().map(|tag| tag.name.as_str()).collect();
            assert_eq!((tags, &article.byline.authors, article.views), (vec!["аул", "2024"], &vec!["Асан".to_owned()], 12));
        }
    }
    let one = Fixture::new().with("content/ru/a.md", &with("tags = \"аул\"")).read();
    assert_eq!(one.articles[0].tags[0].name, "аул");
}

#[test]
fn faults_of_yaml() {
    let yaml =
        |lines: &str| format!("---\ntitle: Заголовок\ndate: 2024-04-19\nsection: society\n{lines}---\n\nТекст.\n");
    each_is_reported(&[
        ("content/ru/a.md", yaml("tilte: x\n"), &["a.md:5:1", "unknown key `tilte`"]),
        ("content/ru/a.md", yaml("description: x\n"), &["a.md:5:1", "did you mean `summary`?"]),
        ("content/ru/a.md", yaml("draft: \"false\"\n"), &["a.md:5:8", "`draft: false`"]),
        ("content/ru/a.md", yaml("updated: завтра\n"), &["a.md:5:10", "`updated: 2024-04-19T09:00:00+05:00`"]),
        ("content/ru/a.md", yaml("").replace("society", "societi"), &["a.md:4:10", "`section: \"society\"`"]),
        (
            "content/ru/a.md",
            yaml("").replace("title: Заголовок\n", ""),
            &["a.md:1:1", "`title` is missing", "`title: \"…\"`"],
        ),
        ("content/ru/a.md", yaml("").replace("Заголовок", "Итог: снег"), &["a.md:2:", "this is not YAML", "in quotes"]),
        ("content/ru/a.md", yaml("tags: [а\n"), &["this is not YAML"]),
        ("content/ru/a.md", yaml("title: Второй\n"), &["a.md:5:1", "the key `title` is there twice"]),
        ("content/ru/a.md", yaml("tags: &a [x]\nauthors: *a\n"), &["a.md:6:10", "an alias of YAML"]),
        ("content/ru/a.md", yaml("cover:\n  image: a.png\n"), &["`cover` wants a text in quotes, this is a table"]),
        ("content/ru/a.md", "---\nпросто текст\n---\n".into(), &["a.md:2:1", "not YAML with keys"]),
        ("content/ru/a.md", "---\ntitle: x\n".into(), &["a.md:1:1", "not closed", "`---`"]),
        ("content/ru/a.md", yaml(&format!("tags: {}\n", "[".repeat(5_000))), &["a.md:5:", "this is not YAML"]),
    ]);
}

#[test]
fn names_say_slug_and_language() {
    let newsroom = Fixture::new()
        .with("content/ru/Форум молодежи.md", &with("slug = \"youth\""))
        .with("content/ru/youth.kk.md", &with(""))
        .with("content/posts/trip/index.kk.md", &with(""))
        .with("content/posts/trip/index.ru.md", &with(""))
        .read();
    let mut names: Vec<_> = newsroom.articles.iter().map(|a| format!("{}/{}", a.lang, a.slug)).collect();
    names.sort();
    assert_eq!(names, ["kk/trip", "kk/youth", "ru/forum", "ru/trip", "ru/youth"]);
}
