//! The forms of feeds and sitemaps, as their specifications give them, held against a tree that another library has read.

use habarshy::values::DateTime;
use roxmltree::{Document, Node};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS: &str = "http://www.google.com/schemas/sitemap-news/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// What an element holds besides other elements.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Nothing,
    Words,
    Address,
    Date,
}

use Holds::{Address, Date, Nothing, Words};

/// The most of a child that may be there any number of times.
const MANY: usize = usize::MAX;

/// An element: namespace, name, what it holds, its attributes, and its children with how often they are there.
type Shape =
    (&'static str, &'static str, Holds, &'static [&'static str], &'static [(&'static str, &'static str, usize, usize)]);

/// RFC 4287, as far as our feeds go.
const FEED: &[Shape] = &[
    (
        ATOM,
        "feed",
        Nothing,
        &["lang"],
        &[
            (ATOM, "title", 1, 1),
            (ATOM, "subtitle", 0, 1),
            (ATOM, "id", 1, 1),
            (ATOM, "updated", 1, 1),
            (ATOM, "author", 1, MANY),
            (ATOM, "generator", 0, 1),
            (ATOM, "icon", 0, 1),
            (ATOM, "link", 2, 2),
            (ATOM, "entry", 0, 100),
        ],
    ),
    (
        ATOM,
        "entry",
        Nothing,
        &[],
        &[
            (ATOM, "title", 1, 1),
            (ATOM, "id", 1, 1),
            (ATOM, "updated", 1, 1),
            (ATOM, "published", 1, 1),
            (ATOM, "author", 0, MANY),
            (ATOM, "category", 1, MANY),
            (ATOM, "link", 1, 1),
            (ATOM, "summary", 0, 1),
            (ATOM, "content", 0, 1),
        ],
    ),
    (ATOM, "author", Nothing, &[], &[(ATOM, "name", 1, 1), (ATOM, "uri", 0, 1)]),
    (ATOM, "title", Words, &[], &[]),
    (ATOM, "subtitle", Words, &[], &[]),
    (ATOM, "summary", Words, &[], &[]),
    (ATOM, "content", Words, &["type"], &[]),
    (ATOM, "name", Words, &[], &[]),
    (ATOM, "generator", Words, &["version"], &[]),
    (ATOM, "id", Address, &[], &[]),
    (ATOM, "uri", Address, &[], &[]),
    (ATOM, "icon", Address, &[], &[]),
    (ATOM, "updated", Date, &[], &[]),
    (ATOM, "published", Date, &[], &[]),
    (ATOM, "category", Nothing, &["term", "label"], &[]),
    (ATOM, "link", Nothing, &["href", "rel", "type", "hreflang"], &[]),
];

/// The sitemaps' protocol 0.9 with Google's extensions for translations and news.
const SITEMAPS: &[Shape] = &[
    (SITEMAP, "urlset", Nothing, &[], &[(SITEMAP, "url", 0, 50_000)]),
    (
        SITEMAP,
        "url",
        Nothing,
        &[],
        &[(SITEMAP, "loc", 1, 1), (SITEMAP, "lastmod", 0, 1), (XHTML, "link", 0, MANY), (NEWS, "news", 0, 1)],
    ),
    (SITEMAP, "sitemapindex", Nothing, &[], &[(SITEMAP, "sitemap", 1, 50_000)]),
    (SITEMAP, "sitemap", Nothing, &[], &[(SITEMAP, "loc", 1, 1), (SITEMAP, "lastmod", 0, 1)]),
    (SITEMAP, "loc", Address, &[], &[]),
    (SITEMAP, "lastmod", Date, &[], &[]),
    (XHTML, "link", Nothing, &["rel", "hreflang", "href"], &[]),
    (
        NEWS,
        "news",
        Nothing,
        &[],
        &[(NEWS, "publication", 1, 1), (NEWS, "publication_date", 1, 1), (NEWS, "title", 1, 1)],
    ),
    (NEWS, "publication", Nothing, &[], &[(NEWS, "name", 1, 1), (NEWS, "language", 1, 1)]),
    (NEWS, "name", Words, &[], &[]),
    (NEWS, "language", Words, &[], &[]),
    (NEWS, "title", Words, &[], &[]),
    (NEWS, "publication_date", Date, &[], &[]),
];

/// Reads an Atom feed and holds it to its form.
pub fn feed(xml: &str) -> Document<'_> {
    checked(xml, (ATOM, "feed"), FEED)
}

/// Reads a sitemap and holds it to its form.
pub fn sitemap(xml: &str) -> Document<'_> {
    checked(xml, (SITEMAP, "urlset"), SITEMAPS)
}

/// Reads an index of sitemaps and holds it to its form.
pub fn sitemap_index(xml: &str) -> Document<'_> {
    checked(xml, (SITEMAP, "sitemapindex"), SITEMAPS)
}

fn checked<'x>(xml: &'x str, root: (&str, &str), shapes: &[Shape]) -> Document<'x> {
    let document = Document::parse(xml).unwrap_or_else(|error| panic!("{error} in\n{xml}"));
    assert_eq!(name(document.root_element()), root);
    document.root_element().descendants().filter(Node::is_element).for_each(|node| check(node, shapes));
    document
}

fn name<'n>(node: Node<'n, '_>) -> (&'n str, &'n str) {
    (node.tag_name().namespace().unwrap_or_default(), node.tag_name().name())
}

fn check(node: Node<'_, '_>, shapes: &[Shape]) {
    let shape = shapes.iter().find(|shape| (shape.0, shape.1) == name(node));
    let Some((_, element, holds, attributes, children)) = shape else { panic!("unknown: {:?}", name(node)) };
    for attribute in node.attributes() {
        assert!(attributes.contains(&attribute.name()), "{element}: {attribute:?}");
        assert!(!attribute.value().trim().is_empty(), "{element}: {attribute:?}");
        assert!(attribute.name() != "href" || is_address(attribute.value()), "{element}: {attribute:?}");
    }
    for needed in attributes.iter() {
        assert!(node.attributes().any(|attribute| attribute.name() == *needed), "{element} without {needed}");
    }
    let there: Vec<_> = node.children().filter(Node::is_element).map(name).collect();
    for child in &there {
        assert!(children.iter().any(|known| (known.0, known.1) == *child), "{child:?} in {element}");
    }
    for (namespace, child, least, most) in children.iter() {
        let count = there.iter().filter(|name| **name == (*namespace, *child)).count();
        assert!((*least..=*most).contains(&count), "{element} has {count} of {child}");
    }
    let text = node.text().unwrap_or_default();
    match holds {
        Nothing => assert!(text.trim().is_empty(), "{element} holds {text:?}"),
        Words => assert!(!text.trim().is_empty(), "{element} is empty"),
        Address => assert!(is_address(text), "{element} holds {text:?}"),
        Date => assert!(DateTime::parse(text).is_ok(), "{element} holds {text:?}"),
    }
}

/// An absolute address of the web in ASCII, as the protocols want it.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").and_then(|rest| rest.split_once('/'));
    rest.is_some_and(|(host, path)| !host.is_empty() && host.is_ascii() && path.bytes().all(|b| b.is_ascii_graphic()))
}
