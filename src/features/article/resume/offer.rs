use std::rc::Rc;

use leptos::prelude::*;

use super::super::Article;
use super::super::places::Place;
use super::position_tracker::PositionTracker;
use super::{covered_above, end_of_text, extent, position};
use crate::components::{Icon, IconName};
use crate::i18n::percent;
use crate::platform::document::HtmlElement;
use crate::platform::{focus, scroll};

/// Shows the offer to go on at a place: the first stop after the headline, wherever the bar is seen.
pub fn show_offer(article: &Article, place: Place, block: HtmlElement, watch: Rc<PositionTracker>) {
    let (article, slot) = (article.clone(), article.tools.resume);
    slot.set(Some(Rc::new(move || {
        view! { <ResumeBar article=article.clone() place block=block.clone() watch=watch.clone()/> }.into_any()
    })));
}

/// A bar at the lower edge of the window. It covers no control, and moves nothing.
#[component]
fn ResumeBar(
    /// The article.
    article: Article,
    /// Where its reader stopped.
    place: Place,
    /// The paragraph of that.
    block: HtmlElement,
    /// Who notes where they are.
    watch: Rc<PositionTracker>,
) -> impl IntoView {
    let (words, slot) = (article.words, article.tools.resume);
    let top = extent(&article.body).top;
    let part = (position(&block, place) - top) / (end_of_text(&article.body) - top);
    let part = percent((part * 100.0).round().max(1.0) as u32, article.lang);
    let go_on = move |_| {
        slot.set(None);
        scroll::to(scroll::position() + position(&block, place) - covered_above());
        focus::focus_for_now(&block);
    };
    let dismiss = move |_| {
        slot.set(None);
        watch.forget();
        focus::focus("headline");
    };
    view! {
        <div class="resume" role="group" aria-label=words.go_on_name>
            <button type="button" class="resume-go" on:click=go_on>{[words.go_on, " · ", &part].concat()}</button>
            <button type="button" class="resume-close" title=words.dismiss aria-label=words.dismiss on:click=dismiss>
                <Icon name=IconName::Close/>
            </button>
        </div>
    }
}
