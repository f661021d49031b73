//! Asking whether a list has news.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::Offer;
use super::offer::OfferButtons;
use crate::model::Page;
use crate::navigation::news::{News, followed};
use crate::navigation::page_loader::fetch_any_build;
use crate::platform::{location, style_sheet};
use crate::session::Session;
use crate::values::Slug;

/// Asks for a list, and offers what is new in it.
pub async fn look(session: Session, shown: Arc<Page>, offered: Rc<RefCell<Vec<Slug>>>) {
    let path = location::path();
    let Some((now, build)) = fetch_any_build(&path).await else { return };
    let News { slugs, is_all } = News::between(&shown, &now);
    if slugs.iter().all(|slug| offered.borrow().contains(slug)) {
        return;
    }
    let is_known = build == *session.build;
    let count = (!is_all).then_some(slugs.len() as u32);
    let accept = move || match is_known {
        // The way that every link to the page takes: it is asked for again, and the reader is put on its top.
        true => location::follow(&path),
        false => location::load(&path, true),
    };
    let offer = Offer { count, accept: Rc::new(accept) };
    // Meanwhile the reader may have gone on.
    if style_sheet::load().await && followed(&session).is_some_and(|page| Arc::ptr_eq(&page, &shown)) {
        offered.replace(slugs);
        session.offer.set(Some(Rc::new(move || view! { <OfferButtons offer=offer.clone()/> }.into_any())));
    }
}
