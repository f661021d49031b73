//! What all HTML of the build has in common.

pub mod escape;

/// The colour of the browser's own frame, light and dark: `--paper` of the style sheet's tokens.
pub const THEME_COLOURS: [(&str, &str); 2] = [("light", "#fbfaf6"), ("dark", "#14171a")];

/// Text that is safe between tags and in attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    escape::attribute(&mut escaped, text);
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_of_the_browser_is_as_the_paper() {
        let tokens = include_str!("../../style/tokens.css");
        for (scheme, colour) in THEME_COLOURS {
            assert!(
                tokens.contains(&format!("color-scheme: {scheme};\n  --paper: {colour};"))
                    || tokens.contains(&format!("color-scheme: {scheme};\n    --paper: {colour};")),
                "{scheme}"
            );
        }
    }

    #[test]
    fn nothing_gets_out_of_its_place() {
        assert_eq!(escape("</title><script>\"'&"), "&lt;/title&gt;&lt;script&gt;&quot;'&amp;");
    }
}
