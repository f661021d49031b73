//! Documents that are read and not shown: nothing of them is loaded or run.

use web_sys::{Document, DomParser, Element, SupportedType};

/// A document.
pub struct ParsedDocument(Document);

/// An image of a document, as it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Its own file.
    pub src: Option<String>,
    /// The files of the first source of the picture that it is in, each with its width; empty where there is none.
    pub srcset: String,
    /// Whether it is in one of the places that were asked about.
    pub is_within: bool,
}

impl ParsedDocument {
    /// Reads HTML: any is a document.
    ///
    /// A style sheet in it is left out: browsers hold it to the policy of the page that reads, and report that it is not that page's.
    pub fn parse(html: &str) -> Option<ParsedDocument> {
        let without =
            html.split_once("<style>").and_then(|(before, rest)| Some((before, rest.split_once("</style>")?.1)));
        let html = without.map_or_else(|| html.to_owned(), |(before, after)| [before, after].concat());
        DomParser::new().ok()?.parse_from_string(&html, SupportedType::TextHtml).ok().map(ParsedDocument)
    }

    /// The language; empty where it is not said.
    pub fn lang(&self) -> String {
        self.0.document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default()
    }

    /// The text of the first element that a selector finds.
    pub fn text(&self, selector: &str) -> Option<String> {
        self.0.query_selector(selector).ok()??.text_content()
    }

    /// All images that a selector finds, in order; each with whether it is in an element that `place` finds.
    pub fn images(&self, selector: &str, place: &str) -> Vec<Image> {
        let Ok(found) = self.0.query_selector_all(selector) else { return Vec::new() };
        let element = |index| found.item(index).and_then(|node| wasm_bindgen::JsCast::dyn_into::<Element>(node).ok());
        (0..found.length()).filter_map(element).map(|image| read_image(&image, place)).collect()
    }
}

fn read_image(image: &Element, place: &str) -> Image {
    let closest = |selector| image.closest(selector).ok().flatten();
    let source = closest("picture").and_then(|picture| picture.query_selector("source").ok().flatten());
    Image {
        src: image.get_attribute("src"),
        srcset: source.and_then(|source| source.get_attribute("srcset")).unwrap_or_default(),
        is_within: closest(place).is_some(),
    }
}
