use super::*;

fn markdown(html: &str) -> String {
    convert(html).markdown.trim().to_owned()
}

#[test]
fn markup_becomes_markdown() {
    for (html, expected) in [
        ("<p>Снег <b>шёл</b>, <i>тихо</i>.</p>", "Снег **шёл**, *тихо*."),
        ("<b>Дата:</b>5 мая", "<strong>Дата:</strong>5 мая"),
        ("<h1>Глава <b>1</b></h1><p>a</p>", "# Глава 1\n\na"),
        ("<ol><li>раз</li><li>два</li></ol>", "1. раз\n2. два"),
        ("<p>a<br>b</p>", "a  \nb"),
        ("<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O"),
        ("<pre>a ` b\n\n\n``` c</pre>", "````\na ` b\n\n\n``` c\n````"),
        ("<p><code>a`b</code></p>", "``a`b``"),
        ("<p>Внимание! <a href=\"/a b\">тут</a>!</p>", "Внимание! [тут](/a%20b)!"),
        ("<p>Внимание!<a href=\"/a\">тут</a></p>", "Внимание\\![тут](/a)"),
        ("<p>~5 и ~7 * 2_3 [x]</p>", "\\~5 и \\~7 \\* 2\\_3 \\[x\\]"),
        ("<p>&nbsp;</p><p>a</p><p> </p>", "a"),
        ("<p>a</p><script>x()</script>", "a"),
    ] {
        assert_eq!(markdown(html), expected, "{html}");
    }
}

#[test]
fn pictures_stand_alone() {
    for (html, expected) in [
        ("<p>a <img src=\"/x.jpg\" alt=\"Снег\"> b</p>", "a\n\n![Снег](/x.jpg)\n\nb"),
        (
            "<figure><a href=\"/x.jpg\"><img src=\"/x-300x200.jpg\"></a><figcaption>Двор \"утром\"</figcaption></figure>",
            "![](/x.jpg \"Двор \\\"утром\\\"\")",
        ),
        ("<p><a href=\"https://e.org/\"><img src=\"/x.jpg\" alt=\"a\"></a></p>", "![a](/x.jpg)\n\n<https://e.org/>"),
        ("<img src=\"data:image/gif;base64,R0\" data-src=\"/x.jpg\">", "![](/x.jpg)"),
        ("<p><b><img src=\"/x.jpg\"></b></p>", "![](/x.jpg)"),
    ] {
        assert_eq!(markdown(html), expected, "{html}");
    }
}

#[test]
fn embeds_are_links_alone() {
    for (html, expected) in [
        (
            "<p>a</p><iframe src=\"//www.youtube.com/embed/xyz?rel=0\"></iframe>",
            "a\n\n<https://www.youtube.com/watch?v=xyz>",
        ),
        ("<video controls><source src=\"/v/a.mp4\"></video>", "[/v/a.mp4](/v/a.mp4)"),
        (
            "<figure class=\"kg-card kg-bookmark-card\"><a href=\"https://e.org/a\"><div>Заголовок</div></a></figure>",
            "<https://e.org/a>",
        ),
        (
            "<blockquote class=\"twitter-tweet\"><p>Снег</p><a href=\"https://twitter.com/a/status/1\">2 марта</a></blockquote>",
            "> Снег\n> \n> [2 марта](https://twitter.com/a/status/1)\n\n<https://twitter.com/a/status/1>",
        ),
    ] {
        assert_eq!(markdown(html), expected, "{html}");
    }
}

#[test]
fn anchors_name_their_headings() {
    let converted =
        convert("<h2 id=\"a\">Раз</h2><a name=\"b\"></a><h2>Два <span id=\"c\"></span></h2><p id=\"d\">x</p>");
    assert_eq!(converted.anchors, [("a".to_owned(), 0), ("b".to_owned(), 1), ("c".to_owned(), 1)]);
}
