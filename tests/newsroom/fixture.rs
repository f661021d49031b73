//! A newsroom in a temporary folder, gone when the test is over.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot be set up has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use habarshy::site::newsroom::{Choice, Newsroom, read};

/// 2026-11-22T00:00Z.
pub const NOW: i64 = 1_795_305_600;

/// A picture of one pixel.
pub const PNG: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\x9c\x63\x60\x00\x00\x00\x02\x00\x01\x48\xaf\xa4\x71\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/// The head of a picture that is far too wide.
const HUGE: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x4e\x21\x00\x00\x00\x01\x08\x00\x00\x00\x00\xf1\x1d\xaa\x6c";

/// The paper of the tests.
pub const SITE: &str = r#"title = { ru = "Газета", kk = "Газет" }
base_url = "https://paper.example"
default_language = "ru"
utc_offset = "+05:00"
[[languages]]
code = "ru"
[[languages]]
code = "kk"
[[sections]]
id = "society"
name = { ru = "Общество", kk = "Қоғам" }
[[sections]]
id = "sport"
name = { ru = "Спорт", kk = "Спорт" }
[footer]
ru = "Подвал"

[views]
window_minutes = 60
"#;

/// A sound article: `lines` stand in its front matter from line 5 on, `text` below it.
pub fn article(lines: &str, text: &str) -> String {
    let end = if lines.is_empty() { "" } else { "\n" };
    format!(
        "+++\ntitle = \"Заголовок\"\ndate = 2024-04-19T09:00:00+05:00\nsection = \"society\"\n{lines}{end}+++\n\n{text}\n"
    )
}

/// A newsroom that is being put together.
pub struct Fixture {
    root: PathBuf,
}

impl Fixture {
    /// A folder with nothing in it.
    pub fn empty() -> Fixture {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("habarshy-newsroom-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("a temporary folder");
        Fixture { root }
    }

    /// A newsroom with one article, one draft, pictures good and bad, and a file to be copied.
    pub fn new() -> Fixture {
        Fixture::empty()
            .with("site.toml", SITE)
            .with("content/ru/forum.md", &article("", "Форум.").replace("2024-04-19", "2020-01-01"))
            .with("content/ru/waiting.md", &article("draft = true", "Позже."))
            .with("content/covers/text.png", "не картинка")
            .with("public/files/plan.pdf", "%PDF")
            .with_bytes("content/covers/dot.png", PNG)
            .with_bytes("content/covers/png.jpg", PNG)
            .with_bytes("content/covers/huge.png", HUGE)
    }

    /// Writes a file.
    pub fn with(self, file: &str, text: &str) -> Fixture {
        self.with_bytes(file, text.as_bytes())
    }

    /// Writes a file that is no text.
    pub fn with_bytes(self, file: &str, bytes: &[u8]) -> Fixture {
        let path = self.root.join(file);
        fs::create_dir_all(path.parent().expect("below the root")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The newsroom, which must be sound.
    pub fn read(&self) -> Newsroom {
        read(&self.root, Choice { now: NOW, drafts: false }).unwrap_or_else(|faults| panic!("{faults}"))
    }

    /// The faults as they are printed.
    pub fn faults(&self) -> String {
        match read(&self.root, Choice { now: NOW, drafts: false }) {
            Ok(newsroom) => panic!("no fault in {}", newsroom.root.display()),
            Err(faults) => faults.to_string(),
        }
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}
