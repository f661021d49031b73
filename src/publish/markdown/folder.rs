//! The addresses of a text where the site lies in a folder of its host.
//!
//! Editors write addresses within the site, `/news/a/`, and so does all that reads their texts: a paper that moves changes
//! its `base_url` alone. Only pages and feeds have the folder before them.

use std::borrow::Cow;

use super::ids::end_of_tag;

/// The attributes that hold addresses: those that the writer and the allow-list put out.
const ATTRIBUTES: [&str; 5] = [" cite=\"/", " href=\"/", " poster=\"/", " src=\"/", " srcset=\"/"];

/// HTML of the writer, with a folder before each address within the site.
pub fn in_folder<'a>(html: &'a str, folder: &str) -> Cow<'a, str> {
    if folder.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut text = String::with_capacity(html.len() + 200);
    let mut rest = html;
    while let Some((before, tag)) = rest.find('<').and_then(|start| rest.split_at_checked(start)) {
        let (tag, after) = tag.split_at_checked(end_of_tag(tag)).unwrap_or((tag, ""));
        text.push_str(before);
        text.push_str(&tag_in_folder(tag, folder));
        rest = after;
    }
    Cow::Owned(text + rest)
}

/// A quotation mark within a value is written as `&quot;`, so what looks like an attribute is one.
fn tag_in_folder(tag: &str, folder: &str) -> String {
    let mut tag = tag.to_owned();
    for attribute in ATTRIBUTES {
        tag = tag.replace(attribute, &format!("{}{folder}/", attribute.trim_end_matches('/')));
    }
    // Several addresses stand in a `srcset`: each follows a comma.
    if let Some((before, rest)) = tag.split_once(" srcset=\"")
        && let Some((set, after)) = rest.split_once('"')
    {
        return format!("{before} srcset=\"{}\"{after}", set.replace(", /", &format!(", {folder}/")));
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_within_the_site_get_the_folder() {
        for (html, expected) in [
            ("<p>a</p>", "<p>a</p>"),
            ("<a href=\"/news/a/?q#s\" rel=\"x\">/news/</a>", "<a href=\"/paper/news/a/?q#s\" rel=\"x\">/news/</a>"),
            ("<a href=\"https://e.org/news/\">a</a>", "<a href=\"https://e.org/news/\">a</a>"),
            ("<a href=\"#s-a\">a</a>", "<a href=\"#s-a\">a</a>"),
            ("<q cite=\"/news/a/\">a</q>", "<q cite=\"/paper/news/a/\">a</q>"),
            (
                "<source srcset=\"/media/a-1.webp 1w, /media/a-2.webp 2w\" sizes=\"1px, /2\"><img src=\"/media/a.jpg\">",
                "<source srcset=\"/paper/media/a-1.webp 1w, /paper/media/a-2.webp 2w\" sizes=\"1px, /2\">\
                 <img src=\"/paper/media/a.jpg\">",
            ),
            (
                "<video poster=\"/media/a.jpg\" src=\"/media/a.mp4\"></video>",
                "<video poster=\"/paper/media/a.jpg\" src=\"/paper/media/a.mp4\"></video>",
            ),
            ("<code>a href=\"/b\"</code>", "<code>a href=\"/b\"</code>"),
            ("<p title=\"> href=&quot;/b\">a", "<p title=\"> href=&quot;/b\">a"),
        ] {
            assert_eq!(in_folder(html, "/paper"), expected);
            assert_eq!(in_folder(html, ""), html);
        }
    }
}
