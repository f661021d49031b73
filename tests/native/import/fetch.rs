//! Pictures that are fetched from the old site, which is on this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

use habarshy::publish::import::fetch::Http;
use habarshy::publish::import::wordpress::WordPress;
use habarshy::publish::import::{Options, run};

use super::{assert_has, options, paper, text};
use crate::fixture::PNG;

/// Serves the picture `/up/a.png`, a redirect to it, one to another host and a text, to whoever connects.
fn serve() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let _ = answer(stream);
        }
    });
    port
}

fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let (head, body): (&str, &[u8]) = match first.split(' ').nth(1) {
        Some("/up/a.png") => ("200 OK\r\nContent-Type: image/png", PNG),
        Some("/up/moved.png") => ("302 Found\r\nLocation: /up/a.png", b""),
        Some("/up/away.png") => ("302 Found\r\nLocation: http://127.0.0.2:1/a.png", b""),
        Some("/up/text.png") => ("200 OK", b"<html>"),
        _ => ("404 Not Found", b""),
    };
    write!(stream, "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len())?;
    stream.write_all(body)
}

#[test]
fn pictures_come_from_the_old_site_alone() {
    let port = serve();
    let images: String = ["a-300x200", "moved", "away", "text", "gone"]
        .map(|name| format!("<p><img src=\"/up/{name}.png\" alt=\"{name}\"></p>"))
        .concat();
    let xml = format!(
        "<rss xmlns:wp=\"w\" xmlns:content=\"c\"><channel><link>http://127.0.0.1:{port}</link><item><title>Снимки</title>\
         <wp:post_id>1</wp:post_id><wp:post_date>2026-03-02 09:00:00</wp:post_date>\
         <content:encoded><![CDATA[{images}<img src=\"http://127.0.0.2:{port}/up/a.png\">]]></content:encoded></item></channel></rss>"
    );
    let paper = paper(&[]).with("export.xml", &xml);
    let mut source = WordPress::new(&paper.root().join("export.xml"), &["post".to_owned()], 300);
    let http = Http::default();
    let asked = Options { client: Some(&http), ..options(paper.root(), &[]) };
    let report = run(&mut source, &asked, &()).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!((report.files_copied, report.files_missing), (2, 2), "{report}");
    assert_has(
        &text(&paper, "content/ru/2026/03/snimki.md"),
        &[
            "![a-300x200](/images/up/a.png)",
            "![moved](/images/up/moved.png)",
            &format!("[gone](http://127.0.0.1:{port}/up/gone.png)"),
            &format!("<http://127.0.0.2:{port}/up/a.png>"),
        ],
    );
    // What is there is not fetched again.
    let report = run(&mut source, &asked, &()).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!((report.files_copied, report.unchanged), (0, 1), "{report}");
}
