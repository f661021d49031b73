//! The paper in one language: what stands around every page.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::routes::{Address, Route};
use crate::values::json::{Invalid, as_object};
use crate::values::{Lang, Slug, offset_text, origin_and_folder, parse_offset};

/// The frame of all pages in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Edition {
    /// The language of this edition.
    pub lang: Lang,
    /// The language that stands at the root of the site.
    pub default_language: Lang,
    /// All languages of the paper, in the order of `site.toml`.
    pub languages: Vec<Lang>,
    /// The paper's name.
    pub title: String,
    /// The line beside the name.
    pub tagline: Option<String>,
    /// The URL of the published site: scheme, host and perhaps a folder, without a slash at the end.
    pub base_url: String,
    /// The paper's wall clock, in minutes east of UTC; in JSON as RFC 3339 writes it.
    #[serde(serialize_with = "write_offset", deserialize_with = "read_offset")]
    #[cfg_attr(feature = "ssr", schemars(with = "String"))]
    pub utc_offset: i16,
    /// The sections in the order of `site.toml`.
    pub sections: Vec<Section>,
    /// The line at the foot of every page.
    pub footer: Option<String>,
    /// Seconds for which an article must be visible to be counted.
    pub dwell_seconds: u32,
    /// Minutes within which a second look is the same view.
    pub window_minutes: u32,
    /// Whether automated browsers are counted: for tests.
    pub count_automation: bool,
    /// The service that adds up the views of all readers: `waline` or `goatcounter`.
    #[serde(default, deserialize_with = "known_service", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ssr", schemars(with = "Option<String>"))]
    pub counter: Option<Service>,
    /// The absolute URL of that service, without a slash at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
}

as_object!(Edition);

/// A section of the paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Section {
    /// Its name in addresses.
    pub id: Slug,
    /// Its name for readers, in the edition's language.
    pub name: String,
}

as_object!(Section);

/// `[views]` of `site.toml`: the thresholds of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewsPolicy {
    /// Seconds for which an article must be visible.
    pub dwell_seconds: u32,
    /// Minutes within which the same article in the same browser is the same view.
    pub window_minutes: u32,
    /// Whether automated browsers are counted too: for tests.
    pub count_automation: bool,
}

/// `counter` and `endpoint` of `[views]`: a service that adds up the views of all readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedCounter {
    /// Which one.
    pub service: Service,
    /// Its absolute URL, without a slash at the end.
    pub endpoint: String,
}

/// A service that we can speak to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "&'static str")]
pub enum Service {
    /// Waline.
    Waline,
    /// GoatCounter.
    GoatCounter,
}

impl Service {
    /// All of them.
    pub const ALL: [Service; 2] = [Service::Waline, Service::GoatCounter];

    /// Its name in `site.toml` and in the JSON.
    pub fn code(self) -> &'static str {
        match self {
            Service::Waline => "waline",
            Service::GoatCounter => "goatcounter",
        }
    }

    /// The service of a name.
    pub fn from_code(code: &str) -> Option<Service> {
        Service::ALL.into_iter().find(|service| service.code() == code)
    }
}

impl From<Service> for &'static str {
    fn from(service: Service) -> Self {
        service.code()
    }
}

impl Default for ViewsPolicy {
    fn default() -> Self {
        ViewsPolicy { dwell_seconds: 1, window_minutes: 30, count_automation: false }
    }
}

fn write_offset<S: Serializer>(offset: &i16, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&offset_text(*offset))
}

fn read_offset<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i16, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse_offset(&text)
        .map_err(|_| serde::de::Error::custom(Invalid { what: "an offset from UTC, as +05:00 is one", value: text }))
}

/// A service that this client does not know is none: it counts for itself.
fn known_service<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Service>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.and_then(|code| Service::from_code(&code)))
}

impl Edition {
    /// How views are counted.
    pub fn views_policy(&self) -> ViewsPolicy {
        let Edition { dwell_seconds, window_minutes, count_automation, .. } = *self;
        ViewsPolicy { dwell_seconds, window_minutes, count_automation }
    }

    /// The service that adds up the views of all readers, if the paper has chosen one.
    pub fn shared_counter(&self) -> Option<SharedCounter> {
        Some(SharedCounter { service: self.counter?, endpoint: self.endpoint.clone()? })
    }

    /// The folder of the host in which the site lies, without a slash at the end; empty at the root.
    pub fn folder(&self) -> &str {
        origin_and_folder(&self.base_url).1
    }

    /// Where browsers find a file of the site, by its path within the site.
    pub fn at(&self, file: &str) -> String {
        [self.folder(), file].concat()
    }

    /// Where browsers find a page in this language.
    pub fn path(&self, route: &Route) -> String {
        self.at(&route.path(self.lang, self.default_language))
    }

    /// The absolute URL of what browsers find at a path.
    pub fn url(&self, path: &str) -> String {
        [origin_and_folder(&self.base_url).0, path].concat()
    }

    /// The page that browsers find at a path; `None` where it is not a page, or one of a language that the paper does not
    /// have.
    pub fn address(&self, path: &str) -> Option<Address> {
        let path = path.strip_prefix(self.folder())?;
        Address::parse(path, self.default_language).filter(|address| self.languages.contains(&address.lang))
    }

    /// The section of an id.
    pub fn section(&self, id: &Slug) -> Option<&Section> {
        self.sections.iter().find(|section| &section.id == id)
    }
}
