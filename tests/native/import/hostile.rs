//! Exports that are broken or meant to do harm.

use habarshy::publish::import::run;
use habarshy::publish::import::wordpress::WordPress;

use super::{assert_has, faults, import, options, paper, text};
use crate::fixture::Fixture;

const HEAD: &str = "<rss xmlns:wp=\"w\" xmlns:content=\"c\"><channel><link>https://o.example</link>";

fn source(paper: &Fixture) -> WordPress {
    WordPress::new(&paper.root().join("export.xml"), &["post".to_owned()], 300)
}

fn post(content: &str) -> String {
    format!(
        "{HEAD}<item><title>Заголовок</title><wp:post_id>1</wp:post_id><wp:post_date>2026-03-02 09:00:00</wp:post_date>\
         <content:encoded><![CDATA[{content}]]></content:encoded></item></channel></rss>"
    )
}

#[test]
fn broken_exports_are_faults() {
    let deep = format!("{HEAD}<item>{}", "<a>".repeat(10_000));
    let bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item>&b;</item></channel></rss>";
    let table: [(&[u8], &str); 9] = [
        (b"", "neither WXR nor RSS nor Atom"),
        (b"<html><body>404</body></html>", "neither WXR nor RSS nor Atom"),
        (b"<rss><channel><item><title>a</title>", "ends within <item>"),
        (b"<rss><channel><item></title></item></channel></rss>", "broken at byte"),
        (b"<rss><channel><item><title>\xff\xfe</title></item></channel></rss>", "broken at byte"),
        (b"<?xml version=\"1.0\" encoding=\"klingon\"?><rss/>", "\"klingon\", which is none"),
        (b"<rss><channel></channel>", "ends too early"),
        (deep.as_bytes(), "deep"),
        (bomb.as_bytes(), "declares entities"),
    ];
    for (bytes, message) in table {
        let paper = paper(&[]).with_bytes("export.xml", bytes);
        let faults = run(&mut source(&paper), &options(paper.root(), &[]), &()).expect_err(message).to_string();
        assert!(faults.contains(message) && faults.contains("help: "), "{message}: {faults}");
    }
    let faults = run(&mut source(&paper(&[])), &options(paper(&[]).root(), &[]), &()).expect_err("no file").to_string();
    assert_has(&faults, &["cannot be read", "site.toml"].map(|piece| if faults.contains(piece) { piece } else { "" }));
}

#[test]
fn texts_that_mean_harm_do_none() {
    let deep = "<div>".repeat(50_000);
    let texts = [
        deep.as_str(),
        "<script>alert(1)</script><p onclick=\"x\">Слово <img src=\"../../../../etc/passwd\"></p>",
        "<a href=\"java&#10;script:alert(1)\">a</a><iframe src=\"javascript:alert(1)\"></iframe>",
        "<img src=\"/..%2f..%2fetc/passwd.png\"><img src=\"file:///etc/passwd\"><img src='data:image/png;base64,AAAA'>",
        "+++\n\n+++\n\n</p></div></body></html><plaintext>",
        "[caption][gallery ids=\"\"][[[[embed][/embed]<!--more",
        "<table><tr><td colspan=\"999999999\">1</td><td>2</td></tr></table>",
        "[a][b]: x\n[^1]\n\n[^1]: y\n\n&lt;img src=x&gt; &amp;lt;img&amp;gt; &amp;copy;",
        "\u{0}\u{1}\u{e0b0}\u{e0b1}\u{202e}",
    ];
    for content in texts {
        let paper = paper(&[]).with("export.xml", &post(content));
        import(&paper, &mut source(&paper));
        let shown: String = content.chars().take(80).collect();
        assert_eq!(faults(&paper), Vec::<String>::new(), "{shown}");
    }
}

#[test]
fn pictures_do_not_leave_their_folder() {
    let paper = paper(&["in.png"]).with_bytes("secret.png", crate::fixture::PNG);
    std::os::unix::fs::symlink(paper.root().join("secret.png"), paper.root().join("media/link.png")).expect("a link");
    let content =
        "<img src=\"/../secret.png\"><img src=\"/link.png\"><img src=\"/%2e%2e/secret.png\"><img src=\"/in.png\">";
    let paper = paper.with("export.xml", &post(content));
    let report = import(&paper, &mut source(&paper));
    assert_eq!((report.files_copied, faults(&paper)), (1, Vec::new()), "{report}");
    assert_has(&text(&paper, "content/ru/2026/03/zagolovok.md"), &["](/images/in.png)"]);
}

#[test]
fn an_export_in_another_encoding_is_read() {
    let xml = post("<p>Снег шёл</p>").replacen("<rss", "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss", 1);
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1251.encode(&xml);
    assert!(!lossy);
    let paper = paper(&[]).with_bytes("export.xml", &bytes);
    import(&paper, &mut source(&paper));
    assert_has(&text(&paper, "content/ru/2026/03/zagolovok.md"), &["title = \"Заголовок\"", "Снег шёл"]);
}
