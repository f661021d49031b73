//! A page's tree as HTML.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::app::App;
use crate::model::{Edition, Page};
use crate::session::{Session, Shown};

/// Renders a page, as the client will draw it over the same data.
///
/// Synchronous: everything that is drawn is there before. The comments in the result bear the tree's structure, so nothing
/// may take them out.
pub fn tree(edition: &Arc<Edition>, page: Arc<Page>) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&edition.path(&page.route())));
        provide_context(Session::new(edition.clone(), Shown::Page(page)));
        view! { <App/> }.to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}
