//! The URL of a site.

/// Scheme and host of a `base_url`, and the folder in which the site lies there: `/paper`, or nothing. Neither ends in a slash.
pub fn origin_and_folder(base_url: &str) -> (&str, &str) {
    let end = base_url.match_indices('/').nth(2).map_or(base_url.len(), |(at, _)| at);
    base_url.split_at_checked(end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_what_follows_the_host() {
        for (base_url, parts) in [
            ("https://e.org", ("https://e.org", "")),
            ("http://localhost:80/paper", ("http://localhost:80", "/paper")),
            ("https://e.org/a/b", ("https://e.org", "/a/b")),
            ("", ("", "")),
        ] {
            assert_eq!(origin_and_folder(base_url), parts);
        }
    }
}
