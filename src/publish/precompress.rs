//! Compressed copies beside the files of a site, for servers that send them as they lie there.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The endings of files that compression makes smaller. Pictures and archives are compressed inside.
const TEXTS: [&str; 9] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Brotli's quality, from 0 to 11. The last two take ten times the time for a hundredth of the bytes of a page, so they are
/// for what is downloaded by everyone and changes seldom.
const QUALITY: i32 = 9;
const QUALITY_OF_ASSETS: i32 = 11;

/// Brotli's window as a power of two: 16 MB.
const WINDOW: i32 = 24;

/// The endings of the copies, in the order of [`copies`].
pub const ENDINGS: [&str; 2] = [".br", ".gz"];

/// Whether a file of the site has compressed copies.
pub fn applies_to(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| TEXTS.contains(&ending))
}

/// The compressed copies of a file.
///
/// # Errors
/// None that a buffer in memory can cause.
pub fn copies(path: &str, bytes: &[u8]) -> io::Result<[Vec<u8>; 2]> {
    let quality = if path.starts_with(super::client_files::ASSETS) { QUALITY_OF_ASSETS } else { QUALITY };
    let parameters = BrotliEncoderParams { quality, lgwin: WINDOW, size_hint: bytes.len(), ..Default::default() };
    let mut brotli = Vec::with_capacity(bytes.len() / 3);
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &parameters)?;
    // Without name and time in its head, so that equal files have equal copies.
    let mut gzip = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::best());
    gzip.write_all(bytes)?;
    Ok([brotli, gzip.finish()?])
}
