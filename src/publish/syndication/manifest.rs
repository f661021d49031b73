//! Web manifests: what a device needs to keep the paper beside its apps.

use serde_json::{Value, json};

use crate::i18n::messages;
use crate::model::Edition;
use crate::publish::html::THEME_COLOURS;
use crate::publish::urls::{FAVICON, ICON_192, ICON_512, ICON_MASKABLE};
use crate::routes::{PageNumber, Route};

/// The icons that a site may have: file, sizes, kind, and what each is for.
const ICONS: [(&str, &str, &str, &str); 4] = [
    (FAVICON, "any", "image/svg+xml", "any"),
    (ICON_192, "192x192", "image/png", "any"),
    (ICON_512, "512x512", "image/png", "any"),
    (ICON_MASKABLE, "512x512", "image/png", "maskable"),
];

/// Pictures of the paper that a device shows before it takes it in: file, sizes, and for what kind of screen.
const SCREENSHOTS: [(&str, &str, &str); 2] =
    [("/screenshot-wide.webp", "1280x800", "wide"), ("/screenshot-narrow.webp", "780x1688", "narrow")];

/// The manifest of an edition. Only icons and screenshots that the site `has` are named.
///
/// Each language is an app of its own that begins on its own front page; their scope is the whole site, so that a change of
/// the language stays within the app.
pub fn text(edition: &Edition, has: &dyn Fn(&str) -> bool) -> String {
    let front = edition.path(&Route::Front(PageNumber::FIRST));
    let [(_, paper), ..] = THEME_COLOURS;
    let icons = ICONS
        .iter()
        .filter(|(src, ..)| has(src))
        .map(|(src, sizes, kind, purpose)| json!({ "src": edition.at(src), "sizes": sizes, "type": kind, "purpose": purpose }));
    let words = messages(edition.lang);
    let shortcuts = [(words.search, Route::Search), (words.saved, Route::Saved)];
    let shortcuts = shortcuts.map(|(name, route)| json!({ "name": name, "url": edition.path(&route) }));
    let mut manifest = json!({
        "id": front,
        "name": edition.title,
        "short_name": edition.title,
        "lang": edition.lang.code(),
        "dir": "ltr",
        "start_url": front,
        "scope": edition.at("/"),
        // The paper has no way back of its own: without the browser's frame a reader would be stuck on a page.
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "categories": ["news"],
        "shortcuts": shortcuts,
        "icons": icons.collect::<Vec<_>>(),
    });
    let screenshots = SCREENSHOTS
        .iter()
        .filter(|(src, ..)| has(src))
        .map(|(src, sizes, form)| json!({ "src": edition.at(src), "sizes": sizes, "type": "image/webp", "form_factor": form }));
    if let (screenshots @ [_, ..], Some(members)) = (&*screenshots.collect::<Vec<_>>(), manifest.as_object_mut()) {
        members.insert("screenshots".to_owned(), Value::from(screenshots));
    }
    if let (Some(tagline), Some(members)) = (&edition.tagline, manifest.as_object_mut()) {
        members.insert("description".to_owned(), Value::from(tagline.as_str()));
    }
    format!("{manifest:#}\n")
}
