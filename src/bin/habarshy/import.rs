//! `habarshy import`: moving in from another system.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use habarshy::publish::diagnostic::{ColorMode, Diagnostics};
use habarshy::publish::import::feed::Feed;
use habarshy::publish::import::fetch::{Http, MediaClient};
use habarshy::publish::import::folder::{Folder, Generator};
use habarshy::publish::import::ghost::Ghost;
use habarshy::publish::import::table::Table;
use habarshy::publish::import::wordpress::WordPress;
use habarshy::publish::import::{Options, Source, run};
use habarshy::publish::source::read_config_only;
use habarshy::values::Lang;

use crate::bars::Bars;
use crate::clock::seconds_now;
use crate::language;

#[derive(Subcommand)]
pub enum Import {
    /// An export of WordPress: its XML file (WXR 1.0 to 1.2).
    Wordpress {
        /// The file.
        file: PathBuf,
        /// Carries posts of this type too, `page` for one; may be given several times.
        #[arg(long = "type", value_name = "TYPE")]
        types: Vec<String>,
        #[command(flatten)]
        common: Common,
    },
    /// An export of Ghost: its JSON file, of any version.
    Ghost {
        /// The file.
        file: PathBuf,
        /// Carries pages too.
        #[arg(long)]
        pages: bool,
        #[command(flatten)]
        common: Common,
    },
    /// A folder of Markdown, of Hugo, Jekyll, Zola, Eleventy, Astro or by itself.
    Markdown {
        /// The folder of the old site, or that of its articles.
        folder: PathBuf,
        /// The generator; seen from the folder's files if not given.
        #[arg(long, value_enum)]
        from: Option<From>,
        #[command(flatten)]
        common: Common,
    },
    /// A feed with full text: RSS or Atom.
    Feed {
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        common: Common,
    },
    /// A table of any other system: a CSV file, or a dump of MySQL (.sql).
    Table {
        /// The file.
        file: PathBuf,
        /// Which column is what, in TOML.
        #[arg(long)]
        map: PathBuf,
        #[command(flatten)]
        common: Common,
    },
}

/// The generator of a folder.
#[derive(Clone, Copy, ValueEnum)]
pub enum From {
    /// Hugo.
    Hugo,
    /// Jekyll.
    Jekyll,
    /// Zola.
    Zola,
    /// Eleventy.
    Eleventy,
    /// Astro.
    Astro,
}

impl From {
    fn generator(self) -> Generator {
        match self {
            From::Hugo => Generator::Hugo,
            From::Jekyll => Generator::Jekyll,
            From::Zola => Generator::Zola,
            From::Eleventy => Generator::Eleventy,
            From::Astro => Generator::Astro,
        }
    }
}

/// What all imports are asked for.
#[derive(Args)]
pub struct Common {
    /// The newsroom.
    #[arg(long, default_value = ".")]
    root: PathBuf,
    /// A folder with the pictures and files of the old site; may be given several times.
    #[arg(long, value_name = "DIR")]
    media: Vec<PathBuf>,
    /// Fetches the pictures and files that no folder has from the old site.
    #[arg(long)]
    fetch_media: bool,
    /// The address of the old site, where the export does not say it.
    #[arg(long, value_name = "URL")]
    site: Option<String>,
    /// The language of articles that do not say theirs; the paper's default one if not given.
    #[arg(long, value_parser = language::parse)]
    lang: Option<Lang>,
    /// Says what would be done, and writes nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Does what the subcommand says.
pub fn import(command: Import) -> Result<(), String> {
    match command {
        Import::Wordpress { file, types, common } => {
            let types: Vec<String> = ["post".to_owned()].into_iter().chain(types).collect();
            let offset = utc_offset(&common.root)?;
            carry(&mut WordPress::new(&file, &types, offset), &common)
        }
        Import::Ghost { file, pages, common } => {
            let types = if pages { vec!["post".to_owned(), "page".to_owned()] } else { vec!["post".to_owned()] };
            carry(&mut Ghost::new(&file, &types, utc_offset(&common.root)?), &common)
        }
        Import::Markdown { folder, from, common } => {
            let generator = from.map(From::generator);
            let folder = Folder::new(&folder, generator, utc_offset(&common.root)?).map_err(printed);
            carry(&mut folder?, &common)
        }
        Import::Feed { file, common } => carry(&mut Feed::new(&file, utc_offset(&common.root)?), &common),
        Import::Table { file, map, common } => {
            let table = Table::new(&file, &map, utc_offset(&common.root)?).map_err(printed);
            carry(&mut table?, &common)
        }
    }
}

fn utc_offset(root: &Path) -> Result<i16, String> {
    Ok(read_config_only(root).map_err(printed)?.utc_offset)
}

fn printed(diagnostics: Diagnostics) -> String {
    diagnostics.render(ColorMode::of_stderr())
}

fn carry(source: &mut dyn Source, common: &Common) -> Result<(), String> {
    for folder in &common.media {
        if !folder.is_dir() {
            return Err(format!("{}: there is no such folder\nhelp: name the folder of the uploads", folder.display()));
        }
    }
    let http = Http::default();
    let options = Options {
        root: &common.root,
        media: &common.media,
        client: common.fetch_media.then_some(&http as &dyn MediaClient),
        site: common.site.as_deref(),
        lang: common.lang,
        dry_run: common.dry_run,
        now: seconds_now(),
    };
    let bars = Bars::new();
    let report = run(source, &options, &bars);
    bars.finish();
    println!("{}", report.map_err(printed)?);
    Ok(())
}
