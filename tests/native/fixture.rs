//! A newsroom in a temporary folder, gone when the test is over.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use habarshy::publish::build::{Options, build};
use habarshy::publish::build_error::BuildError;
use habarshy::publish::client_files::files_below;
use habarshy::publish::source::{Choice, Newsroom, read};
use scraper::{Html, Selector};

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

/// Which files its chunks come in.
const CHUNKS: &str = r#"{
 "popular": ["split_popular.wasm"], "saved": ["chunk_1.wasm", "split_saved.wasm"],
 "search": ["chunk_1.wasm", "split_search.wasm"]
}"#;

/// The files of a client, as far as a build looks into them.
const CLIENT: [(&str, &str); 17] = [
    ("service_worker.js", "// works"),
    ("theme_init.js", "// theme: \"</script>\""),
    ("late.css", "/* late */"),
    ("chunks.json", CHUNKS),
    ("chunks/split_search.wasm", "search"),
    ("chunks/split_saved.wasm", "saved"),
    ("chunks/split_popular.wasm", "popular"),
    ("chunks/chunk_1.wasm", "of saved and search"),
    ("loader.js", "// loads"),
    ("client.js", "// glue"),
    ("client.wasm", "\0asm"),
    ("style-article.css", "body { content: \"</style>\" }"),
    ("style-report.css", "table { margin: 0 }"),
    ("style-list.css", ".card { margin: 0 }"),
    ("style-plain.css", ".search { margin: 0 }"),
    ("favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ("share.png", "a picture"),
];

/// A file of that client.
pub fn client_file(name: &str) -> &'static str {
    CLIENT.iter().find(|(known, _)| *known == name).map(|(_, text)| *text).expect("a file of the client")
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
        let cache = self.root.join("cache");
        read(&self.root, Choice { now: NOW, drafts: false }, Some(&cache), &())
            .unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
    }

    /// What a build of the newsroom asks for. Its client is one in name only: no browser loads it.
    pub fn options(&self) -> Options {
        let client = self.root.join("client");
        fs::create_dir_all(client.join("chunks")).expect("a folder");
        for (name, text) in CLIENT {
            fs::write(client.join(name), text).expect("a file");
        }
        Options {
            root: self.root.clone(),
            client,
            out: self.root.join("out"),
            cache: self.root.join("cache"),
            precompress: false,
            choice: Choice { now: NOW, drafts: false },
            strict: false,
        }
    }

    /// The site of the newsroom.
    pub fn publish(self) -> Site {
        let options = self.options();
        build(&options, &()).unwrap_or_else(|error| panic!("{error}"));
        Site { folder: options.out, newsroom: self }
    }

    /// Builds the site of a newsroom that lies elsewhere.
    pub fn publish_from(self, root: &Path, now: i64) -> Result<Site, BuildError> {
        let options = Options { root: root.to_owned(), choice: Choice { now, drafts: false }, ..self.options() };
        share_pictures(&options.cache);
        build(&options, &())?;
        Ok(Site { folder: options.out, newsroom: self })
    }

    /// The faults as they are printed.
    pub fn diagnostics(&self) -> String {
        match read(&self.root, Choice { now: NOW, drafts: false }, None, &()) {
            Ok(newsroom) => panic!("no fault in {}", newsroom.root.display()),
            Err(diagnostics) => diagnostics.to_string(),
        }
    }
}

/// Lets a cache share its pictures with other tests and other runs: without optimisation they are slow to make.
fn share_pictures(cache: &Path) {
    let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    fs::create_dir_all(&pictures).expect("a folder");
    fs::create_dir_all(cache).expect("a folder");
    std::os::unix::fs::symlink(pictures, cache.join("pictures")).expect("a link");
}

impl Drop for Fixture {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// The headline of an article of [`paper_of`]. Headlines that differ by numbers alone would be bulletins.
pub fn headline(index: usize) -> String {
    let word: String = format!("{index:02}").chars().map(|digit| NAMES[digit as usize - '0' as usize]).collect();
    format!("Новость {word}")
}

/// Words that five articles have in common, and no other, each in an order of its own: these five are related, whatever else
/// the paper has, and are no versions of one story.
fn topic(index: usize) -> String {
    let (number, order) = (index / 5, index % 5 + 1);
    let name = |digit: usize| NAMES[digit % 10];
    let words = (0..7).map(|place| [name(number), name(number / 10), name(place * order % 7), "к"].concat());
    words.collect::<Vec<_>>().join(" ")
}

const NAMES: [&str; 10] = ["ну", "ра", "ва", "ри", "чи", "пя", "ше", "се", "во", "де"];

/// A paper of so many Russian articles, the newest last in the order of their names.
pub fn paper_of(count: usize) -> Fixture {
    (0..count).fold(Fixture::empty().with("site.toml", SITE), |fixture, index| {
        let section = if index % 2 == 0 { "society" } else { "sport" };
        let text = article(
            &format!("views = {index}\ntags = [\"Тема {}\"]", index % 3),
            &format!("Текст номер {index}. {}.", topic(index)),
        )
        .replace("Заголовок", &headline(index))
        .replace("2024-04-19T09:00", &format!("2024-04-19T09:{index:02}"))
        .replace("society", section);
        fixture.with(&format!("content/ru/n{index:02}.md"), &text)
    })
}

/// A site in a temporary folder.
pub struct Site {
    /// Where it stands.
    pub folder: PathBuf,
    /// What it was made from; kept because its folder goes with it.
    pub newsroom: Fixture,
}

impl Site {
    /// A file of the site by its path there.
    pub fn text(&self, path: &str) -> String {
        let file = self.folder.join(path.trim_start_matches('/'));
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A page by its path.
    pub fn page(&self, path: &str) -> Html {
        let file = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        Html::parse_document(&self.text(&file))
    }

    /// A page's JSON by the page's path.
    pub fn data(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(&self.text(&habarshy::routes::data_path(path))).expect("JSON")
    }

    /// Whether there is such a file.
    pub fn has(&self, path: &str) -> bool {
        self.folder.join(path.trim_start_matches('/')).is_file()
    }

    /// All files with their content.
    pub fn files(&self) -> Files {
        files(&self.folder)
    }
}

/// Files by their paths, with their content.
pub type Files = BTreeMap<String, Vec<u8>>;

/// All files of a folder.
pub fn files(folder: &Path) -> Files {
    let files = files_below(folder).expect("a folder").into_iter();
    files.map(|(path, file)| (path, fs::read(file).expect("a file"))).collect()
}

/// The texts of the elements that a selector finds, white space folded.
pub fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let text = |element: scraper::ElementRef<'_>| element.text().collect::<String>();
    page.select(&selector).map(|element| text(element).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The text of the one element that a selector finds.
pub fn text(page: &Html, selector: &str) -> String {
    let found = texts(page, selector);
    let [one] = &found[..] else { panic!("{selector} finds {found:?}") };
    one.clone()
}

/// The values of an attribute of the elements that a selector finds and that have it.
pub fn values(page: &Html, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
}
