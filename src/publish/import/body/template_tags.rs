//! Tags of templates in Markdown: shortcodes of Hugo (`{{< … >}}`) and Zola (`{{ name(…) }}`), Liquid (`{% … %}`, `{{ … }}`).

use super::syntax;

/// A tag at the beginning of a text.
struct TemplateTag<'a> {
    /// `<` for Hugo, `%` for what may have a content, `{` for a value.
    kind: char,
    name: &'a str,
    arguments: Vec<(String, String)>,
    /// All between the braces.
    inside: &'a str,
    end: usize,
}

impl TemplateTag<'_> {
    /// The argument of one of these names, or else the one at a place.
    fn argument(&self, names: &[&str], place: usize) -> Option<&str> {
        let named = names.iter().find_map(|name| self.arguments.iter().find(|(known, _)| known == name));
        let at = || self.arguments.iter().filter(|(name, _)| name.is_empty()).nth(place);
        named.or_else(at).map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }
}

/// Text with every tag made into what it shows. `notes` get those that are not known.
pub fn replace(text: &str, notes: &mut Vec<String>) -> String {
    if !text.contains("{{") && !text.contains("{%") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, at)) = rest.find('{').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        let Some(tag) = parse(at) else {
            out.push('{');
            rest = at.get(1..).unwrap_or_default();
            continue;
        };
        let after = at.get(tag.end..).unwrap_or_default();
        let content = if is_code(tag.name) { content(&tag, after) } else { None };
        match content {
            Some((code, end)) => {
                out.push_str(&code_of(&tag, code));
                rest = after.get(end..).unwrap_or_default();
            }
            None => {
                out.push_str(&write(&tag, notes));
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn is_code(name: &str) -> bool {
    matches!(name, "highlight" | "raw" | "verbatim" | "code" | "comment")
}

fn parse(text: &str) -> Option<TemplateTag<'_>> {
    let ends = [("{{<", ">}}", '<'), ("{{%", "%}}", '%'), ("{%", "%}", '%'), ("{{", "}}", '{')];
    let (start, close, kind) = ends.into_iter().find(|(start, ..)| text.starts_with(start))?;
    let body = text.get(start.len()..)?;
    let end = body.find(close).filter(|end| *end < 4000)?;
    let inside = body.get(..end)?.trim_matches(|letter: char| letter.is_whitespace() || letter == '-' || letter == '/');
    let is_end = body.get(..end)?.trim_start().starts_with('/');
    let length = inside.find(|letter: char| letter.is_whitespace() || letter == '(').unwrap_or(inside.len());
    let (name, arguments) = inside.split_at_checked(length)?;
    let name = if is_end { "end" } else { name };
    let end = start.len() + end + close.len();
    Some(TemplateTag { kind, name, arguments: read_arguments(arguments), inside, end })
}

/// `src="a" alt=b "c"`, in brackets and with commas, too.
fn read_arguments(text: &str) -> Vec<(String, String)> {
    let mut arguments = Vec::new();
    let is_gap = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '(' | ')');
    let mut rest = text.trim_start_matches(is_gap);
    while !rest.is_empty() {
        let quoted = |text: &str| text.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'));
        let name_end = rest.find(|letter: char| is_gap(letter) || letter == '=').unwrap_or(rest.len());
        let (name, value) = match rest.get(name_end..).and_then(|after| after.strip_prefix('=')) {
            Some(value) if quoted(rest).is_none() => (rest.get(..name_end).unwrap_or_default(), value.trim_start()),
            _ => ("", rest),
        };
        let (value, after) = match quoted(value) {
            Some(quote) => {
                let inner = value.get(1..).unwrap_or_default();
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            None => value.split_at(value.find(is_gap).unwrap_or(value.len())),
        };
        arguments.push((name.to_ascii_lowercase(), value.to_owned()));
        rest = after.trim_start_matches(is_gap);
    }
    arguments
}

/// What stands between a tag and the one that ends it, and where the text goes on.
fn content<'a>(tag: &TemplateTag<'_>, after: &'a str) -> Option<(&'a str, usize)> {
    let mut at = 0;
    while let Some(found) = after.get(at..)?.find('{') {
        let start = at + found;
        if let Some(next) = parse(after.get(start..)?) {
            let ends = next.name == "end" || next.name == format!("end{}", tag.name);
            if ends {
                return Some((after.get(..start)?, start + next.end));
            }
        }
        at = start + 1;
    }
    None
}

fn code_of(tag: &TemplateTag<'_>, code: &str) -> String {
    match tag.name {
        "raw" | "verbatim" => code.to_owned(),
        "comment" => String::new(),
        _ => syntax::code_block(code),
    }
}

fn write(tag: &TemplateTag<'_>, notes: &mut Vec<String>) -> String {
    let alone = |url: String| format!("\n\n<{}>\n\n", syntax::destination(&url));
    match tag.name {
        "figure" | "image" | "img" | "picture" => match tag.argument(&["src", "link", "path", "url"], 0) {
            Some(src) => picture(tag, src),
            None => unknown(tag, notes),
        },
        "include" | "include_cached" => {
            match tag.argument(&["src", "url", "image", "image_path", "file"], usize::MAX) {
                Some(src) if !src.ends_with(".html") => picture(tag, src),
                _ => match tag.argument(&["id", "video_id", "youtubeid"], usize::MAX) {
                    Some(id) if tag.inside.contains("youtube") => {
                        alone(format!("https://www.youtube.com/watch?v={id}"))
                    }
                    _ => unknown(tag, notes),
                },
            }
        }
        "youtube" => match tag.argument(&["id", "url"], 0) {
            Some(url) if url.contains("://") => alone(url.to_owned()),
            Some(id) => alone(format!("https://www.youtube.com/watch?v={id}")),
            None => unknown(tag, notes),
        },
        "vimeo" => {
            tag.argument(&["id"], 0).map_or_else(|| unknown(tag, notes), |id| alone(format!("https://vimeo.com/{id}")))
        }
        "instagram" => {
            let id = tag.argument(&["id"], 0);
            id.map_or_else(|| unknown(tag, notes), |id| alone(format!("https://www.instagram.com/p/{id}/")))
        }
        "tweet" | "twitter" | "x" | "twitter_simple" => match (tag.argument(&["user"], 0), tag.argument(&["id"], 1)) {
            (Some(user), Some(id)) => alone(format!("https://twitter.com/{user}/status/{id}")),
            (Some(id), None) => alone(format!("https://twitter.com/i/status/{id}")),
            _ => unknown(tag, notes),
        },
        "gist" => match (tag.argument(&["user"], 0), tag.argument(&["id"], 1)) {
            (Some(user), Some(id)) => alone(format!("https://gist.github.com/{user}/{id}")),
            _ => unknown(tag, notes),
        },
        "ref" | "relref" | "link" | "post_url" => match tag.argument(&["path"], 0) {
            Some(path) if tag.name == "post_url" => format!("/_posts/{path}.md"),
            Some(path) => format!("/{}", path.trim_start_matches('/')),
            None => unknown(tag, notes),
        },
        // The site's own address stands before a path.
        "site.baseurl" | "site.url" | "page.url" | "site.base_url" => String::new(),
        "end" => String::new(),
        name if name.starts_with("end") && tag.kind == '%' => String::new(),
        _ if tag.kind == '{' && tag.inside.contains("_url") => {
            // `{{ "/images/a.jpg" | relative_url }}`
            let quoted = tag.inside.split(['"', '\'']).nth(1);
            quoted.map_or_else(|| unknown(tag, notes), str::to_owned)
        }
        "rawhtml" | "quote" | "blockquote" | "notice" | "note" | "details" => String::new(),
        _ => unknown(tag, notes),
    }
}

fn picture(tag: &TemplateTag<'_>, src: &str) -> String {
    let of = |names: &[&str]| tag.argument(names, usize::MAX).unwrap_or_default();
    format!("\n\n{}\n\n", syntax::picture(of(&["alt"]), src, of(&["caption", "title"])))
}

/// A tag that is not known shows nothing; what stands between it and its end stays.
fn unknown(tag: &TemplateTag<'_>, notes: &mut Vec<String>) -> String {
    let note = format!("the tag {} of a template is not known and was left out", tag.inside);
    if !notes.contains(&note) {
        notes.push(note);
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_tags_become_markdown() {
        for (text, expected) in [
            ("{{< figure src=\"/a.jpg\" alt=\"Двор\" caption=\"Снег\" >}}", "![Двор](/a.jpg \"Снег\")"),
            ("{{< youtube abc >}}", "<https://www.youtube.com/watch?v=abc>"),
            ("{{ youtube(id=\"abc\") }}", "<https://www.youtube.com/watch?v=abc>"),
            ("[a]({{< ref \"news/b.md\" >}})", "[a](/news/b.md)"),
            ("[a]({% post_url 2024-05-01-b %})", "[a](/_posts/2024-05-01-b.md)"),
            ("![a]({{ site.baseurl }}/b.jpg)", "![a](/b.jpg)"),
            ("![a]({{ \"/b.jpg\" | relative_url }})", "![a](/b.jpg)"),
            ("{% highlight rust %}\na {{ b }}\n{% endhighlight %}", "```\na {{ b }}\n```"),
            ("{% raw %}{{ a }}{% endraw %}", "{{ a }}"),
            ("a { b } c", "a { b } c"),
            ("{% include image.html url=\"/a.jpg\" caption=\"Снег\" %}", "![](/a.jpg \"Снег\")"),
        ] {
            let mut notes = Vec::new();
            assert_eq!(replace(text, &mut notes).trim(), expected, "{text}");
            assert!(notes.is_empty(), "{notes:?}");
        }
    }

    #[test]
    fn unknown_tags_are_noted_and_their_content_stays() {
        let mut notes = Vec::new();
        assert_eq!(replace("{{% warn %}}Важно{{% /warn %}} {% weird %}", &mut notes).trim(), "Важно");
        assert_eq!(notes.len(), 2, "{notes:?}");
    }
}
