//! XML that is read record by record: an export may be larger than memory.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::dom;
use super::fault::{fault, unreadable};
use crate::publish::diagnostic::Diagnostics;

/// The most bytes of a record, and of one piece of text in it.
const LARGEST: usize = 64 * 1024 * 1024;

/// Elements of a record may lie in each other so deep.
const DEEPEST: usize = 64;

/// How much of a file is looked at to learn its encoding.
const DECLARATION: usize = 1024;

/// Elements that hold records.
const CONTAINERS: [&str; 4] = ["rss", "channel", "feed", "rdf:RDF"];

/// An element with all that is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name with its prefix, as it is written.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// The elements in it.
    pub children: Vec<Element>,
    /// The text in it, that of its children left out.
    pub text: String,
}

impl Element {
    /// The children of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the first child of a name, without white space at its ends; none where it is empty.
    pub fn text_of(&self, name: &str) -> Option<&str> {
        let texts = self.children.iter().filter(|child| child.name == name).map(|child| child.text.trim());
        texts.into_iter().find(|text| !text.is_empty())
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The element as it is written, for text that is XHTML.
    pub fn write(&self, out: &mut String) {
        let name = self.name.rsplit(':').next().unwrap_or_default();
        out.push_str(&format!("<{name}"));
        for (name, value) in &self.attributes {
            out.push_str(&format!(" {name}=\"{}\"", crate::publish::html::escape(value)));
        }
        out.push('>');
        out.push_str(&self.text);
        out.push_str(&format!("</{name}>"));
    }
}

/// Reads a file and hands over every element that is in a container and none itself. Of those named in `counted` only the
/// name is kept. The text of an element of the type `xhtml` holds the tags of its children.
///
/// # Errors
/// The file cannot be read, or is no sound XML.
pub fn read(
    file: &Path,
    counted: &[&str],
    visit: &mut dyn FnMut(Element) -> Result<(), Diagnostics>,
) -> Result<(), Diagnostics> {
    let left = Rc::new(Cell::new(LARGEST));
    let input = Limited { input: open(file)?, left: Rc::clone(&left) };
    let mut reader = Reader::from_reader(input);
    let mut records = Records { file, counted, stack: Vec::new(), containers: 0, size: 0, found: false };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        left.set(LARGEST);
        let event = reader.read_event_into(&mut buffer);
        let at = reader.error_position().max(reader.buffer_position());
        let event = event.map_err(|error| broken(file, at, &error.to_string()))?;
        if matches!(event, Event::Eof) {
            return records.finish();
        }
        if let Some(record) = records.event(event).map_err(|error| error.at(file, at))? {
            visit(record)?;
        }
    }
}

/// What is wrong with the XML, or a fault that is complete.
struct Flaw(String);

impl Flaw {
    fn at(&self, file: &Path, at: u64) -> Diagnostics {
        broken(file, at, &self.0)
    }
}

fn broken(file: &Path, at: u64, error: &str) -> Diagnostics {
    fault(
        file,
        line_of(file, at),
        format!("the XML is broken at byte {at}: {error}"),
        "export again; a file that was cut off in transfer ends too early, one that was edited may have another encoding",
    )
}

/// The line of a byte; 0 where it cannot be known.
fn line_of(file: &Path, at: u64) -> usize {
    let Ok(open) = File::open(file) else { return 0 };
    let bytes = BufReader::new(open).take(at).bytes();
    bytes.map_while(Result::ok).filter(|byte| *byte == b'\n').count() + 1
}

struct Records<'a> {
    file: &'a Path,
    counted: &'a [&'a str],
    /// The open elements of the record.
    stack: Vec<Element>,
    containers: usize,
    /// The bytes of the record.
    size: usize,
    found: bool,
}

impl Records<'_> {
    /// Takes a piece of the file, and gives the record that it completes.
    fn event(&mut self, event: Event<'_>) -> Result<Option<Element>, Flaw> {
        match event {
            Event::Start(start) => {
                let element = element(&start)?;
                if self.stack.is_empty() && CONTAINERS.contains(&element.name.as_str()) {
                    (self.containers, self.found) = (self.containers + 1, true);
                    return Ok(None);
                }
                self.open(element)?;
            }
            Event::Empty(start) => {
                let element = element(&start)?;
                self.open(element)?;
                return Ok(self.close());
            }
            Event::End(_) if self.stack.is_empty() => self.containers = self.containers.saturating_sub(1),
            Event::End(_) => return Ok(self.close()),
            Event::Text(text) => self.text(&text.decode().map_err(|error| Flaw(error.to_string()))?)?,
            Event::CData(text) => self.text(&text.decode().map_err(|error| Flaw(error.to_string()))?)?,
            Event::GeneralRef(name) => {
                let name = name.decode().map_err(|error| Flaw(error.to_string()))?;
                let text = entity(&name);
                self.text(&text)?;
            }
            Event::DocType(text) if text.windows(8).any(|part| part.eq_ignore_ascii_case(b"<!ENTITY")) => {
                return Err(Flaw("it declares entities, which can grow without end".to_owned()));
            }
            Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => {}
        }
        Ok(None)
    }

    fn open(&mut self, element: Element) -> Result<(), Flaw> {
        if self.containers == 0 {
            return Err(Flaw(format!("<{}> is neither WXR nor RSS nor Atom", element.name)));
        }
        if self.stack.len() >= DEEPEST {
            return Err(Flaw(format!("elements lie in each other more than {DEEPEST} deep")));
        }
        self.stack.push(element);
        Ok(())
    }

    fn close(&mut self) -> Option<Element> {
        let mut element = self.stack.pop()?;
        if self.stack.is_empty() {
            self.size = 0;
            return Some(element);
        }
        if self.counted.contains(&element.name.as_str()) {
            element = Element { name: element.name, ..Element::default() };
        }
        if self.is_mixed() {
            let mut text = String::new();
            element.write(&mut text);
            if let Some(parent) = self.stack.last_mut() {
                parent.text.push_str(&text);
            }
        } else if let Some(parent) = self.stack.last_mut() {
            parent.children.push(element);
        }
        None
    }

    /// Whether what is read now is text with tags.
    fn is_mixed(&self) -> bool {
        self.stack.iter().any(|above| above.attribute("type") == Some("xhtml"))
    }

    fn text(&mut self, text: &str) -> Result<(), Flaw> {
        self.size += text.len();
        if self.size > LARGEST {
            return Err(Flaw(format!("a record has more than {LARGEST} bytes")));
        }
        let is_mixed = self.is_mixed();
        if let Some(element) = self.stack.last_mut() {
            match is_mixed {
                true => element.text.push_str(&crate::publish::html::escape(text)),
                false => element.text.push_str(text),
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<(), Diagnostics> {
        if let Some(open) = self.stack.first() {
            return Err(fault(
                self.file,
                0,
                format!("the file ends within <{}>", open.name),
                "export again: it was cut off",
            ));
        }
        if self.containers > 0 || !self.found {
            let message = if self.found { "the file ends too early" } else { "this is neither WXR nor RSS nor Atom" };
            return Err(fault(self.file, 0, message, "name the file that the old system exported"));
        }
        Ok(())
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, Flaw> {
    let text = |bytes: &[u8]| std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| Flaw(error.to_string()));
    let mut element = Element { name: text(start.name().as_ref())?, ..Element::default() };
    // A broken attribute is left out: what it belongs to is still there.
    for attribute in start.attributes().with_checks(false).flatten() {
        let value = text(&attribute.value)?;
        let value = if value.contains('&') { attribute_text(&value) } else { value };
        element.attributes.push((text(attribute.key.as_ref())?, value));
    }
    Ok(element)
}

/// The value of an attribute, its entities read.
fn attribute_text(value: &str) -> String {
    let mut text = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        match after.split_once(';').filter(|(name, _)| name.len() < 12) {
            Some((name, after)) => {
                text.push_str(&entity(name));
                rest = after;
            }
            None => {
                text.push('&');
                rest = after;
            }
        }
    }
    text + rest
}

/// What an entity stands for. Those of HTML are read, too: feeds have them although XML does not. An unknown one stays.
fn entity(name: &str) -> String {
    match name {
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "amp" => "&".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        "nbsp" => "\u{a0}".to_owned(),
        name => dom::words(&format!("&{name};")),
    }
}

/// Opens a file as UTF-8 without its declaration.
fn open(file: &Path) -> Result<Box<dyn BufRead>, Diagnostics> {
    let mut raw = File::open(file).map_err(|error| unreadable(file, &error))?;
    let mut head = Vec::new();
    Read::by_ref(&mut raw).take(DECLARATION as u64).read_to_end(&mut head).map_err(|error| unreadable(file, &error))?;
    let encoding = encoding(&head, file)?;
    let whole = io::Cursor::new(head).chain(raw);
    let input: Box<dyn BufRead> = if encoding == UTF_8 {
        // Not decoded: what is not UTF-8 must be found.
        Box::new(BufReader::new(whole))
    } else {
        let decoded = DecodeReaderBytesBuilder::new().encoding(Some(encoding)).bom_override(true).build(whole);
        Box::new(BufReader::with_capacity(1 << 16, decoded))
    };
    without_declaration(input).map_err(|error| unreadable(file, &error))
}

/// The encoding by the byte order mark or the declaration of a file.
fn encoding(head: &[u8], file: &Path) -> Result<&'static Encoding, Diagnostics> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Ok(encoding);
    }
    let text = String::from_utf8_lossy(head);
    let declaration =
        text.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map(|(text, _)| text);
    let label = declaration.and_then(|text| text.split_once("encoding")).and_then(|(_, rest)| {
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        rest.get(1..)?.split_once(quote).map(|(label, _)| label.to_owned())
    });
    let Some(label) = label else { return Ok(UTF_8) };
    Encoding::for_label(label.as_bytes()).ok_or_else(|| {
        let message = format!("the file says that its encoding is \"{label}\", which is none");
        fault(file, 1, message, "save the file as UTF-8, and write encoding=\"UTF-8\"")
    })
}

/// The input after its byte order mark and its declaration, whose encoding is no longer true.
fn without_declaration(mut input: Box<dyn BufRead>) -> io::Result<Box<dyn BufRead>> {
    let mut head = Vec::new();
    Read::by_ref(&mut input).take(DECLARATION as u64).read_to_end(&mut head)?;
    let start = if head.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let space = head.get(start..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let rest = head.get(start + space..).unwrap_or_default();
    let end =
        rest.windows(2).position(|pair| pair == b"?>").filter(|_| rest.starts_with(b"<?xml")).map_or(0, |at| at + 2);
    let rest = head.split_off(start + space + end);
    Ok(Box::new(io::Cursor::new(rest).chain(input)))
}

/// An input of which no single piece may be larger than is left.
struct Limited {
    input: Box<dyn BufRead>,
    left: Rc<Cell<usize>>,
}

impl Read for Limited {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(out)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Limited {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left.get() == 0 {
            return Err(io::Error::other(format!("a piece of text has more than {LARGEST} bytes")));
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.left.set(self.left.get().saturating_sub(count));
        self.input.consume(count);
    }
}
