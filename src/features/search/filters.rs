use leptos::prelude::*;

use super::choice::Choice;
use super::state::Search;
use crate::search::{self, Sort, When};
use crate::session::use_session;

/// What results are limited to, and their order.
#[component]
pub fn Filters(
    /// The search that they belong to.
    search: Search,
) -> impl IntoView {
    let session = use_session();
    let words = search.words;
    let sections = session.edition.sections.iter().map(|section| (section.id.to_string(), section.name.clone()));
    let sections = [(String::new(), words.all_sections.to_owned())].into_iter().chain(sections).collect();
    let named = |(name, title): (&str, &str)| (name.to_owned(), title.to_owned());
    let times = [
        (When::Ever.name(), words.any_time),
        (When::Week.name(), words.week),
        (When::Month.name(), words.month),
        (When::Year.name(), words.year),
    ];
    let orders = [(Sort::Relevance.name(), words.by_relevance), (Sort::Date.name(), words.by_date)];
    let chosen = move |get: fn(&search::Filters) -> &str| {
        Signal::derive(move || search.filters.with(|filters| get(filters).to_owned()))
    };
    let choose = move |set: fn(&mut search::Filters, &str)| -> Box<dyn Fn(&str)> {
        Box::new(move |value| {
            search.filters.update(|filters| set(filters, value));
            search.ask();
        })
    };
    view! {
        <div class="search-filters">
            <Choice
                name="section"
                label=words.section
                options=sections
                chosen=chosen(|filters| &filters.section)
                choose=choose(|filters, value| filters.section = value.to_owned())
            />
            <Choice
                name="when"
                label=words.when
                options=times.map(named).to_vec()
                chosen=chosen(|filters| filters.when.name())
                choose=choose(|filters, value| filters.when = When::of(value))
            />
            <Choice
                name="sort"
                label=words.order
                options=orders.map(named).to_vec()
                chosen=chosen(|filters| filters.sort.name())
                choose=choose(|filters, value| filters.sort = Sort::of(value))
            />
        </div>
    }
}
