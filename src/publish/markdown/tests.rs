use super::*;
use crate::model::PlaceholderColor;
use crate::values::SitePath;

/// Renders a text; `pic.webp` and `/covers/pic.webp` are the only pictures. Returns the text and what was found wrong.
pub fn rendered(markdown: &str) -> (Text, String) {
    let pictures = |name: &str| match name {
        "pic.webp" | "/covers/pic.webp" => {
            let picture = Picture::new(SitePath::encoded("/media/pic.0123456789.jpg"), 640, 480);
            Ok(Picture { widths: vec![320, 640], placeholder_color: PlaceholderColor::new("26a"), ..picture })
        }
        _ => Err(ImageError { message: format!("no picture {name}"), help: "put it there".to_owned() }),
    };
    let media = |name: &str| match name {
        "talk.mp3" | "film.mp4" | "film.vtt" => Ok(format!("/media/{}", name.replace('.', ".0123456789."))),
        _ => Err(ImageError { message: format!("no file {name}"), help: "put it there".to_owned() }),
    };
    let setting = Setting { lang: Lang::Ru, default_language: Lang::Ru, pictures: &pictures, media: &media };
    let mut reporter = Reporter::default();
    let text = render(markdown, 0, setting, &mut reporter);
    let diagnostics = reporter.into_diagnostics(std::path::Path::new("a.md"), markdown);
    let diagnostics: Vec<_> =
        diagnostics.iter().map(|f| format!("{}: {} ({})", f.place.line, f.message, f.help)).collect();
    (text, diagnostics.join("\n"))
}

/// The HTML of a text without faults.
pub fn html(markdown: &str) -> String {
    let (text, diagnostics) = rendered(markdown);
    assert_eq!(diagnostics, "", "{markdown}");
    text.html.into_string()
}

/// What is wrong with a text.
pub fn diagnostics(markdown: &str) -> String {
    rendered(markdown).1
}

#[test]
fn common_markdown_becomes_plain_html() {
    let table = [
        (
            "Текст *с* **разным** ~~шрифтом~~ и `<кодом>`",
            "<p>Текст <em>с</em> <strong>разным</strong> <del>шрифтом</del> и <code>&lt;кодом&gt;</code></p>\n",
        ),
        ("a & b < c &laquo;d&raquo; -- \"e\"...", "<p>a &amp; b &lt; c «d» -- \"e\"...</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("    a < b", "<pre tabindex=\"0\"><code>a &lt; b</code></pre>\n"),
        ("a  \nb\n\n---", "<p>a<br>\nb</p>\n<hr>\n"),
        ("a\r\nb\r\n\r\nc", "<p>a\nb</p>\n<p>c</p>\n"),
    ];
    for (markdown, expected) in table {
        assert_eq!(html(markdown), expected, "{markdown}");
    }
}

#[test]
fn headings_begin_at_the_second_level_and_have_ids() {
    assert_eq!(
        html("# Первая\n## Вторая\n# Первая"),
        "<h2 id=\"s-pervaya\">Первая</h2>\n<h3 id=\"s-vtoraya\">Вторая</h3>\n<h2 id=\"s-pervaya-2\">Первая</h2>\n",
    );
    // Whatever level an editor begins with, none is skipped.
    assert_eq!(
        html("### A *b* `c`\n##### !"),
        "<h2 id=\"s-a-b-c\">A <em>b</em> <code>c</code></h2>\n<h3 id=\"s-part\">!</h3>\n"
    );
    assert_eq!(html("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6").matches("<h6").count(), 2);
    // A heading whose words end in a number does not meet the numbered id of another.
    assert_eq!(ids::attributes(&html("# a\n# a\n# a 2"), "id").collect::<Vec<_>>(), ["s-a", "s-a-2", "s-a-2-2"]);
}

#[test]
fn tables_scroll_by_themselves() {
    assert_eq!(
        html("| a | | b |\n|---|:-:|--:|\n| 1 | 2 | 3 |"),
        concat!(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Таблица\"><table>\n<thead><tr>",
            "<th scope=\"col\">a</th><td class=\"align-center\"></td><th scope=\"col\" class=\"align-right\">b</th></tr></thead>\n",
            "<tbody>\n<tr><td>1</td><td class=\"align-center\">2</td><td class=\"align-right\">3</td></tr>\n</tbody>\n</table></div>\n",
        )
    );
    let two = html("| a |\n|---|\n| 1 |\n\ntext\n\n| a |\n|---|\n| 1 |");
    assert!(two.contains("aria-label=\"Таблица\"") && two.contains("aria-label=\"Таблица 2\""), "{two}");
}

#[test]
fn a_picture_alone_is_a_figure() {
    let source = "<source type=\"image/webp\" srcset=\"/media/pic.0123456789-320.webp 320w, \
                  /media/pic.0123456789-640.webp 640w\" sizes=\"min(41rem, 100vw - clamp(2rem, 10vw, 4rem))\">";
    let img =
        "<img class=\"t r2 g6 ba\" src=\"/media/pic.0123456789.jpg\" width=\"640\" height=\"480\" alt=\"Кот &amp;";
    assert_eq!(
        html("![Кот & *пёс*](pic.webp \"Подпись <1>\")"),
        format!(
            "<figure><picture>{source}{img} пёс\" loading=\"lazy\" decoding=\"async\"></picture>\
             <figcaption>Подпись &lt;1&gt;</figcaption></figure>\n"
        ),
    );
    assert!(html("![a](/covers/pic.webp)").starts_with("<figure><picture>"));
    assert!(!html("![a](pic.webp)").contains("figcaption"));
    let inline = html("См. ![a](pic.webp \"b\") тут");
    assert!(inline.starts_with("<p>См. <picture>") && inline.contains(" title=\"b\""), "{inline}");
    assert_eq!(diagnostics("a\n\n![a](cat.png)"), "3: no picture cat.png (put it there)");
}

#[test]
fn footnotes_are_collected_in_the_order_of_their_mention() {
    let text = html("Раз[^b], два[^a], снова[^b].\n\n[^a]: А\n[^b]: Б *в*\n");
    assert_eq!(
        text,
        concat!(
            "<p>Раз<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" rel=\"external\">1</a></sup>, ",
            "два<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\" rel=\"external\">2</a></sup>, ",
            "снова<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" rel=\"external\">1</a></sup>.</p>\n",
            "<section class=\"footnotes\" aria-label=\"Примечания\">\n<ol>\n",
            "<li id=\"fn-1\"><p>Б <em>в</em> <a class=\"footnote-back\" href=\"#fnref-1\" rel=\"external\" aria-label=\"Назад к тексту\">↩</a></p></li>\n",
            "<li id=\"fn-2\"><p>А <a class=\"footnote-back\" href=\"#fnref-2\" rel=\"external\" aria-label=\"Назад к тексту\">↩</a></p></li>\n",
            "</ol>\n</section>\n",
        )
    );
    // A note that only another note mentions comes after it.
    let chain = html("x[^1]\n\n[^2]: second\n\n[^1]: first[^2]\n");
    assert!(chain.find("first").unwrap_or(0) < chain.find("second").unwrap_or(0), "{chain}");
}

#[test]
fn footnotes_without_their_other_half_are_faults() {
    assert_eq!(
        diagnostics("a\n\nb[^x] c"),
        "3: the footnote \"x\" is not defined (add a line `[^x]: …`, or write `\\[^x]` for the signs themselves)"
    );
    assert!(diagnostics("a\n\n[^y]: note").starts_with("3: the footnote \"y\" is never mentioned"));
    assert!(diagnostics("a[^y]\n\n[^y]: note\n\n[^y]: more").contains("there twice"));
    for fine in ["a \\[^x] b", "`[^x]`", "```\n[^x]\n```", "a [^ b] c", "[1] and [x]"] {
        assert_eq!(diagnostics(fine), "", "{fine}");
    }
}

#[test]
fn links_are_told_apart() {
    assert_eq!(
        html("[a](https://e.org/?x=1&y=2 \"t\")"),
        "<p><a href=\"https://e.org/?x=1&amp;y=2\" title=\"t\" rel=\"noopener\">a</a></p>\n"
    );
    assert_eq!(
        html("<a@e.org> <https://e.org>"),
        "<p><a href=\"mailto:a@e.org\" rel=\"noopener\">a@e.org</a> <a href=\"https://e.org\" rel=\"noopener\">https://e.org</a></p>\n"
    );
    assert_eq!(html("[a](pic.webp)"), "<p><a href=\"/media/pic.0123456789.jpg\" rel=\"external\">a</a></p>\n");
    // What is no page in the article's own language is the browser's.
    for (href, rel) in [("/news/a/#s-b", ""), ("/kk/news/a/", " rel=\"external\""), ("/doc.pdf", " rel=\"external\"")] {
        assert_eq!(html(&format!("[a]({href})")), format!("<p><a href=\"{href}\"{rel}>a</a></p>\n"));
        assert_eq!(html(&format!("<p><a href=\"{href}\">a</a></p>")), format!("<p><a{rel} href=\"{href}\">a</a></p>"));
    }
    let (text, _) = rendered("[a](/news/x?p#q)");
    assert_eq!(text.html.as_str(), "<p><a href=\"/news/x/?p#q\">a</a></p>\n");
    assert_eq!(text.links, [Link { path: "/news/x".to_owned(), span: 0..16 }]);
    for dest in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "&#106;avascript:x",
        "java&#x09;script:x",
    ] {
        let (text, diagnostics) = rendered(&format!("[a]({dest})"));
        assert_eq!(text.html.as_str(), "<p>a</p>\n", "{dest}");
        assert!(diagnostics.starts_with("1: "), "{dest}");
    }
    assert!(diagnostics("<javascript:alert(1)>").contains("must not begin"));
    assert!(diagnostics("[a](other.md)").contains("`/news/other/`"));
}

#[test]
fn places_in_the_article_must_exist() {
    assert_eq!(diagnostics("[a](#s-kak-doehat) [top](#)\n\n## Как доехать"), "");
    assert_eq!(
        diagnostics("## Как доехать\n\n[a](#kak-doehal)"),
        "3: the article has no place \"#kak-doehal\" (headings are named by their words: `#s-kak-doehat`, for one)"
    );
    assert!(diagnostics("[a](#x)").contains("no heading to link to"));
}

#[test]
fn harmless_raw_html_stays() {
    for raw in [
        "<p>a <b>b</b> <abbr title=\"c\">d</abbr> <time datetime=\"2024\">e</time></p>",
        "<details><summary>a</summary>b</details>",
        "<dl><dt>a</dt><dd>b</dd></dl>",
        "<blockquote>a <cite>b</cite></blockquote>",
        "<p><a href=\"https://e.org/\">a</a></p>",
        "<table><tbody><tr><td colspan=\"2\">a</td></tr></tbody></table>",
    ] {
        assert_eq!(html(raw).trim_end(), raw);
    }
    // What the writer itself puts out passes the list unchanged, as far as a browser can tell.
    let own = "# a\n\n| a | b |\n|:-:|---|\n| 1 | 2 |\n\n![a](pic.webp \"t\")\n\nx[^1] [l](https://e.org) `c`\n\n    pre\n\n[^1]: n\n";
    let mut left: Vec<String> = html(own).split(['<', '>', ' ', '\n']).map(str::to_owned).collect();
    let mut right: Vec<String> =
        html(&format!("{own}\n<!-- x -->\n")).split(['<', '>', ' ', '\n']).map(str::to_owned).collect();
    left.retain(|part| !part.is_empty());
    right.retain(|part| !part.is_empty());
    left.sort();
    right.sort();
    assert_eq!(left, right);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn hostile_html_is_disarmed() {
    let attacks = [
        "<script>alert(1)</script>",
        "a <script>alert(1)</script> b",
        "<SCRIPT SRC=//e.org/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>",
        "a <img src=\"javascript:alert(1)\"> b",
        "<img src=\"https://e.org/x.png\">",
        "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
        "<a href=\"javascript:alert(1)\" onclick=\"alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<a href=\"java\tscript:alert(1)\">x</a>",
        "<a href=\"//e.org\">x</a>",
        "<a href=\"/\\e.org\">x</a>",
        "<svg><script>alert(1)</script></svg>",
        "<svg onload=alert(1)><animate onbegin=alert(1)></svg>",
        "<math><mi xlink:href=\"data:x,alert(1)\">x</mi></math>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
        "<p style=\"background:url(javascript:alert(1))\">x</p>",
        "<style>@import 'https://e.org/x.css'</style>",
        "<iframe src=\"https://e.org\"></iframe>",
        "<form action=\"https://e.org\"><input name=q><button>x</button></form>",
        "<object data=x></object><embed src=x>",
        "<link rel=stylesheet href=x><meta http-equiv=refresh content=0><base href=//e.org>",
        "<div id=\"main\" class=\"masthead\">x</div>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<textarea></textarea><img src=x onerror=alert(1)>",
        "<template><script>alert(1)</script></template>",
        "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php echo 1 ?>",
        "<details ontoggle=alert(1) open>x</details>",
        "<a name=\"x\" target=\"_blank\" rel=\"opener\" href=\"https://e.org\">x</a>",
    ];
    for attack in attacks {
        let (text, _) = rendered(attack);
        let html = text.html.as_str().to_lowercase();
        // Quoted and escaped text is only text.
        let tags: String =
            html.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default()).collect::<Vec<_>>().join("|");
        for bad in [
            "script",
            "onerror",
            "onload",
            "onclick",
            "ontoggle",
            "onbegin",
            "style",
            "iframe",
            "svg",
            "math",
            "form",
            "input",
            "object",
            "embed",
            "link",
            "meta",
            "base",
            "template",
            "data:",
            "//e.org\"",
            "\\",
            "masthead",
            "id=",
            "target",
            "opener\"x",
        ] {
            if bad == "//e.org\"" && tags.contains("https://e.org\"") {
                continue;
            }
            assert!(!tags.contains(bad), "{attack}\n  left {bad:?} in {}", text.html);
        }
        assert!(!html.contains("<script") && !html.contains("alert(1)\""), "{attack}: {html}");
    }
}

#[test]
fn unclosed_tags_do_not_get_out_of_the_text() {
    for raw in
        ["<div><b>a", "</div></section></article>a", "<p>a\n\n</p></p>b", "<table><tr><td>a", "</script>a", "a <em> b"]
    {
        let (text, _) = rendered(raw);
        let opened = text.html.as_str().matches('<').count()
            - text.html.as_str().matches("</").count()
            - text.html.as_str().matches("<br>").count();
        assert_eq!(opened, text.html.as_str().matches("</").count(), "{raw}: {}", text.html);
        assert!(text.html.as_str().contains('a'), "{raw}: {}", text.html);
    }
}

#[test]
fn our_own_pictures_pass_the_allow_list_and_no_others() {
    let pictures = |html: &str| html.split_once("<picture>").map(|(_, rest)| rest.to_owned()).expect("a picture");
    let alone = html("![a](pic.webp)");
    let beside_raw = html("<b>x</b>\n\n![a](pic.webp)");
    assert_eq!(pictures(&beside_raw), pictures(&alone));
    for raw in [
        "<source srcset=\"https://e.org/a.webp 1w\">",
        "<source srcset=\"//e.org/a.webp 1w\">",
        "<source srcset=\"/media/a.webp 1w, https://e.org/a.webp 2w\">",
        "<source srcset=\"/media/a.svg 1w\">",
        "<img class=\"masthead\">",
        "<source sizes=\"1px\">",
    ] {
        let (text, diagnostics) = rendered(raw);
        assert!(diagnostics.contains("a picture in raw HTML"), "{raw}: {diagnostics}");
        assert!(
            !["srcset", "class", "sizes"].iter().any(|name| text.html.as_str().contains(name)),
            "{raw}: {}",
            text.html
        );
    }
}

#[test]
fn links_in_raw_html_are_checked_too() {
    let (text, _) = rendered("a\n\n<p><a href=\"/news/x/?q\">x</a></p>\n\n<a href=\"/news/y/\">y</a>");
    let paths: Vec<_> = text.links.iter().map(|link| link.path.as_str()).collect();
    assert_eq!(paths, ["/news/x/", "/news/y/"]);
}

#[test]
fn the_words_are_without_marks() {
    let text = rendered(concat!(
        "![нет](pic.webp \"нет\")\n\n> цитата\n\nПервый *абзац* &laquo;с&raquo;[^1]\nдвумя&nbsp;строками и [ссылкой](https://e.org).\n\n",
        "## Заголовок\n\n| нет | нет |\n|---|---|\n| нет | нет |\n\n- пункт\n- другой\n\n<p>Сырой <b>т</b>екст &amp; знак</p>\n\n",
        "До <script>нет</script>после.\n\n<script>нет</script>\n\n[^1]: нет\n",
    ))
    .0;
    assert_eq!(text.opening, "Первый абзац «с» двумя\u{a0}строками и ссылкой.");
    assert_eq!(
        text.plain,
        "цитата Первый абзац «с» двумя\u{a0}строками и ссылкой. Заголовок. пункт другой Сырой текст & знак До после."
    );
    assert_eq!(rendered("- только\n- список").0.opening, "только список");
    assert_eq!(rendered("").0, Text::default());
}

#[test]
fn deep_nesting_ends() {
    for piece in ["> ", "- ", "[", "*", "![", "<b>", "<div>\n\n", "<td>"] {
        let (text, _) = rendered(&piece.repeat(3_000));
        assert!(text.html.as_str().len() < 1_000_000);
    }
    assert!(diagnostics(&"<div>\n\n".repeat(10_001)).contains("20001: more than 10000 raw HTML tags"));
}
