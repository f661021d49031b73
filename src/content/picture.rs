//! A picture, and the names of its files.

/// The width of the smaller JPEG, which stands in lists, in pixels: there if the picture has this width at all.
pub const SMALL_JPEG: u32 = 640;

/// A picture with the size that its box is reserved by.
///
/// A picture that the build has worked on has several files, named after its `src`: `/media/a.0123456789.jpg` goes with
/// `/media/a.0123456789-640.webp`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Its path on the site: a JPEG of the largest width, or a drawing.
    pub src: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What it shows, for those who do not see it. Empty where it says nothing that the headline does not.
    pub alt: String,
    /// The widths in pixels that there is a WebP of, ascending. A drawing has none: it is sharp in any size.
    pub widths: Vec<u32>,
    /// The colour of its place until it comes: three hexadecimal digits, as in CSS. Each has a class, named by it: see
    /// `style/components/tone.css`.
    pub tone: Option<String>,
}

impl Picture {
    /// The path of another file of the same picture: `end` takes the place of the ending.
    pub fn file(&self, end: &str) -> String {
        let stem = self.src.rsplit_once('.').map_or(self.src.as_str(), |(stem, _)| stem);
        [stem, end].concat()
    }

    /// All WebP files up to a width, as `srcset` wants them.
    pub fn srcset(&self, widest: u32) -> String {
        let mut set = String::new();
        for width in self.widths.iter().filter(|width| **width <= widest) {
            let width = width.to_string();
            let comma = if set.is_empty() { "" } else { ", " };
            for part in [comma, &self.file("-"), &width, ".webp ", &width, "w"] {
                set.push_str(part);
            }
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_the_largest() {
        let picture = Picture {
            src: "/media/a.b.0123456789.jpg".to_owned(),
            width: 1000,
            height: 500,
            alt: String::new(),
            widths: vec![320, 480, 1000],
            tone: Some("26a".to_owned()),
        };
        assert_eq!(picture.srcset(480), "/media/a.b.0123456789-320.webp 320w, /media/a.b.0123456789-480.webp 480w");
        assert_eq!(picture.srcset(2000).matches(".webp ").count(), 3);
        assert_eq!(picture.file("-share.jpg"), "/media/a.b.0123456789-share.jpg");
    }
}
