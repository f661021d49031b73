//! Components as HTML, for their tests.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Content, Edition, Page, Section};
use crate::session::{Session, Shown};
use crate::values::{Lang, Slug};

/// Text that would get out of its place if it were not escaped.
pub const HOSTILE: &str = "</p><script>\"'&";

/// The same between tags.
pub const HOSTILE_TEXT: &str = "&lt;/p&gt;&lt;script&gt;\"'&amp;";

/// The same in an attribute.
pub const HOSTILE_VALUE: &str = "&lt;/p&gt;&lt;script&gt;&quot;'&amp;";

/// A slug.
pub fn slug(name: &str) -> Slug {
    Slug::new(name).expect("a slug")
}

/// What a Russian paper with a section `life` draws, without Leptos' own comments. The page in it is that of an address that
/// is none; the drawing may change the session before.
pub fn html<V: IntoView>(draw: impl FnOnce(Session) -> V) -> String {
    let page = Page { lang: Lang::Ru, translations: vec![Lang::Kk], content: Content::NotFound };
    let owner = Owner::new();
    let html = owner.with(|| {
        let session = Session::new(Arc::new(edition()), Shown::Page(Arc::new(page)));
        provide_context(session.clone());
        draw(session).into_view().to_html()
    });
    owner.unset_with_forced_cleanup();
    html.replace("<!>", "")
}

fn edition() -> Edition {
    Edition {
        lang: Lang::Ru,
        default_language: Lang::Ru,
        languages: vec![Lang::Ru, Lang::Kk],
        title: "Хабаршы".to_owned(),
        tagline: None,
        base_url: "https://paper.example".to_owned(),
        utc_offset: 300,
        sections: vec![Section { id: slug("life"), name: HOSTILE.to_owned() }],
        footer: None,
        dwell_seconds: 1,
        window_minutes: 30,
        count_automation: false,
        counter: None,
        endpoint: None,
    }
}
