//! The types of files by their endings: for every server, since each has a list of its own, and none has all of these.

/// Endings and their types. Texts are all in UTF-8.
pub const MEDIA_TYPES: [(&str, &str); 45] = [
    ("html", "text/html"),
    ("htm", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("mjs", "text/javascript"),
    ("txt", "text/plain"),
    ("csv", "text/csv"),
    ("md", "text/markdown"),
    ("vtt", "text/vtt"),
    ("json", "application/json"),
    ("map", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("xml", "application/xml"),
    ("wasm", "application/wasm"),
    ("pdf", "application/pdf"),
    ("zip", "application/zip"),
    ("epub", "application/epub+zip"),
    ("bin", "application/octet-stream"),
    ("svg", "image/svg+xml"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("ico", "image/x-icon"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("ttf", "font/ttf"),
    ("otf", "font/otf"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("wav", "audio/wav"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("aac", "audio/aac"),
    ("oga", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("flac", "audio/flac"),
    ("weba", "audio/webm"),
    ("m4v", "video/mp4"),
    ("mov", "video/quicktime"),
    ("ogv", "video/ogg"),
    ("jfif", "image/jpeg"),
];

/// The types that compression makes smaller. Pictures, sound and archives are compressed inside.
pub const COMPRESSED: [&str; 12] = [
    "text/html",
    "text/css",
    "text/javascript",
    "text/plain",
    "text/csv",
    "text/markdown",
    "application/json",
    "application/manifest+json",
    "application/xml",
    "application/atom+xml",
    "application/wasm",
    "image/svg+xml",
];

/// A type as a header says it: with the encoding, where it is a text of which browsers would not know it otherwise.
pub fn with_charset(media_type: &str) -> String {
    if media_type.starts_with("text/") { format!("{media_type}; charset=utf-8") } else { media_type.to_owned() }
}

/// The types with all of their endings, in the order of [`MEDIA_TYPES`].
pub fn by_type() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut types: Vec<(&str, Vec<&str>)> = Vec::new();
    for (ending, media_type) in MEDIA_TYPES {
        match types.iter_mut().find(|(known, _)| *known == media_type) {
            Some((_, endings)) => endings.push(ending),
            None => types.push((media_type, vec![ending])),
        }
    }
    types
}

/// The type of a file; none where its ending is unknown. A path that ends in a slash is that of a page.
pub fn of_path(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = if name.is_empty() { "html" } else { name.rsplit_once('.')?.1 };
    MEDIA_TYPES.iter().find(|(known, _)| *known == ending).map(|(_, media_type)| *media_type)
}
