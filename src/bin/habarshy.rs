//! The native command: arguments in, [`habarshy::site`] called, exit code out.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use clap::{Parser, Subcommand};
use habarshy::content::Lang;
use habarshy::format::DateTime;
use habarshy::site::build::{self, Options};
use habarshy::site::fault::Ink;
use habarshy::site::newsroom::{self, Choice};
use habarshy::site::{new, serve};

/// Publishes a newspaper: articles in Markdown become a site that any CDN can serve.
///
/// Exit codes: 0 done, 1 the newsroom has faults or nothing could be built, 2 the arguments make no sense.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Begins an article: a file with all that its front matter needs.
    New {
        /// Its name in addresses: lower-case Latin letters, digits and hyphens.
        slug: String,
        /// Its language; the paper's default one if not given.
        #[arg(long, value_parser = lang)]
        lang: Option<Lang>,
        /// The newsroom.
        #[arg(long, default_value = ".")]
        root: PathBuf,
    },
    /// Names every fault of a newsroom, each with its file and line.
    Check {
        /// The newsroom.
        #[arg(long, default_value = ".")]
        root: PathBuf,
    },
    /// Builds the site of a newsroom. The old one stays until the new one is complete.
    Build {
        /// The newsroom.
        #[arg(long, default_value = ".")]
        root: PathBuf,
        /// The client, as it was compiled once.
        #[arg(long, default_value = "target/client")]
        client: PathBuf,
        /// Where the site will stand.
        #[arg(long)]
        out: PathBuf,
        /// Where is kept what the next build need not make again: pictures. A hidden folder beside the site if not given.
        #[arg(long)]
        cache: Option<PathBuf>,
        /// Takes drafts and articles dated in the future too.
        #[arg(long)]
        drafts: bool,
        /// The moment to publish for, as 2024-04-19T09:00:00+05:00; now if not given.
        #[arg(long, value_parser = moment)]
        now: Option<i64>,
    },
    /// Serves a built site on this machine, as a CDN would.
    Serve {
        /// The built site.
        folder: PathBuf,
        /// The port; 0 for any that is free.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

fn lang(code: &str) -> Result<Lang, String> {
    let known = Lang::ALL.map(Lang::code).join(", ");
    Lang::from_code(code).ok_or_else(|| format!("there is {known}"))
}

fn moment(text: &str) -> Result<i64, String> {
    DateTime::parse(text).map(DateTime::instant).map_err(|error| error.to_string())
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::New { slug, lang, root } => begin_article(&root, &slug, lang),
        Command::Check { root } => check(&root),
        Command::Build { root, client, out, cache, drafts, now } => {
            let choice = Choice { now: now.unwrap_or_else(seconds_now), drafts };
            let cache = cache.unwrap_or_else(|| cache_beside(&out));
            build_site(&Options { root, client, out, cache, choice })
        }
        Command::Serve { folder, port } => serve_site(&folder, port),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{}", message.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn begin_article(root: &std::path::Path, slug: &str, lang: Option<Lang>) -> Result<(), String> {
    let offset = newsroom::read_config_only(root).map_err(|faults| faults.render(Ink::of_stderr()))?.utc_offset;
    let now = DateTime::at(seconds_now(), offset).ok_or("the clock of this machine is wrong")?;
    let file = new::new_article(root, slug, lang, now).map_err(|error| error.to_string())?;
    println!("{}", file.display());
    Ok(())
}

fn check(root: &std::path::Path) -> Result<(), String> {
    // Drafts are checked too, but a link to one is a fault: it would be dead.
    let choice = Choice { now: seconds_now(), drafts: false };
    let newsroom = newsroom::read(root, choice, None).map_err(|faults| faults.render(Ink::of_stderr()))?;
    println!("{} articles, no faults", newsroom.articles.len());
    Ok(())
}

/// The cache of a site that has no other: `.site.cache` beside `site`.
fn cache_beside(out: &std::path::Path) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.cache"))
}

fn build_site(options: &Options) -> Result<(), String> {
    let start = Instant::now();
    let summary = build::build(options).map_err(|error| error.render(Ink::of_stderr()))?;
    let build::Summary { articles, left_out, pages, files, bytes } = summary;
    println!("{articles} articles ({left_out} left out), {pages} pages");
    println!("{files} files, {:.1} MB in {}", bytes as f64 / 1e6, options.out.display());
    println!("built in {}", lasted(start.elapsed()));
    Ok(())
}

fn serve_site(folder: &std::path::Path, port: u16) -> Result<(), String> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    let ready = |port: u16| println!("http://127.0.0.1:{port}/");
    runtime.block_on(serve::serve(folder, port, ready)).map_err(|error| {
        format!(
            "{}: {error}\nhelp: name a folder that `habarshy build` made, and a port that is free",
            folder.display()
        )
    })
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks what time it is")]
fn seconds_now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

fn lasted(time: Duration) -> String {
    if time < Duration::from_secs(1) {
        format!("{} ms", time.as_millis())
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}
