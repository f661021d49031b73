use std::cmp::Reverse;
use std::sync::Arc;

use leptos::prelude::*;

use super::chart::{bars_html, table_html};
use super::live::live;
use super::{ViewCount, ViewWords};
use crate::content::popular::SHOWN;
use crate::content::{Headline, Period};
use crate::format::{Day, day_in_words};
use crate::route::Route;
use crate::session::{Session, use_session};

/// What was read most in a period: as a list, as bars, and as a table.
#[component]
pub fn Ranking(
    /// The period of publication.
    period: Period,
    /// The last day of it.
    until: Option<Day>,
    /// Its articles, as the build put them in order.
    headlines: Vec<Headline>,
) -> impl IntoView {
    let session = use_session();
    let (words, lang) = (session.words(), session.edition.lang);
    let (id, title) = match period {
        Period::Day => ("popular-day", words.popular_day),
        Period::Week => ("popular-week", words.popular_week),
        Period::Ever => ("popular-ever", words.popular_ever),
    };
    let days = until.and_then(|until| period.days(until)).map(|(from, until)| {
        let until = day_in_words(until, lang);
        let days = if period == Period::Day { until } else { [&day_in_words(from, lang), " – ", &until].concat() };
        view! { <p class="ranking-days">{days}</p> }.into_any()
    });
    let empty = headlines.is_empty();
    let headlines: Arc<[Headline]> = headlines.into();
    let chart = (!empty).then(|| {
        let (session, bars_of, table_of) = (session.clone(), headlines.clone(), headlines.clone());
        let known = session.clone();
        let bars = live(move || bars_html(&rows(&ranked(&known, &bars_of)), words, lang));
        let table = live(move || table_html(&rows(&ranked(&session, &table_of)), words, lang));
        view! {
            <div class="ranking-chart">
                <div inner_html=bars></div>
                <details>
                    <summary>{words.numbers.to_owned()}</summary>
                    <div class="table-scroll" inner_html=table></div>
                </details>
            </div>
        }
        .into_any()
    });
    let list = move || {
        let items = ranked(&session, &headlines).into_iter().map(|(headline, _)| item(&session, headline));
        items.collect::<Vec<_>>()
    };
    view! {
        <section class="ranking" aria-labelledby=id>
            <h2 id=id>{title.to_owned()}</h2>
            {days}
            {empty.then(|| view! { <p class="empty">{words.nothing_here.to_owned()}</p> }.into_any())}
            <ol class="ranking-list">{list}</ol>
            {chart}
        </section>
    }
}

/// The first articles by what is known of their views now, each with its number.
fn ranked<'a>(session: &Session, headlines: &'a [Headline]) -> Vec<(&'a Headline, u64)> {
    let mut ranked: Vec<(&Headline, u64)> = session.readership.with(|known| {
        let shown = |headline: &'a Headline| {
            let path = session.path(&Route::Article(headline.slug.clone()));
            (headline, known.shown(&path, headline.views))
        };
        headlines.iter().map(shown).collect()
    });
    ranked.sort_by_key(|(_, views)| Reverse(*views));
    ranked.truncate(SHOWN);
    ranked
}

fn rows<'a>(ranked: &[(&'a Headline, u64)]) -> Vec<(&'a str, u64)> {
    ranked.iter().map(|(headline, views)| (headline.title.as_str(), *views)).collect()
}

fn item(session: &Session, headline: &Headline) -> AnyView {
    let path = session.path(&Route::Article(headline.slug.clone()));
    view! {
        <li>
            <a href=path.clone()>{headline.title.clone()}</a>
            <ViewCount path views=headline.views words=ViewWords::Spoken/>
        </li>
    }
    .into_any()
}
