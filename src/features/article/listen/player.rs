//! The bar with the controls, and the paragraph that is marked.

use std::cell::Cell;
use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;

use super::super::Article;
use super::Text;
use super::speaker::{Event, Speaker};
use crate::components::{Icon, IconName};
use crate::platform::document::{self, HtmlElement};
use crate::platform::geometry::{extent, window_height};
use crate::platform::{focus, reader, scroll};

/// The speeds with their names. The third is that of the voice.
const SPEEDS: [(&str, f32); 5] = [("0.75", 0.75), ("1", 1.0), ("1.25", 1.25), ("1.5", 1.5), ("2", 2.0)];

thread_local! {
    /// The speed that was chosen last, on the next article too.
    static SPEED: Cell<f32> = const { Cell::new(1.0) };
}

/// An article that is read aloud.
pub struct Player {
    article: Article,
    blocks: Vec<HtmlElement>,
    speaker: Rc<Speaker>,
    bar: NodeRef<html::Div>,
    count: RwSignal<String>,
    is_paused: RwSignal<bool>,
    on_end: Box<dyn Fn()>,
}

impl Player {
    /// Opens the bar and begins to read. `on_end` is called when it is over.
    pub fn open(article: &Article, texts: Vec<Text>, on_end: Box<dyn Fn()>) -> Rc<Player> {
        let (blocks, pieces): (Vec<_>, Vec<_>) = texts.into_iter().map(|text| (text.block, text.pieces)).unzip();
        let player = Rc::new_cyclic(|this: &std::rc::Weak<Player>| {
            let this = this.clone();
            let tell = move |event| {
                if let Some(player) = this.upgrade() {
                    player.hear(event);
                }
            };
            Player {
                article: article.clone(),
                blocks,
                speaker: Speaker::new(pieces, article.lang, SPEED.get(), tell),
                bar: NodeRef::new(),
                count: RwSignal::new(String::new()),
                is_paused: RwSignal::new(false),
                on_end,
            }
        });
        // One bar at a time lies over the text.
        article.tools.resume.set(None);
        let shown = player.clone();
        article.tools.player.set(Some(Rc::new(move || view! { <PlayerBar player=shown.clone()/> }.into_any())));
        player.speaker.begin();
        player
    }

    /// Ends, and says so.
    pub fn stop(&self, message: &'static str) {
        let has_focus = self.bar.get_untracked().is_some_and(|bar| focus::has_focus_within(&bar));
        self.leave();
        (self.on_end)();
        self.article.tools.listens.set(Some(false));
        if !message.is_empty() {
            self.article.say(message);
        }
        if has_focus {
            focus::focus_on_first(".actions [data-does=listen]");
        }
    }

    /// Ends where the article is left.
    pub fn leave(&self) {
        self.speaker.end();
        self.article.tools.player.try_set(None);
        document::mark_spoken(&self.article.element, None);
    }

    fn hear(&self, event: Event) {
        let words = self.article.words;
        match event {
            Event::At(index, is_chosen) => {
                self.count.set([&(index + 1).to_string(), " / ", &self.blocks.len().to_string()].concat());
                self.mark(index, is_chosen);
            }
            Event::Paused(is_paused) => {
                self.is_paused.set(is_paused);
                self.article.say(if is_paused { words.paused } else { words.resumed });
            }
            Event::Done => self.stop(words.finished),
            Event::Failed => self.stop(words.voice_failed),
            Event::Elsewhere => self.stop(words.stopped),
        }
    }

    /// Marks the paragraph that is read, and keeps it in sight of a reader who has not scrolled away from the one before.
    fn mark(&self, index: usize, is_chosen: bool) {
        let Some(block) = self.blocks.get(index) else { return };
        let before = document::mark_spoken(&self.article.element, Some(block));
        let floor = window_height() - self.height();
        let is_seen = |block: &HtmlElement| extent(block).bottom > 0.0 && extent(block).top < floor;
        if !is_chosen && !before.is_some_and(|before| is_seen(&before)) {
            return;
        }
        let (at, covered) = (extent(block), document::all(".sections").pop().map_or(0.0, |row| extent(&row).bottom));
        if at.top >= covered.max(0.0) && at.bottom <= floor {
            return;
        }
        let fits = at.bottom - at.top < window_height() / 2.0;
        scroll::into_view(block, fits, reader::wants_motion());
    }

    fn height(&self) -> f64 {
        self.bar.get_untracked().map_or(0.0, |bar| f64::from(bar.offset_height()))
    }
}

/// The bar with the controls.
#[component]
fn PlayerBar(
    /// What it controls.
    player: Rc<Player>,
) -> impl IntoView {
    let words = player.article.words;
    let (bar, count, is_paused) = (player.bar, player.count, player.is_paused);
    let player = StoredValue::new_local(player);
    let speaker = move || player.with_value(|player| player.speaker.clone());
    let stop = move || player.get_value().stop(words.stopped);
    let pause_name = move || if is_paused.get() { words.resume } else { words.pause };
    let pause = NodeRef::<html::Button>::new();
    Effect::new(move || {
        if let Some(pause) = pause.get() {
            focus::focus_without_scroll(&pause);
        }
    });
    let speeds = SPEEDS.map(|(name, rate)| {
        view! { <option value=name selected=SPEED.get() == rate>{[name, "×"].concat()}</option> }.into_any()
    });
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let rate = SPEEDS.iter().find(|(name, _)| *name == chosen).map_or(1.0, |(_, rate)| *rate);
        SPEED.set(rate);
        speaker().set_rate(rate);
    };
    view! {
        <div
            class="listen"
            role="group"
            aria-label=words.player
            node_ref=bar
            on:keydown=move |event| if event.key() == "Escape" { stop() }
        >
            <Control name=words.previous icon=IconName::Previous act=Box::new(move || speaker().go(-1))/>
            <button
                type="button"
                class="listen-control"
                title=pause_name
                aria-label=pause_name
                node_ref=pause
                on:click=move |_| speaker().toggle()
            >
                {move || view! { <Icon name=if is_paused.get() { IconName::Play } else { IconName::Pause }/> }}
            </button>
            <Control name=words.next icon=IconName::Next act=Box::new(move || speaker().go(1))/>
            <span class="listen-count">{count}</span>
            <select class="listen-speed" aria-label=words.speed on:change=choose>{speeds.collect_view()}</select>
            <Control name=words.stop icon=IconName::Close act=Box::new(stop)/>
        </div>
    }
}

/// A button with a drawing in the place of a word.
#[component]
fn Control(
    /// Its name for readers.
    name: &'static str,
    /// The drawing.
    icon: IconName,
    /// What it does.
    act: Box<dyn Fn()>,
) -> impl IntoView {
    view! {
        <button type="button" class="listen-control" title=name aria-label=name on:click=move |_| act()>
            <Icon name=icon/>
        </button>
    }
}
