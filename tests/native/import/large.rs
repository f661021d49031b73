//! An export that is larger than the memory that an import may take.

use std::fs::{self, File};
use std::io::{BufWriter, Write};

use habarshy::publish::import::run;
use habarshy::publish::import::wordpress::WordPress;

use super::{options, paper};

/// The size of the export and the memory that may be taken, in bytes.
const SIZE: u64 = 300 * 1024 * 1024;
const MOST_MEMORY: u64 = 300 * 1024 * 1024;

/// The most memory that this process has had, as Linux counts it.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
    kilobytes * 1024
}

#[test]
#[ignore = "writes 300 MB and takes minutes: cargo test --test native import::large -- --ignored --nocapture"]
fn a_large_export_takes_little_memory() {
    let paper = paper(&[]);
    let file = paper.root().join("export.xml");
    let mut out = BufWriter::new(File::create(&file).expect("a file"));
    let paragraph = "<!-- wp:paragraph -->\n<p>Снег шёл <strong>всю ночь</strong>, и к утру он лежал по щиколотку; дворники вышли \
                     <a href=\"https://old.example/?p=1\">раньше</a> обычного.</p>\n<!-- /wp:paragraph -->\n\n";
    let text = paragraph.repeat(96);
    write!(out, "<rss xmlns:wp=\"w\" xmlns:content=\"c\"><channel><link>https://old.example</link>").expect("written");
    let (mut written, mut posts) = (0, 0);
    while written < SIZE {
        posts += 1;
        let item = format!(
            "<item><title>Новость {posts}</title><link>https://old.example/2026/03/n{posts}/</link><wp:post_id>{posts}</wp:post_id>\
             <wp:post_date>2026-03-02 09:00:00</wp:post_date><wp:post_name>n{posts}</wp:post_name><wp:status>publish</wp:status>\
             <wp:post_type>post</wp:post_type><content:encoded><![CDATA[{text}]]></content:encoded></item>\n"
        );
        written += item.len() as u64;
        out.write_all(item.as_bytes()).expect("written");
    }
    write!(out, "</channel></rss>").expect("written");
    out.into_inner().expect("written");
    let mut source = WordPress::new(&file, &["post".to_owned()], 300);
    let report = run(&mut source, &options(paper.root(), &[]), &()).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(report.written, posts, "{report}");
    let peak = peak();
    println!("{posts} posts, {written} bytes: {} MiB of memory", peak / 1024 / 1024);
    assert!(peak < MOST_MEMORY, "{peak} bytes of memory");
}
