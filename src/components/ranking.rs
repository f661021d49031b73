use leptos::prelude::*;

use super::headlines::ranked;
use super::{Bars, Headlines, NumbersTable};
use crate::i18n::day_in_words;
use crate::model::popular::SHOWN;
use crate::model::{Headline, Period};
use crate::session::use_session;
use crate::values::{Day, Lang};

/// What was read most in a period: a list, bars beside it, and the numbers as a table for those who hear them.
#[component]
pub fn Ranking(
    /// The period of publication.
    period: Period,
    /// The last day on which something was published.
    until: Option<Day>,
    /// The articles, most read first.
    headlines: Vec<Headline>,
) -> impl IntoView {
    let session = use_session();
    let (words, lang) = (session.words(), session.edition.lang);
    let (id, title) = match period {
        Period::Day => ("popular-day", words.popular_day),
        Period::Week => ("popular-week", words.popular_week),
        Period::Ever => ("popular-ever", words.popular_ever),
    };
    let days = until.and_then(|until| days(period, until, lang));
    let total = headlines.len();
    let list = if total == 0 {
        view! { <p class="empty">{words.nothing_here}</p> }.into_any()
    } else {
        let rows = ranked(session, headlines, SHOWN);
        view! {
            <ol class="ranking-list"><Headlines rows/></ol>
            // One bar has nothing to be compared with.
            {(total > 1).then(|| view! { <Bars rows lang/> }.into_any())}
            <NumbersTable title rows lang/>
        }
        .into_any()
    };
    view! {
        <section class="ranking" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {days.map(|days| view! { <p class="ranking-days">{days}</p> }.into_any())}
            {list}
        </section>
    }
}

/// The days of a period in words: one, or the first and the last; none for all times.
fn days(period: Period, until: Day, lang: Lang) -> Option<String> {
    let (from, until) = period.days(until)?;
    let last = day_in_words(until, lang);
    Some(if from == until { last } else { [&day_in_words(from, lang), " – ", &last].concat() })
}
