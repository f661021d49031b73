//! The native command: arguments in, [`habarshy::publish`] called, exit code out.

mod bars;
mod clock;
mod counts;
mod import;
mod language;
mod server_config;
mod watch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use bars::{Bars, lasted, name};
use clock::seconds_now;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use habarshy::publish::build::{self, Options};
use habarshy::publish::diagnostic::{ColorMode, Diagnostics};
use habarshy::publish::source::{self, Choice};
use habarshy::publish::{new, serve};
use habarshy::values::{DateTime, Lang};

/// A site is made of many short texts; this allocator takes them side by side where the system's makes threads wait.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
        #[arg(long, value_parser = language::parse)]
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
        /// Takes warnings for faults.
        #[arg(long)]
        strict: bool,
        /// Lists every fault: not the first five of a kind alone.
        #[arg(long)]
        all: bool,
        /// How faults are printed: for people, on the standard error stream, or as JSON, on the standard output.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
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
        /// Takes drafts and articles dated in the future too.
        #[arg(long)]
        drafts: bool,
        /// The moment to publish for, as 2024-04-19T09:00:00+05:00; now if not given.
        #[arg(long, value_parser = moment)]
        now: Option<i64>,
        /// Where the build keeps what the next one can use; a hidden folder beside the site if not given. It may be
        /// removed between two builds.
        #[arg(long)]
        cache: Option<PathBuf>,
        /// Writes compressed copies, .br and .gz, beside the files.
        #[arg(long)]
        precompress: bool,
        /// Builds nothing while there are warnings.
        #[arg(long)]
        strict: bool,
        /// Builds again whenever the newsroom changes, until it is interrupted.
        #[arg(long)]
        watch: bool,
    },
    /// Views that a counter outside of the paper counted.
    #[command(subcommand)]
    Counts(counts::Counts),
    /// Carries the articles of another system over: what was left out is said line by line.
    #[command(subcommand)]
    Import(import::Import),
    /// Writes the configuration of a server for a built site: addresses, types, caching, headers, redirects.
    ServerConfig(server_config::ServerConfig),
    /// Serves a built site on this machine, as a CDN would.
    Serve {
        /// The built site.
        folder: PathBuf,
        /// The port; 0 for any that is free.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Reloads pages in the browser when the site changes.
        #[arg(long)]
        live: bool,
    },
}

/// How faults are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

fn moment(text: &str) -> Result<i64, String> {
    DateTime::parse(text).map(DateTime::instant).map_err(|error| error.to_string())
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::New { slug, lang, root } => begin_article(&root, &slug, lang),
        Command::Check { root, strict, all, format } => check(&root, strict, all, format),
        Command::Build { root, client, out, drafts, now, cache, precompress, strict, watch } => {
            let cache = cache.unwrap_or_else(|| build::cache_of(&out));
            let options = || {
                let choice = Choice { now: now.unwrap_or_else(seconds_now), drafts };
                let (root, client, out, cache) = (root.clone(), client.clone(), out.clone(), cache.clone());
                Options { root, client, out, cache, precompress, choice, strict }
            };
            if watch { keep_building(&root, &client, options) } else { build_site(&options()) }
        }
        Command::Counts(command) => counts::run(command, Arguments::command()),
        Command::Import(command) => import::import(command),
        Command::ServerConfig(arguments) => server_config::run(arguments),
        Command::Serve { folder, port, live } => serve_site(&folder, port, live),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{}", message.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn begin_article(root: &Path, slug: &str, lang: Option<Lang>) -> Result<(), String> {
    let offset =
        source::read_config_only(root).map_err(|diagnostics| diagnostics.render(ColorMode::of_stderr()))?.utc_offset;
    let now = DateTime::at(seconds_now(), offset).ok_or("the clock of this machine is wrong")?;
    let file = new::new_article(root, slug, lang, now).map_err(|error| error.to_string())?;
    println!("{}", file.display());
    Ok(())
}

fn check(root: &Path, strict: bool, all: bool, format: Format) -> Result<(), String> {
    let bars = Bars::new();
    // Drafts are checked too, but a link to one is a fault: it would be dead.
    let choice = Choice { now: seconds_now(), drafts: false };
    let newsroom = source::read(root, choice, None, &bars);
    bars.finish();
    let (counts, found) = match newsroom {
        Ok(newsroom) if strict && !newsroom.warnings.is_empty() => (None, newsroom.warnings.strict()),
        Ok(newsroom) => (Some((newsroom.articles.len(), newsroom.left_out)), newsroom.warnings),
        Err(found) => (None, if strict { found.strict() } else { found }),
    };
    let print = |found: &Diagnostics| match all {
        true => found.render_all(ColorMode::of_stderr()),
        false => found.render(ColorMode::of_stderr()),
    };
    match (format, counts) {
        (Format::Json, _) => println!("{:#}", found.to_json()),
        (Format::Text, None) => return Err(print(&found)),
        (Format::Text, Some((published, left_out))) => {
            if !found.is_empty() {
                eprint!("{}", print(&found));
            }
            println!("no faults in {} articles: {published} published, {left_out} left out", published + left_out);
        }
    }
    if counts.is_none() { Err(found.summary()) } else { Ok(()) }
}

fn build_site(options: &Options) -> Result<(), String> {
    let start = Instant::now();
    let bars = Bars::new();
    let built = build::build(options, &bars);
    let steps = bars.finish();
    let build::Summary { articles, left_out, pages, pictures, written, warnings, doubts, next_due } =
        built.map_err(|error| error.render(ColorMode::of_stderr()))?;
    println!("articles: {articles}, left out: {left_out}, pages: {pages}, pictures: {pictures}");
    println!(
        "{} files, {:.1} MB in {}: {} written, {} removed, {} kept",
        written.files,
        written.bytes as f64 / 1e6,
        options.out.display(),
        written.written,
        written.removed,
        written.files - written.written,
    );
    let steps: Vec<String> = steps.iter().map(|(step, time)| format!("{} {}", name(*step), lasted(*time))).collect();
    println!("built in {} ({})", lasted(start.elapsed()), steps.join(", "));
    if let Some(date) = next_due {
        println!("the next article is due at {date}: build again then");
    }
    if !doubts.is_empty() {
        eprint!("{}", doubts.render(ColorMode::of_stderr()));
    }
    for warning in warnings {
        eprintln!("{warning}");
    }
    Ok(())
}

/// Builds again after each change. A fault is printed, and the last site stays.
fn keep_building(root: &Path, client: &Path, options: impl Fn() -> Options) -> Result<(), String> {
    watch::watch(root, client, || {
        if let Err(message) = build_site(&options()) {
            eprintln!("{}\nThe last site stays.", message.trim_end());
        }
        println!("waiting for changes");
    })
}

fn serve_site(folder: &Path, port: u16, live: bool) -> Result<(), String> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    let ready = |port: u16| println!("http://127.0.0.1:{port}/");
    runtime.block_on(serve::serve(folder, port, live, ready)).map_err(|error| {
        format!(
            "{} cannot be served: {error}\nhelp: name a folder that `habarshy build` made, and a port that is free",
            folder.display()
        )
    })
}
