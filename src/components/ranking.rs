//! What was read most in a period, as safe HTML: a list, bars beside it, and the numbers as a table for those who hear them.

use leptos::prelude::*;

use super::chart::{bars_html, table_html};
use super::most_read::items_html;
use crate::content::popular::SHOWN;
use crate::content::{Headline, Period, Popular};
use crate::format::day_in_words;
use crate::readership::descending;
use crate::route::Route;
use crate::session::Session;

/// The articles of a period, in the order of what is known of their views now.
pub fn ranking_html(session: &Session, popular: &Popular, period: Period) -> String {
    let (words, lang) = (session.words(), session.edition.lang);
    let (id, title) = match period {
        Period::Day => ("popular-day", words.popular_day),
        Period::Week => ("popular-week", words.popular_week),
        Period::Ever => ("popular-ever", words.popular_ever),
    };
    let mut html =
        ["<section class=\"ranking\" aria-labelledby=\"", id, "\"><h2 id=\"", id, "\">", title, "</h2>"].concat();
    if let Some((from, until)) = popular.until.and_then(|until| period.days(until)) {
        html.push_str("<p class=\"ranking-days\">");
        if period == Period::Week {
            html.push_str(&day_in_words(from, lang));
            html.push_str(" – ");
        }
        html.push_str(&day_in_words(until, lang));
        html.push_str("</p>");
    }
    let ranked = ranked(session, popular.of(period), SHOWN);
    if ranked.is_empty() {
        return html + "<p class=\"empty\">" + words.nothing_here + "</p></section>";
    }
    html.push_str("<ol class=\"ranking-list\">");
    html.push_str(&items_html(session, ranked.iter().map(|(_, headline)| *headline)));
    html.push_str("</ol>");
    let rows: Vec<(&str, u64)> = ranked.iter().map(|(views, headline)| (headline.title.as_str(), *views)).collect();
    // One bar has nothing to be compared with.
    if rows.len() > 1 {
        bars_html(&mut html, &rows, lang);
    }
    table_html(&mut html, title, &rows, lang);
    html + "</section>"
}

/// The first articles by what is known of their views now, each with its number.
pub(super) fn ranked<'a>(session: &Session, headlines: &'a [Headline], most: usize) -> Vec<(u64, &'a Headline)> {
    let mut ranked = session.readership.with(|known| {
        let shown = |headline: &'a Headline| {
            let path = session.path(&Route::Article(headline.slug.clone()));
            (known.shown(&path, headline.views), headline)
        };
        descending(headlines.iter().map(shown))
    });
    ranked.truncate(most);
    ranked
}
