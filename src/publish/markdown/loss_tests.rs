//! Nothing of a text is lost: it is on the page, or there is a fault that says what is not.

use super::tests::{diagnostics, html, rendered};

/// Texts with what must be said of them.
fn each_is_reported(table: &[(&str, &[&str])]) {
    for (markdown, expected) in table {
        let found = diagnostics(markdown);
        for part in *expected {
            assert!(found.contains(part), "{markdown}: no {part:?} in\n{found}");
        }
        assert_eq!(found.lines().count(), 1, "{markdown}:\n{found}");
    }
}

#[test]
fn what_a_page_cannot_have_is_a_fault_at_its_tag() {
    each_is_reported(&[
        (
            "До.\n\n<iframe src=\"https://www.youtube.com/embed/ID\" />\n\nПосле.",
            &["3: <iframe", "is an embed", "`[what it is](<https://www.youtube.com/watch?v=ID>)`"],
        ),
        ("До.\n\n<iframe src=\"https://player.example/1\"></iframe>", &["3: <iframe", "(<https://player.example/1>)"]),
        ("a\n\n<title>b</title>\n\nc", &["3: <title> is of the head of a page"]),
        ("a\n\n<xmp>\nb\n</xmp>", &["3: <xmp> is for text without markup", "three back quotes"]),
        ("a\n\n<xmp>\n\nb", &["3: <xmp>"]),
        ("<blockquote class=\"t\">a</blockquote> <script async src=\"https://e.org/x.js\"></script>", &["is a script"]),
        ("<object data=\"a.pdf\"></object>", &["<object data=\"a.pdf\"> is an embed"]),
        ("<form action=\"/x\">имя</form>", &["<form action=\"/x\"> is a part of a form"]),
        ("<div>\n<p>a\n<select><option>b</option></select>\n</div>", &["3: <select>"]),
        ("a <List> b", &["1: <List> is not known to any browser", "`\\<`"]),
        ("<svg><text>a</text></svg>", &["<svg> is a drawing"]),
        ("> <div>\n> <textarea>a</textarea>\n> </div>", &["2: <textarea>"]),
        ("<div title=\"a\n\nb", &["1: a tag without its end: <div"]),
        ("a\n\n<!-- b\n\nc", &["3: a tag without its end: <!-- b", "`-->`"]),
        ("<?php echo 1 ?>", &["is for a program"]),
        ("| a |\n|---|\n| 1 | два |", &["3: this of the text is not on the page: «два»", "more cells"]),
        ("## Итог {1, 2}", &["not on the page: «{1, 2}»"]),
    ]);
}

#[test]
fn elements_that_are_not_shown_leave_their_words_apart() {
    assert_eq!(
        html("<center>a</center><center>b</center> <font color=red>c</font> <nobr>d</nobr>"),
        "<div>a</div><div>b</div> <span>c</span> <span>d</span>"
    );
    assert_eq!(html("<div>\n<h1>a</h1>\n</div>").trim(), "<div>\n<h2>a</h2>\n</div>");
}

#[test]
fn pictures_of_raw_html_are_as_those_of_markdown() {
    let own = html("![Кот](pic.webp)");
    let figure = own.trim();
    for raw in [
        "<img src=\"pic.webp\" alt=\"Кот\">",
        "<img class=x style='width:1px' alt='Кот' width=5 src=pic.webp />",
        "<picture><source srcset=\"pic.webp 2x\"><img src=\"pic.webp\" alt=\"Кот\"></picture>",
        "<figure>\n<img src=\"pic.webp\" alt=\"Кот\"/>\n</figure>",
    ] {
        let found = html(&format!("{raw}\n"));
        let found: String = found.lines().collect();
        let expected = figure.replace("<p>", "");
        let bare =
            |html: &str| html.replace("<p>", "").replace("</p>", "").replace("<figure>", "").replace("</figure>", "");
        assert_eq!(bare(&found), bare(&expected), "{raw}");
    }
    assert!(html("<img src=\"pic.webp\" alt=\"Кот\">\n").starts_with("<figure>"));
    let captioned = html("<figure>\n<img src=\"pic.webp\" alt=\"Кот\">\n<figcaption>Подпись</figcaption>\n</figure>");
    assert!(
        captioned.contains("<figcaption>Подпись</figcaption>") && captioned.matches("<figure>").count() == 1,
        "{captioned}"
    );
    let linked = html("<a href=\"pic.webp\"><img src=\"pic.webp\" alt=\"Кот\"></a>");
    assert!(linked.contains("<a rel=\"external\" href=\"/media/pic.0123456789.jpg\"><picture>"), "{linked}");
    assert_eq!(diagnostics("a\n\n<p>\n<img src=\"none.png\" alt=\"x\"></p>"), "4: no picture none.png (put it there)");
}

#[test]
fn a_picture_says_what_it_shows_or_that_it_is_decoration() {
    for (markdown, help) in [
        ("![](pic.webp)", "`![](pic.webp#decorative)`"),
        ("![ ](pic.webp)", "`![…](pic.webp)`"),
        ("<img src=\"pic.webp\">", "`alt=\"\"`"),
    ] {
        let found = diagnostics(markdown);
        assert!(found.starts_with("1: the picture \"pic.webp\" has no description") && found.contains(help), "{found}");
    }
    for markdown in ["![](pic.webp#decorative)", "<img src=\"pic.webp\" alt=\"\">"] {
        assert!(html(markdown).contains("alt=\"\""), "{markdown}");
    }
}

#[test]
fn sound_and_film_of_the_newsroom_have_players() {
    for (markdown, player) in [
        (
            "<audio src=\"talk.mp3\"></audio>",
            "<audio controls=\"\" preload=\"none\" src=\"/media/talk.0123456789.mp3\"></audio>",
        ),
        (
            "<audio controls>\n<source src=\"talk.mp3\" type=\"audio/mpeg\">\nНет звука\n</audio>",
            "<audio controls=\"\" preload=\"none\" src=\"/media/talk.0123456789.mp3\">",
        ),
        (
            "<video width=640 height=360 poster=\"pic.webp\" autoplay onplay=\"x()\">\n<source src=\"film.webm\"><source \
             src=\"film.mp4\">\n<track src=\"film.vtt\" kind=\"captions\" srclang=\"kk\" label=\"Қаз\" default>\n</video>",
            "<video controls=\"\" preload=\"none\" width=\"640\" height=\"360\" poster=\"/media/pic.0123456789.jpg\" \
             src=\"/media/film.0123456789.mp4\">",
        ),
    ] {
        let found = html(markdown);
        assert!(found.contains(player), "{markdown}:\n{found}");
        assert!(!found.contains("onplay") && !found.contains("autoplay") && !found.contains("<source"), "{found}");
    }
    assert_eq!(
        html("![Беседа](talk.mp3 \"Запись\")"),
        "<figure><audio controls preload=\"none\" src=\"/media/talk.0123456789.mp3\" aria-label=\"Беседа\"></audio>\
         <figcaption>Запись</figcaption></figure>\n"
    );
    assert!(html("[запись](talk.mp3)").contains("href=\"/media/talk.0123456789.mp3\""));
    each_is_reported(&[
        ("a\n\n<video><source src=\"v.mp4\"></video>", &["3: no file v.mp4"]),
        ("<video src=\"https://e.org/a.mp4\"></video>", &["no file https://e.org/a.mp4"]),
        ("<audio controls></audio>", &["a player that names no file: <audio>", "`<audio src=\"name.mp3\"></audio>`"]),
    ]);
}

#[test]
fn places_of_raw_html_and_of_other_generators_are_found() {
    let text = html(
        "x<a href=\"#note1\">1</a>\n\n## Am I *affected*?\n\n<p id=\"note1\">сноска</p>\n\n[b](#am-i-affected) [c](#note1)",
    );
    for part in [
        "<a rel=\"external\" href=\"#s-note1\">1</a>",
        "<p id=\"s-note1\">сноска</p>",
        "<a href=\"#s-am-i-affected\" rel=\"external\">b</a>",
        "<a href=\"#s-note1\" rel=\"external\">c</a>",
    ] {
        assert!(text.contains(part), "no {part} in\n{text}");
    }
    for (heading, fragment) in [
        ("Что делать?", "что-делать"),
        ("Что делать?", "%D1%87%D1%82%D0%BE-%D0%B4%D0%B5%D0%BB%D0%B0%D1%82%D1%8C"),
        ("Версия 2.5", "версия-25"),
        ("C++ & 2024", "c--2024"),
        ("Итог {#the-end}", "the-end"),
    ] {
        let text = html(&format!("## {heading}\n\n[x](#{fragment})"));
        let id = text.split('"').nth(1).unwrap_or_default();
        assert!(text.contains(&format!("href=\"#{id}\"")), "{text}");
    }
    assert_eq!(html("## Итог {#the-end}"), "<h2 id=\"s-the-end\">Итог</h2>\n");
    let second = html("# a\n# a\n[x](#a-1)");
    assert!(second.contains("href=\"#s-a-2\""), "{second}");
    each_is_reported(&[
        ("<a href=\"#none\">x</a>", &["no place \"#none\""]),
        ("<a href=\"page.html\">x</a>", &["the link \"page.html\" is relative"]),
        ("<div>\n<a href=\"/x\">a</a> <a href=\"javascript:x()\">b</a>\n</div>", &["2: a link must not begin with"]),
    ]);
    // What nothing links to needs no name.
    assert!(!html("<p id=\"main\">a</p>").contains("id="));
}

#[test]
fn lists_have_the_numbers_that_were_written() {
    for (markdown, values) in [
        ("1941. Началась война.\n\n1945. Победа.", vec!["<ol start=\"1941\">", "<li>", "<li value=\"1945\">"]),
        ("1. a\n1. b\n1. c", vec!["<ol>", "<li>", "<li>", "<li>"]),
        ("1. a\n2. b\n2. c\n7. d\n8. e", vec!["<ol>", "<li>", "<li>", "<li value=\"2\">", "<li value=\"7\">", "<li>"]),
        ("2. a\n1. b", vec!["<ol start=\"2\">", "<li>", "<li value=\"1\">"]),
    ] {
        let html = html(markdown);
        let tags: Vec<&str> = html.split_inclusive('>').map(|part| &part[part.find('<').unwrap_or(0)..]).collect();
        let tags: Vec<&str> = tags.into_iter().filter(|tag| tag.starts_with("<ol") || tag.starts_with("<li")).collect();
        assert_eq!(tags, values, "{html}");
    }
}

#[test]
fn tasks_and_bare_addresses_are_understood() {
    assert_eq!(html("- [ ] x\n- [x] y"), "<ul>\n<li>☐ x</li>\n<li>☑ y</li>\n</ul>\n");
    assert_eq!(
        html("См. https://e.org/a_b?x=1&y=2, (https://e.org/c) и a@b.kz."),
        "<p>См. <a href=\"https://e.org/a_b?x=1&amp;y=2\" rel=\"noopener\">https://e.org/a_b?x=1&amp;y=2</a>, \
         (<a href=\"https://e.org/c\" rel=\"noopener\">https://e.org/c</a>) и \
         <a href=\"mailto:a@b.kz\" rel=\"noopener\">a@b.kz</a>.</p>\n"
    );
    for plain in [
        "`https://e.org`",
        "    https://e.org",
        "[https://e.org](https://e.org)",
        "<a href=\"https://e.org\">https://e.org</a>",
    ] {
        assert!(html(plain).matches("<a ").count() <= 1, "{plain}");
    }
    assert!(!html("@name и 5@").contains("<a "));
}

#[test]
fn emphasis_ends_before_an_ending() {
    for (markdown, expected) in [
        ("**«Хабаршы»**ның саны", "<strong>«Хабаршы»</strong>ның саны"),
        ("газет *«Хабаршы»*ның саны", "газет <em>«Хабаршы»</em>ның саны"),
        ("**«A»**ның **«Б»**ның", "<strong>«A»</strong>ның <strong>«Б»</strong>ның"),
        ("**«[A](https://e.org)»**ның", "<strong>«<a href=\"https://e.org\" rel=\"noopener\">A</a>»</strong>ның"),
        ("5 * 3 и слово*", "5 * 3 и слово*"),
        ("\\*\\*a\\*\\*", "**a**"),
        ("(*) сноска *", "(*) сноска *"),
    ] {
        assert_eq!(html(markdown), format!("<p>{expected}</p>\n"));
    }
}

#[test]
fn markup_that_nobody_understands_is_a_fault() {
    each_is_reported(&[
        ("![Фото](мое фото.jpg)", &["1: a picture that is none", "`![Фото](<мое фото.jpg>)`"]),
        (
            "см. [x](https://a b) тут",
            &["a link that is none is left in the text: [x](https://a b)", "`[x](<https://a b>)`"],
        ),
        ("[ref][nope]", &["the link [ref][nope] has no address", "`[nope]: https://…`"]),
        ("a [*b* `c`][nope]", &["1: the link [*b* `c`][nope] has no address"]),
        ("a [*b*](c d.jpg)", &["1: a link that is none is left in the text: [*b*](c d.jpg)"]),
        ("{{< youtube x >}}", &["a mark of a template is left in the text: {{< youtube x >}}"]),
        ("{% include a.html %}", &["{% include a.html %}", "\\{\\%"]),
        ("текст {#id} тут", &["{#id}"]),
        ("a\n{: .lead}", &["2: a mark of another dialect"]),
        ("::: note\n\na", &["1: a mark of another dialect"]),
        ("[gallery]", &["a shortcode of another system is left in the text: [gallery]"]),
        ("[gallery ids=\"1,2\"]", &["[gallery ids=\"1,2\"]"]),
        ("[caption id=\"a\"]x[/caption]", &["[caption id=\"a\"]"]),
        ("a ** b**", &["two asterisks", "\\*\\*"]),
        ("<div>\n{{ x }}\n</div>", &["2: a mark of a template"]),
        ("![[photo.png]]", &["a link of a wiki"]),
        ("a <img src=\"pic.webp\"alt=\"x\"> b", &["1: a tag with a mistake in it", "a space between attributes"]),
        ("a <o:p></o:p> b", &["a tag with a mistake in it is left in the text: <o:p>"]),
        ("[1](см. ниже)", &["`\\[`"]),
    ]);
    for fine in [
        "`{{ x }}`",
        "\\{{ x }}",
        "```\n[a](b c)\n```",
        "[1] и [x], a[0]",
        "\\[a](b c)",
        "(см. [рис. 1])",
        "5:::6",
        "«[...]» сказал он",
    ] {
        assert_eq!(diagnostics(fine), "", "{fine}");
    }
}

#[test]
fn the_words_of_a_sound_text_are_all_on_its_page() {
    for markdown in [
        "Раз[^a] и два[^a].\n\n[^a]: Сноска[^b] *в*\n\n    и дальше\n\n[^b]: ещё\n",
        "> цитата\nленивая\n\n1. пункт\n   - вложенный\n\n     абзац\n\n```rust\nкод\n```",
        "| a | b \\| c |\n|---|:-:|\n| &laquo;1&raquo; | `2` |",
        "[a]: https://e.org \"название\"\n\n[текст][a], [a] и ![кот](pic.webp \"Подпись\")",
        "a&nbsp;b&#1078;&eacute; \\* \\[x\\] c\u{ad}d",
        "<p>Сырой <b>т</b>екст &eacute; &amp; &copy; <!-- заметка --></p>\n\n<details><summary>a</summary>\n\nб *в*\n\n</details>",
        "Заголовок\n===\n\nдва\nстроки  \nтри\\\nчетыре",
        "## Итог {#the-end .big}",
        "<p>\n<img\n  src=\"pic.webp\"\n  alt=\"Кот\"\n  title=\"Подпись\">\n<span\n class=\"x\">слово</span>&nbsp и &copy 2024</p>",
        "> <div\n> title=\"a\">слово</div>",
        "Рядом ![Беседа](talk.mp3 \"Запись\") она",
        "a < b и c > d, i <b and j",
        "<table><tr><td>a<td>b</table>\n\n<dl><dt>в<dd>г</dl>",
    ] {
        assert_eq!(diagnostics(markdown), "", "{markdown}");
    }
}

#[test]
fn words_that_the_page_lacks_are_named_with_their_line() {
    // Between the rows of a table a browser puts the words before it: they stay. A frame of options takes them away.
    let (text, _) = rendered("<table>слово<tr><td>b</table>");
    assert!(text.html.as_str().contains("слово"), "{}", text.html);
    let markdown = "a\n\nб *в* г";
    let pieces: Vec<_> = pulldown_cmark::Parser::new(markdown).into_offset_iter().collect();
    let none = |_: &str| Err(super::ImageError { message: String::new(), help: String::new() });
    let media = |_: &str| Err(super::ImageError { message: String::new(), help: String::new() });
    let lang = crate::values::Lang::Ru;
    let setting = super::Setting { lang, default_language: lang, pictures: &none, media: &media };
    let mut reporter = super::Reporter::default();
    super::guard::check(super::Source { markdown, base: 0, setting }, &pieces, "<p>a</p><p>б</p>", &mut reporter);
    let found = reporter.into_diagnostics(std::path::Path::new("a.md"), markdown);
    let lost: Vec<String> = found.iter().map(|found| format!("{}: {}", found.place.line, found.message)).collect();
    assert_eq!(lost, ["3: 2 words of the text are not on the page: «в г»"]);
}

/// Markup that may stand between words, sound and broken.
const MARKUP: [&str; 56] = [
    "**",
    "*",
    "«",
    "\n\n",
    "\n",
    "\n> ",
    "\n- ",
    "\n3. ",
    "`",
    "\n```\n",
    "\n\n| a | b |\n|---|---|\n",
    " | ",
    "[^a]",
    "\n\n[^a]: ",
    "<b>",
    "</b>",
    "<div>\n",
    "\n</div>\n",
    "<table>",
    "<tr><td>",
    "</table>",
    "<p>",
    "<li>",
    "<img src=\"pic.webp\" alt=\"к\">",
    "![к](pic.webp \"п\")",
    "https://e.org/",
    "<span>",
    "&amp;",
    "&nbsp;",
    "\\",
    "# ",
    "\n## ",
    "~~",
    "\n    ",
    "  \n",
    "<details>",
    "<summary>",
    "<a href=\"#x\">",
    "</a>",
    "<h2>",
    "<br>",
    "<!-- ",
    " -->",
    "<video src=\"film.mp4\">",
    "</video>",
    "{#x}",
    "<",
    ">",
    "\n===\n",
    "<pre>",
    "<center>",
    "<iframe>",
    "</iframe>",
    "<title>",
    "<select>",
    "<caption>",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]
    #[test]
    fn whatever_stands_between_words_they_are_on_the_page_or_there_is_a_fault(
        markup in proptest::collection::vec(0..MARKUP.len(), 1..12),
    ) {
        let word = |number: usize| format!("слово{number}ъ");
        let text: String = markup.iter().enumerate().map(|(number, at)| format!("{}{}", word(number), MARKUP[*at])).collect();
        let (page, found) = rendered(&text);
        if found.is_empty() {
            // A comment is meant to be seen by nobody.
            let comment = regex::Regex::new("(?s)<!-- .*?-->").expect("a pattern");
            let seen = comment.replace_all(&text, "");
            for word in (0..markup.len()).map(word).filter(|word| seen.contains(word.as_str())) {
                let html = page.html.as_str().replace("<em>", "").replace("<strong>", "");
                proptest::prop_assert!(html.contains(&word), "{text:?} lacks {word}: {html}");
            }
        }
    }
}
