//! The shapes of the JSON, and nothing else: what `schema/` describes and what is written.

use schemars::JsonSchema;
use serde::Serialize;

/// A page's JSON.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Page {
    /// The version of the format.
    pub format: u32,
    /// The build that the document belongs to. A client of another build loads the page anew instead of showing it.
    pub build: String,
    /// The language of the page, a code of `site.toml`.
    pub lang: String,
    /// Other languages that the same page exists in.
    pub translations: Vec<String>,
    /// What stands on it.
    pub content: Content,
}

/// What stands on a page.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The front page, or an older one.
    Front(Front),
    /// The articles of a section, of a tag or of a time.
    List(List),
    /// An article.
    Article(Box<Article>),
    /// What is read most.
    Popular(Popular),
    /// The search.
    Search,
    /// What the reader keeps on the device.
    Saved,
    /// Nothing has this address.
    NotFound,
}

/// The front page, or an older one.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Front {
    /// The story that the paper opens with: only on the first page.
    pub lead: Option<Card>,
    /// The newest articles.
    pub cards: Vec<Card>,
    /// What others read: only on the first page.
    pub most_read: Vec<Headline>,
    /// Where this page stands among the front pages.
    pub pager: Pager,
}

/// A page of articles that have something in common.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct List {
    /// What they have in common.
    pub of: ListOf,
    /// How many there are on all pages of the list.
    pub total: u32,
    /// The articles of this page, newest first.
    pub cards: Vec<Card>,
    /// Where this page stands in the list.
    pub pager: Pager,
}

/// What is read most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Popular {
    /// What counts as a view, in the page's language.
    pub rule: String,
    /// The last day on which something was published: `2024-04-19`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Articles of that day, most read first.
    pub day: Vec<Headline>,
    /// Articles of the seven days that end with it.
    pub week: Vec<Headline>,
    /// Articles of all times.
    pub ever: Vec<Headline>,
}

/// What the articles of a list have in common.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListOf {
    /// Their section.
    Section(Named),
    /// A tag.
    Tag(Named),
    /// A time of the archive.
    Time(Time),
}

/// A time of the archive: ever, a year or a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Time {
    /// In addresses: nothing, `2026` or `2026/11`.
    pub id: String,
    /// For readers.
    pub name: String,
    /// From a year to the archive, from a month to its year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<Pointer>,
    /// To the last month before a month that has articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<Pointer>,
    /// To the next month that has articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<Pointer>,
    /// The months that have articles, by years, newest first. A month has none.
    pub years: Vec<Shelf>,
}

/// A line that leads to a page of the paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pointer {
    /// Where it leads: a path of the site.
    pub path: String,
    /// Its words.
    pub name: String,
    /// What stands beside it: a date, a number of articles.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Lines under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Shelf {
    /// The heading, which leads to all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Pointer>,
    /// The lines.
    pub pointers: Vec<Pointer>,
}

/// Something that has a name in addresses and one for readers: a section, a tag or a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    /// In addresses.
    pub id: String,
    /// For readers.
    pub name: String,
}

/// The place of a page in a list of pages, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pager {
    /// This page.
    pub number: u32,
    /// The last page.
    pub last: u32,
}

/// What a list shows of an article.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Card {
    /// The article's slug.
    pub slug: String,
    /// The id of its section.
    pub section: String,
    /// The headline.
    pub title: String,
    /// The beginning in whole words.
    pub teaser: String,
    /// RFC 3339 with the offset that was written.
    pub date: String,
    /// Views counted before the page was built.
    pub views: u64,
    /// How many of them were counted by the shared counter; left out where there are none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub shared: u64,
    /// The cover.
    pub picture: Picture,
}

/// An entry of "most read".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Headline {
    /// The article's slug.
    pub slug: String,
    /// The headline.
    pub title: String,
    /// Views counted before the page was built.
    pub views: u64,
    /// How many of them were counted by the shared counter; left out where there are none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub shared: u64,
}

/// A picture and its size in pixels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Picture {
    /// Its path on the site.
    pub src: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What it shows; empty where it only adorns.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alt: String,
    /// The widths in pixels that there is a WebP of, ascending, at most 16: `/media/a-640.webp` goes with `/media/a.jpg`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub widths: Vec<u32>,
    /// The colour of its place until it comes: three hexadecimal digits, as in CSS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tone: Option<String>,
}

/// An article's page.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Article {
    /// Its name in addresses.
    pub slug: String,
    /// The headline.
    pub title: String,
    /// When it was published: RFC 3339 with the offset that was written.
    pub date: String,
    /// When it was last corrected: RFC 3339.
    pub updated: Option<String>,
    /// The id of its section.
    pub section: String,
    /// What it is about.
    pub tags: Vec<Named>,
    /// The lead sentence under the headline.
    pub standfirst: Option<String>,
    /// The sentence for search engines and messengers.
    pub description: String,
    /// The authors by name.
    pub authors: Vec<String>,
    /// The organisation in the byline.
    pub source: Option<String>,
    /// The picture at its head.
    pub cover: Picture,
    /// Whose the picture is.
    pub cover_credit: Option<String>,
    /// Whether the build drew the picture, because the article has none.
    pub cover_drawn: bool,
    /// Views counted before the page was built.
    pub views: u64,
    /// How many of them were counted by the shared counter; left out where there are none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub shared: u64,
    /// Minutes that reading takes.
    pub read_minutes: u32,
    /// The text as HTML. Left out of the document that is embedded in the page itself, where it stands already.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// Articles that its readers may want.
    pub related: Vec<Card>,
    /// The article before this one in its section, by date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<Pointer>,
    /// The article after this one in its section, by date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<Pointer>,
    /// More of its section, near to it in time: none of those above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<Shelf>,
}

/// The JSON that stands in a page's HTML: the page, and the frame that all pages of its language share.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Embedded {
    /// The frame.
    pub edition: Edition,
    /// The page, without the text of an article.
    pub page: Page,
}

/// The paper in one language.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Edition {
    /// The code of its language.
    pub lang: String,
    /// The code of the language at the root of the site.
    pub default_language: String,
    /// The codes of all languages of the paper.
    pub languages: Vec<String>,
    /// The paper's name.
    pub title: String,
    /// The line beside the name.
    pub tagline: Option<String>,
    /// Scheme and host.
    pub base_url: String,
    /// The offset from UTC of the paper's wall clock, as in RFC 3339.
    pub utc_offset: String,
    /// The sections in order.
    pub sections: Vec<Named>,
    /// The line at the foot of every page.
    pub footer: Option<String>,
    /// Seconds for which an article must be visible to be counted.
    pub dwell_seconds: u32,
    /// Minutes within which a second look is the same view.
    pub window_minutes: u32,
    /// Whether automated browsers are counted.
    pub count_automation: bool,
    /// The service that adds up the views of all readers: `waline` or `goatcounter`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<String>,
    /// The absolute URL of that service, without a slash at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}
