//! Markup that the Markdown has no meaning for, and would be printed as it was typed.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::raw::{Fragment, RawToken, is_tag_name, raw_tokens};
use super::{Piece, Source};
use crate::publish::media::is_media;
use crate::publish::pictures::is_picture as is_picture_name;
use crate::publish::reporter::Reporter;

/// Marks of templates and of other dialects, with what they are.
const MARKS: [(&str, &str); 8] = [
    ("{{", "a mark of a template"),
    ("{%", "a mark of a template"),
    ("{#", "a mark of a template"),
    ("{:", "a mark of another dialect of Markdown"),
    ("[[", "a link of a wiki"),
    (":::", "a mark of another dialect of Markdown"),
    ("**", "two asterisks that make nothing bold"),
    ("~~", "two tildes that strike nothing through"),
];

/// What other systems put into square brackets in the place of pictures and players.
const SHORTCODES: [&str; 12] = [
    "audio",
    "caption",
    "contact-form-7",
    "embed",
    "gallery",
    "googlemaps",
    "playlist",
    "soundcloud",
    "video",
    "vimeo",
    "wp_caption",
    "youtube",
];

/// So many brackets of a text are looked at: the first that is left over has its fault.
const MOST_BRACKETS: usize = 50;

/// The longest shortcode that is looked for, in bytes.
const LONGEST_SHORTCODE: usize = 400;

/// Reports marks in the words of a text.
pub fn check(source: Source<'_>, pieces: &[Piece<'_>], reporter: &mut Reporter) {
    let mut run: Option<Range<usize>> = None;
    let mut in_code = false;
    let mut block = Fragment::default();
    for (event, span) in pieces {
        match event {
            Event::Text(_) if !in_code => {
                run = Some(run.map_or_else(|| span.clone(), |run| run.start..span.end));
                continue;
            }
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Html(html) => block.push(html, span),
            Event::End(TagEnd::HtmlBlock) => check_raw(source, &std::mem::take(&mut block), reporter),
            _ => {}
        }
        if let Some(run) = run.take() {
            check_run(source, run, reporter);
        }
    }
}

/// Only marks: Markdown's own links are not read in raw HTML.
fn check_raw(source: Source<'_>, fragment: &Fragment, reporter: &mut Reporter) {
    for (token, within) in raw_tokens(fragment.html()) {
        if matches!(token, RawToken::Text(_)) {
            check_marks(source, &fragment.in_text(&within), reporter);
        }
    }
}

fn check_run(source: Source<'_>, run: Range<usize>, reporter: &mut Reporter) {
    let text = source.markdown.get(run.clone()).unwrap_or_default();
    // Most texts have none of the signs that all marks begin with.
    if !text.bytes().any(|byte| matches!(byte, b'[' | b'{' | b'*' | b'~' | b']' | b':' | b'<')) {
        return;
    }
    if let Some((open, close)) = brackets(source, &run, "](") {
        link(source, &run, open, close, reporter);
    } else if let Some((open, close)) = brackets(source, &run, "][") {
        reference(source, &run, open, close, reporter);
    }
    broken_tag(source, &run, text, reporter);
    check_marks(source, &run, reporter);
}

fn check_marks(source: Source<'_>, run: &Range<usize>, reporter: &mut Reporter) {
    let text = source.markdown.get(run.clone()).unwrap_or_default();
    let begins = |mark: &str| text.as_bytes().iter().any(|byte| mark.as_bytes().first() == Some(byte));
    for (mark, what) in MARKS.into_iter().filter(|(mark, _)| begins(mark)) {
        let Some(at) = unescaped(source, run, mark) else { continue };
        if mark == ":::" && !text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('\n')) {
            continue;
        }
        let shown = shown(text, at);
        let escape: String = mark.chars().map(|c| format!("\\{c}")).collect();
        let help = match mark {
            "**" | "~~" => format!(
                "put it where a word begins or ends, without a space on its inner side, or write `<b>…</b>`; for the signs \
                 themselves write `{escape}`"
            ),
            _ => format!(
                "write what it stands for: a picture as `![what it shows](name.jpg)`, an embed as a link; for the signs \
                 themselves write `{escape}`"
            ),
        };
        let start = run.start + at;
        reporter.at(
            source.in_file(&(start..start + shown.len())),
            format!("{what} is left in the text: {shown}"),
            help,
        );
    }
    shortcode(source, run, text, reporter);
}

/// A tag that the Markdown does not take for one, because something is wrong in it.
fn broken_tag(source: Source<'_>, run: &Range<usize>, text: &str, reporter: &mut Reporter) {
    for (at, _) in text.match_indices('<') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let bare = rest.strip_prefix('/').unwrap_or(rest);
        let name = bare.split(|c: char| !(c.is_ascii_alphanumeric() || c == ':')).next().unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let Some(end) = line.find('>') else { continue };
        let has_form =
            end == name.len() + (rest.len() - bare.len()) || line.get(..end).is_some_and(|tag| tag.contains('='));
        if !is_tag_name(&name.to_ascii_lowercase()) || !has_form || escaped(source.markdown, run.start + at) {
            continue;
        }
        let written = text.get(at..at + end + 2).unwrap_or_default();
        return reporter.at(
            source.in_file(&(run.start + at..run.start + at + end + 2)),
            format!("a tag with a mistake in it is left in the text: {written}"),
            "put a space between attributes and their values into pairs of quotes, or remove it; for the sign itself write `\\<`",
        );
    }
}

/// A link or picture that is none: mostly because of a space in its address. The brackets of its words stand at `open` and
/// `close` of the Markdown.
fn link(source: Source<'_>, run: &Range<usize>, open: usize, close: usize, reporter: &mut Reporter) {
    let text = |range: Range<usize>| source.markdown.get(range).unwrap_or_default();
    let is_picture = text(0..open).ends_with('!');
    let start = if is_picture { open - 1 } else { open };
    let line = text(close + 2..run.end).lines().next().unwrap_or_default();
    let (address, is_closed) = line.split_once(')').map_or((line, false), |(address, _)| (address, true));
    let end = close + 2 + address.len() + usize::from(is_closed);
    let (label, written) = (text(start..close + 1), text(start..end));
    let what = if is_picture { "picture" } else { "link" };
    let is_address = is_picture_name(address)
        || is_media(address)
        || address.contains("://")
        || address.trim_start().starts_with(['/', '#'])
        || address.contains("mailto:");
    let help = if is_closed && is_address && address.trim().contains(' ') && !address.contains(['<', '>', '"']) {
        format!("put an address with a space into angle brackets: `{label}(<{}>)`", address.trim())
    } else {
        "write text in square brackets and the address in round ones right after them; for the signs themselves write \
         `\\[` and `\\]`"
            .to_owned()
    };
    reporter.at(source.in_file(&(start..end)), format!("a {what} that is none is left in the text: {written}"), help);
}

/// A link by a name that is not defined.
fn reference(source: Source<'_>, run: &Range<usize>, open: usize, close: usize, reporter: &mut Reporter) {
    let text = |range: Range<usize>| source.markdown.get(range).unwrap_or_default();
    let name = text(close + 2..run.end).split_once(']').map_or("", |(name, _)| name);
    let end = (close + 3 + name.len()).min(run.end);
    let name = if name.is_empty() { text(open + 1..close) } else { name };
    reporter.at(
        source.in_file(&(open..end)),
        format!("the link {} has no address", text(open..end)),
        format!("add a line `[{name}]: https://…`, or write `\\[` for the signs themselves"),
    );
}

/// Where the words of a link that is none begin and end, by the first mark of one whose brackets are no signs. They begin before the
/// run where they hold emphasis or code.
fn brackets(source: Source<'_>, run: &Range<usize>, mark: &str) -> Option<(usize, usize)> {
    let text = source.markdown.get(run.clone())?;
    let closes = text.match_indices(mark).map(|(at, _)| run.start + at);
    let found = closes.filter(|close| !escaped(source.markdown, *close)).map(|close| {
        let before = source.markdown.get(..close).unwrap_or_default();
        let paragraph = before.rfind("\n\n").unwrap_or_default();
        let open = before.get(paragraph..).and_then(|before| before.rfind('[')).map_or(close, |open| paragraph + open);
        (open, close)
    });
    // A mark without its beginning is none of a link.
    found.take(MOST_BRACKETS).find(|(open, close)| open < close && !escaped(source.markdown, *open))
}

/// `[gallery ids="1,2"]`, `[/caption]` and their like.
fn shortcode(source: Source<'_>, run: &Range<usize>, text: &str, reporter: &mut Reporter) {
    for (at, _) in text.match_indices('[') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let Some(end) = rest.bytes().take(LONGEST_SHORTCODE).position(|byte| byte == b']') else { continue };
        let inner = rest.get(..end).unwrap_or_default();
        let name_end = inner.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(inner.len());
        let name = inner.get(..name_end).unwrap_or_default();
        let bare = name.trim_matches('/');
        let is_known = SHORTCODES.contains(&bare) || bare.starts_with("vc_");
        let has_attribute = inner.contains("=\"") && bare.bytes().all(|b| b.is_ascii_lowercase() || b"-_".contains(&b));
        if escaped(source.markdown, run.start + at) || bare.is_empty() || !(is_known || has_attribute) {
            continue;
        }
        let start = run.start + at;
        return reporter.at(
            source.in_file(&(start..start + inner.len() + 2)),
            format!("a shortcode of another system is left in the text: [{inner}]"),
            "write what it stands for: a picture as `![what it shows](name.jpg)`, a film as a link; for the signs themselves \
             write `\\[`",
        );
    }
}

/// The first place of a mark that is not escaped.
fn unescaped(source: Source<'_>, run: &Range<usize>, mark: &str) -> Option<usize> {
    let text = source.markdown.get(run.clone()).unwrap_or_default();
    text.match_indices(mark).map(|(at, _)| at).find(|at| !escaped(source.markdown, run.start + at))
}

fn escaped(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

/// What stands at a mark: to the end of its line, and not too much of it.
fn shown(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    line.char_indices().nth(60).map_or(line, |(end, _)| line.get(..end).unwrap_or_default())
}
